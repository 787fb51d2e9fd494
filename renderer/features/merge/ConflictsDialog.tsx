import { Crosshair } from 'lucide-react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { settleConflict } from '../../../shared/commands'
import type { OpenConflict } from '../../../shared/document'
import { fieldWord, recordName, typeWord } from '../../../shared/words'
import { showRecord } from '../../app/findings/showRecord'
import { closeOverlay, useOverlay } from '../../app/overlay'
import { useView } from '../../app/useView'
import { useConflicts } from '../../document/conflicts'
import { useDocument, useSession } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useLanguage, useText } from '../../ui/text'
import { TextArea } from '../../ui/TextField'
import { ago, useNow } from '../../ui/time'
import { bothTexts, fieldKey } from './choices'
import styles from './Conflicts.module.css'
import { TypeIcon } from './TypeIcon'
import { isFreeText, mayHold, sideInWords } from './words'

/** What was left undecided in a merge: both values of each field, to be chosen from at any time. */
export function ConflictsDialog() {
  const t = useText()
  const conflicts = useConflicts()
  const list = useRef<HTMLUListElement>(null)
  const count = useRef(conflicts.length)
  const at = useOverlay(state => state.at)
  const begin = useRef<HTMLButtonElement>(null)
  // what was decided leaves the list; the keyboard goes on with what is left
  useEffect(() => {
    if (conflicts.length < count.current) list.current?.querySelector<HTMLElement>('button')?.focus()
    count.current = conflicts.length
  }, [conflicts])
  return (
    <Dialog
      wide
      title={t($ => $.merge.open.title)}
      closeLabel={t($ => $.settings.close)}
      onClose={closeOverlay}
      beginAt={begin}
    >
      <p className={styles.sentence} role="status">
        {conflicts.length === 0 ? t($ => $.merge.open.none) : t($ => $.merge.open.sentence)}
      </p>
      <ul ref={list} className={styles.list}>
        {conflicts.map(one => (
          <Conflict
            key={fieldKey(one.id, one.field)}
            conflict={one}
            first={at?.id === one.id && at.field === one.field ? begin : undefined}
          />
        ))}
      </ul>
    </Dialog>
  )
}

interface ConflictProps {
  readonly conflict: OpenConflict
  /** Where the keyboard is to begin: the first thing to choose. */
  readonly first: RefObject<HTMLButtonElement | null> | undefined
}

function Conflict({ conflict: { id, field, author, others }, first }: ConflictProps) {
  const t = useText()
  const speaking = { t, language: useLanguage() }
  const now = useNow()
  const session = useSession()
  const { canvasId } = useView('canvasId')
  const record = useDocument(document => document.get(id))
  const [text, setText] = useState<string | null>(null)
  if (!record) return null
  const { type } = record
  const document = session.doc
  const mine = record[field]
  const settle = (value: unknown) => session.dispatch(settleConflict, { id, field, value })
  const name = recordName(t, document, record)
  const fieldName = fieldWord(t, type, field)
  const editable = session.readOnly === null
  const theirs = others[0]?.value
  const isText = isFreeText(speaking, document, record, { field, mine, theirs })
  const both = others.reduce<unknown>((all, { value }) => bothTexts({ mine: all, theirs: value }), mine)
  const said = (value: unknown, isTheirs: boolean) =>
    sideInWords(speaking, document, record, field, value, isTheirs) ?? t($ => $.compare.nothing)
  const about = `${name}, ${fieldName}`
  return (
    <li className={styles.conflict} aria-label={about}>
      <div className={styles.head}>
        <TypeIcon type={type} />
        <h3>
          {name}
          <span>{[typeWord(t, type), fieldName].join(' · ')}</span>
        </h3>
        <Button
          tone="link"
          icon={Crosshair}
          aria-label={`${t($ => $.merge.open.go)}: ${name}`}
          onClick={() => {
            closeOverlay()
            const whole = record['touchpointId'] ?? record['noteId']
            const hidden = type === 'placement' || type === 'experience'
            showRecord(session, hidden && typeof whole === 'string' ? whole : id, canvasId)
          }}
        >
          {t($ => $.merge.open.go)}
        </Button>
      </div>
      <div className={styles.sides}>
        <Side
          head={[t($ => $.merge.open.shown), author].filter(Boolean).join(' · ')}
          value={said(mine, false)}
          label={t($ => $.merge.open.keep)}
          about={about}
          first={first}
          choose={editable ? () => settle(mine) : undefined}
        />
        {others.map((other, at) => (
          <Side
            key={at}
            head={[
              t($ => $.merge.open.other),
              other.author,
              ...(other.at ? [ago(other.at, now, speaking.language)] : []),
            ]
              .filter(Boolean)
              .join(' · ')}
            value={said(other.value, true)}
            label={t($ => $.merge.open.take)}
            about={about}
            choose={editable ? () => settle(other.value) : undefined}
          />
        ))}
      </div>
      {editable && isText && text === null && (
        <div className={styles.more}>
          {mayHold(type, field, String(both)) && (
            <Button onClick={() => settle(both)}>{t($ => $.merge.open.both)}</Button>
          )}
          <Button onClick={() => setText(String(both))}>{t($ => $.merge.open.edit)}</Button>
        </div>
      )}
      {text !== null && (
        <div className={styles.own}>
          <TextArea
            focusNow="end"
            label={t($ => $.merge.ownText, { name: about })}
            value={text}
            onChange={setText}
          />
          {!mayHold(type, field, text) && (
            <p role="alert" className={styles.problem}>
              {t($ => $.merge.doesNotFit)}
            </p>
          )}
          <div className={styles.more}>
            <Button onClick={() => setText(null)}>{t($ => $.terms.ui.cancel)}</Button>
            <Button tone="primary" disabled={!mayHold(type, field, text)} onClick={() => settle(text)}>
              {t($ => $.merge.open.write)}
            </Button>
          </div>
        </div>
      )}
    </li>
  )
}

interface SideProps {
  readonly head: string
  readonly value: string
  readonly label: string
  readonly about: string
  readonly first?: RefObject<HTMLButtonElement | null> | undefined
  readonly choose: (() => void) | undefined
}

function Side({ head, value, label, about, first, choose }: SideProps) {
  return (
    <div className={styles.side}>
      <small>{head}</small>
      <p>{value}</p>
      {choose && (
        <Button ref={first} tone="link" aria-label={`${label}: ${value} (${about})`} onClick={choose}>
          {label}
        </Button>
      )}
    </div>
  )
}
