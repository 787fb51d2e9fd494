import { useEffect, useMemo, useRef } from 'react'
import type { DocumentView } from '../../../shared/document'
import { groupedEntries, type DocumentDifference, type RecordDifference } from '../../../shared/queries'
import { entryWords, groupName, nameOfId } from '../../../shared/words'
import { DifferenceMark } from '../../ui/DifferenceMark'
import { useLanguage, useText } from '../../ui/text'
import styles from './Compare.module.css'

interface Props {
  readonly before: DocumentView
  readonly after: DocumentView
  readonly list: DocumentDifference
  readonly chosen: string | null
  readonly choose: (entry: RecordDifference) => void
}

/** What is otherwise: by board, by stage or block; choosing one shows it. */
export function CompareList({ before, after, list, chosen, choose }: Props) {
  const t = useText()
  const boards = useMemo(() => groupedEntries(list, before, after), [list, before, after])
  if (list.length === 0) return <p className={styles.nothing}>{t($ => $.compare.same)}</p>
  const holder = (id: string) => (after.get(id) ? after : before)
  return boards.map(({ boardId, groups }) => (
    <section key={boardId ?? ''} className={styles.board}>
      <h3>{boardId === null ? t($ => $.inspector.document) : nameOfId(t, holder(boardId), boardId)}</h3>
      {groups.map(({ groupId, entries }) => (
        <div key={groupId ?? ''}>
          {groupId !== null && <h4>{groupName(t, holder(groupId), groupId)}</h4>}
          <ul>
            {entries.map(entry => (
              <Entry key={entry.id} {...{ before, after, entry, choose }} isChosen={entry.id === chosen} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  ))
}

interface EntryProps extends Pick<Props, 'before' | 'after' | 'choose'> {
  readonly entry: RecordDifference
  readonly isChosen: boolean
}

function Entry({ before, after, entry, choose, isChosen }: EntryProps) {
  const t = useText()
  const language = useLanguage()
  const button = useRef<HTMLButtonElement>(null)
  const words = useMemo(
    () => entryWords(t, language, before, after, entry),
    [t, language, before, after, entry],
  )
  useEffect(() => {
    if (isChosen) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const said = (value: string | null) => value ?? <i>{t($ => $.compare.nothing)}</i>
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={styles.entry}
        aria-pressed={isChosen}
        onClick={() => choose(entry)}
      >
        <span className={styles.what}>
          <DifferenceMark kind={entry.kind} label={t($ => $.compare.kind[entry.kind])} />
          <small>{words.type}</small>
        </span>
        <strong>{words.name}</strong>
        {words.fields.map(one => (
          <span key={one.field} className={styles.line}>
            <small>{one.name}</small>
            <del>{said(one.before)}</del> → <ins>{said(one.after)}</ins>
          </span>
        ))}
      </button>
    </li>
  )
}
