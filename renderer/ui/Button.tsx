import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes, Ref } from 'react'
import styles from './Button.module.css'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon?: LucideIcon | undefined
  /** 'plain' is quiet, 'primary' the one main thing of a place, 'link' stands in a sentence, 'danger' deletes. */
  readonly tone?: 'plain' | 'primary' | 'link' | 'danger' | undefined
  readonly keys?: string | undefined
  readonly ref?: Ref<HTMLButtonElement> | undefined
}

/** A button with words. */
export function Button({ icon: Icon, tone = 'plain', keys, children, className, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={[styles.button, styles[tone], className].filter(Boolean).join(' ')}
    >
      {Icon && <Icon size={15} strokeWidth={1.75} aria-hidden />}
      {children}
      {keys && (
        <kbd className={styles.keys} aria-hidden>
          {keys}
        </kbd>
      )}
    </button>
  )
}

interface IconProps extends Omit<Props, 'children' | 'aria-label' | 'icon'> {
  readonly icon: LucideIcon
  /** What it does; read aloud and shown on hover. */
  readonly label: string
  readonly pressed?: boolean | undefined
}

/** A button that is only an icon; its label is its name. */
export function IconButton({ icon: Icon, label, pressed, keys, className, tone: _tone, ...rest }: IconProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      title={keys ? `${label}  ${keys}` : label}
      {...rest}
      className={[styles.icon, className].filter(Boolean).join(' ')}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden />
    </button>
  )
}
