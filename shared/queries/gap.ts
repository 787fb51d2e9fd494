/** Expectation against experience; gap = experience - expectation (SERVQUAL direction). */
import type { Rating } from './ratings'
import { mean, percent } from './rounding'

export interface GapFigures {
  readonly mean: number | null
  /** How many touchpoints went beyond, met and missed what was expected. */
  readonly exceeded: number
  readonly met: number
  readonly missed: number
  /** The lowest gap; null where there is none. */
  readonly worst: number | null
}

/** The gaps of touchpoints that say both expectation and experience; the others do not count. */
export function gapFigures(ratings: readonly Rating[]): GapFigures {
  const gaps = ratings.flatMap(({ gap }) => gap ?? [])
  return {
    mean: mean(gaps),
    exceeded: gaps.filter(gap => gap > 0).length,
    met: gaps.filter(gap => gap === 0).length,
    missed: gaps.filter(gap => gap < 0).length,
    worst: gaps.length === 0 ? null : gaps.reduce((worst, gap) => Math.min(worst, gap)),
  }
}

/**
 * Opportunity after Ulwick: importance + max(importance - satisfaction, 0), each the share of top-2 answers times 10,
 * so 0 … 20. Always of one segment's answers.
 */
export function opportunityScore(
  answers: readonly { importance: number; satisfaction: number }[],
): number | null {
  const top = (field: 'importance' | 'satisfaction') =>
    (percent(answers.filter(answer => answer[field] >= 4).length, answers.length) ?? 0) / 10
  if (answers.length === 0) return null
  return top('importance') + Math.max(top('importance') - top('satisfaction'), 0)
}
