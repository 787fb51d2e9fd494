import { Info, Map } from 'lucide-react'
import { updateJourney, updateProject } from '../../../shared/commands'
import type { Fields } from '../../../shared/document'
import { emotionIcon } from '../../../shared/layout/icons'
import { BoardIcon } from '../../canvas/Icon'
import { useDocument, useRecord, useSession } from '../../document/hooks'
import { useLists } from '../../document/useLists'
import { ChipList } from '../../ui/fields/ChipList'
import { Choice } from '../../ui/fields/Choice'
import { Row, Section } from '../../ui/fields/Row'
import { Scale } from '../../ui/fields/Scale'
import { TextField } from '../../ui/fields/TextField'
import { signed } from '../../ui/number'
import { useLanguage, useText } from '../../ui/text'
import { Header } from './Header'
import styles from './Inspector.module.css'

/** The journey as a whole: whose, when, from where to where; what is still missing is said, never demanded. */
export function JourneyPanel({ id }: { id: string }) {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const journey = useRecord('journey', id)
  const lists = useLists()
  const project = useDocument(document => document.project())
  if (!journey) return null
  const disabled = session.readOnly !== null
  const set = (fields: Fields<'journey'>, join?: string) =>
    session.dispatch(updateJourney, { id, ...fields }, join && `${id}.${join}`)
  const missing = (
    [
      ['personas', journey.personaIds.length === 0],
      ['scenario', journey.scenario === ''],
      ['segment', journey.segmentId === null],
      ['start', journey.start === ''],
      ['end', journey.end === ''],
    ] as const
  ).flatMap(([name, isMissing]) => (isMissing ? t($ => $.inspector[name]) : []))
  const text = (field: 'scenario' | 'start' | 'end' | 'expectations') => (
    <Row wide label={t($ => $.inspector[field])}>
      <TextField
        multiline
        label={t($ => $.inspector[field])}
        value={journey[field]}
        onChange={value => set({ [field]: value }, field)}
        disabled={disabled}
      />
    </Row>
  )
  return (
    <>
      <Header
        icon={Map}
        kind={t($ => $.terms.journey.journey)}
        title={journey.title}
        titleLabel={t($ => $.inspector.journeyName)}
        placeholder={t($ => $.journey.untitled)}
        onTitle={title => set({ title }, 'title')}
        disabled={disabled}
      />
      {missing.length > 0 && (
        <p className={styles.missing}>
          <Info size={14} strokeWidth={1.75} aria-hidden />
          {t($ => $.inspector.missing, { what: missing.join(', ') })}
        </p>
      )}
      <Section>
        <Row label={t($ => $.inspector.personas)}>
          <ChipList
            label={t($ => $.inspector.personas)}
            none={t($ => $.inspector.addPersona)}
            options={lists.personas}
            value={journey.personaIds}
            onChange={personaIds => set({ personaIds })}
            onCreate={lists.addPersona}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.inspector.segment)}>
          <Choice
            label={t($ => $.inspector.segment)}
            none={t($ => $.inspector.notSaid)}
            value={journey.segmentId}
            options={lists.segments.map(({ id: value, label }) => ({ value, label }))}
            onChange={segmentId => set({ segmentId })}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.inspector.state)}>
          <Choice
            label={t($ => $.inspector.state)}
            value={journey.state}
            options={(['current', 'target'] as const).map(value => ({
              value,
              label: t($ => $.inspector.states[value]),
            }))}
            onChange={state => state && set({ state })}
            disabled={disabled}
          />
        </Row>
        {text('scenario')}
        {text('start')}
        {text('end')}
        {text('expectations')}
        <Row wide label={t($ => $.inspector.startingPerception)}>
          <Scale
            label={t($ => $.inspector.startingPerception)}
            value={journey.startingPerception}
            options={[-2, -1, 0, 1, 2].map(value => ({
              value,
              label: signed(value, language),
              face: <BoardIcon name={emotionIcon(value)} size={16} />,
              tone: String(value),
            }))}
            onChange={startingPerception => set({ startingPerception })}
            disabled={disabled}
          />
        </Row>
      </Section>
      <Section title={t($ => $.inspector.responsibility)}>
        <Row label={t($ => $.terms.journey.owner)}>
          <TextField
            label={t($ => $.terms.journey.owner)}
            value={journey.owner}
            onChange={owner => set({ owner }, 'owner')}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.inspector.status)}>
          <Choice
            label={t($ => $.inspector.status)}
            value={journey.status}
            options={(['draft', 'review', 'live', 'final'] as const).map(value => ({
              value,
              label: t($ => $.inspector.statuses[value]),
            }))}
            onChange={status => status && set({ status })}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.inspector.reviewDate)}>
          <input
            type="date"
            className={styles.date}
            aria-label={t($ => $.inspector.reviewDate)}
            value={journey.reviewDate ?? ''}
            disabled={disabled}
            onChange={event => set({ reviewDate: event.target.value || null })}
          />
        </Row>
        <Row label={t($ => $.inspector.relationship)}>
          <Choice
            label={t($ => $.inspector.relationship)}
            value={journey.relationship}
            options={(['B2C', 'B2B'] as const).map(value => ({ value, label: value }))}
            onChange={relationship => relationship && set({ relationship })}
            disabled={disabled}
          />
        </Row>
      </Section>
      <Section title={t($ => $.inspector.document)}>
        <Row label={t($ => $.inspector.documentName)}>
          <TextField
            label={t($ => $.inspector.documentName)}
            value={project.title}
            onChange={title => session.dispatch(updateProject, { title }, 'project.title')}
            disabled={disabled}
          />
        </Row>
        <Row wide label={t($ => $.terms.cx.vision)}>
          <TextField
            multiline
            label={t($ => $.terms.cx.vision)}
            value={project.vision}
            onChange={vision => session.dispatch(updateProject, { vision }, 'project.vision')}
            disabled={disabled}
          />
        </Row>
      </Section>
    </>
  )
}
