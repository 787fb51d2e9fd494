/** Which part of the fit is looked at, kept while the app runs. */
import { create } from 'zustand'

export const fitViews = ['segment', 'coverage', 'journeys'] as const

export interface FitState {
  readonly view: (typeof fitViews)[number]
  /** Null follows the focus of the canvas, else the first segment. */
  readonly segmentId: string | null
  /** Only pains of severity 4 and 5. */
  readonly severe: boolean
  /** Null shows the first two. */
  readonly journeyIds: readonly string[] | null
}

const fresh: FitState = { view: 'segment', segmentId: null, severe: true, journeyIds: null }

const useStored = create<Readonly<Record<string, FitState>>>(() => ({}))

export const useFit = (handle: string): FitState => useStored(stored => stored[handle]) ?? fresh

export function setFit(handle: string, change: Partial<FitState>): void {
  useStored.setState(stored => ({ [handle]: { ...(stored[handle] ?? fresh), ...change } }))
}
