import { Select } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './fields.module.css'

export interface ChoiceOption<V extends string> {
  readonly value: V
  readonly label: string
  readonly icon?: ReactNode
}

interface Props<V extends string> {
  readonly label: string
  readonly value: V | null
  readonly options: readonly ChoiceOption<V>[]
  readonly onChange: (value: V | null) => void
  /** Shown where nothing is chosen; offers that choice too. */
  readonly none?: string
  readonly disabled?: boolean
}

const NONE = ''

/** One of a list. */
export function Choice<V extends string>({ label, value, options, onChange, none, disabled }: Props<V>) {
  const items = none === undefined ? options : [{ value: NONE, label: none }, ...options]
  const chosen = options.find(option => option.value === value)
  return (
    <Select.Root
      value={value ?? NONE}
      onValueChange={next => onChange(next === NONE ? null : (next as V))}
      disabled={disabled ?? false}
      modal={false}
    >
      <Select.Trigger className={styles.choice} aria-label={label} data-empty={!chosen}>
        {chosen?.icon}
        <span>{chosen?.label ?? none ?? ''}</span>
        <ChevronDown size={13} strokeWidth={1.75} aria-hidden />
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner className={styles.positioner} sideOffset={4} alignItemWithTrigger={false}>
          <Select.Popup className={styles.popup}>
            {items.map(option => (
              <Select.Item key={option.value} value={option.value} className={styles.item}>
                {'icon' in option ? option.icon : null}
                <Select.ItemText>{option.label}</Select.ItemText>
                <Select.ItemIndicator className={styles.check}>
                  <Check size={13} aria-hidden />
                </Select.ItemIndicator>
              </Select.Item>
            ))}
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  )
}
