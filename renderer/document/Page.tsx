import { Plus, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSession } from './hooks'
import { Button } from '../ui/Button'
import { FieldsReadOnly } from '../ui/Field'
import styles from './Page.module.css'

interface Props {
  readonly title: string
  readonly sentence: string
  /** The one button of the page; without it there is none. */
  readonly addLabel?: string | undefined
  readonly addIcon?: LucideIcon | undefined
  readonly onAdd?: (() => void) | undefined
  readonly children: ReactNode
}

/** A screen that is a page: what it is, one button to add, and what there is. */
export function Page({ title, sentence, addLabel, addIcon = Plus, onAdd, children }: Props) {
  const { readOnly } = useSession()
  return (
    <div className={styles.page} tabIndex={-1}>
      <header className={styles.head}>
        <div>
          <h2>{title}</h2>
          <p>{sentence}</p>
        </div>
        {readOnly === null && onAdd && (
          <Button icon={addIcon} tone="primary" onClick={onAdd}>
            {addLabel}
          </Button>
        )}
      </header>
      <FieldsReadOnly value={readOnly !== null}>{children}</FieldsReadOnly>
    </div>
  )
}

interface NothingProps {
  readonly title: string
  readonly text: string
  /** A button that leads on, where the page has none of its own. */
  readonly children?: ReactNode
}

/** Stands where there is nothing yet, and says what to begin with. */
export function Nothing({ title, text, children }: NothingProps) {
  return (
    <div className={styles.nothing}>
      <h3>{title}</h3>
      <p>{text}</p>
      {children}
    </div>
  )
}
