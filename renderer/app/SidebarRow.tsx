import type { LucideIcon } from 'lucide-react'
import styles from './Sidebar.module.css'

interface Props {
  readonly icon: LucideIcon
  readonly label: string
  readonly count?: number | undefined
  readonly current: boolean
  /** Stands under the row above, e.g. an option of a canvas. */
  readonly below?: boolean
  readonly onClick: () => void
  readonly onContextMenu?: ((x: number, y: number) => void) | undefined
}

/** One thing the document holds. */
export function SidebarRow({
  icon: Icon,
  label,
  count,
  current,
  below = false,
  onClick,
  onContextMenu,
}: Props) {
  return (
    <button
      type="button"
      className={styles.row}
      data-below={below}
      aria-current={current ? 'page' : undefined}
      title={label}
      onClick={onClick}
      onContextMenu={event => {
        if (!onContextMenu) return
        event.preventDefault()
        onContextMenu(event.clientX, event.clientY)
      }}
    >
      <Icon size={15} strokeWidth={1.75} aria-hidden />
      <span>{label}</span>
      {count !== undefined && <em>{count}</em>}
    </button>
  )
}
