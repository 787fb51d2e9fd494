/**
 * What readings say: NPS, CSAT, CES, retention. Raw counts are stored, so every figure is computed here and pooling is
 * adding counts. A reading that does not fit its scale is refused, never bent.
 */
import type { Metric, Reading } from '../model'
import { percent } from './rounding'

/** Answers and how often each was given. */
export type Counts = readonly (readonly [answer: number, count: number])[]

/** Why there is no figure. */
export type Refusal =
  /** NPS is for 0-10; 1-10 is accepted and marked. */
  | 'metric.npsScale'
  /** No convention for this scale and no first good answer given. */
  | 'metric.noConvention'
  /** An answer lies outside the scale. */
  | 'metric.answerOutside'
  /** There is nothing to count. */
  | 'metric.noAnswers'

export interface ReadingFigures {
  /** Named as in the files: responses, csatPct, mean · nps · cesMean, easyPct · retentionPct, churnPct. */
  readonly figures: Readonly<Record<string, number | null>>
  /** Of the headline figure, in its own unit; null where it has none. */
  readonly standardError: number | null
  /** The 95 % interval of the headline figure. */
  readonly interval: readonly [low: number, high: number] | null
  /** False for NPS on 1-10: never to stand in one line with NPS on 0-10. */
  readonly standard: boolean
}

export type ReadingAnswer = ReadingFigures | { readonly refused: Refusal }

/** The figures of one reading, unrounded. */
export function readingFigures(metric: Metric, reading: Reading): ReadingAnswer {
  if (metric.kind === 'retention') return retentionFigures(reading)
  if (!reading.counts && reading.value !== null) {
    return { figures: { value: reading.value }, standardError: null, interval: null, standard: true }
  }
  const counts: Counts = Object.entries(reading.counts ?? {}).map(([answer, count]) => [
    Number(answer),
    count,
  ])
  if (counts.some(([answer, n]) => n > 0 && (answer < metric.scaleMin || answer > metric.scaleMax))) {
    return { refused: 'metric.answerOutside' }
  }
  if (responses(counts) === 0) return { refused: 'metric.noAnswers' }
  switch (metric.kind) {
    case 'nps':
      return npsFigures(metric, counts)
    case 'csat':
      return shareFigures(metric, counts, 'csatPct', 'mean', 'share')
    case 'ces':
      return shareFigures(metric, counts, 'easyPct', 'cesMean', 'mean')
    case 'custom':
      return metric.method === 'topBox'
        ? shareFigures(metric, counts, 'sharePct', 'mean', 'share')
        : headline({ responses: responses(counts), mean: meanAnswer(counts) }, 'mean', meanError(counts))
  }
}

/** Readings of one metric as one: counts are added, scores never averaged. */
export function pooledCounts(readings: readonly Reading[]): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const { counts } of readings) {
    for (const [answer, count] of Object.entries(counts ?? {})) sum[answer] = (sum[answer] ?? 0) + count
  }
  return sum
}

/** Whether two metrics may stand in one line or sum: same kind, scale, method and direction. */
export const comparable = (a: Metric, b: Metric): boolean =>
  (['kind', 'scaleMin', 'scaleMax', 'method', 'direction', 'topFrom'] as const).every(
    field => a[field] === b[field],
  )

/** Whether two values differ by more than chance: |Δ| > 1.96 · √(SE₁² + SE₂²). */
export const distinguishable = (
  a: readonly [value: number, se: number],
  b: readonly [value: number, se: number],
) => Math.abs(a[0] - b[0]) > 1.96 * Math.hypot(a[1], b[1])

/** A yearly rate from a monthly one: retention r¹², churn 1 - (1 - c)¹². */
export const yearlyRetention = (monthly: number): number => monthly ** 12
export const yearlyChurn = (monthly: number): number => 1 - (1 - monthly) ** 12

/** How many answers there are. */
export const responses = (counts: Counts): number => counts.reduce((sum, [, count]) => sum + count, 0)

const meanAnswer = (counts: Counts): number =>
  counts.reduce((sum, [answer, count]) => sum + answer * count, 0) / responses(counts)

/** Standard error of the mean, with n - 1; null below two answers. */
function meanError(counts: Counts): number | null {
  const n = responses(counts)
  if (n < 2) return null
  const middle = meanAnswer(counts)
  const squares = counts.reduce((sum, [answer, count]) => sum + count * (answer - middle) ** 2, 0)
  return Math.sqrt(squares / (n - 1) / n)
}

function headline<F extends Record<string, number | null>>(
  figures: F,
  name: keyof F & string,
  standardError: number | null,
  standard = true,
): ReadingFigures {
  const value = figures[name] ?? null
  const interval =
    value === null || standardError === null
      ? null
      : ([value - 1.96 * standardError, value + 1.96 * standardError] as const)
  return { figures, standardError, interval, standard }
}

/** 100 · (p - d); SE = 100 · √((p + d - (p - d)²) / n). Promoters 9-10, passives 7-8, detractors below. */
function npsFigures({ scaleMin, scaleMax }: Metric, counts: Counts): ReadingAnswer {
  if (scaleMax !== 10 || (scaleMin !== 0 && scaleMin !== 1)) return { refused: 'metric.npsScale' }
  const n = responses(counts)
  const p = responses(counts.filter(([answer]) => answer >= 9)) / n
  const d = responses(counts.filter(([answer]) => answer <= 6)) / n
  const error = 100 * Math.sqrt(Math.max(0, p + d - (p - d) ** 2) / n)
  // counts are subtracted, not shares, so that 47 + 33 - 50 of 200 is 15 and not 14.999…
  const nps = (100 * (Math.round(p * n) - Math.round(d * n))) / n
  return headline({ responses: n, nps }, 'nps', error, scaleMin === 0)
}

/** First good answer by kind and scale: 4 of 1-5, 6 (CSAT) or 5 (CES) of 1-7, 7 of 1-10. */
const conventions: Readonly<Record<string, number>> = {
  'csat 1-5': 4,
  'csat 1-7': 6,
  'csat 1-10': 7,
  'ces 1-5': 4,
  'ces 1-7': 5,
}

/** The share of good answers and the mean; on a scale where low is good, the share counts from the low end. */
function shareFigures(
  metric: Metric,
  counts: Counts,
  shareName: string,
  meanName: string,
  main: 'share' | 'mean',
): ReadingAnswer {
  const { kind, scaleMin, scaleMax, direction } = metric
  const from = metric.topFrom ?? conventions[`${kind} ${scaleMin}-${scaleMax}`]
  if (from === undefined) return { refused: 'metric.noConvention' }
  const n = responses(counts)
  const good = counts.filter(([answer]) =>
    direction === 'higherIsBetter' ? answer >= from : answer <= scaleMin + scaleMax - from,
  )
  const share = percent(responses(good), n) ?? 0
  const figures = { responses: n, [shareName]: share, [meanName]: meanAnswer(counts) }
  return main === 'share'
    ? headline(figures, shareName, Math.sqrt((share * (100 - share)) / n))
    : headline(figures, meanName, meanError(counts))
}

/** (E - N) / S in percent; churn is the rest. */
function retentionFigures({ start, gained, end }: Reading): ReadingAnswer {
  if (start === null || gained === null || end === null || start === 0) return { refused: 'metric.noAnswers' }
  const retentionPct = percent(end - gained, start) ?? 0
  return {
    figures: { retentionPct, churnPct: 100 - retentionPct },
    standardError: null,
    interval: null,
    standard: true,
  }
}
