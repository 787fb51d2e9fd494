/** How long customers wait (R19). */
import type { Touchpoint } from '../model'

export interface Waiting {
  /** Minutes. */
  readonly total: number
  /** Minutes that need not be. */
  readonly avoidable: number
  /** The touchpoint with the longest wait. */
  readonly longest: Touchpoint | null
}

/** The waits of a journey's touchpoints, or of a stage's. */
export function waitingOf(touchpoints: readonly Touchpoint[]): Waiting {
  let [total, avoidable] = [0, 0]
  let longest: Touchpoint | null = null
  for (const touchpoint of touchpoints) {
    const minutes = touchpoint.waitMinutes ?? 0
    total += minutes
    if (touchpoint.waitAvoidable) avoidable += minutes
    if (minutes > (longest?.waitMinutes ?? 0)) longest = touchpoint
  }
  return { total, avoidable, longest }
}
