/** The figures of a canvas as rows: money, customers, what a customer is worth. */
import type { ReactNode } from 'react'
import type { Percentiles, Period, Range3, SegmentLifetime, ValueColumn } from '../../../shared/queries'
import { Likely } from '../../document/Likely'
import { useReason } from '../../document/reason'
import type { Results } from '../../document/results'
import { useText } from '../../ui/text'
import styles from './Numbers.module.css'

export interface Figure {
  readonly label: string
  /** Beside the columns of the results; null where the figure is not known. */
  readonly cells: readonly ReactNode[]
  readonly strong: boolean
}

/** Three groups of rows. Money has simulated ranges where there are any, all else its low and high ends. */
export function useFigures(canvasId: string, { values, simulated }: Results): Figure[][] {
  const t = useText()
  const { columns, currency } = values
  const money = (range: Range3 | null | undefined, spread?: Percentiles | null) =>
    range ? (
      <Likely
        likely={range.likely}
        low={spread?.p10 ?? range.low}
        high={spread?.p90 ?? range.high}
        unit={currency}
      />
    ) : null
  const count = (range: Range3 | null | undefined, unit = '') =>
    range ? <Likely {...range} unit={unit} /> : null
  const none = (one: ValueColumn) =>
    hasFault(one) ? (
      <Reason canvasId={canvasId} column={one} />
    ) : isHalf(one) ? (
      <Missing words={t($ => $.canvasScreen.nothing[one.revenue ? 'noCost' : 'noRevenue'])} />
    ) : null
  const periods = (period: Period, number: number) =>
    Number.isFinite(number)
      ? t($ => $.numbers.periods[period], { count: Math.round(number * 10) / 10 })
      : t($ => $.numbers.unbounded)
  const row = (label: string, cell: (one: ValueColumn, at: number) => ReactNode, strong = false): Figure => ({
    label,
    cells: columns.map((one, at) => cell(one, at) ?? null),
    strong,
  })
  const life = (label: string, cell: (one: SegmentLifetime) => ReactNode, strong = false) =>
    row(label, ({ lifetime }) => (lifetime ? (cell(lifetime) ?? <None />) : null), strong)
  return [
    [
      row(
        t($ => $.canvasScreen.result.revenue),
        (one, at) => money(one.revenue, simulated[at]?.revenue) ?? none(one),
      ),
      row(
        t($ => $.canvasScreen.result.cost),
        (one, at) => money(one.cost, simulated[at]?.cost) ?? none(one),
      ),
      row(
        t($ => $.canvasScreen.result.profit),
        (one, at) => (
          <>
            {money(one.profit, simulated[at]?.profit) ?? (hasFault(one) && <None />)}
            {isHalf(one) && (
              <small>
                {t($ =>
                  one.revenue ? $.canvasScreen.result.beforeCosts : $.canvasScreen.result.withoutRevenue,
                )}
              </small>
            )}
          </>
        ),
        true,
      ),
      row(
        t($ => $.numbers.chance),
        (one, at) => {
          const chance = simulated[at]?.chanceOfProfit ?? null
          const whole = one.kind !== 'unassigned' && one.revenue && one.cost
          return whole && chance !== null ? <Likely likely={chance} unit="share" /> : null
        },
      ),
    ],
    [
      row(
        t($ => $.numbers.payers),
        one => count(one.payers),
      ),
      row(
        t($ => $.numbers.breakEven),
        one => count(one.breakEvenPayers),
      ),
      life(
        t($ => $.numbers.retention),
        one => count(one.retention, 'share'),
      ),
      life(
        t($ => $.numbers.churn),
        one => count(one.churn, 'share'),
      ),
      life(
        t($ => $.numbers.lifetime),
        one => periods(one.period, one.periods.likely),
      ),
    ],
    [
      life(
        t($ => $.numbers.margin),
        one => money(one.margin),
      ),
      row(
        t($ => $.numbers.clv),
        ({ kind, lifetime, payers }) =>
          lifetime ? (
            <Value lifetime={lifetime} money={money(lifetime.clv)} />
          ) : kind === 'segment' && payers ? (
            <Missing words={t($ => $.numbers.missing.retention)} />
          ) : null,
        true,
      ),
      life(
        t($ => $.numbers.acquisitionCost),
        one => money(one.acquisitionCost),
      ),
      life(
        t($ => $.numbers.netClv),
        one => money(one.netClv),
      ),
      life(
        t($ => $.numbers.ratio),
        one => count(one.ratio),
      ),
      life(
        t($ => $.numbers.payback),
        ({ payback, period }) =>
          payback && (payback.periods === null ? t($ => $.numbers.never) : periods(period, payback.periods)),
      ),
    ],
  ]
}

/** Something of it cannot be added up: a total that would leave it out is none. */
const hasFault = ({ nothing }: ValueColumn) => nothing === 'otherCurrency' || nothing === 'problem'

/** A segment's revenue alone is no profit yet, nor are its costs alone a loss. */
const isHalf = (one: ValueColumn) => one.kind === 'segment' && !hasFault(one) && !one.revenue !== !one.cost

/** A lifetime value with the formula it comes from, or what it lacks. */
function Value({ lifetime, money }: { lifetime: SegmentLifetime; money: ReactNode }) {
  const t = useText()
  const { clv, margin } = lifetime
  if (!margin) return <Missing words={t($ => $.numbers.missing.margin)} />
  if (!clv) return t($ => $.numbers.unbounded)
  return (
    <>
      {money}
      <small className={styles.variant}>{t($ => $.numbers.variants[clv.variant])}</small>
    </>
  )
}

/** Why a column has no money, or not all of it. */
export function Reason({ canvasId, column }: { canvasId: string; column: ValueColumn }) {
  return <Missing words={useReason(canvasId, column)} />
}

const Missing = ({ words }: { words: string }) => <span className={styles.missing}>{words}</span>
const None = () => <span className={styles.missing}>–</span>
