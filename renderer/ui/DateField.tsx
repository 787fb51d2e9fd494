import { useFieldsReadOnly, useNaming } from './Field'
import styles from './TextField.module.css'

interface Props {
  /** YYYY-MM-DD */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly label?: string | undefined
}

/** A calendar day, with the browser's own calendar. */
export function DateField({ value, onChange, label }: Props) {
  const naming = useNaming(label)
  const readOnly = useFieldsReadOnly()
  return (
    <input
      {...naming}
      type="date"
      className={`${styles.text} ${styles.well} ${styles.date}`}
      data-empty={value === null}
      readOnly={readOnly}
      min="1900-01-01"
      max="2999-12-31"
      value={value ?? ''}
      onChange={event => {
        const { value: day, validity } = event.target
        if (day === '' || validity.valid) onChange(day === '' ? null : day)
      }}
    />
  )
}
