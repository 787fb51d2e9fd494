/** What the canvas board is doing right now; nothing of it is kept. */
import { create } from 'zustand'
import type { NoteDraft } from '../../../shared/layout/canvas'
import type { LinkKind } from '../../../shared/model/link'
import type { Block } from '../../../shared/model/note'
import { situation } from '../../app/actions'
import { look } from '../../app/store'
import type { NoteLanding } from './landing'

/** What is being written: the title of a note, or a note that is not there yet. */
export type Writing =
  | { readonly kind: 'title'; readonly id: string }
  | { readonly kind: 'draft'; readonly draft: NoteDraft; readonly before: readonly string[] }

/** Kinds of link that fit two notes, to choose from. */
export interface LinkChoice {
  readonly at: { readonly x: number; readonly y: number }
  readonly links: readonly { readonly kind: LinkKind; readonly fromId: string; readonly toId: string }[]
}

/** The board on screen, for zooming and showing from menus and keys. */
export interface CanvasHandle {
  readonly zoomTo: (zoom: number) => void
  readonly zoomBy: (factor: number) => void
  readonly fit: () => void
  /** Brings a note or a block into view. */
  readonly reveal: (id: string) => void
  /** Where a point of the page lies on the board, px at 100 %; undefined beside it. */
  readonly pointOn: (point: { x: number; y: number }) => { x: number; y: number } | undefined
  /** Moves the board when a drag comes near its edge. */
  readonly nudge: (point: { x: number; y: number }) => void
  readonly zoom: () => number
}

interface CanvasState {
  readonly writing: Writing | null
  /** The note a link is being drawn from. */
  readonly linkingFrom: string | null
  readonly linkChoice: LinkChoice | null
  /** The block that is meant while no note is selected. */
  readonly block: Block | null
  /** Whether a key led to that block: then it is framed. */
  readonly byKey: boolean
  /** Notes on their way, and where they would land on the board. */
  readonly dragged: readonly string[]
  readonly landing: NoteLanding | null
  readonly handle: CanvasHandle | null
}

export const useCanvasBoard = create<CanvasState>(() => ({
  writing: null,
  linkingFrom: null,
  linkChoice: null,
  block: null,
  byKey: false,
  dragged: [],
  landing: null,
  handle: null,
}))

/** Begins the title of a note where it stands. */
export function writeTitle(id: string | undefined): void {
  if (!id) return
  useCanvasBoard.setState({ writing: { kind: 'title', id } })
  reveal(id)
}

/** Makes room for a new note and begins its title; it comes to be when it has one. */
export function writeNew(draft: NoteDraft): void {
  const before = situation().view?.selection ?? []
  look({ selection: [] })
  useCanvasBoard.setState({ writing: { kind: 'draft', draft, before }, block: draft.block })
  reveal(draft.block)
}

export const stopWriting = (): void => useCanvasBoard.setState({ writing: null })

/** Brings a note into view, once a change just made is on the board. */
export function reveal(id: string): void {
  requestAnimationFrame(() => useCanvasBoard.getState().handle?.reveal(id))
}

/** The keyboard is with the board again. */
export const focusBoard = (): void =>
  document.querySelector<HTMLElement>('[data-part="canvas"]')?.focus({ preventScroll: true })
