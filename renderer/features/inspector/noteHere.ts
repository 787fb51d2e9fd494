/** A note as the canvas on screen shows it, and whether what is changed counts on that canvas only. */
import { placesOf, updateNote } from '../../../shared/commands'
import type { DocumentView, Fields } from '../../../shared/document'
import type { CanvasModel, PlacedNote } from '../../../shared/queries'
import { useView } from '../../app/useView'
import { useCanvas } from '../../document/canvas'
import { useDocument, useSession } from '../../document/hooks'

export interface NoteHere {
  readonly id: string
  readonly model: CanvasModel
  readonly canvasId: string
  readonly placed: PlacedNote
  /** Thrown away on this canvas. */
  readonly trashed: boolean
  /** Names of the other canvases that show it. */
  readonly others: readonly string[]
  /** What is changed counts on this canvas only. */
  readonly hereOnly: boolean
  /** Changes fields of the note; `join` as in useWrite. */
  readonly write: (fields: Fields<'note'>, join?: string) => void
}

/** On the canvas on screen, else on the first that shows the note; undefined where none does. */
export function useNoteHere(id: string): NoteHere | undefined {
  const session = useSession()
  const view = useView('canvasId', 'hereOnly')
  const canvasId = useDocument(document => canvasFor(document, id, view.canvasId))
  const model = useCanvas(canvasId)
  const others = useDocument(document =>
    placesOf(document, id).flatMap(place =>
      place.trashed || place.canvasId === canvasId
        ? []
        : (document.find('canvas', place.canvasId)?.title ?? []),
    ),
  )
  const shown = model?.note(id)
  const placed = shown ?? model?.trashed.find(one => one.id === id)
  if (!model || !placed || !canvasId) return undefined
  const hereOnly = view.hereOnly && others.length > 0
  return {
    id,
    model,
    canvasId,
    placed,
    trashed: !shown,
    others,
    hereOnly,
    write: (fields, join) => {
      session.dispatch(updateNote, { id, canvasId, here: hereOnly, ...fields }, join && `${id}:${join}`)
    },
  }
}

function canvasFor(document: DocumentView, id: string, onScreen: string | null): string | null {
  const places = placesOf(document, id)
  const best = places.find(one => one.canvasId === onScreen) ?? places.find(one => !one.trashed) ?? places[0]
  return best?.canvasId ?? null
}
