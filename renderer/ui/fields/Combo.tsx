import { Combobox } from '@base-ui/react/combobox'
import { Plus, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useText } from '../text'
import styles from './fields.module.css'

export interface ComboOption {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
}

interface Props {
  readonly label: string
  readonly options: readonly ComboOption[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  /** Makes what was typed and returns its id; left out where nothing can be made. */
  readonly onCreate?: (label: string) => string | undefined
  readonly none: string
  readonly disabled?: boolean
}

const CREATE = 'create:'
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Picks one of a growing list by typing; what is not there yet can be made on the spot. */
export function Combo({ label, options, value, onChange, onCreate, none, disabled }: Props) {
  const t = useText()
  const [query, setQuery] = useState('')
  const chosen = options.find(option => option.id === value) ?? null
  const wanted = query.trim()
  const fitting = options.filter(option => fold(option.label).includes(fold(wanted)))
  const isNew = onCreate && wanted !== '' && !options.some(option => fold(option.label) === fold(wanted))
  const items = isNew
    ? [...fitting, { id: CREATE + wanted, label: t($ => $.fields.create, { name: wanted }) }]
    : fitting
  return (
    <Combobox.Root
      items={items}
      filter={null}
      value={chosen}
      inputValue={query}
      onInputValueChange={setQuery}
      itemToStringLabel={(option: ComboOption) => option.label}
      isItemEqualToValue={(a: ComboOption, b: ComboOption) => a.id === b.id}
      disabled={disabled ?? false}
      onValueChange={next => {
        if (!next) return onChange(null)
        onChange(next.id.startsWith(CREATE) ? (onCreate?.(next.id.slice(CREATE.length)) ?? null) : next.id)
      }}
      onOpenChange={open => open && setQuery('')}
    >
      <Combobox.Trigger className={styles.choice} aria-label={label} data-empty={!chosen}>
        {chosen?.icon}
        <span>{chosen?.label ?? none}</span>
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner className={styles.positioner} sideOffset={4} align="start">
          <Combobox.Popup className={styles.popup} aria-label={label}>
            <Combobox.Input
              className={styles.search}
              placeholder={t($ => $.fields.typeToFind)}
              aria-label={label}
            />
            <Combobox.List className={styles.list}>
              {(option: ComboOption) => (
                <Combobox.Item key={option.id} value={option} className={styles.item}>
                  {option.id.startsWith(CREATE) ? <Plus size={13} aria-hidden /> : option.icon}
                  <span>{option.label}</span>
                </Combobox.Item>
              )}
            </Combobox.List>
            {value && (
              <button type="button" className={styles.item} onClick={() => onChange(null)}>
                <X size={13} aria-hidden /> {none}
              </button>
            )}
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
