import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addCanvas,
  moveNotes,
  placementOf,
  placeNote,
  removeRecords,
  segmentCommands,
  trashNotes,
  updateCanvas,
  updateNote,
} from '../../shared/commands'
import { applied } from '../../shared/document'
import { blocks, bmcBlocks, leanBlocks } from '../../shared/model/note'
import { canvasModel, segmentColours, segmentMarks, segmentPatterns } from '../../shared/queries'
import { bench } from '../helpers/build'
import { canvasBench } from '../helpers/canvasBench'

const noteEachBlock = (kind: 'bmc' | 'lean') => {
  const made = canvasBench(kind)
  for (const block of blocks) made.note(block, block)
  return made
}

describe('a canvas read as a whole', () => {
  test('notes come block by block as the layout is read, parked ones apart', () => {
    const { model } = noteEachBlock('bmc')
    expect(model().notes.map(({ block }) => block)).toEqual([...bmcBlocks])
    expect(model().parked.map(({ title }) => title)).toEqual(['parked'])
    expect(model().trashed).toEqual([])
  })

  test('what only the other layout has is elsewhere, and back when that layout is chosen', () => {
    const { run, canvasId, model } = noteEachBlock('lean')
    const others = ['keyPartners', 'keyActivities', 'keyResources', 'customerRelationships']
    expect(model().notes.map(({ block }) => block)).toEqual([...leanBlocks])
    expect(model().elsewhere.map(({ block }) => block)).toEqual(others)
    run(updateCanvas, { id: canvasId, kind: 'bmc' })
    const lean = ['problem', 'solution', 'keyMetrics', 'unfairAdvantage']
    expect(model().elsewhere.map(({ block }) => block)).toEqual(lean)
    expect(model().notes.map(({ block }) => block)).toEqual([...bmcBlocks])
  })

  test('what is thrown away is in no block and has no links', () => {
    const { run, canvasId, note, tie, model, segmentOf } = canvasBench()
    const segment = segmentOf(note('customerSegments', 'Families'))
    const offer = note('valuePropositions', 'Rooms')
    tie(offer, segment)
    expect(model().segmentsOf(offer)).toEqual([segment])
    run(trashNotes, { ids: [offer], canvasId })
    expect(model().trashed.map(({ id }) => id)).toEqual([offer])
    expect([model().notes.length, model().links.length, model().note(offer)]).toEqual([1, 0, undefined])
  })

  test('segments are those that stand on it, in the order of segments, and notes are for those linked', () => {
    const { run, note, tie, model, segmentOf } = canvasBench()
    const [late, early] = ['Late', 'Early'].map(title => segmentOf(note('customerSegments', title)))
    run(segmentCommands.add, { title: 'On no canvas' })
    run(segmentCommands.move, { ids: [early!], after: null })
    const offer = note('valuePropositions', 'Rooms')
    tie(offer, late!)
    tie(offer, early!)
    expect(model().segments.map(({ title }) => title)).toEqual(['Early', 'Late'])
    expect(model().segmentsOf(offer)).toEqual([early, late])
    expect(model().noteOf(late!)?.title).toBe('Late')
  })

  test('links that hold on every canvas count, those of other canvases do not', () => {
    const { doc, run, canvasId, note, tie, model, segmentOf } = canvasBench()
    const families = note('customerSegments', 'Families')
    const offer = note('valuePropositions', 'Rooms')
    tie(offer, segmentOf(families))
    const other = run(addCanvas, { title: 'Other' }).args.id
    run(placeNote, { noteId: families, canvasId: other, block: 'customerSegments' })
    run(placeNote, { noteId: offer, canvasId: other, block: 'valuePropositions' })
    expect(model(other).links).toEqual([])
    const [link] = doc.all('link')
    doc.apply({
      added: [],
      updated: [{ id: link!.id, field: 'canvasId', from: canvasId, to: null }],
      removed: [],
    })
    expect([model().links.length, model(other).links.length]).toEqual([1, 1])
  })

  test('values said here only that do not fit are passed over', () => {
    const { doc, canvasId, note, model } = canvasBench()
    const offer = note('valuePropositions', 'Rooms')
    const placement = placementOf(doc, canvasId, offer)
    const override = { status: 'no such status', block: 'channels', text: 'Fits', toString: 1 }
    doc.apply({
      added: [],
      updated: [{ id: placement.id, field: 'override', from: {}, to: override }],
      removed: [],
    })
    expect(model().note(offer)).toMatchObject({ block: 'valuePropositions', here: ['text'] })
    expect(model().note(offer)?.note).toMatchObject({ status: 'idea', text: 'Fits' })
  })

  test('a note that two people placed on one canvas stands on it once, and commands mean that place', () => {
    const { doc, run, canvasId, note, model } = canvasBench()
    const offer = note('valuePropositions', 'Rooms')
    const first = placementOf(doc, canvasId, offer)
    const twin = { ...first, id: 'placement:twin', order: `${first.order}z`, block: 'parked' as const }
    doc.apply({ added: [twin], updated: [], removed: [] })
    expect([model().notes.length, model().parked.length]).toEqual([1, 0])
    run(trashNotes, { ids: [offer], canvasId })
    expect([model().notes.length, model().parked.length, model().trashed.length]).toEqual([0, 0, 1])
    run(trashNotes, { ids: [offer], canvasId, restore: true })
    expect(model().notes.map(({ placement }) => placement.id)).toEqual([first.id])
  })

  test('a note in Channels reads as its channel though it was a segment before', () => {
    const { run, canvasId, note, titles, doc } = canvasBench()
    const families = note('customerSegments', 'Families')
    const web = note('channels', 'Web')
    run(updateNote, { id: families, channelId: doc.find('note', web)!.channelId })
    expect(titles('customerSegments')).toEqual(['Families'])
    run(moveNotes, { ids: [families], canvasId, block: 'channels' })
    expect(titles('channels')).toEqual(['Web', 'Web'])
  })

  test('there is nothing to read of a canvas that is gone', () => {
    const { doc, run, canvasId } = canvasBench()
    run(removeRecords, { ids: [canvasId] })
    expect(canvasModel(doc, canvasId)).toBeUndefined()
    expect(canvasModel(doc, null)).toBeUndefined()
  })
})

describe('the marks of segments', () => {
  const marksOf = (list: readonly { title: string; code?: string; pattern?: 'dotted' | null }[]) => {
    const { doc, run } = bench()
    for (const fields of list) run(segmentCommands.add, fields)
    return doc.all('segment').map(({ id }) => segmentMarks(doc).get(id)!)
  }

  test('codes come from names and are never given twice', () => {
    const codes = (...titles: string[]) => marksOf(titles.map(title => ({ title }))).map(({ code }) => code)
    expect(codes('Families', 'Žiaci', 'Couples')).toEqual(['FAM', 'ŽIA', 'COU'])
    expect(codes('Families', 'Family doctors', 'Famous people')).toEqual(['FAM', 'FAI', 'FAO'])
    expect(codes('', '!', 'A', 'A')).toEqual(['S1', 'S2', 'A', 'S4'])
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ maxLength: 6, unit: 'grapheme' }), fc.constantFrom('Aa', 'S2', 's4')), {
          maxLength: 20,
        }),
        titles => new Set(codes(...titles)).size === titles.length,
      ),
      { numRuns: process.env['JOURNEYBOARD_NIGHTLY'] === '1' ? 5000 : 100 },
    )
  })

  test('a chosen code is kept, and no other segment gets it', () => {
    const marks = marksOf([{ title: '' }, { title: 'Students', code: 'S1' }, { title: 'x', code: 's3' }])
    expect(marks.map(({ code }) => code)).toEqual(['S2', 'S1', 's3'])
  })

  test('eighteen segments have each a colour and pattern of their own', () => {
    const marks = marksOf(Array.from({ length: 18 }, (_, at) => ({ title: `Segment ${at}` })))
    expect(new Set(marks.map(({ colour, pattern }) => `${colour} ${pattern}`)).size).toBe(18)
    expect(new Set(marks.map(({ colour }) => colour))).toEqual(new Set(segmentColours))
    expect(new Set(marks.map(({ pattern }) => pattern))).toEqual(new Set(segmentPatterns))
  })

  test('what was chosen holds, and a colour nobody knows falls back', () => {
    const { doc, run } = bench()
    const { id } = run(segmentCommands.add, { title: 'A', colour: 's5', pattern: 'dotted', code: 'Q' }).args
    expect(segmentMarks(doc).get(id)).toEqual({ code: 'Q', colour: 's5', pattern: 'dotted' })
    const { patch } = run(segmentCommands.update, { id, colour: 'mauve', pattern: null })
    expect(segmentMarks(applied(doc, patch)).get(id)).toEqual({ code: 'Q', colour: 's1', pattern: 'solid' })
  })
})
