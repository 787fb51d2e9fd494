/** The order in which a canvas is told. */
import { describe, expect, test } from 'vitest'
import { addLink, addNote, moveNotes, tellInOrder, updateCanvas } from '../../shared/commands'
import { completed, Doc, type ArgsOf, type Command } from '../../shared/document'
import { importStarter, templateOf } from '../../shared/formats/cxStarter'
import { bundledTemplates } from '../../shared/formats/templates'
import { canvasModel, storyOf } from '../../shared/queries'
import { moved } from '../../renderer/features/story/moved'

function snack() {
  const doc = new Doc(
    importStarter(templateOf(bundledTemplates(), 'snack-startup-bmc'), {
      seed: 'story',
      actor: 'story',
      channelName: () => undefined,
    }),
  )
  let ids = 0
  const session = { actor: 'storyTest', random: () => `fresh${ids++}`, now: () => '' }
  const run = <A extends object>(command: Command<A>, args: ArgsOf<Command<A>>): A => {
    const full = completed(command, args, session)
    doc.apply(command.run(doc, full))
    return full
  }
  const canvasId = doc.all('canvas')[0]!.id
  const model = () => canvasModel(doc, canvasId)!
  const idOf = (key: string) => doc.all('note').find(one => one.key === key)!.id
  const keys = (focus: string | null = null) => storyOf(model(), focus).map(({ note }) => note.key ?? note.id)
  return { doc, run, canvasId, model, idOf, keys }
}

describe('the story of a canvas', () => {
  test('goes CS → VP → CH → CR → RS → KR → KA → KP → CO and tells every note once', () => {
    const { keys } = snack()
    const blocks = keys().map(key => key.slice(0, 2))
    expect([...new Set(blocks)]).toEqual(['cs', 'vp', 'ch', 'cr', 'rs', 'kr', 'ka', 'kp', 'co'])
    expect(blocks).toEqual([...blocks].sort((a, b) => blocks.indexOf(a) - blocks.indexOf(b)))
    expect(new Set(keys()).size).toBe(29)
  })

  test('inside a block what is linked to the earlier comes first', () => {
    const { run, canvasId, idOf, keys } = snack()
    expect(keys().filter(key => key.startsWith('kr'))).toEqual(['kr2', 'kr1', 'kr3'])
    run(addLink, { canvasId, kind: 'enables', fromId: idOf('kr3'), toId: idOf('vp1') })
    expect(keys().filter(key => key.startsWith('kr'))).toEqual(['kr3', 'kr2', 'kr1'])
  })

  test('tells of one segment what is for it or for nobody', () => {
    const { doc, keys } = snack()
    const offices = doc.all('segment').find(one => one.key === 'offices')!.id
    const told = keys(offices)
    expect(told).toContain('vp3')
    expect(told).toContain('kp1')
    expect(told).not.toContain('vp1')
    expect(told).not.toContain('cs3')
  })

  test('keeps the order somebody chose; new notes follow, parked ones are not told', () => {
    const { run, canvasId, idOf, keys } = snack()
    run(tellInOrder, { canvasId, noteIds: [idOf('co1'), idOf('cs2')] })
    expect(keys().slice(0, 3)).toEqual(['co1', 'cs2', 'cs1'])
    const added = run(addNote, { canvasId, block: 'keyPartners', title: 'New' }).id
    expect(keys()).toContain(added)
    run(moveNotes, { canvasId, ids: [idOf('co1')], block: 'parked' })
    expect(keys()[0]).toBe('cs2')
    run(tellInOrder, { canvasId, noteIds: [] })
    expect(keys()[0]).toBe('cs1')
  })

  test('in the Lean layout goes from problem to advantage', () => {
    const { run, canvasId, keys, idOf } = snack()
    run(updateCanvas, { id: canvasId, kind: 'lean' })
    run(moveNotes, { canvasId, ids: [idOf('kp1')], block: 'problem' })
    run(moveNotes, { canvasId, ids: [idOf('kr1')], block: 'unfairAdvantage' })
    expect(keys().indexOf('kp1')).toBe(3)
    expect(keys().at(-1)).toBe('kr1')
    expect(keys()).not.toContain('ka1')
  })
})

test('moving in a list puts one where the other stands', () => {
  expect(moved(['a', 'b', 'c'], 'a', 'b')).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b', 'c'], 'c', undefined)).toEqual(['a', 'b', 'c'])
})
