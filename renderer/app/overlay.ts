/** Which window lies over the page. */
import { create } from 'zustand'

export type Overlay =
  | 'settings'
  | 'versions'
  | 'share'
  | 'palette'
  | 'help'
  | 'story'
  | 'export'
  | 'merge'
  | 'conflicts'
  | 'target'

/** A field of a record that a window is to begin with. */
export interface FieldAt {
  readonly id: string
  readonly field: string
}

interface State {
  readonly overlay: Overlay | null
  readonly at: FieldAt | null
}

export const useOverlay = create<State>(() => ({ overlay: null, at: null }))

export const openOverlay = (overlay: Overlay, at: FieldAt | null = null) =>
  useOverlay.setState({ overlay, at })
export const closeOverlay = () => useOverlay.setState({ overlay: null, at: null })
