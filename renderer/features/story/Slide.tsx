import type { CanvasModel, PlacedNote } from '../../../shared/queries'
import { blockName } from '../../document/canvasWords'
import { useSession } from '../../document/hooks'
import { SegmentCode, SegmentName } from '../../document/SegmentMark'
import { useText } from '../../ui/text'
import styles from './Story.module.css'

interface Props {
  readonly placed: PlacedNote
  readonly model: CanvasModel
}

/** One note, large: its block, what it says, whom it is for and what it is tied to. */
export function Slide({ placed, model }: Props) {
  const t = useText()
  const { doc } = useSession()
  const { id, block, title, note } = placed
  const segments = model.segmentsOf(id)
  const own = note.segmentId ?? id
  const ties = new Map<string, string[]>()
  for (const { kind, from, to } of model.linksOf(id)) {
    const outward = from === id || from === own
    const other = outward ? to : from
    // whom it is for is said by the marks
    if (model.noteOf(other) && segments.includes(other)) continue
    const name = model.note(other)?.title || doc.find('painPoint', other)?.title || model.noteOf(other)?.title
    const words = outward ? t($ => $.linkWords[kind].from) : t($ => $.linkWords[kind].to)
    if (name) ties.set(words, [...(ties.get(words) ?? []), name])
  }
  return (
    <article className={styles.slide} key={id}>
      <p className={styles.block}>{blockName(t, block)}</p>
      <h2>{title || t($ => $.board.unnamed.any)}</h2>
      {segments.length > 0 && (
        <p className={styles.segments}>
          {segments.map(segment => (
            <span key={segment}>
              <SegmentCode id={segment} />
              <SegmentName id={segment} />
            </span>
          ))}
        </p>
      )}
      {note.text && <p className={styles.text}>{note.text}</p>}
      {ties.size > 0 && (
        <dl className={styles.ties}>
          {[...ties].map(([words, names]) => (
            <div key={words}>
              <dt>{words}</dt>
              <dd>{names.join(' · ')}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}
