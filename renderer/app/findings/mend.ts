/** Does what a fix says. */
import {
  addJourney,
  addLink,
  addNote,
  evidenceCommands,
  linkToSegment,
  quantityCommands,
  segmentDependencyCommands,
  updateJourney,
} from '../../../shared/commands'
import type { Fix } from '../../../shared/checks'
import type { DocumentSession } from '../../document/session'
import { goTo, look } from '../store'
import { showRecord } from './showRecord'

/** @param chosen one of the candidates, where the fix has any */
export function mend(session: DocumentSession, canvasId: string, fix: Fix, chosen: string | null): void {
  switch (fix.kind) {
    case 'link': {
      const [fromId, toId] = [fix.from ?? chosen, fix.to ?? chosen]
      if (fromId && toId) session.dispatch(addLink, { canvasId, kind: fix.linkKind, fromId, toId })
      return
    }
    case 'addDependency':
      if (chosen) session.dispatch(segmentDependencyCommands.add, { fromId: chosen, toId: fix.segmentId })
      return
    case 'addNote':
      return noteFor(session, canvasId, fix)
    case 'edit':
      return showRecord(session, fix.id, canvasId)
    case 'addEvidence':
      session.dispatch(evidenceCommands.add, { targetIds: [fix.targetId] })
      return showRecord(session, fix.targetId, canvasId)
    case 'addQuantity':
      session.dispatch(quantityCommands.add, { ownerId: fix.ownerId, name: fix.name })
      return showRecord(session, fix.ownerId, canvasId)
    case 'addJourney': {
      const title = session.doc.find('segment', fix.segmentId)?.title ?? ''
      session.dispatchAll('addJourney', dispatch => {
        const made = dispatch(addJourney, { title })
        if (!made) return
        dispatch(updateJourney, { id: made.id, segmentId: fix.segmentId, canvasId })
        goTo('board', { journeyId: made.id, selection: [], viewport: null })
      })
    }
  }
}

/** A note in the block, tied to the segment it is missing for; its name is for the person to write. */
function noteFor(session: DocumentSession, canvasId: string, fix: Extract<Fix, { kind: 'addNote' }>): void {
  const { block, segmentId, channelId } = fix
  session.dispatchAll('addNote', dispatch => {
    const isSegment = block === 'customerSegments'
    const made = dispatch(addNote, {
      canvasId,
      block,
      ...(isSegment && segmentId ? { segmentId } : {}),
      ...(channelId ? { channelId } : {}),
    })
    if (!made) return
    if (segmentId && !isSegment) dispatch(linkToSegment, { canvasId, noteIds: [made.id], segmentId })
    look({ selection: [made.id] })
  })
  goTo('canvas', { canvasId, inspector: true })
}
