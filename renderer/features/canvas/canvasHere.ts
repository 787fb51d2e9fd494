/** The canvas on screen and what of it is selected, for actions and gestures. */
import type { Situation } from '../../app/actions'
import { canvasOf } from '../../document/canvas'
import type { On } from './intentions'

/** The canvas on screen; undefined on every other screen. */
export function hereOf({ session, view }: Situation): On | undefined {
  if (!session || view?.screen !== 'canvas') return undefined
  const model = canvasOf(session, view.canvasId)
  return model && { session, model }
}

/** The selected notes, in the order they were chosen; parked ones count too. */
export function notesChosen(now: Situation): string[] {
  const on = hereOf(now)
  return on ? (now.view?.selection ?? []).filter(id => on.model.note(id)) : []
}

/** The selected notes that stand in blocks. */
export function notesOnBoard(now: Situation): string[] {
  const on = hereOf(now)
  return notesChosen(now).filter(id => on?.model.notes.some(note => note.id === id))
}
