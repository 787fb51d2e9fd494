/** What the board is doing right now: which title is being written, which handover is being drawn. Nothing of it is kept. */
import { create } from 'zustand'
import type { BoardHandle } from '../../canvas/BoardCanvas'

interface BoardState {
  /** `fresh` records vanish again when their first title stays empty. */
  readonly editing: { readonly id: string; readonly fresh: boolean } | null
  /** The touchpoint a handover is being drawn from. */
  readonly connectingFrom: string | null
  /** The board on screen, for zooming from menus and keys. */
  readonly canvas: BoardHandle | null
}

export const useBoard = create<BoardState>(() => ({ editing: null, connectingFrom: null, canvas: null }))

export const startEditing = (id: string | undefined, fresh = false): void => {
  if (id) useBoard.setState({ editing: { id, fresh } })
}

export const stopEditing = (): void => useBoard.setState({ editing: null })
