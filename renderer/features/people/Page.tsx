import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSession } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { FieldsReadOnly } from '../../ui/Field'
import styles from './People.module.css'

interface Props {
  readonly title: string
  readonly sentence: string
  readonly addLabel: string
  readonly onAdd: () => void
  readonly children: ReactNode
}

/** A screen of people: what it is, one button to add, and what there is. */
export function Page({ title, sentence, addLabel, onAdd, children }: Props) {
  const { readOnly } = useSession()
  return (
    <div className={styles.page} tabIndex={-1}>
      <header className={styles.head}>
        <div>
          <h2>{title}</h2>
          <p>{sentence}</p>
        </div>
        {readOnly === null && (
          <Button icon={Plus} tone="primary" onClick={onAdd}>
            {addLabel}
          </Button>
        )}
      </header>
      <FieldsReadOnly value={readOnly !== null}>{children}</FieldsReadOnly>
    </div>
  )
}

/** Stands where there is nothing yet, and says what to begin with. */
export function Nothing({ title, text }: { title: string; text: string }) {
  return (
    <div className={styles.nothing}>
      <h3>{title}</h3>
      <p>{text}</p>
    </div>
  )
}
