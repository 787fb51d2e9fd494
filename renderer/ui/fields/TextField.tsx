import { useId, useState, type KeyboardEvent } from 'react'
import styles from './fields.module.css'

interface Props {
  /** Its name; read aloud. */
  readonly label: string
  readonly value: string
  /** Told at every key press. */
  readonly onChange: (value: string) => void
  readonly placeholder?: string | undefined
  readonly multiline?: boolean
  readonly disabled?: boolean
  readonly maxLength?: number
  /** Looks like a heading until it is written in. */
  readonly heading?: boolean
  readonly id?: string | undefined
}

/** A text that is written in place. While it has the focus it shows what is typed; else what the record says. */
export function TextField({
  label,
  value,
  onChange,
  placeholder,
  multiline,
  disabled,
  maxLength,
  heading,
  id,
}: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const given = useId()
  const shared = {
    id: id ?? given,
    className: heading ? styles.headingField : styles.field,
    'aria-label': label,
    value: draft ?? value,
    placeholder,
    disabled,
    maxLength: maxLength ?? (multiline ? 20_000 : 500),
    onFocus: () => setDraft(value),
    onBlur: () => setDraft(null),
    onChange: (event: { target: { value: string } }) => {
      setDraft(event.target.value)
      onChange(event.target.value)
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Escape' || (event.key === 'Enter' && !multiline)) event.currentTarget.blur()
      // an undo may change the record under the draft: show what the record says then
      if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) setDraft(null)
    },
  }
  return multiline || heading ? <textarea rows={1} {...shared} /> : <input {...shared} />
}
