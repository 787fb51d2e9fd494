import { useState } from 'react'
import { allTalks, type Talk } from '../../../shared/queries'
import { recordName, typeWord } from '../../../shared/words'
import { Talks } from '../../app/comments/Talks'
import { showRecord } from '../../app/findings/showRecord'
import { useView } from '../../app/useView'
import { useDocument, useSession } from '../../document/hooks'
import { Nothing, Page } from '../../document/Page'
import { Segmented } from '../../ui/Segmented'
import { useText } from '../../ui/text'
import styles from './Comments.module.css'

const filters = ['open', 'resolved', 'all'] as const
type Filter = (typeof filters)[number]

const passes: Readonly<Record<Filter, (talk: Talk) => boolean>> = {
  open: ({ comment }) => !comment.resolved,
  resolved: ({ comment }) => comment.resolved,
  all: () => true,
}

/** Every comment of the document, by what it is about; the newest first. */
export function CommentsView() {
  const t = useText()
  const [filter, setFilter] = useState<Filter>('open')
  const talks = useDocument(allTalks)
  const shown = talks.filter(passes[filter])
  const targets = [...new Set(shown.map(({ comment }) => comment.targetId))]
  return (
    <Page title={t($ => $.comments.title)} sentence={t($ => $.comments.sentence)}>
      <div className={styles.bar}>
        <Segmented
          label={t($ => $.comments.filter)}
          value={filter}
          options={filters.map(value => ({ value, label: t($ => $.comments.filters[value]) }))}
          onChange={setFilter}
        />
      </div>
      {targets.length === 0 ? (
        <Empty filter={talks.length === 0 ? 'all' : filter} />
      ) : (
        <div className={styles.list} data-part="comments" tabIndex={-1}>
          {targets.map(id => (
            <section key={id}>
              <h3>
                <Target id={id} />
              </h3>
              <Talks talks={shown.filter(({ comment }) => comment.targetId === id)} />
            </section>
          ))}
        </div>
      )}
    </Page>
  )
}

/** What the comments are about, and the way there. */
function Target({ id }: { id: string }) {
  const t = useText()
  const session = useSession()
  const { canvasId } = useView('canvasId')
  const named = useDocument(document => {
    const record = document.get(id)
    return record && { kind: typeWord(t, record.type), name: recordName(t, document, record) }
  })
  if (!named) return <span className={styles.gone}>{t($ => $.comments.gone)}</span>
  return (
    <button type="button" className={styles.target} onClick={() => showRecord(session, id, canvasId)}>
      <small>{named.kind}</small>
      {named.name}
    </button>
  )
}

function Empty({ filter }: { filter: Filter }) {
  const t = useText()
  switch (filter) {
    case 'open':
      return <Nothing title={t($ => $.comments.noneOpen)} text={t($ => $.comments.noneOpenText)} />
    case 'resolved':
      return <Nothing title={t($ => $.comments.noneResolved)} text={t($ => $.comments.noneResolvedText)} />
    case 'all':
      return <Nothing title={t($ => $.comments.none)} text={t($ => $.comments.noneText)} />
  }
}
