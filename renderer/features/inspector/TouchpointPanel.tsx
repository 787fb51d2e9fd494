import { CircleDot, Diamond } from 'lucide-react'
import { areas } from '../../../shared/model/touchpoint'
import { useDocument, useRecord } from '../../document/hooks'
import {
  ChannelPicker,
  DepartmentPicker,
  LevelPicker,
  PersonasPicker,
  SystemsPicker,
} from '../../document/pickers'
import { completenessWord } from '../../document/words'
import { useWrite } from '../../document/writing'
import { IconButton } from '../../ui/Button'
import { Choices } from '../../ui/Choices'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { TextArea } from '../../ui/TextField'
import { EvidenceSection } from './EvidenceSection'
import { FeelingSections } from './FeelingSections'
import styles from './Inspector.module.css'
import { OpportunitiesSection } from './OpportunitiesSection'
import { PainsSection } from './PainsSection'
import { Fold, Head, NoteFold, Remover, Section, Title, WithJump } from './parts'
import { WaitingFields } from './WaitingFields'

export function TouchpointPanel({ id }: { id: string }) {
  const t = useText()
  const touchpoint = useRecord('touchpoint', id)
  const write = useWrite('touchpoint', id)
  const stage = useDocument(document => {
    const step = document.find('step', touchpoint?.stepId)
    return document.find('stage', step?.stageId)?.title
  })
  const pains = useDocument(document =>
    document.pointing('painPoint', 'touchpointIds', id).map(pain => pain.id),
  )
  if (!touchpoint) return null
  const kind = t($ => $.terms.journey.touchpoint)
  return (
    <>
      <Head
        icon={CircleDot}
        kind={stage ? `${kind} · ${stage}` : kind}
        title={
          <Title
            label={t($ => $.board.titleOf.touchpoint)}
            placeholder={t($ => $.board.unnamed.touchpoint)}
            value={touchpoint.title}
            onChange={(title, typing) => write({ title }, typing)}
          />
        }
      >
        <IconButton
          icon={Diamond}
          label={t($ => $.terms.journey.momentOfTruth)}
          pressed={touchpoint.momentOfTruth}
          className={`${styles.small} ${styles.truth}`}
          onClick={() => write({ momentOfTruth: !touchpoint.momentOfTruth })}
        />
        <Remover ids={[id]} label={t($ => $.inspector.deleteTouchpoint)} />
      </Head>
      <Section>
        <Field label={t($ => $.terms.channel.channel)}>
          <WithJump to={touchpoint.channelId} label={t($ => $.noteInspector.allOfChannel)}>
            <ChannelPicker value={touchpoint.channelId} onChange={channelId => write({ channelId })} />
          </WithJump>
        </Field>
        <Field label={t($ => $.terms.journey.department)}>
          <DepartmentPicker
            value={touchpoint.departmentId}
            onChange={departmentId => write({ departmentId })}
          />
        </Field>
        <Field label={t($ => $.inspector.level)}>
          <LevelPicker value={touchpoint.level} onChange={level => write({ level })} />
        </Field>
      </Section>
      <FeelingSections touchpointId={id} />
      <PainsSection touchpointId={id} />
      <EvidenceSection targetId={id} also={pains} />
      <OpportunitiesSection touchpointId={id} />
      <Section>
        <WaitingFields touchpoint={touchpoint} write={write} />
        <Field field="completeness" label={t($ => $.inspector.complete)}>
          <Choices
            look="words"
            value={touchpoint.completeness}
            options={(['none', 'partial', 'full'] as const).map(value => ({
              value,
              label: completenessWord(t, value),
            }))}
            onChange={completeness => write({ completeness })}
          />
        </Field>
        <Field label={t($ => $.terms.practice.personalisation)}>
          <Select
            value={touchpoint.personalisation}
            options={(['none', 'segment', 'individual'] as const).map(value => ({
              value,
              label: t($ => $.inspector.personalisation[value]),
            }))}
            onChange={personalisation => personalisation && write({ personalisation })}
          />
        </Field>
      </Section>
      <Section>
        <Field tall label={t($ => $.terms.journey.frontstage)}>
          <TextArea
            value={touchpoint.frontstage}
            placeholder={t($ => $.inspector.frontstageHint)}
            onChange={(frontstage, typing) => write({ frontstage }, typing)}
          />
        </Field>
        <Field tall label={t($ => $.terms.journey.backstage)}>
          <TextArea
            value={touchpoint.backstage}
            placeholder={t($ => $.inspector.backstageHint)}
            onChange={(backstage, typing) => write({ backstage }, typing)}
          />
        </Field>
        <Field tall label={t($ => $.inspector.systems)}>
          <SystemsPicker value={touchpoint.systemIds} onChange={systemIds => write({ systemIds })} />
        </Field>
      </Section>
      <Fold title={t($ => $.inspector.whoseAndWhere)} open={touchpoint.personaIds.length > 0}>
        <Field tall label={t($ => $.screens.personas)}>
          <PersonasPicker value={touchpoint.personaIds} onChange={personaIds => write({ personaIds })} />
        </Field>
        <Field label={t($ => $.inspector.area)}>
          <Select
            value={touchpoint.area}
            none={t($ => $.fields.none)}
            options={areas.map(value => ({ value, label: t($ => $.terms.area[value]) }))}
            onChange={area => write({ area })}
          />
        </Field>
        <Field label={t($ => $.inspector.source)}>
          <Select
            value={touchpoint.source}
            options={(['ownExperience', 'heardFromOthers'] as const).map(value => ({
              value,
              label: t($ => $.terms.area[value]),
            }))}
            onChange={source => source && write({ source })}
          />
        </Field>
        <Field label={t($ => $.inspector.mode)}>
          <Choices
            look="words"
            clearable={false}
            value={touchpoint.mode}
            options={(['proactive', 'reactive'] as const).map(value => ({
              value,
              label: t($ => $.terms.cx[value]),
            }))}
            onChange={mode => mode && write({ mode })}
          />
        </Field>
      </Fold>
      <NoteFold note={touchpoint.note} onChange={(note, typing) => write({ note }, typing)} />
    </>
  )
}
