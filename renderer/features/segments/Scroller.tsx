import type { ReactNode } from 'react'
import styles from './Segments.module.css'

/** A wide table that scrolls within its own frame, by keys too. */
export function Scroller({ label, children }: { label: string; children: ReactNode }) {
  return (
    // where nothing inside can take the focus, the frame does, so that the arrow keys scroll it
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroller} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
