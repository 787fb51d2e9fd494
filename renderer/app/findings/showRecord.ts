/** Brings any record on screen: the view that shows it, selected, its fields beside it. */
import type { DocumentView } from '../../../shared/document'
import type { RawRecord } from '../../../shared/model'
import type { DocumentSession } from '../../document/session'
import { goTo, look } from '../store'

/** @param canvasId the canvas a note is to be shown on */
export function showRecord(session: DocumentSession, id: string, canvasId: string | null): void {
  const { doc } = session
  const record = doc.get(id)
  const onCanvas = (noteId: string) => {
    const placements = doc.pointing('placement', 'noteId', noteId).filter(one => !one.trashed)
    const place = placements.find(one => one.canvasId === canvasId) ?? placements[0]
    if (!place) return
    goTo('canvas', { canvasId: place.canvasId, selection: [noteId], inspector: true })
  }
  if (!record) return
  switch (record.type) {
    case 'note':
      return onCanvas(id)
    case 'segment': {
      const notes = doc.pointing('note', 'segmentId', id)
      const places = notes.flatMap(note => doc.pointing('placement', 'noteId', note.id))
      const here = places.find(one => one.canvasId === canvasId && !one.trashed)
      if (here) return onCanvas(here.noteId)
      return goTo('segments', { selection: [id], inspector: true })
    }
    case 'canvas':
      return goTo('canvas', { canvasId: id, selection: [], inspector: true })
    case 'quantity': {
      const quantity = doc.find('quantity', id)
      const owner = doc.get(quantity?.ownerId)
      const noteId = owner?.type === 'placement' ? doc.find('placement', owner.id)?.noteId : owner?.id
      return noteId ? showRecord(session, noteId, canvasId) : undefined
    }
    case 'link': {
      const link = doc.find('link', id)
      return link ? showRecord(session, link.fromId, canvasId) : undefined
    }
    case 'channel':
      return goTo('channels', { selection: [id], inspector: true })
    case 'persona':
      return goTo('personas', { selection: [id], inspector: true })
    case 'journey':
      return goTo('board', { journeyId: id, selection: [], viewport: null })
    case 'touchpoint':
      return onBoard(session, id, id)
    case 'painPoint': {
      const pain = doc.find('painPoint', id)
      const touchpointId = pain?.touchpointIds[0]
      if (touchpointId) return onBoard(session, touchpointId, id)
      return goTo('fit', { selection: [id], focus: pain?.segmentId ?? null })
    }
    case 'loyalty':
    case 'segmentDependency':
      return goTo('segments', { selection: [id], inspector: true })
    case 'stage':
    case 'step':
    case 'lane':
    case 'card':
    case 'flow':
    case 'opportunity': {
      const journeyId = journeyOf(session.doc, record)
      if (journeyId) return goTo('board', { journeyId, selection: [id], inspector: true })
      return look({ selection: [id], inspector: true })
    }
    default:
      // assumptions and the like have their fields beside whatever is shown
      look({ selection: [id], inspector: true })
  }
}

/** The journey on whose board something stands. */
function journeyOf(document: DocumentView, record: RawRecord | undefined): string | undefined {
  for (const field of ['journeyId', 'stageId', 'stepId', 'laneId', 'fromId']) {
    const parent = record?.[field]
    if (typeof parent !== 'string') continue
    return field === 'journeyId' ? parent : journeyOf(document, document.get(parent))
  }
  return undefined
}

function onBoard({ doc }: DocumentSession, touchpointId: string, select: string) {
  const journeyId = journeyOf(doc, doc.get(touchpointId))
  if (journeyId) goTo('board', { journeyId, selection: [select], inspector: true })
}
