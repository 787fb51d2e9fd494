import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Hint.module.css'

/** Says what does not fit together; it forbids nothing. */
export function Hint({ className = '', children }: { className?: string | undefined; children: ReactNode }) {
  return (
    <p className={`${styles.hint} ${className}`} role="note">
      <Info size={13} strokeWidth={1.75} aria-hidden />
      {children}
    </p>
  )
}
