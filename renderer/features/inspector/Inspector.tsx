import { memo, useEffect, useRef, type ComponentType } from 'react'
import { useView } from '../../app/useView'
import { useDocument, useSession } from '../../document/hooks'
import { FieldsOf, FieldsReadOnly } from '../../ui/Field'
import { useText } from '../../ui/text'
import { AssumptionPanel } from './AssumptionPanel'
import { CanvasPanel } from './CanvasPanel'
import { CommentsSection } from './CommentsSection'
import { FieldAuthors } from './FieldAuthors'
import { FieldConflicts } from './FieldConflicts'
import styles from './Inspector.module.css'
import { JourneyPanel } from './JourneyPanel'
import { LinkPanel } from './LinkPanel'
import { LoyaltyPanel } from './LoyaltyPanel'
import { NotePanel } from './NotePanel'
import { ChannelPanel, PersonaPanel } from './PeoplePanels'
import { ActionPanel, OpportunityPanel, PainPanel } from './PlanPanels'
import { QuantityPanel } from './QuantityPanel'
import { SegmentPanel } from './SegmentPanel'
import { SeveralPanel } from './SeveralPanel'
import { CardPanel, FlowPanel, LanePanel } from './SmallPanels'
import { StagePanel } from './StagePanel'
import { StepPanel } from './StepPanel'
import { TouchpointPanel } from './TouchpointPanel'
import { useAfterArrows } from './useAfterArrows'

/** What is selected, field by field; the journey or canvas itself where nothing is. */
export function Inspector() {
  const t = useText()
  const session = useSession()
  const { selection, area, journeyId, canvasId } = useView('selection', 'area', 'journeyId', 'canvasId')
  const whole = area === 'canvas' ? canvasId : journeyId
  const present = useAfterArrows(useDocument(document => selection.filter(id => document.get(id))))
  const part = useRef<HTMLElement>(null)
  const first = present[0]

  useEffect(() => {
    part.current?.scrollTo(0, 0)
  }, [first])
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      // the first Escape closes a list that is open over the page
      if (event.target instanceof Element && event.target.ariaExpanded === 'true') return
      window.document.querySelector<HTMLElement>('main [data-part]')?.focus()
    }
    const element = part.current
    element?.addEventListener('keydown', leave)
    return () => element?.removeEventListener('keydown', leave)
  }, [])
  return (
    <aside
      ref={part}
      className={styles.inspector}
      data-part="inspector"
      aria-label={t($ => $.actions.inspector)}
    >
      <FieldsReadOnly value={session.readOnly !== null}>
        {present.length > 1 ? (
          <SeveralPanel key={present.join()} ids={present} />
        ) : (
          <Panel key={first ?? whole} id={first ?? whole} />
        )}
      </FieldsReadOnly>
    </aside>
  )
}

const panels: Readonly<Record<string, ComponentType<{ id: string }>>> = {
  journey: JourneyPanel,
  stage: StagePanel,
  step: StepPanel,
  touchpoint: TouchpointPanel,
  painPoint: PainPanel,
  opportunity: OpportunityPanel,
  action: ActionPanel,
  flow: FlowPanel,
  lane: LanePanel,
  card: CardPanel,
  channel: ChannelPanel,
  persona: PersonaPanel,
  canvas: CanvasPanel,
  note: NotePanel,
  segment: SegmentPanel,
  link: LinkPanel,
  quantity: QuantityPanel,
  loyalty: LoyaltyPanel,
  assumption: AssumptionPanel,
}

const Panel = memo(function Panel({ id }: { id: string | null }) {
  const OfType = panels[useDocument(document => document.get(id)?.type) ?? '']
  if (!id || !OfType) return null
  return (
    <>
      <FieldAuthors>
        <FieldConflicts>
          <FieldsOf value={id}>
            <OfType id={id} />
          </FieldsOf>
        </FieldConflicts>
      </FieldAuthors>
      <CommentsSection id={id} />
    </>
  )
})
