import type { ReactNode } from 'react'
import styles from './fields.module.css'

interface Props {
  readonly label: string
  readonly value: number | null
  readonly options: readonly {
    readonly value: number
    readonly label: string
    readonly face?: ReactNode
    readonly tone?: string
  }[]
  readonly onChange: (value: number | null) => void
  readonly disabled?: boolean
}

/** Values side by side; choosing the chosen one again takes it back. Arrow keys move. */
export function Scale({ label, value, options, onChange, disabled }: Props) {
  const at = options.findIndex(option => option.value === value)
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={styles.scale}
      onKeyDown={event => {
        const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key]
        if (event.key === 'Delete' || event.key === 'Backspace') onChange(null)
        const next = step && options[at < 0 ? (step > 0 ? 0 : options.length - 1) : at + step]
        if (!next) return
        event.preventDefault()
        onChange(next.value)
        const group = event.currentTarget
        requestAnimationFrame(() => group.querySelector<HTMLElement>('[aria-checked=true]')?.focus())
      }}
    >
      {options.map(({ value: one, label: name, face, tone }, index) => (
        <button
          key={one}
          type="button"
          role="radio"
          aria-checked={one === value}
          aria-label={name}
          title={name}
          disabled={disabled}
          tabIndex={one === value || (at < 0 && index === 0) ? 0 : -1}
          data-tone={tone}
          data-face={face !== undefined}
          onClick={() => onChange(one === value ? null : one)}
        >
          {face ?? one}
        </button>
      ))}
    </div>
  )
}

/** The scale from 1 to 5. */
export const oneToFive = [1, 2, 3, 4, 5].map(value => ({ value, label: String(value) }))
