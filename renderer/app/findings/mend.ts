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
import { focusTitle } from '../focusTitle'
import { goTo, look } from '../store'
import { showRecord } from './showRecord'

/**
 * What waits for a value (a number, what the evidence says) is there once, however often it is asked for.
 * @param chosen one of the candidates, where the fix has any
 */
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
      return edit(session, canvasId, fix)
    case 'addEvidence': {
      const known = session.doc.pointing('evidence', 'targetIds', fix.targetId)
      if (!known.some(({ text, date }) => text === '' && !date))
        session.dispatch(evidenceCommands.add, { targetIds: [fix.targetId] })
      return showRecord(session, fix.targetId, canvasId)
    }
    case 'addQuantity': {
      const { ownerId, name } = fix
      const known = session.doc.pointing('quantity', 'ownerId', ownerId).find(one => one.name === name)
      const { id } = known ?? session.dispatch(quantityCommands.add, { ownerId, name }) ?? {}
      // its fields are open beside whatever is shown
      if (id) look({ selection: [id], inspector: true })
      return
    }
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

/** Brings the field that is to be changed on screen; a name is under the cursor at once. */
function edit(
  session: DocumentSession,
  canvasId: string,
  { id, field }: Extract<Fix, { kind: 'edit' }>,
): void {
  // what a segment is stands on its card, its name on the canvas as well
  if (id.startsWith('segment:') && field !== 'title')
    return goTo('segments', { selection: [id], inspector: true })
  if (field === 'formula') return look({ selection: [id], inspector: true })
  showRecord(session, id, canvasId)
  if (field === 'title') focusTitle()
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
  focusTitle()
}
