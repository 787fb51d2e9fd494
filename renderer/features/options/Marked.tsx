import { ArrowRight, Minus, Pencil, Plus, type LucideIcon } from 'lucide-react'
import { useText } from '../../ui/text'
import styles from './Options.module.css'

export const marks = ['added', 'removed', 'moved', 'changed'] as const
export type Mark = (typeof marks)[number]

const icons: Readonly<Record<Mark, LucideIcon>> = {
  added: Plus,
  removed: Minus,
  moved: ArrowRight,
  changed: Pencil,
}

/** What happened, as icon, colour and word. */
export function Marked({ mark }: { mark: Mark }) {
  const t = useText()
  const Icon = icons[mark]
  return (
    <span className={styles.mark} data-mark={mark}>
      <Icon size={12} strokeWidth={2} aria-hidden />
      {t($ => $.options.mark[mark])}
    </span>
  )
}
