import type { Block } from '../../../shared/model/note'
import { QuantityRows } from '../../document/quantities/QuantityRows'
import { useText } from '../../ui/text'
import type { NoteHere } from './noteHere'
import { Section } from './parts'

/** The numbers that a note of a block is usually asked for. */
const wanted: Partial<Record<Block, readonly string[]>> = {
  revenueStreams: ['price', 'frequency', 'payers'],
  costStructure: ['amount'],
  customerSegments: ['payers', 'retention'],
}

/** The numbers of a note; those of a segment's note are the segment's. */
export function NumbersSection({ note: { id, canvasId, placed, others, hereOnly } }: { note: NoteHere }) {
  const t = useText()
  const { block, placement } = placed
  const segmentId = block === 'customerSegments' ? placed.note.segmentId : null
  return (
    <Section title={t($ => $.quantities.title)}>
      <QuantityRows
        key={id}
        layers={[placement.id, id, ...(segmentId ? [segmentId] : [])]}
        home={segmentId ?? id}
        placementId={others.length > 0 ? placement.id : null}
        hereOnly={hereOnly}
        canvasId={canvasId}
        wanted={wanted[block] ?? []}
      />
    </Section>
  )
}
