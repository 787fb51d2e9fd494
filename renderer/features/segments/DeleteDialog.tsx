import { segmentCommands } from '../../../shared/commands'
import type { T } from '../../../shared/i18n'
import { listFormat } from '../../../shared/i18n/intl'
import { segmentOrphans, type SegmentOrphans } from '../../../shared/queries'
import { look } from '../../app/store'
import { useSession } from '../../document/hooks'
import { AskDelete } from '../../ui/AskDelete'
import { useLanguage, useText } from '../../ui/text'
import styles from './Segments.module.css'

interface Props {
  readonly id: string
  readonly onClose: () => void
}

const FEW = 4

/** Says by name what stays behind without the segment, before it goes. */
export function DeleteDialog({ id, onClose }: Props) {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const title = session.doc.find('segment', id)?.title || t($ => $.segments.unnamed)
  const remove = () => {
    session.dispatch(segmentCommands.remove, { id })
    look({ selection: [] })
  }
  return (
    <AskDelete title={t($ => $.segments.askDelete, { title })} onDelete={remove} onClose={onClose}>
      <ul className={styles.losses}>
        {lossesIn(t, segmentOrphans(session.doc, id)).map(({ sentence, names }) => (
          <li key={sentence}>
            {sentence}
            {names.length > 0 && <span>{listed(names, language)}</span>}
          </li>
        ))}
      </ul>
      <p className={styles.undo}>{t($ => $.segments.undoHint)}</p>
    </AskDelete>
  )
}

/** Takes a segment out at once where nothing else changes; else the answer is asked for first. */
export function useDeleting(ask: (id: string) => void) {
  const session = useSession()
  return (id: string) => {
    if (!segmentOrphans(session.doc, id).none) return ask(id)
    session.dispatch(segmentCommands.remove, { id })
    look({ selection: [] })
  }
}

interface Loss {
  readonly sentence: string
  readonly names: readonly string[]
}

function lossesIn(t: T, orphans: SegmentOrphans): Loss[] {
  const lists = ['notes', 'itsNotes', 'personas', 'journeys', 'parts', 'programmes'] as const
  const counts = ['links', 'dependencies', 'quantities'] as const
  return [
    ...lists.map(key => ({
      count: orphans[key].length,
      sentence: t($ => $.segments.loses[key], { count: orphans[key].length }),
      names: orphans[key].map(({ title }) => title || t($ => $.board.unnamed.any)),
    })),
    ...counts.map(key => ({
      count: orphans[key],
      sentence: t($ => $.segments.loses[key], { count: orphans[key] }),
      names: [],
    })),
  ].filter(({ count }) => count > 0)
}

/** The first few names, and how many more. */
function listed(names: readonly string[], language: string): string {
  const shown = names.length > FEW ? [...names.slice(0, FEW - 1), `+${names.length - FEW + 1}`] : names
  return listFormat(language, 'unit').format(shown)
}
