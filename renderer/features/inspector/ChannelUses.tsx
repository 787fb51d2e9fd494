import { LayoutDashboard, Map } from 'lucide-react'
import type { DocumentView } from '../../../shared/document'
import { journeyParts } from '../../../shared/queries'
import { goTo } from '../../app/store'
import { useDocument } from '../../document/hooks'
import { useText } from '../../ui/text'
import styles from './NotePanel.module.css'
import { Jump, Section, useNamed } from './parts'

/** Where a channel is used: touchpoints of journeys and notes of canvases, with the way there. */
export function ChannelUses({ id }: { id: string }) {
  const t = useText()
  const named = useNamed()
  const { journeys, canvases, touchpoints } = useDocument(document => usesOf(document, id))
  return (
    <Section title={t($ => $.noteInspector.usedBy)}>
      <p className={styles.sum}>
        {[
          t($ => $.noteInspector.usedTouchpoints, { count: touchpoints }),
          t($ => $.noteInspector.usedJourneys, { count: journeys.length }),
          t($ => $.noteInspector.usedCanvases, { count: canvases.length }),
        ].join(' · ')}
      </p>
      {journeys.map(journey => (
        <Jump
          key={journey.id}
          id={journey.first}
          go={() => goTo('board', { journeyId: journey.id, selection: [journey.first] })}
        >
          <Map size={14} strokeWidth={1.75} aria-hidden />
          <span>
            {named(journey.title)}{' '}
            <span className={styles.sum}>
              {t($ => $.noteInspector.usedTouchpoints, { count: journey.count })}
            </span>
          </span>
        </Jump>
      ))}
      {canvases.map(canvas => (
        <Jump
          key={canvas.id}
          id={canvas.noteId}
          go={() => goTo('canvas', { canvasId: canvas.id, selection: [canvas.noteId] })}
        >
          <LayoutDashboard size={14} strokeWidth={1.75} aria-hidden />
          {named(canvas.title)}
        </Jump>
      ))}
    </Section>
  )
}

function usesOf(document: DocumentView, id: string) {
  const used = new Set(document.pointing('touchpoint', 'channelId', id).map(one => one.id))
  const journeys = document.all('journey').flatMap(journey => {
    const own = journeyParts(document, journey.id).touchpoints.filter(one => used.has(one.id))
    return own[0] ? [{ id: journey.id, title: journey.title, count: own.length, first: own[0].id }] : []
  })
  const canvases = document.pointing('note', 'channelId', id).flatMap(note =>
    document.pointing('placement', 'noteId', note.id).flatMap(({ canvasId, trashed, block }) => {
      const canvas = document.find('canvas', canvasId)
      return canvas && !trashed && block === 'channels'
        ? [{ id: canvasId, title: canvas.title, noteId: note.id }]
        : []
    }),
  )
  return { journeys, canvases, touchpoints: used.size }
}
