import { Lightbulb, Plus } from 'lucide-react'
import { evidenceCommands, opportunityCommands, painPointCommands } from '../../../shared/commands'
import { look } from '../../app/store'
import { useDocument, useSession } from '../../document/hooks'
import { Button, IconButton } from '../../ui/Button'
import { Section } from '../../ui/fields/Row'
import { TextField } from '../../ui/fields/TextField'
import { useText } from '../../ui/text'
import styles from './Inspector.module.css'

const show = (id: string | undefined) => id && look({ selection: [id] })

/** What hurts at a touchpoint, worst first. */
export function PainList({ touchpointId }: { touchpointId: string }) {
  const t = useText()
  const session = useSession()
  const pains = useDocument(document =>
    document
      .pointing('painPoint', 'touchpointIds', touchpointId)
      .toSorted((a, b) => b.severity * b.frequency - a.severity * a.frequency),
  )
  const add = () => show(session.dispatch(painPointCommands.add, { touchpointIds: [touchpointId] })?.id)
  return (
    <Section
      title={t($ => $.inspector.pains)}
      aside={
        session.readOnly === null && <IconButton icon={Plus} label={t($ => $.board.add.pain)} onClick={add} />
      }
    >
      {pains.map(({ id, title, severity, frequency, cause }) => (
        <div key={id}>
          <button type="button" className={styles.pain} onClick={() => show(id)}>
            <b>
              {severity}×{frequency}
            </b>
            {title || t($ => $.board.unnamed.any)}
          </button>
          {cause && (
            <p className={styles.cause}>
              {t($ => $.terms.journey.rootCause)}: {cause}
            </p>
          )}
        </div>
      ))}
    </Section>
  )
}

/** Chances that answer a touchpoint's pains, or the touchpoint itself; `painId` narrows to one pain. */
export function OpportunityList({ touchpointId, painId }: { touchpointId?: string; painId?: string }) {
  const t = useText()
  const session = useSession()
  const { pains, opportunities, journeyId } = useDocument(document => {
    const pains = painId
      ? [painId]
      : document.pointing('painPoint', 'touchpointIds', touchpointId ?? '').map(pain => pain.id)
    const answering = [
      ...pains.flatMap(id => document.pointing('opportunity', 'painPointIds', id)),
      ...(touchpointId ? document.pointing('opportunity', 'touchpointIds', touchpointId) : []),
    ]
    const touchpoint = document.find(
      'touchpoint',
      touchpointId ?? document.find('painPoint', painId)?.touchpointIds[0],
    )
    const stage = document.find('stage', document.find('step', touchpoint?.stepId)?.stageId)
    return { pains, opportunities: [...new Set(answering)], journeyId: stage?.journeyId ?? null }
  })
  const add = () =>
    show(
      session.dispatch(opportunityCommands.add, {
        journeyId,
        painPointIds: pains,
        touchpointIds: touchpointId && pains.length === 0 ? [touchpointId] : [],
      })?.id,
    )
  return (
    <Section title={t($ => $.inspector.opportunities)}>
      {opportunities.map(({ id, title, impact, effort }) => (
        <button key={id} type="button" className={styles.opportunity} onClick={() => show(id)}>
          <Lightbulb size={14} strokeWidth={1.75} aria-hidden />
          <span>
            {title || t($ => $.board.unnamed.any)}
            <small>
              {t($ => $.inspector.impactEffort, { impact: impact ?? '–', effort: effort ?? '–' })}
            </small>
          </span>
        </button>
      ))}
      {session.readOnly === null && (
        <Button icon={Plus} tone="link" onClick={add}>
          {t($ => $.inspector.addOpportunity)}
        </Button>
      )}
    </Section>
  )
}

/** Quotes and facts that a statement rests on. */
export function EvidenceList({ targetId }: { targetId: string }) {
  const t = useText()
  const session = useSession()
  const evidence = useDocument(document => document.pointing('evidence', 'targetIds', targetId))
  return (
    <Section
      title={t($ => $.terms.journey.evidence)}
      aside={
        session.readOnly === null && (
          <IconButton
            icon={Plus}
            label={t($ => $.inspector.addEvidence)}
            onClick={() => session.dispatch(evidenceCommands.add, { targetIds: [targetId] })}
          />
        )
      }
    >
      {evidence.length === 0 && <p className={styles.cause}>{t($ => $.inspector.assumption)}</p>}
      {evidence.map(({ id, text, source }) => (
        <div key={id} className={styles.quote}>
          <TextField
            multiline
            label={t($ => $.terms.journey.quote)}
            placeholder={t($ => $.inspector.quotePlaceholder)}
            value={text}
            onChange={value => session.dispatch(evidenceCommands.update, { id, text: value }, `${id}.text`)}
            disabled={session.readOnly !== null}
          />
          <TextField
            label={t($ => $.inspector.evidenceSource)}
            placeholder={t($ => $.inspector.evidenceSource)}
            value={source}
            onChange={value =>
              session.dispatch(evidenceCommands.update, { id, source: value }, `${id}.source`)
            }
            disabled={session.readOnly !== null}
          />
        </div>
      ))}
    </Section>
  )
}
