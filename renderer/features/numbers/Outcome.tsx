import type { ReactNode } from 'react'
import { amount, shareText } from '../../../shared/i18n/money'
import type { Percentiles, Range3, ValueColumn } from '../../../shared/queries'
import { useDocument } from '../../document/hooks'
import { LowLikelyHigh, useMoney } from '../../document/money'
import type { Results } from '../../document/results'
import { useLanguage, useText } from '../../ui/text'
import { ColumnName } from './ColumnName'
import styles from './Numbers.module.css'

type Cell = (column: ValueColumn, at: number) => ReactNode

/** Every figure of every column, each with its range; a figure nobody has is left out. */
export function Outcome({ results }: { results: Results }) {
  const t = useText()
  const { columns, period } = results.values
  const rows = useRows(results)
  const shown = rows.flatMap(({ label, cell, strong }) => {
    const cells = columns.map(cell)
    return cells.some(one => one !== null) ? [{ label, cells, strong }] : []
  })
  const splits = useSplits(columns)
  return (
    <div className={styles.scroll} tabIndex={-1}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t($ => $.numbers.outcome)}</caption>
        <thead>
          <tr>
            <th scope="col">{t($ => $.canvasScreen.result[period])}</th>
            {columns.map((column, at) => (
              <th key={at} scope="col">
                <span>
                  <ColumnName {...column} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ label, cells, strong }) => (
            <tr key={label} data-strong={strong}>
              <th scope="row">{label}</th>
              {cells.map((cell, at) => (
                <td key={at}>{cell ?? <span className={styles.quiet}>–</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {splits.length > 0 && <p className={styles.method}>{splits.join(' · ')}</p>}
    </div>
  )
}

interface Row {
  readonly label: string
  readonly cell: Cell
  readonly strong: boolean
}

function useRows({ simulated }: Results): Row[] {
  const t = useText()
  const language = useLanguage()
  const { currency, scaleOf, between } = useMoney()
  const money = (range: Range3 | null | undefined, spread?: Percentiles | null) => {
    if (!range) return null
    if (!spread || spread.p10 === spread.p90) return <LowLikelyHigh {...range} unit={currency} />
    const scale = scaleOf([range.likely, spread.p10, spread.p90])
    return (
      <span className={styles.amount}>
        <b>{amount(range.likely, currency, language)}</b> {between(spread.p10, spread.p90, scale)}
      </span>
    )
  }
  const share = (range: Range3 | undefined) => range && <LowLikelyHigh {...range} unit="share" />
  const count = (range: Range3 | null, unit = '') => range && <LowLikelyHigh {...range} unit={unit} />
  const periods = (period: 'month', number: number) =>
    Number.isFinite(number)
      ? t($ => $.numbers.periods[period], { count: Math.round(number * 10) / 10 })
      : t($ => $.numbers.unbounded)
  const row = (label: string, cell: Cell, strong = false) => ({ label, strong, cell })
  return [
    row(
      t($ => $.canvasScreen.result.revenue),
      (one, at) => money(one.revenue, simulated[at]?.revenue),
    ),
    row(
      t($ => $.canvasScreen.result.cost),
      (one, at) => money(one.cost, simulated[at]?.cost),
    ),
    row(
      t($ => $.canvasScreen.result.profit),
      (one, at) => money(one.profit, simulated[at]?.profit),
      true,
    ),
    row(
      t($ => $.numbers.chance),
      (_, at) => {
        const chance = simulated[at]?.chanceOfProfit
        return chance === null || chance === undefined ? null : shareText(chance, language)
      },
    ),
    row(
      t($ => $.numbers.payers),
      one => count(one.payers),
    ),
    row(
      t($ => $.numbers.breakEven),
      one => count(one.breakEvenPayers),
    ),
    row(
      t($ => $.numbers.retention),
      one => share(one.lifetime?.retention) ?? null,
    ),
    row(
      t($ => $.numbers.churn),
      one => share(one.lifetime?.churn) ?? null,
    ),
    row(
      t($ => $.numbers.lifetime),
      one => (one.lifetime ? periods(one.lifetime.period as 'month', one.lifetime.periods.likely) : null),
    ),
    row(
      t($ => $.numbers.margin),
      one => money(one.lifetime?.margin),
    ),
    row(
      t($ => $.numbers.clv),
      one => money(one.lifetime?.clv),
      true,
    ),
    row(
      t($ => $.numbers.variant),
      one => (one.lifetime?.clv ? t($ => $.numbers.variants[one.lifetime!.clv!.variant]) : null),
    ),
    row(
      t($ => $.numbers.acquisitionCost),
      one => money(one.lifetime?.acquisitionCost),
    ),
    row(
      t($ => $.numbers.netClv),
      one => money(one.lifetime?.netClv),
    ),
    row(
      t($ => $.numbers.ratio),
      one => count(one.lifetime?.ratio ?? null),
    ),
    row(
      t($ => $.numbers.payback),
      one => {
        const payback = one.lifetime?.payback
        if (!one.lifetime || !payback) return null
        if (payback.periods === null) return t($ => $.numbers.never)
        return periods(one.lifetime.period as 'month', payback.periods)
      },
    ),
  ]
}

/** How money that several segments share was split: told, because another split gives other figures. */
function useSplits(columns: readonly ValueColumn[]): string[] {
  const t = useText()
  const splits = new Map(columns.flatMap(one => one.splits).map(split => [split.noteId, split.by]))
  const names = useDocument(document => [...splits.keys()].map(id => document.find('note', id)?.title ?? ''))
  return [...splits.values()].map((by, at) => t($ => $.numbers.split[by], { name: names[at] ?? '' }))
}
