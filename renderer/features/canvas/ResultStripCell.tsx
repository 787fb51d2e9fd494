import { shareText, type AmountScale } from '../../../shared/i18n/money'
import type { SimulatedColumn, ValueColumn } from '../../../shared/queries'
import { useMoney } from '../../document/money'
import { RangeMark } from '../../ui/RangeMark'
import { useLanguage, useText } from '../../ui/text'
import styles from './ResultStrip.module.css'
import type { Axis } from './ResultStripData'
import { ResultStripReason } from './ResultStripReason'

interface Props {
  readonly canvasId: string
  readonly column: ValueColumn
  readonly figure: 'revenue' | 'cost' | 'profit'
  readonly simulated: SimulatedColumn | undefined
  readonly scale: AmountScale
  /** The line the profits of all columns are marked on. */
  readonly axis: Axis
}

/** The likely value, the range, and for the profit where it lies beside the others; words where nothing is known. */
export function ResultStripCell({ canvasId, column, figure, simulated, scale, axis }: Props) {
  const t = useText()
  const language = useLanguage()
  const money = useMoney()
  const range = column[figure]
  if (!range) {
    // a total that would leave something out is none
    if (column.nothing === 'otherCurrency' || column.nothing === 'problem') {
      return (
        <div className={styles.cell}>
          {figure === 'profit' ? '–' : <ResultStripReason canvasId={canvasId} column={column} />}
        </div>
      )
    }
    const nothing = figure === 'revenue' ? 'noRevenue' : 'noCost'
    return <div className={styles.cell}>{t($ => $.canvasScreen.nothing[nothing])}</div>
  }
  const spread = simulated?.[figure] ?? null
  // a segment's revenue alone is no profit yet, nor are its costs alone a loss
  if (figure === 'profit' && column.kind === 'segment' && !(column.revenue && column.cost)) {
    return (
      <div className={styles.cell}>
        <b>{money.scaled(range.likely, scale)}</b>
        <span>
          {t($ =>
            column.revenue ? $.canvasScreen.result.beforeCosts : $.canvasScreen.result.withoutRevenue,
          )}
        </span>
      </div>
    )
  }
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
      {spread && spread.p10 < spread.p90 && (
        <>
          <span aria-hidden>{money.between(spread.p10, spread.p90, scale)}</span>
          <span className="visually-hidden">
            {t($ => $.canvasScreen.result.between, {
              low: money.scaled(spread.p10, scale),
              high: money.scaled(spread.p90, scale),
            })}
          </span>
          {figure === 'profit' && (
            <i className={styles.mark}>
              <RangeMark low={spread.p10} likely={range.likely} high={spread.p90} {...axis} />
            </i>
          )}
        </>
      )}
    </div>
  )
}
