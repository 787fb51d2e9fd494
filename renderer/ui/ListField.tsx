import { Plus } from 'lucide-react'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { Button } from './Button'
import { useFieldsReadOnly } from './Field'
import styles from './ListField.module.css'
import { TitleField } from './TextField'

interface Props {
  readonly value: readonly string[]
  readonly onChange: (lines: string[], typing: string) => void
  readonly label: string
  readonly addLabel: string
}

/** Several short texts below one another. Enter begins the next, Backspace in an empty one takes it away. */
export function ListField({ value, onChange, label, addLabel }: Props) {
  const readOnly = useFieldsReadOnly()
  const list = useRef<HTMLUListElement>(null)
  const wanted = useRef<number | null>(null)
  const focus = (at: number) => {
    wanted.current = Math.max(0, at)
  }
  // as soon as the line is there, so that what is typed next goes into it
  useLayoutEffect(() => {
    if (wanted.current !== null) list.current?.querySelectorAll('textarea')[wanted.current]?.focus()
    wanted.current = null
  })
  const insert = (at: number) => {
    focus(at)
    onChange(value.toSpliced(at, 0, ''), `line:${at}`)
  }
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (readOnly || event.nativeEvent.isComposing) return
    if (event.key === 'Enter') insert(at + 1)
    else if (event.key === 'Backspace' && value[at] === '') {
      event.preventDefault()
      focus(at - 1)
      onChange(value.toSpliced(at, 1), `line:${at}`)
    }
  }
  return (
    <>
      <ul ref={list} className={styles.list}>
        {value.map((line, at) => (
          // lines have no names of their own; the place is all there is
          <li key={at}>
            <TitleField
              look="plain"
              label={`${label} ${at + 1}`}
              max={2000}
              value={line}
              onChange={(text, typing) => onChange(value.with(at, text), typing)}
              onKeyDown={event => onKeyDown(event, at)}
            />
          </li>
        ))}
      </ul>
      {!readOnly && (
        <Button icon={Plus} tone="link" className={styles.add} onClick={() => insert(value.length)}>
          {addLabel}
        </Button>
      )}
    </>
  )
}
