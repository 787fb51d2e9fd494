/** What the board is doing right now: which title is being written, which handover is being drawn. Nothing of it is kept. */
import { create } from 'zustand'
import { situation } from '../../app/actions'
import { look } from '../../app/store'
import type { BoardHandle } from '../../canvas/BoardCanvas'

interface Editing {
  readonly id: string
  /**
   * Of a record that was just made, what was selected before: it vanishes again when no title is written, and that is
   * selected anew.
   */
  readonly fresh: readonly string[] | null
}

/** Below this zoom a title is too small to be written. */
const READABLE = 0.5

interface BoardState {
  readonly editing: Editing | null
  /** The touchpoint a handover is being drawn from. */
  readonly connectingFrom: string | null
  /** The board on screen, for zooming from menus and keys. */
  readonly canvas: BoardHandle | null
}

export const useBoard = create<BoardState>(() => ({ editing: null, connectingFrom: null, canvas: null }))

export function startEditing(id: string | undefined): void {
  if (!id) return
  useBoard.setState({ editing: { id, fresh: null } })
  comeNear(id)
}

/** Selects what was just made, brings it into view and begins its title. */
export function begin(id: string | undefined): void {
  if (!id) return
  const from = situation().view?.selection ?? []
  look({ selection: [id] })
  useBoard.setState({ editing: { id, fresh: from } })
  comeNear(id)
}

/** From far away nobody can read what they write. */
function comeNear(id: string): void {
  if ((situation().view?.viewport?.zoom ?? 1) < READABLE) useBoard.getState().canvas?.zoomTo(1)
  reveal(id)
}

/** Brings a record into view, once a change just made is on the board. */
export function reveal(id: string): void {
  requestAnimationFrame(() => useBoard.getState().canvas?.reveal(id))
}

export const stopEditing = (): void => useBoard.setState({ editing: null })
