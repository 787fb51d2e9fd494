import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useFieldsReadOnly, useGroupNaming } from './Field'
import styles from './Choices.module.css'

export interface Choice<V extends string | number> {
  readonly value: V
  /** Read aloud and shown on hover where the content is a sign. */
  readonly label: string
  readonly content?: ReactNode
  /** A key that chooses it, e.g. '4'. */
  readonly keys?: string
}

interface Props<V extends string | number> {
  readonly value: V | null
  readonly options: readonly Choice<V>[]
  readonly onChange: (value: V | null) => void
  readonly label?: string | undefined
  /** 'squares' for numbers, 'faces' for emotions, 'words' for a few words in one track. */
  readonly look: 'squares' | 'faces' | 'words'
  /** Whether choosing the chosen one again takes it back. */
  readonly clearable?: boolean
}

/**
 * One of a few, all in view. Arrow keys move the choice and stop at the ends; choosing again, Delete or Backspace take
 * it back.
 */
export function Choices<V extends string | number>({
  value,
  options,
  onChange,
  label,
  look,
  clearable = true,
}: Props<V>) {
  const naming = useGroupNaming(label)
  const readOnly = useFieldsReadOnly()
  const group = useRef<HTMLDivElement>(null)
  const at = options.findIndex(option => option.value === value)
  const choose = (index: number) => {
    const option = options[Math.max(0, Math.min(options.length - 1, index))]
    if (!option || readOnly) return
    onChange(option.value)
    const buttons = group.current?.querySelectorAll<HTMLElement>('[role=radio]')
    buttons?.[options.indexOf(option)]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const named = options.findIndex(option => option.keys === event.key)
    if (step) choose(at < 0 ? (step > 0 ? 0 : options.length - 1) : at + step)
    else if (named >= 0) choose(named)
    else if (clearable && !readOnly && (event.key === 'Delete' || event.key === 'Backspace')) onChange(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={group} role="radiogroup" {...naming} className={styles[look]}>
      {options.map((option, index) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={index === at}
          aria-label={option.content === undefined ? undefined : option.label}
          aria-disabled={readOnly}
          title={option.content === undefined ? undefined : option.label}
          tabIndex={index === Math.max(0, at) ? 0 : -1}
          data-value={option.value}
          className={styles.option}
          onKeyDown={onKeyDown}
          onClick={() => {
            if (readOnly) return
            onChange(clearable && index === at ? null : option.value)
          }}
        >
          {option.content ?? option.label}
        </button>
      ))}
    </div>
  )
}
