import { LayoutDashboard, Map, SquareUser, type LucideIcon } from 'lucide-react'
import type { DocumentView } from '../../../shared/document'
import { goTo } from '../../app/store'
import { useDocument } from '../../document/hooks'
import { useText } from '../../ui/text'
import styles from './Cards.module.css'

interface Place {
  readonly id: string
  readonly title: string
}

/** Where the segment lives beside this screen: its personas, its journeys, the canvases it stands on. */
export function Uses({ id }: { id: string }) {
  const t = useText()
  const { personas, journeys, canvases } = useDocument(document => usesOf(document, id))
  return (
    <footer className={styles.uses}>
      <UseRow
        icon={SquareUser}
        label={t($ => $.segments.personas)}
        none={t($ => $.segments.noPersonas)}
        places={personas}
        go={one => goTo('personas', { selection: [one] })}
      />
      <UseRow
        icon={Map}
        label={t($ => $.segments.journeys)}
        none={t($ => $.segments.noJourneys)}
        places={journeys}
        go={journeyId => goTo('board', { journeyId, selection: [], viewport: null })}
      />
      <UseRow
        icon={LayoutDashboard}
        label={t($ => $.segments.canvases)}
        none={t($ => $.segments.noCanvases)}
        places={canvases}
        go={canvasId => goTo('canvas', { canvasId, selection: [], canvasViewport: null, focus: id })}
      />
    </footer>
  )
}

interface RowProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly none: string
  readonly places: readonly Place[]
  readonly go: (id: string) => void
}

function UseRow({ icon: Icon, label, none, places, go }: RowProps) {
  const t = useText()
  return (
    <div>
      <h4>
        <Icon size={13} strokeWidth={1.75} aria-hidden />
        {label}
      </h4>
      {places.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {places.map(({ id, title }) => (
            <li key={id}>
              <button type="button" onClick={() => go(id)}>
                {title || t($ => $.board.unnamed.any)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const place = ({ id, title }: Place): Place => ({ id, title })

/** A journey counts when it names the segment, or one of its personas. */
function usesOf(document: DocumentView, id: string) {
  const personas = document.pointing('persona', 'segmentId', id)
  const journeys = document
    .all('journey')
    .filter(
      ({ segmentId, personaIds }) => segmentId === id || personas.some(one => personaIds.includes(one.id)),
    )
  const notes = document.pointing('note', 'segmentId', id)
  const shown = new Set(
    notes
      .flatMap(note => document.pointing('placement', 'noteId', note.id))
      .flatMap(({ canvasId, trashed, block }) => (trashed || block !== 'customerSegments' ? [] : [canvasId])),
  )
  return {
    personas: personas.map(place),
    journeys: journeys.map(place),
    canvases: document
      .all('canvas')
      .filter(({ id: canvasId }) => shown.has(canvasId))
      .map(place),
  }
}
