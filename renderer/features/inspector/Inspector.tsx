import type { ReactNode } from 'react'
import type { RawRecord } from '../../../shared/model'
import { useView } from '../../app/useView'
import { useDocument } from '../../document/hooks'
import { useText } from '../../ui/text'
import { CardPanel } from './CardPanel'
import styles from './Inspector.module.css'
import { JourneyPanel } from './JourneyPanel'
import { LanePanel } from './LanePanel'
import { ManyPanel } from './ManyPanel'
import { OpportunityPanel } from './OpportunityPanel'
import { PainPanel } from './PainPanel'
import { StagePanel } from './StagePanel'
import { StepPanel } from './StepPanel'
import { TouchpointPanel } from './TouchpointPanel'

/** Everything about what is selected; the journey itself when nothing is. */
export function Inspector() {
  const t = useText()
  const { selection, journeyId } = useView()
  const records = useDocument(document =>
    selection.flatMap(id => document.get(id) ?? []).map(({ id, type }) => ({ id, type })),
  )
  const [first] = records
  return (
    <aside className={styles.inspector} aria-label={t($ => $.inspector.name)} data-part="inspector">
      {records.length > 1 ? (
        <ManyPanel ids={records.map(record => record.id)} />
      ) : first ? (
        panelOf(first)
      ) : journeyId ? (
        <JourneyPanel key={journeyId} id={journeyId} />
      ) : null}
    </aside>
  )
}

function panelOf({ id, type }: Pick<RawRecord, 'id' | 'type'>): ReactNode {
  switch (type) {
    case 'touchpoint':
      return <TouchpointPanel key={id} id={id} />
    case 'step':
      return <StepPanel key={id} id={id} />
    case 'stage':
      return <StagePanel key={id} id={id} />
    case 'painPoint':
      return <PainPanel key={id} id={id} />
    case 'opportunity':
      return <OpportunityPanel key={id} id={id} />
    case 'card':
      return <CardPanel key={id} id={id} />
    case 'lane':
      return <LanePanel key={id} id={id} />
    case 'journey':
      return <JourneyPanel key={id} id={id} />
    default:
      return null
  }
}
