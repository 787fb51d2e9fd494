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

export const useOverlay = create<{ readonly overlay: Overlay | null }>(() => ({ overlay: null }))

export const openOverlay = (overlay: Overlay) => useOverlay.setState({ overlay })
export const closeOverlay = () => useOverlay.setState({ overlay: null })
