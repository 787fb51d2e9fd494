import { useState } from 'react'
import type { Block } from '../../../shared/model/note'
import type { CanvasModel, PlacedNote } from '../../../shared/queries'
import { showRecord } from '../../app/findings/showRecord'
import { useView } from '../../app/useView'
import { blockName } from '../../document/canvasWords'
import { useDocument, useSession } from '../../document/hooks'
import { QuantityRows } from '../../document/quantities/QuantityRows'
import { useFieldsReadOnly } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import styles from './Numbers.module.css'

/** Notes of these blocks are asked for a number before they have one. */
export const holdsMoney = (block: Block): boolean => block === 'costStructure' || block === 'revenueStreams'

/** Every number of the canvas under the note it belongs to, block by block; those of a segment with its note. */
export function AllNumbers({ model }: { model: CanvasModel }) {
  const t = useText()
  const session = useSession()
  const readOnly = useFieldsReadOnly()
  const { hereOnly } = useView('hereOnly')
  const [begun, setBegun] = useState<string | null>(null)
  const counted = useDocument(document => {
    const has = (id: string) => document.pointing('quantity', 'ownerId', id).length > 0
    return model.notes
      .filter(({ id, placement, note }) => [id, placement.id, note.segmentId ?? ''].some(has))
      .map(({ id }) => id)
  })
  const shown = model.notes.filter(
    ({ id, block }) => holdsMoney(block) || counted.includes(id) || id === begun,
  )
  const others = model.notes.filter(({ id }) => !shown.some(one => one.id === id))
  const nameOf = ({ title }: PlacedNote) => title || t($ => $.board.unnamed.any)
  return (
    <div className={styles.groups}>
      {shown.map(placed => {
        const { id, placement, note, block } = placed
        const segmentId = block === 'customerSegments' ? note.segmentId : null
        return (
          <section key={id} className={styles.group} aria-labelledby={`numbers-${id}`}>
            <header>
              <h3 id={`numbers-${id}`}>
                <button type="button" onClick={() => showRecord(session, id, model.canvas.id)}>
                  {nameOf(placed)}
                </button>
              </h3>
              <span>{blockName(t, block)}</span>
            </header>
            <QuantityRows
              layers={[placement.id, id, ...(segmentId ? [segmentId] : [])]}
              home={segmentId ?? id}
              placementId={placement.id}
              hereOnly={hereOnly}
              canvasId={model.canvas.id}
            />
          </section>
        )
      })}
      {!readOnly && others.length > 0 && (
        <div className={styles.addTo}>
          <Select
            label={t($ => $.numbers.addTo)}
            none={t($ => $.numbers.addTo)}
            value={null}
            options={others.map(one => ({
              value: one.id,
              label: `${blockName(t, one.block)} · ${nameOf(one)}`,
            }))}
            onChange={setBegun}
          />
        </div>
      )}
    </div>
  )
}
