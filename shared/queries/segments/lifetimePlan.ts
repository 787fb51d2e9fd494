/** Lifetime value in its two simple forms, from inputs that stand in view (R33). */
import { clvByChurn, simpleClv } from '../value/lifetime'
import { periodsIn } from '../value/periods'
import type { Period } from '../value/types'
import { numberOf, periodOf, YEARS, type EnteredNumber, type NumberReader } from './numbers'

export const lifetimeInputs = ['margin', 'frequency', YEARS, 'churn'] as const
export type LifetimeInput = (typeof lifetimeInputs)[number]

/** Money and rates of a customer in one period. */
export interface CustomerRates {
  readonly period: Period
  /** Money a customer leaves a period; null when unknown. */
  readonly margin: number | null
  /** Shares from 0 to 1 a period; null when unknown. */
  readonly churn: number | null
  readonly retention: number | null
}

export interface LifetimePlan {
  /** The inputs as they are entered, where they are. */
  readonly quantities: Readonly<Record<LifetimeInput, EnteredNumber | undefined>>
  /** The rate is entered as a retention. */
  readonly isRetention: boolean
  readonly marginPerPurchase: number | null
  readonly purchasesAYear: number | null
  readonly years: number | null
  /** Margin per purchase x purchases a year x years. */
  readonly simple: number | null
  readonly simpleMissing: readonly LifetimeInput[]
  readonly rates: CustomerRates
  /** Margin per period / churn of that period. */
  readonly byChurn: number | null
  readonly byChurnMissing: readonly LifetimeInput[]
  /** Nobody leaves, so the second form has no bound. */
  readonly endless: boolean
}

/**
 * Both forms for one segment, at the likely values. A margin is per purchase or per period, that of the rate unless it
 * names one; with the frequency one follows from the other. Churn is what the retention leaves, else what is entered.
 * @param standard the period of rates that name none
 */
export function lifetimePlan(read: NumberReader, segmentId: string, standard: Period = 'year'): LifetimePlan {
  const find = (name: string) => read(segmentId, name)
  const [margin, frequency, years, churn, retention] = [
    find('margin'),
    find('frequency'),
    find(YEARS),
    find('churn'),
    find('retention'),
  ]
  const perYear = (value: number | null, per: Period | null) =>
    value === null ? null : value * (per ? periodsIn(per, 'year') : 1)
  const rated = numberOf(retention) === null ? churn : retention
  const period = periodOf(rated) ?? standard
  const amount = numberOf(margin)
  const marginPeriod = margin?.per === 'purchase' ? null : (periodOf(margin) ?? period)
  const purchasesAYear = perYear(numberOf(frequency), periodOf(frequency))
  const marginAYear = marginPeriod ? perYear(amount, marginPeriod) : times(amount, purchasesAYear)
  const marginPerPurchase =
    marginPeriod === null
      ? amount
      : marginAYear !== null && purchasesAYear
        ? marginAYear / purchasesAYear
        : null
  const given = numberOf(rated)
  const rate = given === null ? null : rated === retention ? 1 - given : given
  const marginNow = marginAYear === null ? null : marginAYear / periodsIn(period, 'year')
  const stay = numberOf(years)
  const lacks = (value: number | null, input: LifetimeInput) => (value === null ? [input] : [])
  const marginLacks = amount === null ? (['margin'] as const) : (['frequency'] as const)
  return {
    quantities: { margin, frequency, years, churn: rated },
    isRetention: rated !== undefined && rated === retention,
    marginPerPurchase,
    purchasesAYear,
    years: stay,
    simple:
      marginPerPurchase === null || purchasesAYear === null || stay === null
        ? null
        : simpleClv(marginPerPurchase, purchasesAYear, stay).value,
    simpleMissing: [...lacks(amount, 'margin'), ...lacks(purchasesAYear, 'frequency'), ...lacks(stay, YEARS)],
    rates: { period, margin: marginNow, churn: rate, retention: rate === null ? null : 1 - rate },
    byChurn: marginNow === null || rate === null ? null : clvByChurn(marginNow, rate).value,
    byChurnMissing: [...(marginNow === null ? marginLacks : []), ...lacks(rate, 'churn')],
    endless: rate !== null && rate <= 0,
  }
}

const times = (one: number | null, other: number | null) =>
  one === null || other === null ? null : one * other
