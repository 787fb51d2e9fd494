import { writtenRange, type WrittenRange } from '../../shared/i18n/money'
import { useLanguage, useText } from '../ui/text'
import styles from './LowLikelyHigh.module.css'

interface Props {
  readonly low: number | null
  readonly likely: number | null
  readonly high: number | null
  /** An ISO currency, a word, '' for a pure number, or 'share' for a share from 0 to 1 written in per cent. */
  readonly unit: string
  /** In full instead of in thousands or millions. */
  readonly full?: boolean
}

/** An uncertain number: 14–**18**–23 k€, the likely one in bold; one number where all three are the same. */
export function LowLikelyHigh({ unit, full = false, ...range }: Props) {
  const t = useText()
  const language = useLanguage()
  const written = writtenRange(range, unit, language, !full)
  if (!written) return null
  const { low, likely, high, unit: sign } = written
  const spoken = sign ? `${likely} ${sign}` : likely
  return (
    <span className={styles.range}>
      <SeenRange {...written} />
      <span className="visually-hidden">
        {low !== null && high !== null
          ? t($ => $.canvasScreen.lowLikelyHigh, { likely: spoken, low, high })
          : spoken}
      </span>
    </span>
  )
}

/** The range as it is seen; whoever hears it is told elsewhere. */
export function SeenRange({ low, likely, high, unit }: WrittenRange) {
  return (
    <span className={styles.seen} aria-hidden>
      {low !== null && (
        <>
          {low}
          <s>–</s>
        </>
      )}
      <b>{likely}</b>
      {high !== null && (
        <>
          <s>–</s>
          {high}
        </>
      )}
      {unit && <u>{unit}</u>}
    </span>
  )
}
