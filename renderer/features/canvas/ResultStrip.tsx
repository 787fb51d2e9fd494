import { ChevronDown, ChevronUp } from 'lucide-react'
import { look } from '../../app/store'
import { useView } from '../../app/useView'
import { ColumnName } from '../../document/ColumnName'
import { useMoney } from '../../document/money'
import { useResults } from '../../document/results'
import { useText } from '../../ui/text'
import type { ValueColumn } from '../../../shared/queries'
import styles from './ResultStrip.module.css'
import { ResultStripCell } from './ResultStripCell'
import { amountsIn, isEmpty, profitAxis } from './ResultStripData'
import { ResultStripReason } from './ResultStripReason'

/** A column never gets narrower, px; then the strip scrolls. */
const narrowest = 136

const figures = ['revenue', 'cost', 'profit'] as const

/** Revenue, cost and profit of every segment and of all, with the range that eight of ten simulated cases stay in. */
export function ResultStrip({ canvasId }: { canvasId: string }) {
  const t = useText()
  const { results: shown, focus } = useView('results', 'focus')
  const money = useMoney()
  const results = useResults(canvasId)
  const { period, columns } = results.values
  const title = t($ => $.canvasScreen.result[period])
  if (columns.every(column => isEmpty(column) && column.nothing === 'noNumbers')) {
    return (
      <section className={styles.line} data-part="results" aria-label={title}>
        <b>{title}</b>
        <span>{t($ => $.canvasScreen.nothing.atAll)}</span>
      </section>
    )
  }
  const toggle = (
    <button
      type="button"
      className={styles.toggle}
      aria-expanded={shown}
      title={t($ => (shown ? $.canvasScreen.result.fold : $.canvasScreen.result.unfold))}
      onClick={() => look({ results: !shown })}
    >
      {title}
      {shown ? <ChevronDown size={13} aria-hidden /> : <ChevronUp size={13} aria-hidden />}
    </button>
  )
  if (!shown) {
    const profit = columns.at(-1)?.profit
    return (
      <section className={styles.line} data-part="results" aria-label={title}>
        {toggle}
        {profit && (
          <span>
            {t($ => $.canvasScreen.result.profit)} {money.compact(profit.likely)}
          </span>
        )}
      </section>
    )
  }
  const scale = money.scaleOf(amountsIn(results))
  const axis = profitAxis(results)
  const unit = t($ => $.canvasScreen.result.unit, { unit: scale.unit })
  return (
    <section className={styles.strip} data-part="results" aria-label={title}>
      <table className={styles.table} style={{ minWidth: 152 + columns.length * narrowest }}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {toggle}
              <span title={unit}>{unit}</span>
            </th>
            {columns.map(column => (
              <th key={keyOf(column)} scope="col" className={styles.column}>
                <div data-focus={column.segmentId !== null && column.segmentId === focus}>
                  <ColumnName {...column} />
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map(figure => (
            <tr key={figure} data-figure={figure}>
              <th scope="row">{t($ => $.canvasScreen.result[figure])}</th>
              {columns.map((column, at) =>
                !isEmpty(column) ? (
                  <td key={keyOf(column)}>
                    <ResultStripCell
                      {...{ canvasId, column, figure, scale, axis }}
                      simulated={results.simulated[at]}
                    />
                  </td>
                ) : figure === 'revenue' ? (
                  <td key={keyOf(column)} rowSpan={figures.length} className={styles.reason}>
                    <ResultStripReason canvasId={canvasId} column={column} />
                  </td>
                ) : null,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const keyOf = ({ kind, segmentId }: ValueColumn) => segmentId ?? kind
