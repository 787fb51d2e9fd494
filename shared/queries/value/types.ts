/** What the numbers of a canvas are made of, and what comes out of them. */
import type { Quantity } from '../../model'

/** Low <= likely <= high. */
export interface Range3 {
  readonly low: number
  readonly likely: number
  readonly high: number
}

/** A period of time as the numbers know it. */
export type Period = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** A quantity as it counts on one canvas: a formula has been worked out, a missing bound taken from its likely value. */
export interface ResolvedQuantity {
  readonly id: string
  /** The record that holds it: a placement, a note, a segment or a programme. */
  readonly ownerId: string
  readonly name: string
  /** All three are there, or none is: nothing entered yet, or the formula has no result. */
  readonly low: number | null
  readonly likely: number | null
  readonly high: number | null
  /** As declared; where nothing is declared, as the formula gives it. */
  readonly unit: string
  readonly per: Quantity['per']
  readonly basis: Quantity['basis']
  /** As stored; '' for a number of its own. */
  readonly formula: string
}

/**
 * Why a formula has no result: it comes back to itself; it names what is not there; it adds, compares or declares
 * unlike things (`unit`, `period`, `currency`); it cannot be read; it divides by what may be zero; its result is no
 * number (a root of a negative number, a value beyond all bounds).
 */
export type QuantityProblemCode =
  'cycle' | 'unknownName' | 'unit' | 'period' | 'currency' | 'syntax' | 'divideByZero' | 'noNumber'

export interface QuantityProblem {
  readonly quantityId: string
  readonly ownerId: string
  readonly code: QuantityProblemCode
  /**
   * cycle: `names` of the round · unknownName: `name`, `position` · unit, period, currency: `left`, `right` as words
   * (e.g. "EUR / month") · syntax: `reason` (a FormulaErrorCode), `position` · all: `quantity`, the name of the
   * quantity.
   */
  readonly params: Readonly<Record<string, string | number>>
}

export interface CanvasQuantities {
  /** What counts for a note, segment or programme on this canvas, one per name: placement before note before segment. */
  readonly of: (ownerId: string) => readonly ResolvedQuantity[]
  /** The one of this name; case, accents and needless spaces do not count. */
  readonly value: (ownerId: string, name: string) => ResolvedQuantity | undefined
  readonly problems: readonly QuantityProblem[]
}

/** Why a column lacks money: nothing entered, one side missing, another currency, or a formula with a problem. */
export type NoMoney = 'noNumbers' | 'noRevenue' | 'noCost' | 'otherCurrency' | 'problem'

/** How money that several segments share was split among them. */
export type SplitBy = 'payers' | 'revenueShare' | 'equally'

export interface MoneySplit {
  readonly noteId: string
  readonly segmentIds: readonly string[]
  readonly by: SplitBy
}

/** What one note brings or costs one segment in the reporting period. */
export interface MoneyPart {
  /** The stream or cost; for the unit cost of a segment the note of that segment. */
  readonly noteId: string
  /** Null for what belongs to no segment. */
  readonly segmentId: string | null
  readonly kind: 'revenue' | 'cost'
  readonly money: Range3
  /** Of the note's money, at the likely values; 1 when nothing is shared. */
  readonly share: number
}

/** Which formula a lifetime value comes from; figures are never shown without it. */
export type ClvVariant =
  | 'firstMarginNow'
  | 'firstMarginLater'
  | 'undiscountedNow'
  | 'undiscountedLater'
  | 'finite'
  | 'perPurchase'
  | 'marginByChurn'

/** A customer of one segment over time. Money and rates are per `period`, that of the retention. */
export interface SegmentLifetime {
  readonly period: Period
  /** Shares from 0 to 1 a period. */
  readonly retention: Range3
  readonly churn: Range3
  /** Share a period; 0 where the project has no discount rate. */
  readonly discount: number
  /** Expected periods, 1/c; the high end is Infinity when nobody may leave. */
  readonly periods: Range3
  /** Money a customer leaves a period; null when unknown. */
  readonly margin: Range3 | null
  /** Money over the lifetime, before acquisition; null without a margin or when it has no bound. */
  readonly clv: (Range3 & { readonly variant: ClvVariant }) | null
  readonly acquisitionCost: Range3 | null
  /** CLV less acquisition cost. */
  readonly netClv: Range3 | null
  /** CLV : acquisition cost. */
  readonly ratio: Range3 | null
  /** At the likely values; `periods` is null when the money never comes back. */
  readonly payback: { readonly periods: number | null } | null
}

/** A segment, what belongs to none, or all of it. Money is per reporting period in the currency of the project. */
export interface ValueColumn {
  readonly kind: 'segment' | 'unassigned' | 'all'
  readonly segmentId: string | null
  /** Null when nothing is known of it or it cannot be added up (`nothing` says why). */
  readonly revenue: Range3 | null
  readonly cost: Range3 | null
  /** Of what is known: without costs it is the revenue, without revenue the negative cost. */
  readonly profit: Range3 | null
  readonly payers: Range3 | null
  /** Assigned costs / unit margin; Infinity where the unit margin may be nothing; null when unknown or never. */
  readonly breakEvenPayers: Range3 | null
  /** Only of segments: lifetimes are never blended. */
  readonly lifetime: SegmentLifetime | null
  readonly nothing: NoMoney | null
  readonly splits: readonly MoneySplit[]
  readonly parts: readonly MoneyPart[]
}

export interface CanvasValues {
  readonly currency: string
  /** The reporting period. */
  readonly period: 'month' | 'year'
  /** One per segment on the canvas in order, then what is assigned to none if there is any, then all. */
  readonly columns: readonly ValueColumn[]
  readonly quantities: CanvasQuantities
  readonly problems: readonly QuantityProblem[]
}

/** The lower tenth, the middle, the upper tenth and the mean of simulated runs. */
export interface Percentiles {
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly mean: number
}

export interface SimulatedColumn {
  readonly kind: ValueColumn['kind']
  readonly segmentId: string | null
  readonly revenue: Percentiles | null
  readonly cost: Percentiles | null
  readonly profit: Percentiles | null
  /** Share of runs with a profit above zero. */
  readonly chanceOfProfit: number | null
}

export interface Simulation {
  readonly seed: number
  readonly runs: number
  readonly columns: readonly SimulatedColumn[]
}

/** What one uncertain number does to the profit of a column while all others stay at their likely values. */
export interface TornadoBar {
  readonly quantityId: string
  readonly ownerId: string
  readonly name: string
  /** Profit with this number at its low and at its high end. */
  readonly low: number
  readonly high: number
  /** |high - low| */
  readonly swing: number
}
