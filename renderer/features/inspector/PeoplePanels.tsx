/** What touchpoints and journeys name: channels and personas. */
import { Radio, SquareUser } from 'lucide-react'
import { channelPhases } from '../../../shared/model/channel'
import { useRecord } from '../../document/hooks'
import { ChannelsPicker, SegmentPicker } from '../../document/pickers'
import { PictureField } from '../../document/PictureField'
import { useWrite } from '../../document/writing'
import { Check } from '../../ui/Check'
import { Choices } from '../../ui/Choices'
import { Field, Marked } from '../../ui/Field'
import { ListField } from '../../ui/ListField'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { TextArea, TextField } from '../../ui/TextField'
import { ChannelUses } from './ChannelUses'
import { EvidenceSection } from './EvidenceSection'
import { Head, NoteFold, Section, Title, WithJump } from './parts'
import { ChannelOwner } from './RecordFields'

const yesNo = (value: boolean | null) => (value === null ? null : value ? 'yes' : 'no')

export function ChannelPanel({ id }: { id: string }) {
  const t = useText()
  const channel = useRecord('channel', id)
  const write = useWrite('channel', id)
  if (!channel) return null
  const answers = (['yes', 'no'] as const).map(value => ({ value, label: t($ => $.terms.check[value]) }))
  return (
    <>
      <Head
        icon={Radio}
        kind={t($ => $.terms.channel.channel)}
        title={
          <Title
            label={t($ => $.people.titleOfChannel)}
            placeholder={t($ => $.board.unnamed.any)}
            value={channel.title}
            onChange={(title, typing) => write({ title }, typing)}
          />
        }
      />
      <Section>
        <Field label={t($ => $.people.kind)}>
          <Select
            value={channel.kind}
            options={(['digital', 'inPerson', 'thirdParty'] as const).map(value => ({
              value,
              label: t($ => $.people.kinds[value]),
            }))}
            onChange={kind => kind && write({ kind })}
          />
        </Field>
        <ChannelOwner channel={channel} />
        <Field label={t($ => $.people.mobile)}>
          <Choices
            look="words"
            value={yesNo(channel.mobile)}
            options={answers}
            onChange={answer => write({ mobile: answer === null ? null : answer === 'yes' })}
          />
        </Field>
        <Field label={t($ => $.people.keepsHistory)}>
          <Choices
            look="words"
            value={yesNo(channel.keepsHistory)}
            options={answers}
            onChange={answer => write({ keepsHistory: answer === null ? null : answer === 'yes' })}
          />
        </Field>
        <Check checked={channel.direct} onChange={direct => write({ direct })}>
          {t($ => $.people.direct)}
        </Check>
        <Field label={t($ => $.terms.channel.availability)}>
          <TextField
            value={channel.hours}
            placeholder={t($ => $.people.hoursHint)}
            onChange={(hours, typing) => write({ hours }, typing)}
          />
        </Field>
      </Section>
      <Section title={t($ => $.people.phases)}>
        {channelPhases.map(phase => (
          <Check
            key={phase}
            checked={channel.phases.includes(phase)}
            onChange={on =>
              write({
                phases: channelPhases.filter(one => (one === phase ? on : channel.phases.includes(one))),
              })
            }
          >
            {t($ => $.people.phase[phase])}
          </Check>
        ))}
      </Section>
      <ChannelUses id={id} />
      <EvidenceSection targetId={id} />
      <NoteFold note={channel.note} onChange={(note, typing) => write({ note }, typing)} />
    </>
  )
}

export function PersonaPanel({ id }: { id: string }) {
  const t = useText()
  const persona = useRecord('persona', id)
  const write = useWrite('persona', id)
  if (!persona) return null
  return (
    <>
      <Head
        icon={SquareUser}
        kind={t($ => $.terms.segment.persona)}
        title={
          <Title
            label={t($ => $.people.titleOfPersona)}
            placeholder={t($ => $.people.personaHint)}
            value={persona.title}
            onChange={(title, typing) => write({ title }, typing)}
          />
        }
      />
      <Section>
        <Field field="segmentId" label={t($ => $.inspector.segment)}>
          <WithJump to={persona.segmentId} label={t($ => $.noteInspector.allOfTheSegment)}>
            <SegmentPicker value={persona.segmentId} onChange={segmentId => write({ segmentId })} />
          </WithJump>
        </Field>
        <Field label={t($ => $.people.buyingRole)}>
          <Select
            value={persona.buyingRole}
            options={(['user', 'buyer', 'payer', 'influencer', 'decider'] as const).map(value => ({
              value,
              label: t($ => $.people.buyingRoles[value]),
            }))}
            onChange={buyingRole => buyingRole && write({ buyingRole })}
          />
        </Field>
        <Field tall label={t($ => $.people.goal)}>
          <TextArea
            value={persona.goal}
            placeholder={t($ => $.people.goalHint)}
            onChange={(goal, typing) => write({ goal }, typing)}
          />
        </Field>
        <Field tall label={t($ => $.terms.journey.quote)}>
          <TextArea
            value={persona.quote}
            placeholder={t($ => $.people.quoteHint)}
            onChange={(quote, typing) => write({ quote }, typing)}
          />
        </Field>
        <Field tall label={t($ => $.people.preferredChannels)}>
          <ChannelsPicker
            value={persona.preferredChannelIds}
            onChange={preferredChannelIds => write({ preferredChannelIds })}
          />
        </Field>
      </Section>
      <Section title={t($ => $.pictures.label)}>
        <Marked field="pictureId">
          <PictureField
            label={t($ => $.pictures.of, { name: persona.title || t($ => $.board.unnamed.any) })}
            value={persona.pictureId}
            onChange={pictureId => write({ pictureId })}
          />
        </Marked>
      </Section>
      {(['needs', 'frustrations', 'preferences'] as const).map(field => (
        <Section key={field} title={t($ => $.people[field])}>
          <Marked field={field}>
            <ListField
              label={t($ => $.people[field])}
              addLabel={t($ => $.people.addLine)}
              value={persona[field]}
              onChange={(lines, typing) => write({ [field]: lines }, `${field}:${typing}`)}
            />
          </Marked>
        </Section>
      ))}
      <NoteFold note={persona.note} onChange={(note, typing) => write({ note }, typing)} />
    </>
  )
}
