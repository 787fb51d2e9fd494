/** The customer experience pyramid: how well each level is fulfilled, and whether the base comes first (R16, R17). */
import type { DocumentView } from '../document'
import type { Opportunity, Touchpoint } from '../model'
import { gapFigures, type GapFigures } from './gap'
import { ratingsAmong, ratingsOf, type Ratings } from './ratings'
import { percent } from './rounding'

export interface PyramidLevel {
  readonly id: string
  readonly name: string
  readonly meaning: string
  readonly touchpoints: readonly Touchpoint[]
  /** Touchpoints whose experience reaches the expectation, of those that say both, in percent. */
  readonly fulfilledPct: number | null
  readonly gap: GapFigures
}

/**
 * The project's levels, base first, over the touchpoints given: a journey's, or those of a stage or channel of it.
 * @param ratings those of the touchpoints, where the caller has them
 */
export function pyramidOf(
  document: DocumentView,
  touchpoints: readonly Touchpoint[],
  ratings: Ratings = ratingsOf(document, touchpoints),
): PyramidLevel[] {
  return document.project().pyramid.map(level => {
    const own = touchpoints.filter(touchpoint => touchpoint.level === level.id)
    const gap = gapFigures(ratingsAmong(ratings, own))
    const rated = gap.exceeded + gap.met + gap.missed
    return { ...level, touchpoints: own, gap, fulfilledPct: percent(gap.exceeded + gap.met, rated) }
  })
}

/** Below this share a level is weak, unless the project sets another (`pyramid.weakBelowPct`). */
export const WEAK_BELOW_PCT = 50

export interface BaseFirst {
  /** The lowest weak level. */
  readonly level: PyramidLevel
  /** Opportunities still open that aim above it. */
  readonly opportunities: readonly Opportunity[]
}

/** The warning that effort goes to upper levels while a lower one is weak; null when there is none. */
export function baseFirst(
  document: DocumentView,
  levels: readonly PyramidLevel[],
  opportunities: readonly Opportunity[],
): BaseFirst | null {
  const setting = document.project().checkSettings['pyramid.weakBelowPct']
  const limit = typeof setting === 'number' ? setting : WEAK_BELOW_PCT
  const at = levels.findIndex(({ fulfilledPct }) => fulfilledPct !== null && fulfilledPct < limit)
  const level = levels[at]
  if (!level) return null
  const above = new Set<string | null>(levels.slice(at + 1).map(({ id }) => id))
  const aiming = opportunities.filter(
    one => above.has(one.level) && (one.status === 'open' || one.status === 'chosen'),
  )
  return aiming.length === 0 ? null : { level, opportunities: aiming }
}
