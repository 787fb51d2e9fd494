/** What is to be done about a journey: pain points, opportunities, actions. */
import { Frown, Lightbulb, SquareCheck } from 'lucide-react'
import { actionCommands, opportunityCommands } from '../../../shared/commands'
import { painRisk } from '../../../shared/queries'
import { look } from '../../app/store'
import { useDocument, useRecord, useSession } from '../../document/hooks'
import { DepartmentPicker, LevelPicker } from '../../document/pickers'
import { useWrite } from '../../document/writing'
import { DateField } from '../../ui/DateField'
import { Field } from '../../ui/Field'
import { NumberField } from '../../ui/NumberField'
import { ScalePicker } from '../../ui/ScalePicker'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { TextArea, TextField } from '../../ui/TextField'
import { EvidenceSection } from './EvidenceSection'
import { focusTitle } from '../../app/focusTitle'
import { PainFields } from './PainsSection'
import { Adder, Head, Jump, NoteFold, Remover, Section, Title, useNamed } from './parts'

export function PainPanel({ id }: { id: string }) {
  const t = useText()
  const named = useNamed()
  const session = useSession()
  const pain = useRecord('painPoint', id)
  const write = useWrite('painPoint', id)
  const touchpoints = useDocument(document =>
    (pain?.touchpointIds ?? []).flatMap(one => document.find('touchpoint', one) ?? []),
  )
  const opportunities = useDocument(document => document.pointing('opportunity', 'painPointIds', id))
  if (!pain) return null
  const addOpportunity = () => {
    const made = session.dispatch(opportunityCommands.add, {
      painPointIds: [id],
      touchpointIds: pain.touchpointIds,
      level: pain.level,
    })
    if (made) open(made.id)
  }
  return (
    <>
      <Head
        icon={Frown}
        kind={`${t($ => $.terms.journey.painPoint)} · ${t($ => $.inspector.risk, { risk: painRisk(pain) })}`}
        title={
          <Title
            label={t($ => $.board.titleOf.pain)}
            placeholder={t($ => $.inspector.painHint)}
            value={pain.title}
            onChange={(title, typing) => write({ title }, typing)}
          />
        }
      >
        <Remover ids={[id]} label={t($ => $.inspector.deletePain)} />
      </Head>
      <Section>
        <PainFields pain={pain} />
        <Field label={t($ => $.inspector.level)}>
          <LevelPicker value={pain.level} onChange={level => write({ level })} />
        </Field>
      </Section>
      <Section title={t($ => $.inspector.touchpoints)}>
        {touchpoints.map(touchpoint => (
          <Jump key={touchpoint.id} id={touchpoint.id}>
            {named(touchpoint.title)}
          </Jump>
        ))}
      </Section>
      <EvidenceSection targetId={id} />
      <Section title={t($ => $.inspector.opportunities)}>
        {opportunities.map(opportunity => (
          <Jump key={opportunity.id} id={opportunity.id}>
            {named(opportunity.title)}
          </Jump>
        ))}
        <Adder label={t($ => $.terms.journey.opportunity)} onClick={addOpportunity} />
      </Section>
      <NoteFold note={pain.note} onChange={(note, typing) => write({ note }, typing)} />
    </>
  )
}

export function OpportunityPanel({ id }: { id: string }) {
  const t = useText()
  const named = useNamed()
  const session = useSession()
  const opportunity = useRecord('opportunity', id)
  const write = useWrite('opportunity', id)
  const targets = useDocument(document =>
    [...(opportunity?.painPointIds ?? []), ...(opportunity?.touchpointIds ?? [])].flatMap(one => {
      const target = document.find('painPoint', one) ?? document.find('touchpoint', one)
      return target ? { id: target.id, title: target.title } : []
    }),
  )
  const actions = useDocument(document => document.pointing('action', 'opportunityId', id))
  if (!opportunity) return null
  const addAction = () => {
    const made = session.dispatch(actionCommands.add, { opportunityId: id })
    if (made) open(made.id)
  }
  return (
    <>
      <Head
        icon={Lightbulb}
        kind={t($ => $.terms.journey.opportunity)}
        title={
          <Title
            label={t($ => $.inspector.titleOfOpportunity)}
            placeholder={t($ => $.inspector.opportunityHint)}
            value={opportunity.title}
            onChange={(title, typing) => write({ title }, typing)}
          />
        }
      >
        <Remover ids={[id]} label={t($ => $.inspector.deleteOpportunity)} />
      </Head>
      <Section>
        <Field label={t($ => $.terms.action.impact)}>
          <ScalePicker value={opportunity.impact} onChange={impact => write({ impact })} />
        </Field>
        <Field field="effort" label={t($ => $.inspector.workEffort)}>
          <ScalePicker value={opportunity.effort} onChange={effort => write({ effort })} />
        </Field>
        <Field label={t($ => $.inspector.level)}>
          <LevelPicker value={opportunity.level} onChange={level => write({ level })} />
        </Field>
        <Field label={t($ => $.terms.action.status)}>
          <Select
            value={opportunity.status}
            options={(['open', 'chosen', 'done', 'dropped'] as const).map(value => ({
              value,
              label: t($ => $.inspector.opportunityStatus[value]),
            }))}
            onChange={status => status && write({ status })}
          />
        </Field>
        <Field label={t($ => $.terms.journey.owner)}>
          <TextField
            value={opportunity.owner}
            placeholder={t($ => $.fields.none)}
            onChange={(owner, typing) => write({ owner }, typing)}
          />
        </Field>
      </Section>
      {targets.length > 0 && (
        <Section title={t($ => $.inspector.answers)}>
          {targets.map(target => (
            <Jump key={target.id} id={target.id}>
              {named(target.title)}
            </Jump>
          ))}
        </Section>
      )}
      <Section title={t($ => $.inspector.actions)}>
        {actions.map(action => (
          <Jump key={action.id} id={action.id}>
            {named(action.title)}
          </Jump>
        ))}
        <Adder label={t($ => $.terms.action.action)} onClick={addAction} />
      </Section>
      <NoteFold note={opportunity.note} onChange={(note, typing) => write({ note }, typing)} />
    </>
  )
}

const benefits = [
  'loyalty',
  'retention',
  'recommendation',
  'lifetimeValue',
  'reputation',
  'advantage',
] as const

export function ActionPanel({ id }: { id: string }) {
  const t = useText()
  const named = useNamed()
  const action = useRecord('action', id)
  const write = useWrite('action', id)
  const source = useDocument(
    document =>
      document.find('opportunity', action?.opportunityId) ?? document.find('painPoint', action?.painPointId),
  )
  if (!action) return null
  return (
    <>
      <Head
        icon={SquareCheck}
        kind={t($ => $.terms.action.action)}
        title={
          <Title
            label={t($ => $.inspector.titleOfAction)}
            placeholder={t($ => $.inspector.actionTitleHint)}
            value={action.title}
            onChange={(title, typing) => write({ title }, typing)}
          />
        }
      >
        <Remover ids={[id]} label={t($ => $.inspector.deleteAction)} />
      </Head>
      <Section>
        <Field label={t($ => $.terms.action.status)}>
          <Select
            value={action.status}
            options={[
              { value: 'planned' as const, label: t($ => $.terms.action.statusPlanned) },
              { value: 'inProgress' as const, label: t($ => $.terms.action.statusInProgress) },
              { value: 'blocked' as const, label: t($ => $.terms.action.statusBlocked) },
              { value: 'done' as const, label: t($ => $.terms.action.statusDone) },
            ]}
            onChange={status => status && write({ status })}
          />
        </Field>
        <Field label={t($ => $.terms.journey.owner)}>
          <TextField
            value={action.owner}
            placeholder={t($ => $.fields.none)}
            onChange={(owner, typing) => write({ owner }, typing)}
          />
        </Field>
        <Field label={t($ => $.terms.journey.department)}>
          <DepartmentPicker value={action.departmentId} onChange={departmentId => write({ departmentId })} />
        </Field>
        <Field label={t($ => $.terms.action.dueDate)}>
          <DateField value={action.due} onChange={due => write({ due })} />
        </Field>
        {action.due === null && (
          <Field label={t($ => $.inspector.dueInDays)}>
            <NumberField
              whole
              value={action.dueInDays}
              min={0}
              max={36_500}
              placeholder={t($ => $.inspector.dueInDaysHint)}
              onChange={(dueInDays, typing) => write({ dueInDays }, typing)}
            />
          </Field>
        )}
        <Field tall label={t($ => $.terms.action.expectedEffect)}>
          <TextArea
            value={action.expectedEffect}
            onChange={(expectedEffect, typing) => write({ expectedEffect }, typing)}
          />
        </Field>
        <Field label={t($ => $.inspector.benefit)}>
          <Select
            value={action.benefit}
            none={t($ => $.fields.none)}
            options={benefits.map(value => ({ value, label: t($ => $.inspector.benefits[value]) }))}
            onChange={benefit => write({ benefit })}
          />
        </Field>
      </Section>
      {source && (
        <Section title={t($ => $.inspector.answers)}>
          <Jump id={source.id}>{named(source.title)}</Jump>
        </Section>
      )}
      <NoteFold note={action.note} onChange={(note, typing) => write({ note }, typing)} />
    </>
  )
}

function open(id: string): void {
  look({ selection: [id] })
  focusTitle()
}
