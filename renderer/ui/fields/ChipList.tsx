import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../text'
import { Combo, type ComboOption } from './Combo'
import styles from './fields.module.css'

interface Props {
  readonly label: string
  readonly options: readonly ComboOption[]
  readonly value: readonly string[]
  readonly onChange: (ids: string[]) => void
  readonly onCreate?: (label: string) => string | undefined
  readonly none: string
  readonly disabled?: boolean
}

/** Several of a list, as chips, with a place to add one. */
export function ChipList({ label, options, value, onChange, onCreate, none, disabled }: Props): ReactNode {
  const t = useText()
  const chosen = value.flatMap(id => options.find(option => option.id === id) ?? [])
  return (
    <div className={styles.chips}>
      {chosen.map(option => (
        <span key={option.id} className={styles.chip}>
          {option.label}
          {!disabled && (
            <button
              type="button"
              aria-label={t($ => $.fields.takeOut, { name: option.label })}
              onClick={() => onChange(value.filter(id => id !== option.id))}
            >
              <X size={11} aria-hidden />
            </button>
          )}
        </span>
      ))}
      {!disabled && (
        <Combo
          label={label}
          none={none}
          options={options.filter(option => !value.includes(option.id))}
          value={null}
          onChange={id => id && onChange([...value, id])}
          {...(onCreate ? { onCreate } : {})}
        />
      )}
    </div>
  )
}
