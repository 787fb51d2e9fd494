import { ArrowRight, Minus, Pencil, Plus, type LucideIcon } from 'lucide-react'
import styles from './DifferenceMark.module.css'

export type DifferenceLook = 'added' | 'removed' | 'changed' | 'moved' | 'movedAndChanged'

const icons: Readonly<Record<DifferenceLook, LucideIcon>> = {
  added: Plus,
  removed: Minus,
  changed: Pencil,
  moved: ArrowRight,
  movedAndChanged: ArrowRight,
}

/** What happened to something, as icon, colour and word. */
export function DifferenceMark({ kind, label }: { readonly kind: DifferenceLook; readonly label: string }) {
  const Icon = icons[kind]
  return (
    <span className={styles.mark} data-kind={kind}>
      <Icon size={12} strokeWidth={2} aria-hidden />
      {label}
    </span>
  )
}
