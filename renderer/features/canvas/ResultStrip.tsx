import { ChevronDown, ChevronUp } from 'lucide-react'
import type { AmountScale } from '../../../shared/i18n/money'
import { shareText } from '../../../shared/i18n/money'
import type { Percentiles, SimulatedColumn, ValueColumn } from '../../../shared/queries'
import { look } from '../../app/store'
import { useView } from '../../app/useView'
import { useMoney } from '../../document/money'
import { SegmentCode, SegmentName } from '../../document/SegmentMark'
import { IconButton } from '../../ui/Button'
import { RangeMark } from '../../ui/RangeMark'
import { useLanguage, useText } from '../../ui/text'
import styles from './ResultStrip.module.css'
import { axisOf, largestOf, useResults, type Axis } from './ResultStripData'
import { ResultStripReason } from './ResultStripReason'

const figures = ['revenue', 'cost', 'profit'] as const

/** Revenue, cost and profit of every segment and of all, with the range that eight of ten simulated cases stay in. */
export function ResultStrip({ canvasId }: { canvasId: string }) {
  const t = useText()
  const { results, focus } = useView()
  const money = useMoney()
  const data = useResults(canvasId)
  if (!data) return <div className={styles.strip} data-folded={!results} />
  const { values, simulated } = data
  const scale = money.scaleOf(largestOf(data))
  const axis = axisOf(data)
  const title = t($ => $.canvasScreen.result[values.period])
  if (!results) return <Folded canvasId={canvasId} title={title} />
  return (
    <div className={styles.strip} data-part="results">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              <b>{title}</b>
              <span>{t($ => $.canvasScreen.result.unit, { unit: scale.unit })}</span>
            </th>
            {values.columns.map((column, at) => (
              <th key={at} scope="col" className={styles.column}>
                <div data-focus={column.segmentId !== null && column.segmentId === focus}>
                  <ColumnName column={column} />
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map(figure => (
            <tr key={figure} data-figure={figure}>
              <th scope="row">{t($ => $.canvasScreen.result[figure])}</th>
              {values.columns.map((column, at) => {
                if (isEmpty(column)) {
                  return (
                    figure === 'revenue' && (
                      <td key={at} rowSpan={3} className={styles.reason}>
                        <ResultStripReason canvasId={canvasId} column={column} />
                      </td>
                    )
                  )
                }
                return (
                  <td key={at}>
                    <Cell {...{ column, figure, scale, axis }} simulated={simulated[at]} />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <IconButton
        icon={ChevronDown}
        label={t($ => $.canvasScreen.result.fold)}
        className={styles.fold}
        aria-expanded
        onClick={() => look({ results: false })}
      />
    </div>
  )
}

const isEmpty = ({ revenue, cost, profit }: ValueColumn) => !revenue && !cost && !profit

function ColumnName({ column: { kind, segmentId } }: { column: ValueColumn }) {
  const t = useText()
  if (kind !== 'segment' || segmentId === null) {
    return t($ => (kind === 'all' ? $.canvasScreen.result.total : $.canvasScreen.result.unassigned))
  }
  return (
    <>
      <SegmentCode id={segmentId} />
      <SegmentName id={segmentId} />
    </>
  )
}

interface CellProps {
  readonly column: ValueColumn
  readonly figure: (typeof figures)[number]
  readonly simulated: SimulatedColumn | undefined
  readonly scale: AmountScale
  readonly axis: Axis
}

/** The likely value, the range, and for the profit where it lies beside the others. */
function Cell({ column, figure, simulated, scale, axis }: CellProps) {
  const t = useText()
  const language = useLanguage()
  const money = useMoney()
  const range = column[figure]
  if (!range) {
    const nothing = figure === 'revenue' ? 'noRevenue' : 'noCost'
    return <div className={styles.cell}>{t($ => $.canvasScreen.nothing[nothing])}</div>
  }
  const spread: Percentiles | null = simulated?.[figure] ?? null
  const isSure = spread === null || spread.p10 === spread.p90
  const chance = figure === 'profit' ? (simulated?.chanceOfProfit ?? null) : null
  return (
    <div
      className={styles.cell}
      title={
        chance === null
          ? undefined
          : t($ => $.canvasScreen.result.chance, { share: shareText(chance, language) })
      }
    >
      <b>{money.scaled(range.likely, scale)}</b>
      {!isSure && (
        <>
          <span aria-hidden>{money.between(spread.p10, spread.p90, scale)}</span>
          <span className="visually-hidden">
            {t($ => $.canvasScreen.result.between, {
              low: money.scaled(spread.p10, scale),
              high: money.scaled(spread.p90, scale),
            })}
          </span>
        </>
      )}
      {figure === 'profit' && !isSure && (
        <i className={styles.mark}>
          <RangeMark low={spread.p10} likely={range.likely} high={spread.p90} {...axis} />
        </i>
      )}
    </div>
  )
}

/** One line while the results are folded away. */
function Folded({ canvasId, title }: { canvasId: string; title: string }) {
  const t = useText()
  const money = useMoney()
  const all = useResults(canvasId)?.values.columns.at(-1)
  return (
    <button
      type="button"
      className={styles.folded}
      data-part="results"
      aria-expanded={false}
      title={t($ => $.canvasScreen.result.unfold)}
      onClick={() => look({ results: true })}
    >
      <b>{title}</b>
      {all?.profit && (
        <span>
          {t($ => $.canvasScreen.result.profit)} {money.compact(all.profit.likely)}
        </span>
      )}
      <ChevronUp size={16} strokeWidth={1.75} aria-hidden />
    </button>
  )
}
