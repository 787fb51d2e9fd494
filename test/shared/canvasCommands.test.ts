import { describe, expect, test } from 'vitest'
import {
  addCanvas,
  addLink,
  addNote,
  addNotes,
  channelCommands,
  clearHere,
  emptyTrash,
  forkCanvas,
  moveNotes,
  placementOf,
  placeNote,
  quantityCommands,
  removeCanvas,
  removeRecords,
  renameNote,
  segmentCommands,
  touchpointCommands,
  trashNotes,
  unwaive,
  updateNote,
  updatePlacement,
  waive,
} from '../../shared/commands'
import { emptyPatch, MissingRecord } from '../../shared/document'
import { smallJourney } from '../helpers/build'
import { canvasBench, contentOf, undone } from '../helpers/canvasBench'

describe('renaming a note', () => {
  test('renames the segment it is, everywhere', () => {
    const { doc, run, canvasId, note, titles, segmentOf } = canvasBench()
    const families = note('customerSegments', 'Families')
    run(renameNote, { id: families, canvasId, title: 'Young families' })
    expect(doc.find('segment', segmentOf(families))?.title).toBe('Young families')
    expect(doc.find('note', families)?.title).toBe('')
    expect(titles('customerSegments')).toEqual(['Young families'])
  })

  test('renames the channel it is, which touchpoints name too, and undo takes it back', () => {
    const { doc, run, ids } = smallJourney()
    const canvasId = run(addCanvas, { title: 'Canvas' }).args.id
    const store = run(addNote, { canvasId, block: 'channels', title: 'store' }).args.id
    expect(doc.find('note', store)?.channelId).toBe(ids['store'])
    const before = contentOf(doc)
    const { patch } = run(renameNote, { id: store, canvasId, title: 'Shop' })
    const till = doc.find('touchpoint', ids['Till'])
    expect(doc.find('channel', till?.channelId)?.title).toBe('Shop')
    expect(undone(doc, patch)).toEqual(before)
  })

  test('changes the wording alone where a note has one of its own', () => {
    const { doc, run, canvasId, note, segmentOf } = canvasBench()
    const families = note('customerSegments', 'Families')
    run(updateNote, { id: families, title: 'Families (2+2)' })
    run(renameNote, { id: families, canvasId, title: 'Families of four' })
    expect(doc.find('note', families)?.title).toBe('Families of four')
    expect(doc.find('segment', segmentOf(families))?.title).toBe('Families')
  })

  test('picks the channel of that name whatever its case and accents, else makes it last in order', () => {
    const { doc, run, canvasId, note } = canvasBench()
    const known = run(channelCommands.add, { title: 'Predajňa' }).args.id
    run(channelCommands.add, { title: 'Phone' })
    const [picking, making] = [note('channels', ''), note('channels', '')]
    run(renameNote, { id: picking, canvasId, title: ' PREDAJNA ' })
    expect(doc.find('note', picking)).toMatchObject({ title: '', channelId: known })
    run(renameNote, { id: making, canvasId, title: 'Web' })
    expect(doc.all('channel').map(({ title }) => title)).toEqual(['Predajňa', 'Phone', 'Web'])
    expect(doc.find('note', making)).toMatchObject({ title: '', channelId: doc.all('channel')[2]?.id })
  })

  test('in other blocks is just its title', () => {
    const { doc, run, canvasId, note } = canvasBench()
    const offer = note('valuePropositions', '')
    const { patch } = run(renameNote, { id: offer, canvasId, title: 'Quiet rooms' })
    expect(patch.added).toEqual([])
    expect(doc.find('note', offer)?.title).toBe('Quiet rooms')
  })

  test('here words it on one canvas, and naming it everywhere ends that', () => {
    const { doc, run, canvasId, note, titles } = canvasBench()
    const offer = note('valuePropositions', 'Rooms')
    const other = run(forkCanvas, { canvasId, title: 'Option' }).args.id
    run(renameNote, { id: offer, canvasId: other, title: 'Suites', here: true })
    expect([titles('valuePropositions'), titles('valuePropositions', other)]).toEqual([['Rooms'], ['Suites']])
    run(renameNote, { id: offer, canvasId: other, title: 'Beds' })
    expect([titles('valuePropositions'), titles('valuePropositions', other)]).toEqual([['Beds'], ['Beds']])
    expect(placementOf(doc, other, offer).override).toEqual({})
  })

  test('is refused where the canvas does not show the note', () => {
    const { run, note } = canvasBench()
    const offer = note('valuePropositions', 'Rooms')
    const empty = run(addCanvas, { title: 'Empty' }).args.id
    expect(() => run(renameNote, { id: offer, canvasId: empty, title: 'x' })).toThrow(MissingRecord)
  })
})

describe('changing a note', () => {
  test('everywhere, or on one canvas, and what is said here only can be forgotten field by field', () => {
    const { doc, run, canvasId, note, model } = canvasBench()
    const offer = note('valuePropositions', 'Rooms')
    const other = run(forkCanvas, { canvasId, title: 'Option' }).args.id
    const here = { id: offer, canvasId: other, here: true }
    run(updateNote, { ...here, status: 'testing', text: 'Larger', segmentId: null })
    expect(model().note(offer)?.note).toMatchObject({ status: 'idea', text: '' })
    expect(model(other).note(offer)?.note).toMatchObject({ status: 'testing', text: 'Larger' })
    expect(model(other).note(offer)?.here.toSorted()).toEqual(['status', 'text'])

    run(updateNote, { id: offer, canvasId: other, status: 'supported' })
    expect([model(), model(other)].map(one => one.note(offer)?.note.status)).toEqual([
      'supported',
      'supported',
    ])
    run(clearHere, { id: offer, canvasId: other, fields: ['text'] })
    expect(model(other).note(offer)?.note).toEqual(doc.find('note', offer))
  })

  test('without a canvas, "here" has no place to mean and everywhere holds', () => {
    const { doc, run, note } = canvasBench()
    const offer = note('valuePropositions', 'Rooms')
    run(updateNote, { id: offer, here: true, text: 'Larger' })
    expect(doc.find('note', offer)?.text).toBe('Larger')
  })

  test('a canvas keeps its own colour, place and speaker note', () => {
    const { doc, run, canvasId, note } = canvasBench()
    const offer = note('valuePropositions', 'Rooms')
    run(updatePlacement, { id: offer, canvasId, colour: 's2', x: 10, y: 20, speakerNote: 'Start here' })
    expect(placementOf(doc, canvasId, offer)).toMatchObject({
      colour: 's2',
      x: 10,
      y: 20,
      note: 'Start here',
    })
    expect(doc.find('note', offer)?.note).toBe('')
  })
})

describe('new notes', () => {
  test('a list makes one record for each name and finds those that are there, in the order given', () => {
    const { doc, run, canvasId, titles } = canvasBench()
    const first = run(channelCommands.add, { title: 'Web' }).args.id
    run(channelCommands.add, { title: 'Phone' })
    const lines = [
      ['channels', 'web'],
      ['channels', 'Shop'],
      ['customerSegments', 'Families'],
      ['channels', 'SHOP'],
      ['customerSegments', 'Couples'],
      ['keyResources', 'Rooms'],
    ] as const
    run(addNotes, { canvasId, notes: lines.map(([block, title]) => ({ block, title })) })
    expect(doc.all('channel').map(({ title }) => title)).toEqual(['Web', 'Phone', 'Shop'])
    expect(doc.all('segment').map(({ title }) => title)).toEqual(['Families', 'Couples'])
    expect(titles('channels')).toEqual(['Web', 'Shop', 'Shop'])
    expect(titles('keyResources')).toEqual(['Rooms'])
    expect(doc.all('note').filter(({ channelId }) => channelId === first)).toHaveLength(1)
  })

  test('stand behind the note that is named, first, or last', () => {
    const { run, canvasId, titles } = canvasBench()
    const add = (title: string, after?: string | null) =>
      run(addNote, { canvasId, block: 'keyActivities', title, ...(after === undefined ? {} : { after }) })
        .args.id as string
    const a = add('A')
    add('B')
    add('C', a)
    add('D', null)
    expect(titles('keyActivities')).toEqual(['D', 'A', 'C', 'B'])
  })

  test('a note of another canvas is shown here too, once', () => {
    const { doc, run, note, titles } = canvasBench()
    const offer = note('valuePropositions', 'Rooms')
    const canvasId = run(addCanvas, { title: 'Other' }).args.id
    run(placeNote, { noteId: offer, canvasId, block: 'valuePropositions' })
    expect(titles('valuePropositions', canvasId)).toEqual(['Rooms'])
    expect(doc.all('note')).toHaveLength(1)
    const again = run(placeNote, { noteId: offer, canvasId, block: 'parked' })
    expect(again.patch).toEqual(emptyPatch)
  })
})

describe('moving notes', () => {
  test('keeps the order in which they were taken, behind the note that is named', () => {
    const { doc, run, canvasId, note, titles } = canvasBench()
    const [a, b, c] = ['A', 'B', 'C'].map(title => note('keyActivities', title)) as [string, string, string]
    const x = note('keyResources', 'X')
    note('keyResources', 'Y')
    const before = contentOf(doc)
    const { patch } = run(moveNotes, { ids: [c, a], canvasId, block: 'keyResources', after: x })
    expect(titles('keyResources')).toEqual(['X', 'C', 'A', 'Y'])
    expect(titles('keyActivities')).toEqual(['B'])
    expect(doc.find('note', c)?.block).toBe('keyResources')
    expect(undone(doc, patch)).toEqual(before)
    run(moveNotes, { ids: [b], canvasId, block: 'keyActivities', after: b })
    expect(titles('keyActivities')).toEqual(['B'])
  })

  test('a link to a segment takes the kind of the new block, what no kind allows goes, undo restores', () => {
    const { doc, run, canvasId, note, tie, model, segmentOf } = canvasBench()
    const segment = segmentOf(note('customerSegments', 'Families'))
    const offer = note('valuePropositions', 'Rooms')
    tie(offer, segment)
    run(addLink, { canvasId, kind: 'enables', fromId: note('keyResources', 'House'), toId: offer })
    const moves = [
      ['revenueStreams', 'pays', segment, offer],
      ['customerRelationships', 'relates', offer, segment],
      ['parked', 'for', offer, segment],
      ['channels', 'reaches', offer, segment],
      ['valuePropositions', 'offers', offer, segment],
    ] as const
    for (const [block, ...link] of moves) {
      const before = contentOf(doc)
      const { patch } = run(moveNotes, { ids: [offer], canvasId, block })
      expect(model().links.map(({ kind, from, to }) => [kind, from, to])).toEqual([link])
      expect(undone(doc, patch)).toEqual(before)
    }
  })

  test('two that are tied together and go the same way are judged by where both stand then', () => {
    const { run, canvasId, note, model } = canvasBench()
    const [activity, offer] = [note('keyActivities', 'Cook'), note('valuePropositions', 'Meals')]
    run(addLink, { canvasId, kind: 'enables', fromId: activity, toId: offer })
    run(moveNotes, { ids: [activity, offer], canvasId, block: 'keyResources' })
    expect(model().links).toEqual([])
  })

  test('from the parking lot to Channels makes a note the channel of its name', () => {
    const { doc, run, canvasId, note } = canvasBench()
    const [web, again] = [note('parked', 'Web'), note('parked', 'web')]
    run(moveNotes, { ids: [web, again], canvasId, block: 'channels' })
    expect(doc.all('channel').map(({ title }) => title)).toEqual(['Web'])
    const channelId = doc.all('channel')[0]?.id
    expect([web, again].map(id => doc.find('note', id))).toMatchObject([
      { title: '', channelId },
      { title: '', channelId },
    ])
  })

  test('a shared note keeps its home, and takes its first block when nobody shares it', () => {
    const { doc, run, canvasId, note } = canvasBench()
    const offer = note('valuePropositions', 'Rooms')
    const other = run(forkCanvas, { canvasId, title: 'Option' }).args.id
    run(moveNotes, { ids: [offer], canvasId: other, block: 'keyResources' })
    expect(doc.find('note', offer)?.block).toBe('valuePropositions')
    expect(placementOf(doc, other, offer).block).toBe('keyResources')
    expect(placementOf(doc, canvasId, offer).block).toBe('valuePropositions')
  })
})

describe('the trash', () => {
  test('notes come back where they were', () => {
    const { run, canvasId, note, titles, model } = canvasBench()
    const ids = ['A', 'B', 'C'].map(title => note('keyActivities', title))
    run(trashNotes, { ids: ids.slice(0, 2), canvasId })
    expect(titles('keyActivities')).toEqual(['C'])
    expect(model().trashed.map(({ title }) => title)).toEqual(['A', 'B'])
    run(trashNotes, { ids: ids.slice(0, 2), canvasId, restore: true })
    expect(titles('keyActivities')).toEqual(['A', 'B', 'C'])
  })

  test('emptied, takes a note out of the document unless another canvas has it', () => {
    const { doc, run, canvasId, note, titles } = canvasBench()
    const [own, shared] = [note('keyActivities', 'Own'), note('keyActivities', 'Shared')]
    const other = run(addCanvas, { title: 'Other' }).args.id
    run(placeNote, { noteId: shared, canvasId: other, block: 'keyActivities' })
    run(trashNotes, { ids: [own, shared], canvasId })
    run(emptyTrash, { canvasId })
    expect(doc.find('note', own)).toBeUndefined()
    expect(titles('keyActivities', other)).toEqual(['Shared'])
    run(trashNotes, { ids: [shared], canvasId: other })
    expect(run(emptyTrash, { canvasId }).patch).toEqual(emptyPatch)
    run(emptyTrash, { canvasId: other })
    expect(doc.all('note')).toEqual([])
  })
})

describe('whole canvases', () => {
  test('an option shares notes and has links, numbers and values of its own', () => {
    const { doc, run, canvasId, note, tie, model, titles, segmentOf } = canvasBench()
    const segment = segmentOf(note('customerSegments', 'Families'))
    const offer = note('valuePropositions', 'Rooms')
    const gone = note('valuePropositions', 'Gone')
    tie(offer, segment)
    run(updateNote, { id: offer, canvasId, here: true, text: 'Here' })
    run(quantityCommands.add, { ownerId: placementOf(doc, canvasId, offer).id, name: 'price', likely: 90 })
    run(trashNotes, { ids: [gone], canvasId })
    const before = contentOf(doc)
    const { args, patch } = run(forkCanvas, { canvasId, title: 'Option' })
    expect(undone(doc, patch)).toEqual(before)
    expect(patch.added.filter(({ type }) => type === 'note')).toEqual([])
    expect(doc.find('canvas', args.id)).toMatchObject({ title: 'Option', state: 'option', baseId: canvasId })
    expect(doc.all('canvas').map(({ id }) => id)).toEqual([canvasId, args.id])
    expect(titles('valuePropositions', args.id)).toEqual(['Rooms'])
    const numbers = () => {
      const places = [canvasId, args.id].map(id => placementOf(doc, id, offer).id)
      return places.map(id => doc.pointing('quantity', 'ownerId', id).map(({ likely }) => likely))
    }
    expect(numbers()).toEqual([[90], [90]])

    const [copied] = model(args.id).links
    run(removeRecords, { ids: [...copied!.ids] })
    expect([model().links, model(args.id).links].map(list => list.length)).toEqual([1, 0])
    run(clearHere, { id: offer, canvasId: args.id })
    expect(model().note(offer)?.note.text).toBe('Here')
    expect(model(args.id).note(offer)?.note.text).toBe('')
    const [mine] = doc.pointing('quantity', 'ownerId', placementOf(doc, args.id, offer).id)
    run(quantityCommands.update, { id: mine!.id, likely: 120 })
    expect(numbers()).toEqual([[90], [120]])
  })

  test('removed, takes its own notes along and leaves those that others show', () => {
    const { doc, run, canvasId, note, titles } = canvasBench()
    const shared = note('keyActivities', 'Shared')
    const option = run(forkCanvas, { canvasId, title: 'Option' }).args.id
    note('keyActivities', 'Own', option)
    const before = contentOf(doc)
    const { patch } = run(removeCanvas, { id: option })
    expect(undone(doc, patch)).toEqual(before)
    expect(titles('keyActivities')).toEqual(['Shared'])
    expect(doc.all('note').map(({ id }) => id)).toEqual([shared])
    expect(doc.all('placement')).toHaveLength(1)
  })
})

describe('removing what notes are named by', () => {
  test('a segment or a channel: notes keep the name', () => {
    const { doc, run, note, titles, segmentOf } = canvasBench()
    const families = note('customerSegments', 'Families')
    const web = note('channels', 'Web')
    run(segmentCommands.remove, { id: segmentOf(families) })
    run(removeRecords, { ids: [doc.find('note', web)!.channelId!] })
    expect([titles('customerSegments'), titles('channels')]).toEqual([['Families'], ['Web']])
    expect(doc.find('note', families)).toMatchObject({ title: 'Families', segmentId: null })
  })

  test('together with the notes leaves nothing', () => {
    const { doc, run, note, segmentOf } = canvasBench()
    const families = note('customerSegments', 'Families')
    run(removeRecords, { ids: [segmentOf(families), families] })
    expect([doc.all('note'), doc.all('segment'), doc.all('placement')]).toEqual([[], [], []])
  })

  test('a channel that only a touchpoint uses leaves the touchpoint', () => {
    const { doc, run, ids } = smallJourney()
    run(touchpointCommands.update, { id: ids['Till']!, title: 'Till 2' })
    run(channelCommands.remove, { id: ids['store']! })
    expect(doc.find('touchpoint', ids['Till'])).toMatchObject({ title: 'Till 2', channelId: null })
  })
})

describe('findings set aside', () => {
  test('once for the same records in whatever order, with the newer reason, and taken back', () => {
    const { doc, run, note } = canvasBench()
    const targetIds = [note('keyActivities', 'A'), note('keyActivities', 'B')]
    run(waive, { rule: 'L36', targetIds, reason: 'On purpose' })
    run(waive, { rule: 'L36', targetIds: targetIds.toReversed(), reason: 'Really' })
    expect(doc.all('waiver')).toMatchObject([{ rule: 'L36', reason: 'Really' }])
    run(waive, { rule: 'L36', targetIds, slug: 'other', reason: 'Another case' })
    expect(doc.all('waiver')).toHaveLength(2)
    for (const { id } of doc.all('waiver')) run(unwaive, { id })
    expect(doc.all('waiver')).toEqual([])
  })

  test('go with the last record they are about', () => {
    const { doc, run, note } = canvasBench()
    const id = note('keyActivities', 'A')
    run(waive, { rule: 'L25', targetIds: [id], reason: 'Known' })
    run(removeRecords, { ids: [id] })
    expect(doc.all('waiver')).toEqual([])
  })
})
