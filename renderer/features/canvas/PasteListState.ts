/** The list that is being pasted onto the canvas. */
import { create } from 'zustand'

interface PasteList {
  /** Null while nothing is being pasted. */
  readonly text: string | null
  readonly open: (text: string) => void
  readonly close: () => void
}

/** `usePasteList.getState().open(text)` shows what a pasted list would add. */
export const usePasteList = create<PasteList>(set => ({
  text: null,
  open: text => set({ text }),
  close: () => set({ text: null }),
}))
