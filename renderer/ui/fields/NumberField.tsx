import { useState } from 'react'
import { useLanguage, useText } from '../text'
import styles from './fields.module.css'

interface Props {
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly min?: number
  readonly max?: number
  /** E.g. "min". */
  readonly unit?: string
  readonly disabled?: boolean
}

/** A number as the language writes it. What is no number in range is said in words and never written. */
export function NumberField({
  label,
  value,
  onChange,
  min = -Infinity,
  max = Infinity,
  unit,
  disabled,
}: Props) {
  const t = useText()
  const language = useLanguage()
  const [draft, setDraft] = useState<string | null>(null)
  const shown =
    draft ??
    (value === null ? '' : new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value))
  const parsed = parse(shown)
  const wrong =
    draft !== null && (parsed === undefined || (parsed !== null && (parsed < min || parsed > max)))
  return (
    <span className={styles.number}>
      <input
        className={styles.field}
        inputMode="decimal"
        aria-label={label}
        aria-invalid={wrong}
        value={shown}
        disabled={disabled}
        onFocus={() => setDraft(shown)}
        onBlur={() => setDraft(null)}
        onChange={event => {
          setDraft(event.target.value)
          const next = parse(event.target.value)
          if (next === null || (next !== undefined && next >= min && next <= max)) onChange(next)
        }}
      />
      {unit && <span className={styles.unit}>{unit}</span>}
      {wrong && (
        <span role="alert" className={styles.wrong}>
          {Number.isFinite(max)
            ? t($ => $.fields.numberBetween, { min, max })
            : t($ => $.fields.numberFrom, { min })}
        </span>
      )}
    </span>
  )
}

/** null is nothing, undefined is no number. Point and comma both part the decimals, spaces group. */
function parse(text: string): number | null | undefined {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('−', '-')
  if (plain === '') return null
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}
