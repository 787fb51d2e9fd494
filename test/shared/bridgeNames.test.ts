/** Notes that become the channels and segments of journeys, and what journeys use that the canvas lacks. */
import { describe, expect, test } from 'vitest'
import {
  addCanvas,
  addNote,
  bindNote,
  channelCommands,
  forkCanvas,
  removeRecords,
  renameNote,
  segmentCommands,
  unbindChannel,
  updateJourney,
  updateNote,
} from '../../shared/commands'
import { MissingRecord } from '../../shared/document'
import {
  canvasModel,
  journeysOfCanvas,
  likeness,
  missingChannels,
  suggestionsFor,
  unboundNotes,
} from '../../shared/queries'
import { smallJourney } from '../helpers/build'
import { contentOf, undone } from '../helpers/canvasBench'

/** The small journey, and a canvas with a note in Channels that is no channel yet. */
function withLooseNote(title = 'Our stores') {
  const { doc, run, ids } = smallJourney()
  const canvasId = run(addCanvas, { title: 'Canvas' }).args.id
  const noteId = run(addNote, { canvasId, block: 'channels', title }).args.id
  const made = doc.find('note', noteId)!.channelId
  if (made && made !== ids['store']) {
    run(updateNote, { id: noteId, channelId: null, title })
    run(channelCommands.remove, { id: made })
  }
  return { doc, run, ids, canvasId, noteId, model: () => canvasModel(doc, canvasId)! }
}

describe('a note becomes a channel', () => {
  test('R53 of a journey: renamed on the canvas, the touchpoints show the new name', () => {
    const { doc, run, ids, canvasId, noteId, model } = withLooseNote()
    expect(unboundNotes(doc, model()).map(({ note, suggestions }) => [note.id, suggestions[0]?.id])).toEqual([
      [noteId, ids['store']],
    ])
    run(bindNote, { id: noteId, type: 'channel', recordId: ids['store']! })
    expect(unboundNotes(doc, model())).toEqual([])
    expect(model().note(noteId)?.title).toBe('Store')
    const before = contentOf(doc)
    const { patch } = run(renameNote, { id: noteId, canvasId, title: 'Shop' })
    expect(doc.find('channel', doc.find('touchpoint', ids['Till'])!.channelId)?.title).toBe('Shop')
    expect(undone(doc, patch)).toEqual(before)
  })

  test('of its own name when none is asked for, the one of that name when there is one', () => {
    const fresh = withLooseNote('Kiosk')
    fresh.run(bindNote, { id: fresh.noteId, type: 'channel' })
    const kiosk = fresh.doc.find('note', fresh.noteId)!
    expect(kiosk.title).toBe('')
    expect(fresh.doc.find('channel', kiosk.channelId)?.title).toBe('Kiosk')
    fresh.run(updateNote, { id: fresh.noteId, channelId: null, title: 'STÖRE' })
    const channels = fresh.doc.all('channel').length
    fresh.run(bindNote, { id: fresh.noteId, type: 'channel' })
    expect(fresh.doc.find('note', fresh.noteId)!.channelId).toBe(fresh.ids['store'])
    expect(fresh.doc.all('channel').length).toBe(channels)
  })

  test('with its own words where they are to stay', () => {
    const { doc, run, ids, noteId, model } = withLooseNote()
    run(bindNote, { id: noteId, type: 'channel', recordId: ids['store']!, keepWording: true })
    expect(model().note(noteId)?.title).toBe('Our stores')
    expect(doc.find('note', noteId)?.channelId).toBe(ids['store'])
  })

  test('let go it keeps the name it was read by', () => {
    const { run, ids, noteId, doc, model } = withLooseNote()
    run(bindNote, { id: noteId, type: 'channel', recordId: ids['store']! })
    run(unbindChannel, { id: noteId })
    expect(doc.find('note', noteId)?.channelId).toBeNull()
    expect(model().note(noteId)?.title).toBe('Store')
  })

  test('what is not there is refused', () => {
    const { run, noteId } = withLooseNote()
    expect(() => run(bindNote, { id: noteId, type: 'channel', recordId: 'channel:gone' })).toThrow(
      MissingRecord,
    )
    expect(() => run(bindNote, { id: 'note:gone', type: 'channel' })).toThrow(MissingRecord)
  })

  test('a segment likewise', () => {
    const { doc, run, canvasId, model } = withLooseNote()
    const families = run(segmentCommands.add, { title: 'Families with children' }).args.id
    const noteId = run(addNote, { canvasId, block: 'customerSegments' }).args.id
    run(updateNote, { id: noteId, title: 'Families' })
    const [unbound] = unboundNotes(doc, model()).filter(({ type }) => type === 'segment')
    expect(unbound?.suggestions.map(({ id }) => id)).toEqual([families])
    run(bindNote, { id: noteId, type: 'segment', recordId: families })
    expect(model().segments.map(({ id }) => id)).toEqual([families])
  })
})

describe('names that are alike', () => {
  test('count without case, accents and endings', () => {
    expect(likeness('Réception', 'reception')).toBe(1)
    expect(likeness('Own web shop', 'Web shop')).toBe(0.9)
    expect(likeness('Webová stránka', 'Webové stránky')).toBeGreaterThan(0.6)
    expect(likeness('Phone', 'Field service')).toBeLessThan(0.35)
    expect(likeness('', 'Phone')).toBe(0)
  })

  test('at most three are suggested, the most alike first', () => {
    const records = ['Web shop', 'Web', 'Own web shop', 'Our web shop', 'Branch'].map(title => ({
      id: title,
      title,
    }))
    expect(suggestionsFor('Own web shop', records).map(({ id }) => id)[0]).toBe('Own web shop')
    expect(suggestionsFor('Own web shop', records)).toHaveLength(3)
    expect(suggestionsFor('Warehouse', records)).toEqual([])
  })
})

describe('channels that the canvas lacks', () => {
  test('are those its journeys use, whether they name the canvas or one of its segments', () => {
    const { doc, run, ids, canvasId, noteId, model } = withLooseNote()
    expect(missingChannels(doc, model())).toEqual([])
    run(updateJourney, { id: ids['journey']!, canvasId })
    expect(missingChannels(doc, model()).map(({ channel, uses }) => [channel.id, uses])).toEqual([
      [ids['store'], 4],
    ])
    const segment = run(addNote, { canvasId, block: 'customerSegments', title: 'Families' }).args
    const segmentId = doc.find('note', segment.id)!.segmentId!
    run(updateJourney, { id: ids['journey']!, canvasId: null, segmentId })
    expect(missingChannels(doc, model())[0]?.segmentIds).toEqual([segmentId])
    run(bindNote, { id: noteId, type: 'channel', recordId: ids['store']! })
    expect(missingChannels(doc, model())).toEqual([])
    run(removeRecords, { ids: [noteId] })
    expect(missingChannels(doc, model())).toHaveLength(1)
  })

  test('an option has the journeys of the canvas it came from, another canvas has not', () => {
    const { doc, run, ids, canvasId } = withLooseNote()
    run(updateJourney, { id: ids['journey']!, canvasId })
    const option = run(forkCanvas, { canvasId, title: 'Option' }).args.id
    const other = run(addCanvas, { title: 'Other' }).args.id
    const journeys = (id: string) => journeysOfCanvas(doc, canvasModel(doc, id)!).map(one => one.id)
    expect(journeys(option)).toEqual([ids['journey']])
    expect(journeys(other)).toEqual([])
  })
})
