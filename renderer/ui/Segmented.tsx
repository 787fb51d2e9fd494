import type { LucideIcon } from 'lucide-react'
import styles from './Segmented.module.css'

interface Option<V extends string> {
  readonly value: V
  readonly label: string
  readonly icon?: LucideIcon | undefined
}

interface Props<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly Option<V>[]
  readonly onChange: (value: V) => void
  /** 'track' stands in a well, 'chips' lie free on the page. */
  readonly look?: 'track' | 'chips'
}

/** One choice of a few, all in view. Arrow keys move the choice, as with radio buttons. */
export function Segmented<V extends string>({ label, value, options, onChange, look = 'track' }: Props<V>) {
  const move = (step: number) => {
    const at = options.findIndex(option => option.value === value)
    const next = options[(at + step + options.length) % options.length]
    if (next) onChange(next.value)
  }
  return (
    <div
      role="radiogroup"
      aria-label={label}
      tabIndex={-1}
      className={styles[look]}
      onKeyDown={event => {
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
        if (!step) return
        event.preventDefault()
        event.stopPropagation()
        move(step)
        const group = event.currentTarget
        requestAnimationFrame(() => group.querySelector<HTMLElement>('[aria-checked=true]')?.focus())
      }}
    >
      {options.map(({ value: one, label: text, icon: Icon }) => (
        <button
          key={one}
          type="button"
          role="radio"
          aria-checked={one === value}
          tabIndex={one === value ? 0 : -1}
          className={styles.option}
          onClick={() => onChange(one)}
        >
          {Icon && <Icon size={14} strokeWidth={1.75} aria-hidden />}
          <span>{text}</span>
        </button>
      ))}
    </div>
  )
}
