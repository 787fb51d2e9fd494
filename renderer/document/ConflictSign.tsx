import { GitCompareArrows } from 'lucide-react'
import { useText } from '../ui/text'
import styles from './ConflictSign.module.css'
import { useConflicts } from './conflicts'

interface Props {
  readonly id: string
  /** A field that the closed row shows, where its own mark stands. */
  readonly except?: string | undefined
}

/** On a closed row: how many of the fields inside are in conflict; nothing where none is. */
export function ConflictSign({ id, except }: Props) {
  const t = useText()
  const count = useConflicts().filter(one => one.id === id && one.field !== except).length
  if (count === 0) return null
  return (
    <span className={styles.sign}>
      <GitCompareArrows size={12} strokeWidth={1.75} aria-hidden />
      <span className="visually-hidden"> {t($ => $.merge.conflicts, { count })}</span>
    </span>
  )
}
