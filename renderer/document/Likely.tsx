import { amountScale, withUnit, writeAmount } from '../../shared/i18n/money'
import { useLanguage, useText } from '../ui/text'
import styles from './Likely.module.css'

interface Props {
  readonly likely: number
  readonly low?: number
  readonly high?: number
  /** An ISO currency, a word, '' for a pure number, or 'share' for a share from 0 to 1 written in per cent. */
  readonly unit: string
}

const percent = { factor: 0.01, digits: 1, unit: '%' }

/** A figure of a table: the likely value, and behind it, quietly, how far it may stray: **39.3 k€** 34.3–45.9. */
export function Likely({ likely, low = likely, high = likely, unit }: Props) {
  const t = useText()
  const language = useLanguage()
  const scale = unit === 'share' ? percent : amountScale([low, likely, high], unit, language)
  const write = (value: number) => writeAmount(value, scale, language, scale.factor > 1)
  // a true minus keeps apart from the dash
  const dash = low < 0 || high < 0 ? ' – ' : '–'
  return (
    <span className={styles.likely}>
      <b>{withUnit(write(likely), scale.unit)}</b>
      {low < high && (
        <>
          <span aria-hidden>{[write(low), write(high)].join(dash)}</span>
          <span className="visually-hidden">
            {t($ => $.canvasScreen.result.between, { low: write(low), high: write(high) })}
          </span>
        </>
      )}
    </span>
  )
}
