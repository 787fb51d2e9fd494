import type { LucideIcon } from 'lucide-react'
import { TextField } from '../../ui/fields/TextField'
import styles from './Inspector.module.css'

interface Props {
  readonly icon: LucideIcon
  readonly kind: string
  /** Where it belongs, e.g. the step's name. */
  readonly place?: string | undefined
  readonly title: string
  readonly titleLabel: string
  readonly placeholder: string
  readonly onTitle: (title: string) => void
  readonly disabled: boolean
}

/** What is selected and what it is called; the name is written right here. */
export function Header({
  icon: Icon,
  kind,
  place,
  title,
  titleLabel,
  placeholder,
  onTitle,
  disabled,
}: Props) {
  return (
    <header className={styles.header}>
      <div className={styles.kind}>
        <Icon size={12} strokeWidth={1.75} aria-hidden />
        {place ? `${kind} · ${place}` : kind}
      </div>
      <TextField
        heading
        label={titleLabel}
        value={title}
        placeholder={placeholder}
        onChange={onTitle}
        disabled={disabled}
      />
    </header>
  )
}
