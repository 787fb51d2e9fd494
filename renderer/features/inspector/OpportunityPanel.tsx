import { Lightbulb, Plus } from 'lucide-react'
import { actionCommands, opportunityCommands } from '../../../shared/commands'
import type { Fields } from '../../../shared/document'
import { useDocument, useRecord, useSession } from '../../document/hooks'
import { levelNames } from '../../document/levels'
import { IconButton } from '../../ui/Button'
import { Choice } from '../../ui/fields/Choice'
import { Row, Section } from '../../ui/fields/Row'
import { oneToFive, Scale } from '../../ui/fields/Scale'
import { TextField } from '../../ui/fields/TextField'
import { useText } from '../../ui/text'
import { Header } from './Header'

/** A chance: what it brings, what it takes, who does what. */
export function OpportunityPanel({ id }: { id: string }) {
  const t = useText()
  const session = useSession()
  const opportunity = useRecord('opportunity', id)
  const pyramid = useDocument(document => document.project().pyramid)
  const actions = useDocument(document => document.pointing('action', 'opportunityId', id))
  if (!opportunity) return null
  const disabled = session.readOnly !== null
  const set = (fields: Fields<'opportunity'>, join?: string) =>
    session.dispatch(opportunityCommands.update, { id, ...fields }, join && `${id}.${join}`)
  return (
    <>
      <Header
        icon={Lightbulb}
        kind={t($ => $.terms.journey.opportunity)}
        title={opportunity.title}
        titleLabel={t($ => $.terms.journey.opportunity)}
        placeholder={t($ => $.board.unnamed.any)}
        onTitle={title => set({ title }, 'title')}
        disabled={disabled}
      />
      <Section>
        <Row label={t($ => $.terms.action.impact)}>
          <Scale
            label={t($ => $.terms.action.impact)}
            value={opportunity.impact}
            options={oneToFive}
            onChange={impact => set({ impact })}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.inspector.effortOfWork)}>
          <Scale
            label={t($ => $.inspector.effortOfWork)}
            value={opportunity.effort}
            options={oneToFive}
            onChange={effort => set({ effort })}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.inspector.level)}>
          <Choice
            label={t($ => $.inspector.level)}
            none={t($ => $.inspector.noLevel)}
            value={opportunity.level}
            options={levelNames(t, pyramid).map(({ id: value, name }) => ({ value, label: name }))}
            onChange={level => set({ level })}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.terms.journey.owner)}>
          <TextField
            label={t($ => $.terms.journey.owner)}
            value={opportunity.owner}
            onChange={owner => set({ owner }, 'owner')}
            disabled={disabled}
          />
        </Row>
      </Section>
      <Section
        title={t($ => $.inspector.actions)}
        aside={
          !disabled && (
            <IconButton
              icon={Plus}
              label={t($ => $.inspector.addAction)}
              onClick={() => session.dispatch(actionCommands.add, { opportunityId: id })}
            />
          )
        }
      >
        {actions.map(action => (
          <ActionRow key={action.id} id={action.id} />
        ))}
      </Section>
    </>
  )
}

const statuses = {
  planned: 'statusPlanned',
  inProgress: 'statusInProgress',
  blocked: 'statusBlocked',
  done: 'statusDone',
} as const

function ActionRow({ id }: { id: string }) {
  const t = useText()
  const session = useSession()
  const action = useRecord('action', id)
  if (!action) return null
  const disabled = session.readOnly !== null
  const set = (fields: Fields<'action'>, join?: string) =>
    session.dispatch(actionCommands.update, { id, ...fields }, join && `${id}.${join}`)
  return (
    <Row wide label={action.title ? '' : t($ => $.terms.action.action)}>
      <TextField
        label={t($ => $.terms.action.action)}
        value={action.title}
        onChange={title => set({ title }, 'title')}
        disabled={disabled}
      />
      <TextField
        label={t($ => $.terms.journey.owner)}
        placeholder={t($ => $.terms.journey.owner)}
        value={action.owner}
        onChange={owner => set({ owner }, 'owner')}
        disabled={disabled}
      />
      <Choice
        label={t($ => $.terms.action.status)}
        value={action.status}
        options={(Object.keys(statuses) as (keyof typeof statuses)[]).map(value => ({
          value,
          label: t($ => $.terms.action[statuses[value]]),
        }))}
        onChange={status => status && set({ status })}
        disabled={disabled}
      />
    </Row>
  )
}
