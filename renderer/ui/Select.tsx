import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFieldsReadOnly, useNaming } from './Field'
import popup from './Popup.module.css'
import styles from './Select.module.css'

export interface SelectOption<V> {
  readonly value: V
  readonly label: string
  readonly icon?: ReactNode
}

interface Props<V> {
  readonly value: V | null
  readonly options: readonly SelectOption<V>[]
  readonly onChange: (value: V | null) => void
  readonly label?: string | undefined
  /** What is shown, and offered first, where nothing is chosen; without it something is always chosen. */
  readonly none?: string | undefined
  /** 'well' lies in a hollow, 'plain' stands in a line of text or a cell. */
  readonly look?: 'well' | 'plain' | undefined
  readonly open?: boolean | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
}

/** One of several, opened on demand. */
export function Select<V extends string | number>({
  value,
  options,
  onChange,
  label,
  none,
  look = 'well',
  open,
  onOpenChange,
}: Props<V>) {
  const naming = useNaming(label)
  const readOnly = useFieldsReadOnly()
  const chosen = options.find(option => option.value === value)
  return (
    <Base.Root<V>
      value={value}
      onValueChange={onChange}
      readOnly={readOnly}
      modal={false}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange: (next: boolean) => onOpenChange(next) } : {})}
    >
      <Base.Trigger {...naming} className={`${styles.trigger} ${styles[look]}`}>
        {chosen?.icon}
        <span className={styles.label} data-none={!chosen}>
          {chosen?.label ?? none}
        </span>
        <ChevronDown className={styles.arrow} size={13} strokeWidth={1.75} aria-hidden />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner
          className={popup.positioner}
          sideOffset={4}
          align="start"
          alignItemWithTrigger={false}
        >
          <Base.Popup className={`${popup.panel} ${popup.list} ${styles.popup}`}>
            <Base.List>
              {none !== undefined && <Item value={null} label={none} quiet />}
              {options.map(option => (
                <Item key={option.value} {...option} />
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface ItemProps {
  readonly value: string | number | null
  readonly label: string
  readonly icon?: ReactNode
  readonly quiet?: boolean
}

function Item({ value, label, icon, quiet = false }: ItemProps) {
  return (
    <Base.Item value={value} label={label} className={`${popup.row} ${styles.item}`} data-quiet={quiet}>
      {icon !== undefined && <span className={popup.icon}>{icon}</span>}
      <Base.ItemText className={popup.label}>{label}</Base.ItemText>
      <Base.ItemIndicator className={popup.check}>
        <Check size={14} strokeWidth={2} aria-hidden />
      </Base.ItemIndicator>
    </Base.Item>
  )
}
