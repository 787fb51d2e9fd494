import { Check as Tick } from 'lucide-react'
import { Marked, useFieldsReadOnly } from './Field'
import styles from './Check.module.css'

interface Props {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** Stands behind the box. */
  readonly children: string
}

/** Yes or no, with its words behind it. */
export function Check({ checked, onChange, children }: Props) {
  const readOnly = useFieldsReadOnly()
  return (
    <Marked field={children}>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={checked}
          disabled={readOnly}
          onChange={event => onChange(event.target.checked)}
        />
        <span className={styles.box} aria-hidden>
          <Tick size={12} strokeWidth={2.5} />
        </span>
        {children}
      </label>
    </Marked>
  )
}
