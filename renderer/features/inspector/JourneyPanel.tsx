import { Flag, Map } from 'lucide-react'
import type { ReactNode } from 'react'
import { updateProject } from '../../../shared/commands'
import { missingFrame, type FramePart } from '../../../shared/queries'
import { useDocument, useRecord, useSession } from '../../document/hooks'
import { PersonasPicker, SegmentPicker } from '../../document/pickers'
import { emotionWord } from '../../document/words'
import { useWrite } from '../../document/writing'
import { Choices } from '../../ui/Choices'
import { DateField } from '../../ui/DateField'
import { EmotionPicker } from '../../ui/EmotionPicker'
import { Field, FieldsOf, Marked } from '../../ui/Field'
import { signed } from '../../ui/number'
import { Select } from '../../ui/Select'
import { useLanguage, useText } from '../../ui/text'
import { TextArea, TextField } from '../../ui/TextField'
import styles from './Inspector.module.css'
import { Fold, Head, NoteFold, Section, Title, WithJump } from './parts'

/** The journey as a whole, and what of its frame is still empty (R7). */
export function JourneyPanel({ id }: { id: string }) {
  const t = useText()
  const language = useLanguage()
  const journey = useRecord('journey', id)
  const write = useWrite('journey', id)
  const session = useSession()
  const project = useDocument(document => document.project())
  if (!journey) return null
  return (
    <>
      <Head
        icon={Map}
        kind={t($ => $.terms.journey.journey)}
        title={
          <Title
            label={t($ => $.inspector.titleOfJourney)}
            placeholder={t($ => $.journey.untitled)}
            value={journey.title}
            onChange={(title, typing) => write({ title }, typing)}
          />
        }
      />
      <Missing parts={missingFrame(journey)} />
      <Section>
        <Field label={t($ => $.inspector.state)}>
          <Choices
            look="words"
            clearable={false}
            value={journey.state}
            options={(['current', 'target'] as const).map(value => ({
              value,
              label: t($ => $.inspector.states[value]),
            }))}
            onChange={state => state && write({ state })}
          />
        </Field>
        <Frame part="persona">
          <Field tall label={t($ => $.screens.personas)}>
            <PersonasPicker value={journey.personaIds} onChange={personaIds => write({ personaIds })} />
          </Field>
        </Frame>
        <Frame part="segment">
          <Field field="segmentId" label={t($ => $.inspector.segment)}>
            <WithJump to={journey.segmentId} label={t($ => $.noteInspector.allOfTheSegment)}>
              <SegmentPicker value={journey.segmentId} onChange={segmentId => write({ segmentId })} />
            </WithJump>
          </Field>
        </Frame>
        <Frame part="scenario">
          <Field tall label={t($ => $.inspector.scenario)}>
            <TextArea
              value={journey.scenario}
              placeholder={t($ => $.inspector.scenarioHint)}
              onChange={(scenario, typing) => write({ scenario }, typing)}
            />
          </Field>
        </Frame>
        <Frame part="start">
          <Field tall label={t($ => $.inspector.start)}>
            <TextArea
              value={journey.start}
              placeholder={t($ => $.inspector.startHint)}
              onChange={(start, typing) => write({ start }, typing)}
            />
          </Field>
        </Frame>
        <Frame part="end">
          <Field tall label={t($ => $.inspector.end)}>
            <TextArea
              value={journey.end}
              placeholder={t($ => $.inspector.endHint)}
              onChange={(end, typing) => write({ end }, typing)}
            />
          </Field>
        </Frame>
        <Field tall label={t($ => $.inspector.expectations)}>
          <TextArea
            value={journey.expectations}
            placeholder={t($ => $.inspector.expectationsHint)}
            onChange={(expectations, typing) => write({ expectations }, typing)}
          />
        </Field>
      </Section>
      <Section title={t($ => $.inspector.startingPerception)}>
        <Marked field="startingPerception">
          <EmotionPicker
            label={t($ => $.inspector.startingPerception)}
            value={journey.startingPerception}
            words={value => `${signed(value, language)} · ${emotionWord(t, value)}`}
            onChange={startingPerception => write({ startingPerception })}
          />
        </Marked>
        <p className={styles.line}>
          {journey.startingPerception === null
            ? t($ => $.inspector.notSaid)
            : `${signed(journey.startingPerception, language)} · ${emotionWord(t, journey.startingPerception)}`}
        </p>
      </Section>
      <Section>
        <Field label={t($ => $.terms.journey.owner)}>
          <TextField
            value={journey.owner}
            placeholder={t($ => $.fields.none)}
            onChange={(owner, typing) => write({ owner }, typing)}
          />
        </Field>
        <Field label={t($ => $.terms.action.status)}>
          <Select
            value={journey.status}
            options={(['draft', 'review', 'live', 'final'] as const).map(value => ({
              value,
              label: t($ => $.inspector.status[value]),
            }))}
            onChange={status => status && write({ status })}
          />
        </Field>
        <Field label={t($ => $.inspector.reviewDate)}>
          <DateField value={journey.reviewDate} onChange={reviewDate => write({ reviewDate })} />
        </Field>
        <Field label={t($ => $.inspector.relationship)}>
          <Choices
            look="words"
            clearable={false}
            value={journey.relationship}
            options={(['B2C', 'B2B'] as const).map(value => ({ value, label: value }))}
            onChange={relationship => relationship && write({ relationship })}
          />
        </Field>
      </Section>
      <Fold title={t($ => $.inspector.summary)} open={journey.summary !== ''}>
        <Marked field="summary">
          <TextArea
            label={t($ => $.inspector.summary)}
            value={journey.summary}
            placeholder={t($ => $.inspector.summaryHint)}
            onChange={(summary, typing) => write({ summary }, typing)}
          />
        </Marked>
      </Fold>
      <FieldsOf value={project.id}>
        <Section title={t($ => $.inspector.document)}>
          <Field field="title" label={t($ => $.inspector.documentName)}>
            <TextField
              value={project.title}
              placeholder={t($ => $.frame.untitled)}
              onChange={(title, typing) => session.dispatch(updateProject, { title }, typing)}
            />
          </Field>
        </Section>
      </FieldsOf>
      <NoteFold note={journey.note} onChange={(note, typing) => write({ note }, typing)} />
    </>
  )
}

/** Marks where a part of the frame is filled in, so that the hint above can lead there. */
function Frame({ part, children }: { part: FramePart; children: ReactNode }) {
  return <div data-frame={part}>{children}</div>
}

function Missing({ parts }: { parts: readonly FramePart[] }) {
  const t = useText()
  if (parts.length === 0) return null
  const names: Readonly<Record<FramePart, string>> = {
    persona: t($ => $.terms.segment.persona),
    segment: t($ => $.inspector.segment),
    scenario: t($ => $.inspector.scenario),
    start: t($ => $.inspector.start),
    end: t($ => $.inspector.end),
  }
  const go = (part: FramePart) =>
    window.document.querySelector<HTMLElement>(`[data-frame="${part}"] :is(input, textarea)`)?.focus()
  return (
    <div className={styles.flags} role="note">
      <Flag size={14} strokeWidth={1.75} aria-hidden />
      <div>
        {t($ => $.inspector.notSaidYet)}
        <ul>
          {parts.map(part => (
            <li key={part}>
              <button type="button" onClick={() => go(part)}>
                {names[part]}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
