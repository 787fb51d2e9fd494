import { CircleAlert } from 'lucide-react'
import { opportunityCommands } from '../../../shared/commands'
import type { DocumentView } from '../../../shared/document'
import { baseFirst, journeyParts, opportunitiesOf, painPointsOf, pyramidOf } from '../../../shared/queries'
import { look } from '../../app/store'
import { useDocument, useSession } from '../../document/hooks'
import { PyramidGlyph } from '../../ui/PyramidGlyph'
import { useText } from '../../ui/text'
import { focusTitle } from '../../app/focusTitle'
import styles from './Inspector.module.css'
import { Adder, Jump, Section, useNamed } from './parts'

/** Chances at a touchpoint, or from its pains; says which of them aim above a base that is not there yet. */
export function OpportunitiesSection({ touchpointId }: { touchpointId: string }) {
  const t = useText()
  const named = useNamed()
  const session = useSession()
  const { levels, found } = useDocument(document => chancesAt(document, touchpointId))
  const add = () => {
    const pains = session.doc.pointing('painPoint', 'touchpointIds', touchpointId)
    const made = session.dispatch(opportunityCommands.add, {
      journeyId: journeyOf(session.doc, touchpointId),
      touchpointIds: [touchpointId],
      painPointIds: pains.map(({ id }) => id),
      level: session.doc.find('touchpoint', touchpointId)?.level ?? null,
    })
    if (!made) return
    look({ selection: [made.id] })
    focusTitle()
  }
  return (
    <Section title={t($ => $.inspector.opportunities)}>
      {found.map(({ opportunity, above }) => (
        <Jump key={opportunity.id} id={opportunity.id}>
          <PyramidGlyph at={levels.indexOf(opportunity.level ?? '')} of={levels.length} />
          <div className={styles.opportunity}>
            {named(opportunity.title)}
            <span>
              {t($ => $.inspector.impactAndEffort, {
                impact: opportunity.impact ?? '–',
                effort: opportunity.effort ?? '–',
              })}
            </span>
            {above && (
              <span className={styles.above}>
                <CircleAlert size={12} strokeWidth={1.75} aria-hidden />
                {t($ => $.inspector.aboveBase)}
              </span>
            )}
          </div>
        </Jump>
      ))}
      <Adder label={t($ => $.terms.journey.opportunity)} onClick={add} />
    </Section>
  )
}

const journeyOf = (document: DocumentView, touchpointId: string): string | null => {
  const step = document.find('step', document.find('touchpoint', touchpointId)?.stepId)
  return document.find('stage', step?.stageId)?.journeyId ?? null
}

function chancesAt(document: DocumentView, touchpointId: string) {
  const levels = document.project().pyramid.map(({ id }) => id)
  const pains = document.pointing('painPoint', 'touchpointIds', touchpointId)
  const own = new Set([
    ...document.pointing('opportunity', 'touchpointIds', touchpointId),
    ...pains.flatMap(pain => document.pointing('opportunity', 'painPointIds', pain.id)),
  ])
  const warned = own.size > 0 ? aimingTooHigh(document, journeyOf(document, touchpointId)) : new Set()
  return {
    levels,
    found: [...own].map(opportunity => ({ opportunity, above: warned.has(opportunity.id) })),
  }
}

/** The opportunities that the base-first rule warns of. */
function aimingTooHigh(document: DocumentView, journeyId: string | null): ReadonlySet<string> {
  if (!journeyId) return new Set()
  const parts = journeyParts(document, journeyId)
  const chances = opportunitiesOf(document, journeyId, parts, painPointsOf(document, parts))
  const warning = baseFirst(document, pyramidOf(document, parts.touchpoints), chances)
  return new Set(warning?.opportunities.map(({ id }) => id))
}
