import type { PlacedNote } from '../../../shared/queries'
import { blockName } from '../../document/canvasWords'
import { useText } from '../../ui/text'
import styles from './Story.module.css'

interface Props {
  readonly story: readonly PlacedNote[]
  /** The note that is told now. */
  readonly shown: string
  readonly onGo: (noteId: string) => void
}

/** The way of the story: runs of notes of one block, each note a stroke, what was told filled. */
export function Path({ story, shown, onGo }: Props) {
  const t = useText()
  const place = story.findIndex(({ id }) => id === shown)
  const runs: { block: PlacedNote['block']; notes: { id: string; title: string; at: number }[] }[] = []
  story.forEach(({ id, title, block }, at) => {
    const last = runs.at(-1)
    if (last?.block === block) last.notes.push({ id, title, at })
    else runs.push({ block, notes: [{ id, title, at }] })
  })
  return (
    <ol className={styles.path} aria-label={t($ => $.story.path)}>
      {runs.map(({ block, notes }) => {
        const now = notes.some(({ at }) => at === place)
        return (
          <li key={notes[0]!.id} data-now={now} style={{ flexGrow: notes.length }}>
            <span>{blockName(t, block)}</span>
            <div>
              {notes.map(({ id, title, at }) => (
                <button
                  key={id}
                  type="button"
                  tabIndex={-1}
                  aria-label={title || t($ => $.board.unnamed.any)}
                  aria-current={at === place ? 'step' : undefined}
                  title={title}
                  data-told={at <= place}
                  onClick={() => onGo(id)}
                />
              ))}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
