import { Combobox as Base } from '@base-ui/react/combobox'
import { Check, Plus, X } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useFieldsReadOnly, useNaming } from './Field'
import { fold, match } from './match'
import styles from './Combo.module.css'
import popup from './Popup.module.css'

export interface ComboOption {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
}

interface Common {
  readonly options: readonly ComboOption[]
  readonly label?: string | undefined
  readonly placeholder?: string | undefined
  /** Makes what was typed and is not there yet; left out where nothing can be made. */
  readonly onCreate?: ((title: string) => void) | undefined
  /** What the entry says that makes it, e.g. 'Add “Kiosk”'. */
  readonly createLabel?: ((title: string) => string) | undefined
}

interface ComboProps extends Common {
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  /** Opened at once and told when it closes: as the editor of a cell. */
  readonly onClose?: (() => void) | undefined
  /** Takes the cursor as soon as it appears, for what somebody has just asked for. */
  readonly focusNow?: boolean | undefined
}

interface TagsProps extends Common {
  readonly value: readonly string[]
  readonly onChange: (ids: string[]) => void
  /** What the cross on a tag does, for those who hear it. */
  readonly removeLabel?: ((title: string) => string) | undefined
}

type Entry = ComboOption & { readonly create?: boolean }

/** Typing finds one of many, or makes a new one. */
export function Combo({ value, onChange, onClose, focusNow = false, ...common }: ComboProps) {
  const naming = useNaming(common.label)
  const readOnly = useFieldsReadOnly()
  const { entries, onInput } = useEntries(common)
  const input = useRef<HTMLInputElement>(null)
  const atOnce = focusNow || onClose !== undefined
  useEffect(() => {
    if (atOnce) input.current?.focus()
  }, [atOnce])
  const chosen = common.options.find(option => option.id === value) ?? null
  return (
    <Base.Root<Entry>
      {...shared(entries, onInput)}
      readOnly={readOnly}
      value={chosen}
      onValueChange={(next: Entry | null, details) => {
        if (keptOn(details)) return
        if (next?.create) common.onCreate?.(next.label)
        else onChange(next?.id ?? null)
      }}
      {...(onClose ? { defaultOpen: true, onOpenChange: (open: boolean) => !open && onClose() } : {})}
    >
      <Base.InputGroup className={styles.well}>
        {chosen?.icon}
        <Base.Input
          {...naming}
          className={styles.input}
          placeholder={readOnly ? '' : common.placeholder}
          ref={input}
        />
      </Base.InputGroup>
      <List {...common} />
    </Base.Root>
  )
}

/** Several of many as tags; typing finds the next, or makes it. Backspace takes the last one away. */
export function TagsField({ value, onChange, removeLabel, ...common }: TagsProps) {
  const naming = useNaming(common.label)
  const readOnly = useFieldsReadOnly()
  const { entries, onInput } = useEntries(common)
  const chosen = value.flatMap(id => common.options.find(option => option.id === id) ?? [])
  return (
    <Base.Root<Entry, true>
      {...shared(entries, onInput)}
      multiple
      readOnly={readOnly}
      value={chosen}
      onValueChange={(next: Entry[], details) => {
        if (keptOn(details)) return
        const made = next.find(entry => entry.create)
        if (made) common.onCreate?.(made.label)
        else onChange(next.map(entry => entry.id))
      }}
    >
      <Base.InputGroup className={styles.tags}>
        <Base.Chips className={styles.chips}>
          {chosen.map(({ id, label, icon }) => (
            <Base.Chip key={id} className={styles.chip} aria-label={label}>
              {icon}
              <span>{label}</span>
              {!readOnly && (
                <Base.ChipRemove className={styles.remove} aria-label={removeLabel?.(label)}>
                  <X size={11} strokeWidth={2} aria-hidden />
                </Base.ChipRemove>
              )}
            </Base.Chip>
          ))}
          <Base.Input
            {...naming}
            className={styles.input}
            placeholder={readOnly || chosen.length > 0 ? '' : common.placeholder}
          />
        </Base.Chips>
      </Base.InputGroup>
      <List {...common} />
    </Base.Root>
  )
}

function useEntries({ options, onCreate }: Common) {
  const [query, setQuery] = useState('')
  const wanted = query.trim()
  const known = options.some(option => fold(option.label) === fold(wanted))
  const entries: Entry[] = [...options]
  if (onCreate && wanted && !known) entries.push({ id: '', label: wanted, create: true })
  return { entries, onInput: setQuery }
}

type Details = Pick<Base.Root.ChangeEventDetails, 'reason' | 'cancel' | 'allowPropagation'>

/** Escape in a closed field leaves the field; it takes nothing away. */
function keptOn(details: Details): boolean {
  if (details.reason !== 'escape-key') return false
  details.cancel()
  details.allowPropagation()
  return true
}

const shared = (entries: Entry[], onInput: (query: string) => void) => ({
  items: entries,
  filter: (entry: Entry, query: string) =>
    entry.create === true || match(fold(entry.label), fold(query)) !== null,
  itemToStringLabel: (entry: Entry) => entry.label,
  isItemEqualToValue: (one: Entry, other: Entry) => one.id === other.id,
  onInputValueChange: (query: string, details: Details) => {
    if (!keptOn(details)) onInput(query)
  },
  autoHighlight: true,
})

function List({ createLabel }: Common) {
  return (
    <Base.Portal>
      <Base.Positioner className={popup.positioner} sideOffset={4} align="start">
        <Base.Popup className={`${popup.panel} ${popup.list} ${styles.popup}`}>
          <Base.List>
            {(entry: Entry) => (
              <Base.Item key={entry.create ? 'create' : entry.id} value={entry} className={popup.row}>
                <span className={popup.icon}>
                  {entry.create ? <Plus size={14} aria-hidden /> : entry.icon}
                </span>
                <span className={popup.label}>{entry.create ? createLabel?.(entry.label) : entry.label}</span>
                <Base.ItemIndicator className={popup.check}>
                  <Check size={14} strokeWidth={2} aria-hidden />
                </Base.ItemIndicator>
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  )
}
