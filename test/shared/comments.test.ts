import { describe, expect, test } from 'vitest'
import {
  addComment,
  editComment,
  removeComment,
  removeRecords,
  replyToComment,
  resolveComment,
  touchpointCommands,
} from '../../shared/commands'
import { applied, completed, Doc, invert, type ArgsOf, type Command } from '../../shared/document'
import { allTalks, openTalks, talksAbout } from '../../shared/queries'
import { bodyBoxes, type JourneyLayout } from '../../shared/layout/boxes'
import { layoutCanvas } from '../../shared/layout/canvas'
import { paintNote } from '../../shared/layout/canvas/paintNote'
import { layoutJourney } from '../../shared/layout/journeyLayout'
import { paintBox } from '../../shared/layout/paintBox'
import { measure } from '../../shared/layout/textMeasure'
import { countingSession } from '../helpers/arbitrary'
import { labels } from '../helpers/boards'
import { bigCanvas, canvasOptions } from '../helpers/canvases'
import { sampleRecord } from '../helpers/sampleRows'
import { templateMap } from '../helpers/templateMap'

const start = () =>
  new Doc([
    sampleRecord('project', 'p'),
    sampleRecord('journey', 'j', { order: 'a' }),
    sampleRecord('stage', 's', { journeyId: 'journey:j', order: 'a' }),
    sampleRecord('step', 's', { stageId: 'stage:s', order: 'a' }),
    sampleRecord('touchpoint', 't', { stepId: 'step:s', order: 'a' }),
    sampleRecord('touchpoint', 'u', { stepId: 'step:s', order: 'b' }),
  ])

/** A document somebody works on, with a clock that moves a minute with each command. */
function desk() {
  const session = countingSession('tester01')
  let [doc, minutes] = [start(), 0]
  const run = <A extends object>(command: Command<A>, args: ArgsOf<Command<A>>) => {
    const at = `2026-03-01T10:${String(minutes++).padStart(2, '0')}:00.000Z`
    const full = completed(command, args, { ...session, now: () => at })
    const patch = command.run(doc, full)
    doc = applied(doc, patch)
    return { ...(full as A & { id: string }), patch }
  }
  return { run, doc: () => doc }
}

describe('comments', () => {
  test('a comment stands at its record, its answers below it, the oldest first', () => {
    const { run, doc } = desk()
    const first = run(addComment, { targetId: 'touchpoint:t', text: 'Why so long?', author: 'Jana' })
    const other = run(addComment, { targetId: 'touchpoint:t', text: 'And the price?' })
    const answer = run(replyToComment, { commentId: first.id, text: 'The queue', author: 'Petr' })
    run(replyToComment, { commentId: answer.id, text: 'Only in December' })
    const talks = talksAbout(doc(), 'touchpoint:t')
    expect(talks.map(({ comment, replies }) => [comment.text, ...replies.map(({ text }) => text)])).toEqual([
      ['Why so long?', 'The queue', 'Only in December'],
      ['And the price?'],
    ])
    expect(talks[0]?.comment).toMatchObject({
      author: 'Jana',
      at: '2026-03-01T10:00:00.000Z',
      resolved: false,
    })
    expect(doc().find('comment', answer.id)).toMatchObject({ replyToId: first.id, targetId: 'touchpoint:t' })
    expect(openTalks(doc(), 'touchpoint:t')).toBe(2)
    expect(openTalks(doc(), 'touchpoint:u')).toBe(0)
    expect(allTalks(doc()).map(({ comment }) => comment.id)).toEqual([first.id, other.id])
  })

  test('a resolved talk counts no more, stands behind the open ones, and can be opened again from any answer', () => {
    const { run, doc } = desk()
    const first = run(addComment, { targetId: 'stage:s', text: 'one' })
    run(addComment, { targetId: 'stage:s', text: 'two' })
    const answer = run(replyToComment, { commentId: first.id, text: 'done' })
    run(resolveComment, { id: answer.id, resolved: true })
    expect(doc().find('comment', first.id)?.resolved).toBe(true)
    expect(doc().find('comment', answer.id)?.resolved).toBe(false)
    expect(talksAbout(doc(), 'stage:s').map(({ comment }) => comment.text)).toEqual(['two', 'one'])
    expect(openTalks(doc(), 'stage:s')).toBe(1)
    run(resolveComment, { id: first.id, resolved: false })
    expect(openTalks(doc(), 'stage:s')).toBe(2)
  })

  test('what is said can be worded differently and taken back; answers go with what they answer', () => {
    const { run, doc } = desk()
    const first = run(addComment, { targetId: 'journey:j', text: 'one' })
    run(replyToComment, { commentId: first.id, text: 'two' })
    run(editComment, { id: first.id, text: 'One!' })
    expect(talksAbout(doc(), 'journey:j')[0]?.comment.text).toBe('One!')
    const before = doc()
    const { patch } = run(removeComment, { id: first.id })
    expect(doc().all('comment')).toEqual([])
    expect(applied(doc(), invert(patch)).all('comment')).toEqual(before.all('comment'))
  })

  test('removing a record removes what was said about it and all below it, undo brings it back', () => {
    const { run, doc } = desk()
    run(addComment, { targetId: 'touchpoint:t', text: 'one' })
    const kept = run(addComment, { targetId: 'touchpoint:u', text: 'two' })
    const { patch } = run(touchpointCommands.remove, { id: 'touchpoint:t' })
    expect(
      doc()
        .all('comment')
        .map(({ id }) => id),
    ).toEqual([kept.id])
    expect(applied(doc(), invert(patch)).all('comment')).toHaveLength(2)
    run(removeRecords, { ids: ['journey:j'] })
    expect(doc().all('comment')).toEqual([])
  })

  test('there is nothing to say about what is not there, nor with no words', () => {
    const { run } = desk()
    expect(() => run(addComment, { targetId: 'touchpoint:x', text: 'one' })).toThrow('touchpoint:x')
    expect(() => run(replyToComment, { commentId: 'comment:x', text: 'one' })).toThrow('comment:x')
    expect(() => run(addComment, { targetId: 'touchpoint:t', text: '' })).toThrow()
  })

  test('an answer that lost its beginning speaks for itself', () => {
    const doc = new Doc([
      ...start().records(),
      sampleRecord('comment', 'lost', { targetId: 'stage:s', replyToId: 'comment:gone', text: 'still here' }),
    ])
    expect(talksAbout(doc, 'stage:s').map(({ comment }) => comment.text)).toEqual(['still here'])
    expect(openTalks(doc, 'stage:s')).toBe(1)
  })
})

describe('the sign for open comments', () => {
  const { document, journeyId } = templateMap('yacht-charter')
  const touchpoint = document.all('touchpoint')[0]!
  const about = (id: string, resolved = false) =>
    sampleRecord('comment', `c${id.length}${resolved}`, { targetId: id, text: 'why?', resolved })

  test('stands on a card as long as something is open, and never on paper', () => {
    const options = { labels, comments: true }
    const before = layoutJourney(document, journeyId, options)
    const counted = (layout: JourneyLayout) =>
      bodyBoxes(layout).flatMap(({ recordId, content }) =>
        content.kind === 'touchpoint' && content.comments > 0 ? [[recordId, content.comments]] : [],
      )
    expect(counted(before)).toEqual([])
    const said = new Doc([...document.records(), about(touchpoint.id), about(touchpoint.id, true)])
    const after = layoutJourney(said, journeyId, options, before)
    expect(counted(after)).toEqual([[touchpoint.id, 1]])
    expect(after).toEqual(layoutJourney(said, journeyId, options))
    const box = bodyBoxes(after).find(({ recordId }) => recordId === touchpoint.id)!
    expect(paintBox(box)).toContainEqual(expect.objectContaining({ kind: 'icon', name: 'comment' }))
    expect(counted(layoutJourney(said, journeyId, { labels }))).toEqual([])
    // everything else of the column is the same
    expect(counted(layoutJourney(document, journeyId, options, after))).toEqual([])
  })

  test('on a note has room of its own in the lower right corner', () => {
    const { document: canvas, model } = bigCanvas({ notes: 60, links: 20 })
    const plain = layoutCanvas(canvas, model, canvasOptions).notes
    const signed = layoutCanvas(canvas, model, { ...canvasOptions, comments: () => 12 }).notes
    expect(plain.every(({ comments }) => comments === 0)).toBe(true)
    for (const box of signed) {
      const items = paintNote(box)
      const sign = items.find(item => item.kind === 'icon' && item.name === 'comment')
      if (sign?.kind !== 'icon') throw new Error('no sign')
      const under = items.filter(
        item =>
          item.kind === 'text' &&
          item.text !== '12' &&
          item.y > sign.y &&
          item.x + measure(item.text, item.font) > sign.x,
      )
      expect(under).toEqual([])
    }
    // the control: some of the notes had to grow for it
    expect(signed.some(({ height }, at) => height > plain[at]!.height)).toBe(true)
  })
})
