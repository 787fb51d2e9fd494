import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { IconButton } from './Button'
import styles from './Dialog.module.css'

interface Props {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the bottom right. */
  readonly actions?: ReactNode
  readonly wide?: boolean
  /** There is more to read than to do: the keyboard can stop at the text and scroll it. */
  readonly reading?: boolean
  /** Where the keyboard begins; the first control where there is no such place. */
  readonly beginAt?: RefObject<HTMLElement | null> | undefined
}

/** A window over the page that holds one task. Escape closes it. */
export function Dialog({
  title,
  closeLabel,
  onClose,
  children,
  actions,
  wide = false,
  reading = false,
  beginAt,
}: Props) {
  return (
    <Base.Root open onOpenChange={open => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          className={styles.popup}
          data-wide={wide}
          initialFocus={beginAt && (() => beginAt.current ?? true)}
        >
          <header className={styles.header}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            <IconButton icon={X} label={closeLabel} onClick={onClose} />
          </header>
          {/* a long text is scrolled by keys where the focus can stand in it */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className={styles.body} tabIndex={reading ? 0 : undefined}>
            {children}
          </div>
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
