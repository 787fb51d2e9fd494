/** A customer of one segment over time, from the numbers of the segment. */
import type { DocumentView } from '../../document'
import { clv, clvToCost, paybackPeriods } from './lifetime'
import { number, type Ledger } from './money'
import { discountOver, isPeriod, periodsIn } from './periods'
import type { Node } from './program'
import type { ClvVariant, Period, Range3, SegmentLifetime } from './types'

/** The discount rate of the project over a period; 0 where it has none. */
export const discountOf = (document: DocumentView, period: Period): number =>
  discountOver(document.project().discountRate ?? 0, 'year', period)

/**
 * Lifetime of the customers of a segment, in the period of its retention (or churn). Null where neither is known or
 * where it is no share from 0 to 1.
 * @param unitMargin what a payer leaves a reporting period, for segments without a margin of their own
 */
export function segmentLifetime(
  ledger: Ledger,
  segmentId: string,
  unitMargin: Node | undefined,
): SegmentLifetime | null {
  const { program, document } = ledger
  const kept = number(ledger, segmentId, 'retention')
  const found = kept ?? number(ledger, segmentId, 'churn')
  if (!found) return null
  const period = isPeriod(found.per) ? found.per : ledger.period
  const given = program.range(found.node)
  if (given.low < 0 || given.high > 1) return null
  const [retention, churn] = kept ? [given, rest(given)] : [rest(given), given]
  const discount = discountOf(document, period)
  const margin = marginOf(ledger, segmentId, unitMargin, period)
  const value = margin && clvRange(margin, retention, discount)
  const cost = number(ledger, segmentId, 'acquisitionCost', true)
  const acquisitionCost = cost ? program.range(cost.node) : null
  const both = value && acquisitionCost ? { value, cost: acquisitionCost } : null
  return {
    period,
    retention,
    churn,
    discount,
    periods: { low: 1 / churn.high, likely: 1 / churn.likely, high: 1 / churn.low },
    margin,
    clv: value,
    acquisitionCost,
    netClv: both && {
      low: both.value.low - both.cost.high,
      likely: both.value.likely - both.cost.likely,
      high: both.value.high - both.cost.low,
    },
    ratio: both && ratioOf(both.value, both.cost),
    payback:
      margin && acquisitionCost
        ? { periods: paybackPeriods(acquisitionCost.likely, margin.likely, retention.likely) }
        : null,
  }
}

const rest = ({ low, likely, high }: Range3): Range3 => ({ low: 1 - high, likely: 1 - likely, high: 1 - low })

/**
 * Its own margin, else what its payers leave; per period of the retention. A margin a purchase counts times the
 * purchases of the segment, and is unknown without them.
 */
function marginOf(
  ledger: Ledger,
  segmentId: string,
  unitMargin: Node | undefined,
  period: Period,
): Range3 | null {
  const { program } = ledger
  const own = number(ledger, segmentId, 'margin', true)
  const found = own ?? (unitMargin === undefined ? undefined : { node: unitMargin, per: ledger.period })
  if (!found) return null
  const money = program.range(found.node)
  if (found.per !== 'purchase') return scaled(money, isPeriod(found.per) ? periodsIn(found.per, period) : 1)
  const often = number(ledger, segmentId, 'frequency')
  if (!often) return null
  const purchases = program.range(often.node)
  const corners = [money.low, money.high].flatMap(m => [m * purchases.low, m * purchases.high])
  const range = {
    low: Math.min(...corners),
    likely: money.likely * purchases.likely,
    high: Math.max(...corners),
  }
  return scaled(range, periodsIn(isPeriod(often.per) ? often.per : ledger.period, period))
}

const scaled = ({ low, likely, high }: Range3, factor: number): Range3 => ({
  low: low * factor,
  likely: likely * factor,
  high: high * factor,
})

/** Lifetime value over the ranges: it moves one way with margin and with retention, so the corners are the ends. */
function clvRange(
  margin: Range3,
  retention: Range3,
  discount: number,
): (Range3 & { readonly variant: ClvVariant }) | null {
  const at = (m: number, r: number) => clv({ margin: m, retention: r, discount })
  const { value: likely, variant } = at(margin.likely, retention.likely)
  if (likely === null) return null
  const corners = [margin.low, margin.high].flatMap(m =>
    [retention.low, retention.high].map(r => at(m, r).value ?? Math.sign(m) * Infinity),
  )
  return { low: Math.min(...corners, likely), likely, high: Math.max(...corners, likely), variant }
}

/** CLV : acquisition cost; null where acquisition may cost nothing. */
function ratioOf(value: Range3, cost: Range3): Range3 | null {
  const likely = clvToCost(value.likely, cost.likely)
  if (likely === null || cost.low <= 0) return null
  const corners = [value.low, value.high].flatMap(v => [v / cost.low, v / cost.high])
  return { low: Math.min(...corners), likely, high: Math.max(...corners) }
}
