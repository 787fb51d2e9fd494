/** Periods of time and how rates and money go from one to another. */
import type { Quantity } from '../../model'
import type { Period } from './types'

/** How many of a period a year has: 365.25 days, 365.25/7 weeks, 12 months, 4 quarters. */
const perYear: Readonly<Record<Period, number>> = {
  day: 365.25,
  week: 365.25 / 7,
  month: 12,
  quarter: 4,
  year: 1,
}

/** Whether something counts per stretch of time, not per customer, per purchase or once. */
export const isPeriod = (per: Quantity['per']): per is Period => Object.hasOwn(perYear, per)

/** How many `from` periods one `to` period has: periodsIn('month', 'year') is 12. Money per period grows by this. */
export const periodsIn = (from: Period, to: Period): number => perYear[from] / perYear[to]

/** Days of a period, on average. */
export const daysOf = (period: Period): number => 365.25 / perYear[period]

/** A retention (share from 0 to 1) over another period: a month's r is r^12 over a year. Never multiplied. */
export const retentionOver = (retention: number, from: Period, to: Period): number =>
  retention ** periodsIn(from, to)

/** A churn (share from 0 to 1) over another period: 1 - (1 - c)^n, so 5 % a month is 46.0 % a year and not 60 %. */
export const churnOver = (churn: number, from: Period, to: Period): number =>
  1 - (1 - churn) ** periodsIn(from, to)

/** A discount rate (share) over another period: (1 + d)^n - 1; a year's rate by month is (1 + d)^(1/12) - 1. */
export const discountOver = (discount: number, from: Period, to: Period): number =>
  (1 + discount) ** periodsIn(from, to) - 1
