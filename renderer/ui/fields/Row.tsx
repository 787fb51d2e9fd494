import type { ReactNode } from 'react'
import styles from './fields.module.css'

/** Label at the left, value at the right; `wide` puts the value below its label. */
export function Row({
  label,
  wide = false,
  children,
}: {
  label: string
  wide?: boolean
  children: ReactNode
}) {
  return (
    <div className={styles.row} data-wide={wide}>
      <span className={styles.label} title={label}>
        {label}
      </span>
      <div className={styles.value}>{children}</div>
    </div>
  )
}

/** A part of the inspector with a quiet heading. */
export function Section({
  title,
  children,
  aside,
}: {
  title?: string
  children: ReactNode
  aside?: ReactNode
}) {
  return (
    <section className={styles.section}>
      {title && (
        <h3 className={styles.heading}>
          {title}
          {aside}
        </h3>
      )}
      {children}
    </section>
  )
}
