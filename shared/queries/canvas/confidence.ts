/** How sure we are of a note: by its evidence, its assumptions and what its numbers rest on. */
import type { DocumentView } from '../../document'
import type { CanvasModel } from './model'

export type NoteConfidence = 'known' | 'estimated' | 'guessed'

const ranks: readonly NoteConfidence[] = ['guessed', 'estimated', 'known']

/**
 * The weakest of what a note rests on on this canvas: a number that is a guess makes it a guess, whatever else is
 * known. An assumption counts by its certainty (up to 2 a guess, 3 an estimate, from 4 known), evidence that speaks
 * for it as known, as long as nothing weaker is there.
 * @returns null where nothing says anything
 */
export function noteConfidence(
  document: DocumentView,
  model: CanvasModel,
  noteId: string,
): NoteConfidence | null {
  const placed = model.note(noteId)
  if (!placed) return null
  const ids = [noteId, placed.placement.id, model.thing(noteId)]
  const found = new Set<NoteConfidence>()
  for (const id of new Set(ids)) {
    for (const { likely, formula, basis } of document.pointing('quantity', 'ownerId', id)) {
      if (likely === null && !formula) continue
      found.add(basis === 'measured' ? 'known' : basis === 'estimate' ? 'estimated' : 'guessed')
    }
    for (const { certainty, status } of document.pointing('assumption', 'targetIds', id)) {
      if (status === 'parked') continue
      found.add(certainty >= 4 ? 'known' : certainty === 3 ? 'estimated' : 'guessed')
    }
    for (const { tone } of document.pointing('evidence', 'targetIds', id)) if (tone >= 0) found.add('known')
  }
  return ranks.find(rank => found.has(rank)) ?? null
}
