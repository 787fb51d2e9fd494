import { TriangleAlert } from 'lucide-react'
import { painPointCommands } from '../../../shared/commands'
import type { Fields } from '../../../shared/document'
import { causeLayers } from '../../../shared/model/painPoint'
import { useRecord, useSession } from '../../document/hooks'
import { Choice } from '../../ui/fields/Choice'
import { Row, Section } from '../../ui/fields/Row'
import { oneToFive, Scale } from '../../ui/fields/Scale'
import { TextField } from '../../ui/fields/TextField'
import { useText } from '../../ui/text'
import { Header } from './Header'
import { EvidenceList, OpportunityList } from './Linked'

/** What hurts: how much, how often, how many, and why. */
export function PainPanel({ id }: { id: string }) {
  const t = useText()
  const session = useSession()
  const pain = useRecord('painPoint', id)
  const touchpoint = useRecord('touchpoint', pain?.touchpointIds[0])
  if (!pain) return null
  const disabled = session.readOnly !== null
  const set = (fields: Fields<'painPoint'>, join?: string) =>
    session.dispatch(painPointCommands.update, { id, ...fields }, join && `${id}.${join}`)
  return (
    <>
      <Header
        icon={TriangleAlert}
        kind={t($ => $.terms.journey.painPoint)}
        place={touchpoint?.title}
        title={pain.title}
        titleLabel={t($ => $.board.titleOf.pain)}
        placeholder={t($ => $.board.unnamed.any)}
        onTitle={title => set({ title }, 'title')}
        disabled={disabled}
      />
      <Section>
        <Row label={t($ => $.terms.journey.severity)}>
          <Scale
            label={t($ => $.terms.journey.severity)}
            value={pain.severity}
            options={oneToFive}
            onChange={severity => severity && set({ severity })}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.terms.journey.frequency)}>
          <Scale
            label={t($ => $.terms.journey.frequency)}
            value={pain.frequency}
            options={oneToFive}
            onChange={frequency => frequency && set({ frequency })}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.inspector.reach)}>
          <Scale
            label={t($ => $.inspector.reach)}
            value={pain.reach}
            options={oneToFive}
            onChange={reach => set({ reach })}
            disabled={disabled}
          />
        </Row>
        <Row wide label={t($ => $.terms.journey.rootCause)}>
          <TextField
            multiline
            label={t($ => $.terms.journey.rootCause)}
            value={pain.cause}
            onChange={cause => set({ cause }, 'cause')}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.inspector.causeLayer)}>
          <Choice
            label={t($ => $.inspector.causeLayer)}
            none={t($ => $.inspector.notSaid)}
            value={pain.causeLayer}
            options={causeLayers.map(value => ({ value, label: t($ => $.inspector.causeLayers[value]) }))}
            onChange={causeLayer => set({ causeLayer })}
            disabled={disabled}
          />
        </Row>
      </Section>
      <EvidenceList targetId={id} />
      <OpportunityList painId={id} />
    </>
  )
}
