/** One name: whoever reads a segment or channel has its new name by the time the change has been asked for. */
import { describe, expect, test } from 'vitest'
import { canvasOf } from '../../renderer/document/canvas'
import { DocumentSession } from '../../renderer/document/session'
import { recordsIn } from '../../renderer/features/palette/records'
import { addCanvas, addNote, personaCommands, renameNote, segmentCommands } from '../../shared/commands'
import type { OpenDocument } from '../../shared/ipc/contract'
import { layoutJourney, type JourneyLayout } from '../../shared/layout'
import { bodyBoxes } from '../../shared/layout/boxes'
import { layoutCanvas, type CanvasLayout } from '../../shared/layout/canvas'
import { labels } from '../helpers/boards'
import { smallJourney } from '../helpers/build'
import { canvasOptions } from '../helpers/canvases'

/** A journey over the channel Store, a canvas with it and with a segment, a persona of that segment; opened in the page. */
function opened() {
  const { doc, run, ids } = smallJourney()
  const canvasId = run(addCanvas, { title: 'Canvas' }).args.id
  const segmentId = run(segmentCommands.add, { title: 'Offices' }).args.id
  const personaId = run(personaCommands.add, { title: 'Buyer', segmentId }).args.id
  const segmentNote = run(addNote, { canvasId, block: 'customerSegments', title: 'Offices' }).args
    .id as string
  const channelNote = run(addNote, { canvasId, block: 'channels', title: 'Store' }).args.id as string
  const file: OpenDocument = {
    handle: 'doc-12345678',
    documentId: 'd',
    isPart: false,
    fileName: 'Model.jboard',
    readOnly: null,
    records: JSON.stringify([...doc.records()]),
    revision: 1,
    history: JSON.stringify({ undo: [], redo: [] }),
    actor: 'actor00001',
    view: null,
    state: { saved: 1, published: 1, place: 'ok' },
    conflicts: [],
    copyOf: null,
    notices: [],
  }
  const session = new DocumentSession(file, { save: async (_, base) => ({ revision: base + 1 }) })
  return { session, canvasId, segmentId, personaId, segmentNote, channelNote, ids }
}

/** Keeps what a reader has read last; each reads when it is told, as the components do. */
function reader(subscribe: (listener: () => void) => unknown, read: () => string | undefined) {
  const seen = { last: read(), times: 0 }
  subscribe(() => {
    seen.last = read()
    seen.times++
  })
  return seen
}

function readersOf({
  session,
  canvasId,
  segmentId,
  personaId,
  segmentNote,
  channelNote,
  ids,
}: ReturnType<typeof opened>) {
  const { doc } = session
  const { journey = '', store = '', Till = '' } = ids
  let board: JourneyLayout | undefined
  let canvas: CanvasLayout | undefined
  // both layouts are built on the one before, as on screen
  const channelOnBoard = () => {
    board = layoutJourney(doc, journey, { labels }, board)
    const content = bodyBoxes(board).find(({ id }) => id === Till)?.content
    return content?.kind === 'touchpoint' ? content.channel?.title : undefined
  }
  const onCanvas = (noteId: string) => {
    const model = canvasOf(session, canvasId)
    canvas = model && layoutCanvas(doc, model, canvasOptions, canvas)
    return canvas?.notes.find(({ id }) => id === noteId)?.lines.join('')
  }
  const found = (id: string) => recordsIn(doc).find(one => one.id === id)?.title
  const one = (id: string) => (listener: () => void) => session.subscribeRecord(id, listener)
  const all = session.subscribe
  return {
    segment: {
      record: reader(one(segmentId), () => doc.find('segment', segmentId)?.title),
      model: reader(all, () => canvasOf(session, canvasId)?.note(segmentNote)?.title),
      drawn: reader(all, () => onCanvas(segmentNote)),
      persona: reader(all, () => doc.find('segment', doc.find('persona', personaId)?.segmentId)?.title),
      search: reader(all, () => found(segmentNote)),
    },
    channel: {
      record: reader(one(store), () => doc.find('channel', store)?.title),
      model: reader(all, () => canvasOf(session, canvasId)?.note(channelNote)?.title),
      drawn: reader(all, () => onCanvas(channelNote)),
      touchpoint: reader(all, () => channelOnBoard()),
      search: reader(all, () => found(channelNote)),
    },
    /** A record that nothing was done to. */
    other: reader(one(Till), () => doc.find('touchpoint', Till)?.title),
  }
}

describe.each([
  ['segment', 'Offices', 'Workplaces'],
  ['channel', 'Store', 'Showroom'],
] as const)('R53 a %s renamed on the canvas', (kind, old, fresh) => {
  test('is called so by all who read it before the change returns; undo and redo too', () => {
    const world = opened()
    const { session, canvasId } = world
    const readers = readersOf(world)
    const names = () => Object.values(readers[kind]).map(({ last }) => last)
    const untouched = kind === 'segment' ? 'channel' : 'segment'
    const before = Object.values(readers[untouched]).map(({ last }) => last)
    const all = (name: string) => names().map(() => name)
    expect(names()).toEqual(all(old))

    const id = kind === 'segment' ? world.segmentNote : world.channelNote
    session.dispatch(renameNote, { id, canvasId, title: fresh })
    expect(names()).toEqual(all(fresh))
    expect(session.history.undo).toHaveLength(1)
    session.undo()
    expect(names()).toEqual(all(old))
    session.redo()
    expect(names()).toEqual(all(fresh))

    // told once for each of the three changes, and nobody whose record it is not
    expect(Object.values(readers[kind]).map(({ times }) => times)).toEqual(all('').map(() => 3))
    expect(readers.other.times).toBe(0)
    expect(Object.values(readers[untouched]).map(({ last }) => last)).toEqual(before)
  })
})
