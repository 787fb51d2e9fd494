import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useFieldsReadOnly, useNaming } from './Field'
import { readNumber, writeNumber } from './number'
import styles from './NumberField.module.css'
import { useLanguage, useText } from './text'

interface Props {
  readonly value: number | null
  /** Called with every key press that leaves a number in range; `typing` as in TextField. */
  readonly onChange: (value: number | null, typing: string) => void
  readonly min: number
  readonly max: number
  readonly whole?: boolean
  /** Stands behind the number, e.g. 'min'. */
  readonly unit?: string | undefined
  readonly label?: string | undefined
  readonly placeholder?: string | undefined
  /** As in TextField. */
  readonly focusNow?: 'all' | 'end' | undefined
}

let visits = 0

/** A number as the reader's language writes it. What is no number, or out of range, is said in words and not written. */
export function NumberField({
  value,
  onChange,
  min,
  max,
  whole = false,
  unit,
  label,
  placeholder,
  focusNow,
}: Props) {
  const t = useText()
  const language = useLanguage()
  const naming = useNaming(label)
  const readOnly = useFieldsReadOnly()
  const problemId = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [typing, setTyping] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const before = useRef(value)
  const written = useRef(value)
  // what changes elsewhere wins over what is being typed
  useEffect(() => {
    if (value !== written.current) setDraft(null)
    written.current = value
  }, [value])

  useLayoutEffect(() => {
    if (!focusNow) return
    input.current?.focus()
    if (focusNow === 'all') input.current?.select()
  }, [focusNow])

  const shown = (number: number) => new Intl.NumberFormat(language).format(number)
  const problem = draft === null ? null : problemOf(readNumber(draft, language))
  function problemOf(read: number | null | undefined): string | null {
    if (read === null) return null
    if (read === undefined) return t($ => $.fields.notANumber)
    if (read < min || read > max) return t($ => $.fields.outOfRange, { min: shown(min), max: shown(max) })
    return whole && !Number.isInteger(read) ? t($ => $.fields.notWhole) : null
  }
  const write = (text: string) => {
    const read = readNumber(text, language)
    setDraft(text)
    // of what cannot be written not even the beginning is: 9 and 99 stood on the way to 999
    put(read !== undefined && problemOf(read) === null ? read : before.current)
  }
  const put = (next: number | null) => {
    if (next === value) return
    written.current = next
    onChange(next, typing)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (event.key === 'Escape' && problem) {
      setDraft(null)
      event.stopPropagation()
    } else if (step && !readOnly) {
      event.preventDefault()
      setDraft(null)
      put(Math.max(min, Math.min(max, (value ?? 0) + step)))
    }
  }
  return (
    <div className={styles.number}>
      <div className={styles.well} data-problem={problem !== null}>
        <input
          {...naming}
          ref={input}
          className={styles.input}
          inputMode="decimal"
          autoComplete="off"
          readOnly={readOnly}
          placeholder={placeholder}
          value={draft ?? (value === null ? '' : writeNumber(value, language))}
          aria-invalid={problem !== null}
          aria-describedby={problem ? problemId : undefined}
          onFocus={() => {
            before.current = value
            setTyping(`number:${++visits}`)
          }}
          onChange={event => write(event.target.value)}
          onBlur={() => problem === null && setDraft(null)}
          onKeyDown={onKeyDown}
        />
        {unit && value !== null && <span>{unit}</span>}
      </div>
      {problem && (
        <p id={problemId} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}
