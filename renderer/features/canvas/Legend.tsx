import { useMemo } from 'react'
import { legendOf, noteMarks } from '../../../shared/layout/canvas'
import { noteConfidence } from '../../../shared/queries'
import { useView } from '../../app/useView'
import { useCanvas } from '../../document/canvas'
import { useSession } from '../../document/hooks'
import { MarkCode, MarkEdge } from '../../ui/MarkChip'
import { useLanguage, useText } from '../../ui/text'
import { canvasLabels } from '../../../shared/export/canvasLabels'
import styles from './Legend.module.css'

/** What the colours of the notes mean, as long as they mean something else than the segments named above. */
export function Legend({ canvasId }: { canvasId: string }) {
  const t = useText()
  const language = useLanguage()
  const { doc } = useSession()
  const { colourBy } = useView('colourBy')
  const model = useCanvas(colourBy === 'segment' ? null : canvasId)
  const labels = useMemo(() => canvasLabels(t, language, false), [t, language])
  const entries = useMemo(() => {
    if (!model || colourBy === 'segment') return []
    const confidence = (noteId: string) => noteConfidence(doc, model, noteId)
    return legendOf(noteMarks(doc, model, { colourBy, labels, confidence }), model.notes, colourBy)
  }, [doc, model, colourBy, labels])
  if (colourBy === 'segment') return null
  const name = t($ => $.canvasScreen.colourBy[colourBy])
  return (
    <section className={styles.legend} aria-label={name} data-part="legend">
      <span className={styles.name}>{name}</span>
      {entries.length === 0 && <span>{t($ => $.canvasScreen.noMarks)}</span>}
      <ul>
        {entries.map(entry => (
          <li key={entry.code}>
            <MarkEdge marks={[entry]} className={styles.edge} />
            <MarkCode {...entry} />
            {entry.title}
            <em>{entry.count}</em>
          </li>
        ))}
      </ul>
    </section>
  )
}
