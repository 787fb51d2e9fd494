import { CircleDot } from 'lucide-react'
import { touchpointCommands } from '../../../shared/commands'
import type { Fields } from '../../../shared/document'
import { areas } from '../../../shared/model/touchpoint'
import { PyramidGlyph } from '../../canvas/Icon'
import { useDocument, useRecord, useSession } from '../../document/hooks'
import { levelNames } from '../../document/levels'
import { useLists } from '../../document/useLists'
import { ChipList } from '../../ui/fields/ChipList'
import { Choice } from '../../ui/fields/Choice'
import { Combo } from '../../ui/fields/Combo'
import { NumberField } from '../../ui/fields/NumberField'
import { Row, Section } from '../../ui/fields/Row'
import { TextField } from '../../ui/fields/TextField'
import { useText } from '../../ui/text'
import { Experiences } from './Experiences'
import { Header } from './Header'
import styles from './Inspector.module.css'
import { EvidenceList, OpportunityList, PainList } from './Linked'

/** One contact: where, who, how it feels, what hurts, what waits, what happens behind. */
export function TouchpointPanel({ id }: { id: string }) {
  const t = useText()
  const session = useSession()
  const touchpoint = useRecord('touchpoint', id)
  const step = useRecord('step', touchpoint?.stepId)
  const lists = useLists()
  const pyramid = useDocument(document => document.project().pyramid)
  if (!touchpoint) return null
  const disabled = session.readOnly !== null
  const set = (fields: Fields<'touchpoint'>, join?: string) =>
    session.dispatch(touchpointCommands.update, { id, ...fields }, join && `${id}.${join}`)
  const levels = levelNames(t, pyramid)
  return (
    <>
      <Header
        icon={CircleDot}
        kind={t($ => $.terms.journey.touchpoint)}
        place={step?.title}
        title={touchpoint.title}
        titleLabel={t($ => $.board.titleOf.touchpoint)}
        placeholder={t($ => $.board.unnamed.touchpoint)}
        onTitle={title => set({ title }, 'title')}
        disabled={disabled}
      />
      <Section>
        <Row label={t($ => $.terms.channel.channel)}>
          <Combo
            label={t($ => $.terms.channel.channel)}
            none={t($ => $.inspector.noChannel)}
            options={lists.channels}
            value={touchpoint.channelId}
            onChange={channelId => set({ channelId })}
            onCreate={lists.addChannel}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.terms.journey.department)}>
          <Combo
            label={t($ => $.terms.journey.department)}
            none={t($ => $.inspector.noDepartment)}
            options={lists.departments}
            value={touchpoint.departmentId}
            onChange={departmentId => set({ departmentId })}
            onCreate={lists.addDepartment}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.inspector.level)}>
          <Choice
            label={t($ => $.inspector.level)}
            none={t($ => $.inspector.noLevel)}
            value={touchpoint.level}
            options={levels.map(({ id: value, name, meaning }, at) => ({
              value,
              label: meaning ? `${name}: ${meaning}` : name,
              icon: <PyramidGlyph at={at} of={levels.length} />,
            }))}
            onChange={level => set({ level })}
            disabled={disabled}
          />
        </Row>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={touchpoint.momentOfTruth}
            disabled={disabled}
            onChange={event => set({ momentOfTruth: event.target.checked })}
          />
          {t($ => $.terms.journey.momentOfTruth)}
        </label>
      </Section>
      <Experiences touchpointId={id} />
      <PainList touchpointId={id} />
      <OpportunityList touchpointId={id} />
      <EvidenceList targetId={id} />
      <Section title={t($ => $.terms.journey.waitingTime)}>
        <Row label={t($ => $.inspector.minutes)}>
          <NumberField
            label={t($ => $.terms.journey.waitingTime)}
            value={touchpoint.waitMinutes}
            min={0}
            onChange={waitMinutes => set({ waitMinutes }, 'wait')}
            disabled={disabled}
          />
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={touchpoint.waitAvoidable}
              disabled={disabled}
              onChange={event => set({ waitAvoidable: event.target.checked })}
            />
            {t($ => $.inspector.avoidable)}
          </label>
        </Row>
        <Row label={t($ => $.inspector.eased)}>
          <TextField
            multiline
            label={t($ => $.inspector.eased)}
            value={touchpoint.waitEased}
            onChange={waitEased => set({ waitEased }, 'eased')}
            disabled={disabled}
          />
        </Row>
      </Section>
      <Section title={t($ => $.inspector.behind)}>
        <Row wide label={t($ => $.terms.journey.frontstage)}>
          <TextField
            multiline
            label={t($ => $.terms.journey.frontstage)}
            value={touchpoint.frontstage}
            onChange={frontstage => set({ frontstage }, 'frontstage')}
            disabled={disabled}
          />
        </Row>
        <Row wide label={t($ => $.terms.journey.backstage)}>
          <TextField
            multiline
            label={t($ => $.terms.journey.backstage)}
            value={touchpoint.backstage}
            onChange={backstage => set({ backstage }, 'backstage')}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.inspector.systems)}>
          <ChipList
            label={t($ => $.inspector.systems)}
            none={t($ => $.inspector.addSystem)}
            options={lists.systems}
            value={touchpoint.systemIds}
            onChange={systemIds => set({ systemIds })}
            onCreate={lists.addSystem}
            disabled={disabled}
          />
        </Row>
      </Section>
      <Section title={t($ => $.inspector.more)}>
        <Row label={t($ => $.terms.gap.completeness)}>
          <Choice
            label={t($ => $.terms.gap.completeness)}
            none={t($ => $.inspector.notSaid)}
            value={touchpoint.completeness}
            options={(['none', 'partial', 'full'] as const).map(value => ({
              value,
              label: t($ => $.inspector.completeness[value]),
            }))}
            onChange={completeness => set({ completeness })}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.inspector.area)}>
          <Choice
            label={t($ => $.inspector.area)}
            none={t($ => $.inspector.notSaid)}
            value={touchpoint.area}
            options={areas.map(value => ({ value, label: t($ => $.terms.area[value]) }))}
            onChange={area => set({ area })}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.inspector.source)}>
          <Choice
            label={t($ => $.inspector.source)}
            value={touchpoint.source}
            options={(['ownExperience', 'heardFromOthers'] as const).map(value => ({
              value,
              label: t($ => $.terms.area[value]),
            }))}
            onChange={source => source && set({ source })}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.inspector.mode)}>
          <Choice
            label={t($ => $.inspector.mode)}
            value={touchpoint.mode}
            options={(['proactive', 'reactive'] as const).map(value => ({
              value,
              label: t($ => $.terms.cx[value]),
            }))}
            onChange={mode => mode && set({ mode })}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.terms.practice.personalisation)}>
          <Choice
            label={t($ => $.terms.practice.personalisation)}
            value={touchpoint.personalisation}
            options={(['none', 'segment', 'individual'] as const).map(value => ({
              value,
              label: t($ => $.inspector.personalisation[value]),
            }))}
            onChange={personalisation => personalisation && set({ personalisation })}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.inspector.personas)}>
          <ChipList
            label={t($ => $.inspector.personas)}
            none={t($ => $.inspector.everybody)}
            options={lists.personas}
            value={touchpoint.personaIds}
            onChange={personaIds => set({ personaIds })}
            disabled={disabled}
          />
        </Row>
        <Row wide label={t($ => $.inspector.note)}>
          <TextField
            multiline
            label={t($ => $.inspector.note)}
            value={touchpoint.note}
            onChange={note => set({ note }, 'note')}
            disabled={disabled}
          />
        </Row>
      </Section>
    </>
  )
}
