import { CircleCheck, CircleDashed } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { painPointCommands } from '../../../shared/commands'
import type { FitPain } from '../../../shared/queries'
import { look } from '../../app/store'
import { useSession } from '../../document/hooks'
import { levelWords } from '../../document/words'
import { PyramidGlyph } from '../../ui/PyramidGlyph'
import { TextField } from '../../ui/TextField'
import { useText } from '../../ui/text'
import styles from './Lists.module.css'
import type { Laid } from './laid'

interface Props {
  readonly laid: Laid<FitPain>
  readonly current: FitPain | undefined
  readonly segmentId: string
}

/** The pains of the segment, those that nothing answers on top. */
export function Pains({ laid, current, segmentId }: Props) {
  const t = useText()
  const { readOnly } = useSession()
  const list = useRef<HTMLDivElement>(null)
  const groups = [
    { rows: laid.first, title: t($ => $.fit.unansweredHead), bad: true },
    { rows: laid.second, title: t($ => $.fit.answeredHead), bad: false },
  ].filter(({ rows }) => rows.length > 0)
  const ids = groups.flatMap(({ rows }) => rows.map(({ row }) => row.pain.id))

  const onKeyDown = (event: KeyboardEvent) => {
    const at = ids.indexOf(current?.pain.id ?? '')
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: ids.length - 1 }[event.key]
    const next = to === undefined ? undefined : ids[Math.max(0, Math.min(ids.length - 1, to))]
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    look({ selection: [next] })
    list.current?.querySelector<HTMLElement>(`[data-pain="${CSS.escape(next)}"]`)?.focus()
  }
  return (
    <section className={styles.side} aria-label={t($ => $.fit.pains)}>
      <div ref={list} role="listbox" aria-label={t($ => $.fit.pains)} className={styles.list}>
        {groups.flatMap(({ rows, title, bad }) => [
          <div key={title} className={styles.head} data-bad={bad} aria-hidden>
            {bad ? <CircleDashed size={13} strokeWidth={2} /> : <CircleCheck size={13} strokeWidth={2} />}
            {title}
            <span>{rows.length}</span>
          </div>,
          ...rows.map(({ row }) => (
            <div
              key={row.pain.id}
              role="option"
              aria-selected={row === current}
              tabIndex={row === current ? 0 : -1}
              data-pain={row.pain.id}
              data-part={row === current ? 'fit' : undefined}
              className={styles.pain}
              onClick={() => look({ selection: [row.pain.id] })}
              onKeyDown={onKeyDown}
            >
              <Pain pain={row} />
            </div>
          )),
        ])}
      </div>
      {ids.length === 0 && <p className={styles.nothing}>{t($ => $.fit.noPains)}</p>}
      {readOnly === null && <AddPain segmentId={segmentId} />}
    </section>
  )
}

function Pain({ pain: { pain, weight, level: levelId, best } }: { pain: FitPain }) {
  const t = useText()
  const { doc } = useSession()
  const levels = doc.project().pyramid
  const at = levels.findIndex(({ id }) => id === levelId)
  const level = levels[at]
  const factors = [
    pain.severity,
    pain.frequency,
    ...(weight === pain.severity * pain.frequency ? [] : [pain.reach]),
  ]
  return (
    <>
      <b className={styles.score}>{factors.join('×')}</b>
      <span className={styles.title} title={pain.title}>
        {pain.title || t($ => $.fit.untitledPain)}
      </span>
      <span className={styles.below}>
        {level && (
          <>
            <PyramidGlyph at={at} of={levels.length} />
            {levelWords(t, level, at).name}
          </>
        )}
        <em data-bad={best === 0}>
          {best === 0 ? t($ => $.fit.unanswered) : `${best} ${t($ => $.fit.weight[`w${best as 1 | 2 | 3}`])}`}
        </em>
      </span>
    </>
  )
}

/** Writes a new pain of the segment; Enter adds it. */
function AddPain({ segmentId }: { segmentId: string }) {
  const t = useText()
  const session = useSession()
  const [title, setTitle] = useState('')
  const add = () => {
    if (!title.trim()) return
    const made = session.dispatch(painPointCommands.add, {
      title: title.trim(),
      segmentId,
      touchpointIds: [],
    })
    if (made) look({ selection: [made.id] })
    setTitle('')
  }
  return (
    <div className={styles.add}>
      <TextField
        look="well"
        label={t($ => $.fit.addPain)}
        placeholder={t($ => $.fit.addPain)}
        value={title}
        onChange={setTitle}
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          add()
        }}
      />
    </div>
  )
}
