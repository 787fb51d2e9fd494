/**
 * What a customer is worth over time. Formulas: shared domain figures, "Segments, lifetime value and profit". Shares
 * (retention, churn, discount) are from 0 to 1 a period, money is in one currency, and everything is about the same
 * period; `periods.ts` converts.
 */
import type { ClvVariant } from './types'

/** Retention of a cohort: (E - N) / S of `end`, `gained` and `start` customers. Null of no customers at the start. */
export const cohortRetention = (start: number, gained: number, end: number): number | null =>
  start > 0 ? (end - gained) / start : null

/** Churn of a cohort: lost / S, the complement of its retention. Null of no customers at the start. */
export const cohortChurn = (start: number, gained: number, end: number): number | null =>
  start > 0 ? (start - (end - gained)) / start : null

/** Expected lifetime at a constant churn: 1/c periods, the first being certain. Infinity when nobody leaves. */
export const expectedLifetime = (churn: number): number => 1 / Math.max(0, churn)

/** A lifetime value with the formula it comes from; null where it has no bound. */
export interface Clv {
  readonly value: number | null
  readonly variant: ClvVariant
}

export interface ClvInput {
  /** Money a customer leaves a period. */
  readonly margin: number
  readonly retention: number
  /** Default 0: undiscounted. */
  readonly discount?: number
  /** Whether the first margin comes now (default) or after one retained period. */
  readonly first?: 'now' | 'later'
}

/**
 * Customer lifetime value at a constant retention, before acquisition. First margin now: m(1+d)/(1+d-r), undiscounted
 * m/c. First margin after one retained period: m*r/(1+d-r), undiscounted m*r/c. For m=100, r=.8, d=.1 these are 366.67
 * and 266.67, which is why the variant comes along. Null where r >= 1+d.
 */
export function clv({ margin, retention, discount = 0, first = 'now' }: ClvInput): Clv {
  const timing = first === 'now' ? 'Now' : 'Later'
  const variant: ClvVariant = discount === 0 ? `undiscounted${timing}` : `firstMargin${timing}`
  const rest = 1 + discount - retention
  if (rest <= 0) return { value: null, variant }
  return { value: (margin * (first === 'now' ? 1 + discount : retention)) / rest, variant }
}

/** Lifetime value of `periods` periods, first margin now: m(1-q^N)/(1-q) with q = r/(1+d); m*N where q is 1. */
export function finiteClv({ margin, retention, discount = 0 }: ClvInput, periods: number): Clv {
  const q = retention / (1 + discount)
  return { value: margin * (q === 1 ? periods : (1 - q ** periods) / (1 - q)), variant: 'finite' }
}

/** The simple form: margin per purchase x purchases a year x years. */
export const simpleClv = (marginPerPurchase: number, purchasesAYear: number, years: number): Clv => ({
  value: marginPerPurchase * purchasesAYear * years,
  variant: 'perPurchase',
})

/** The other simple form: margin per period / churn. Null without churn. */
export const clvByChurn = (margin: number, churn: number): Clv => ({
  value: churn > 0 ? margin / churn : null,
  variant: 'marginByChurn',
})

/** What remains of a lifetime value after acquisition: CLV - A, of the same variant. */
export const netClv = ({ value, variant }: Clv, acquisitionCost: number): Clv => ({
  value: value === null ? null : value - acquisitionCost,
  variant,
})

/**
 * Periods until the margins of those still there have paid for the acquisition, first margin now, undiscounted:
 * ceil(ln(1 - A(1-r)/m) / ln r). For A=350, m=40, r=.95 that is 12; the 8.75 of A/m forgets who left.
 * @returns null when it never happens: A >= m/(1-r)
 */
export function paybackPeriods(acquisitionCost: number, margin: number, retention: number): number | null {
  if (acquisitionCost <= 0) return 0
  if (margin <= 0) return null
  if (retention >= 1) return Math.ceil(acquisitionCost / margin)
  if (acquisitionCost >= margin / (1 - retention)) return null
  const exact = Math.log(1 - (acquisitionCost * (1 - retention)) / margin) / Math.log(retention)
  // 2.0000000000000004 is 2: binary fractions must not cost a whole period
  return Math.max(1, Math.ceil(exact - 1e-9))
}

export interface TenureGroup {
  /** Of all customers; the shares need not add up to 1. */
  readonly share: number
  readonly churn: number
}

/**
 * Mean lifetime over groups that leave at different rates: each group's 1/c, weighed by its share. Half at 2 % and half
 * at 20 % live 27.5 periods; the blended 1/mean(c) = 9.09 is wrong. Null of no customers.
 */
export function mixedLifetime(groups: readonly TenureGroup[]): number | null {
  const all = groups.reduce((sum, { share }) => sum + share, 0)
  if (all <= 0) return null
  return groups.reduce((sum, { share, churn }) => sum + share * expectedLifetime(churn), 0) / all
}

/**
 * Retention of period t (1, 2, …) in the shifted-beta-geometric model, where those likely to leave leave first:
 * r_t = (b+t-1)/(a+b+t-1). It rises with t.
 */
export const tenureRetention = (alpha: number, beta: number, t: number): number =>
  (beta + t - 1) / (alpha + beta + t - 1)

/** Share still there after t whole periods in the same model: S(t) = B(a,b+t)/B(a,b), the product of r_1 … r_t. */
export function tenureSurvival(alpha: number, beta: number, t: number): number {
  let share = 1
  for (let period = 1; period <= t; period++) share *= tenureRetention(alpha, beta, period)
  return share
}

/** Net revenue retention: (start + expansion - contraction - churned) / start. Null of no revenue at the start. */
export const netRevenueRetention = (
  start: number,
  expansion: number,
  contraction: number,
  churned: number,
): number | null => (start > 0 ? (start + expansion - contraction - churned) / start : null)

/** LTV:CAC; null where acquisition costs nothing. Three and more is a rule of thumb only. */
export const clvToCost = (value: number, acquisitionCost: number): number | null =>
  acquisitionCost > 0 ? value / acquisitionCost : null

/** The mean of a PERT distribution: (l + 4m + h) / 6. */
export const pertMean = (low: number, likely: number, high: number): number => (low + 4 * likely + high) / 6

/** Profit of a segment: payers * (price * freq - variable cost a payer) - the costs assigned to it by link. */
export const segmentProfit = (
  payers: number,
  price: number,
  frequency: number,
  variableCost: number,
  assigned: number,
): number => payers * (price * frequency - variableCost) - assigned

/** Payers at which a segment bears its assigned costs: fixed / unit margin. Null where a payer leaves nothing. */
export const breakEvenPayers = (fixedCosts: number, unitMargin: number): number | null =>
  unitMargin > 0 ? fixedCosts / unitMargin : null
