import { useState } from 'react'
import type { DocumentView } from '../../../shared/document'
import { useDocument, useSession } from '../../document/hooks'
import { rate, type RatingChange } from '../../document/rating'
import { emotionWord, gapKind, gapSign, gapWord } from '../../document/words'
import { EmotionPicker } from '../../ui/EmotionPicker'
import { Field, FieldsOf, Marked } from '../../ui/Field'
import { signed } from '../../ui/number'
import { ScalePicker } from '../../ui/ScalePicker'
import { Segmented } from '../../ui/Segmented'
import { Select } from '../../ui/Select'
import { useLanguage, useText } from '../../ui/text'
import { evidenceFor } from './EvidenceSection'
import styles from './Inspector.module.css'
import { Fold, Section } from './parts'

const bases = ['measured', 'assumed', 'target'] as const
const everyone = ''

/** Emotion, expectation, experience and effort at a touchpoint, for one persona at a time where there are several. */
export function FeelingSections({ touchpointId }: { touchpointId: string }) {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const speakers = useDocument(document => speakersOf(document, touchpointId))
  const [chosen, setChosen] = useState<string | null>(null)
  const speaker = speakers.find(one => one.id === chosen) ?? speakers.find(one => one.said) ?? speakers[0]
  const personaId = speaker?.id || null
  const said = useDocument(document => statementOf(document, touchpointId, personaId))
  const evidence = useDocument(document => {
    const pains = document.pointing('painPoint', 'touchpointIds', touchpointId)
    return evidenceFor(document, [touchpointId, ...pains.map(({ id }) => id)]).length
  })

  const write = (change: RatingChange) => rate(session, touchpointId, personaId, change)
  const basis = said?.basis ?? 'assumed'
  const ground =
    basis === 'assumed' && evidence === 0
      ? t($ => $.inspector.assumedNoEvidence)
      : t($ => $.inspector.basis[basis])
  const gap =
    said && said.expectation !== null && said.experience !== null ? said.experience - said.expectation : null
  const name = speaker?.name.split(',', 1)[0]
  // what is shown of the statement for all is no conflict of this persona's
  const own = said?.personaId === personaId ? said.id : ''
  return (
    <FieldsOf value={own}>
      <Section title={name ? t($ => $.inspector.howFeels, { name }) : t($ => $.inspector.howCustomerFeels)}>
        {speakers.length > 1 && (
          <div className={styles.personas}>
            <Segmented
              label={t($ => $.inspector.whose)}
              value={personaId ?? everyone}
              options={speakers.map(({ id, name: whose }) => ({
                value: id,
                label: whose.split(',', 1)[0] || t($ => $.inspector.everyone),
              }))}
              onChange={setChosen}
            />
          </div>
        )}
        <div className={styles.faces}>
          <Marked field="emotion">
            <EmotionPicker
              label={t($ => $.terms.emotion.emotion)}
              value={said?.emotion ?? null}
              words={value => `${signed(value, language)} · ${emotionWord(t, value)}`}
              onChange={emotion => write({ emotion })}
            />
          </Marked>
        </div>
        <p className={styles.line}>
          {said?.emotion === null || said?.emotion === undefined
            ? t($ => $.inspector.notSaid)
            : `${signed(said.emotion, language)} · ${emotionWord(t, said.emotion)}`}
          {said && said.emotion !== null && <span className={styles.quiet}>{` · ${ground}`}</span>}
        </p>
      </Section>
      <Section title={t($ => $.inspector.expectedAndExperienced)}>
        <Field field="expectation" label={t($ => $.inspector.expected)}>
          <ScalePicker value={said?.expectation ?? null} onChange={expectation => write({ expectation })} />
        </Field>
        <Field field="experience" label={t($ => $.inspector.experienced)}>
          <ScalePicker value={said?.experience ?? null} onChange={experience => write({ experience })} />
        </Field>
        {gap !== null && (
          <Field label={t($ => $.inspector.gap)}>
            <output className={styles.gap} data-kind={gapKind(gap)}>
              {gapSign(gap, language)} {gapWord(t, gap)}
            </output>
          </Field>
        )}
        <Field label={t($ => $.inspector.effort)}>
          <ScalePicker value={said?.effort ?? null} onChange={effort => write({ effort })} />
        </Field>
      </Section>
      <Fold
        title={t($ => $.inspector.importanceAndBasis)}
        open={!!said && (said.importance !== null || said.satisfaction !== null)}
      >
        <Field label={t($ => $.inspector.importance)}>
          <ScalePicker value={said?.importance ?? null} onChange={importance => write({ importance })} />
        </Field>
        <Field label={t($ => $.inspector.satisfaction)}>
          <ScalePicker
            value={said?.satisfaction ?? null}
            onChange={satisfaction => write({ satisfaction })}
          />
        </Field>
        <Field label={t($ => $.inspector.restsOn)}>
          <Select
            value={basis}
            options={bases.map(value => ({ value, label: t($ => $.inspector.basis[value]) }))}
            onChange={next => next && write({ basis: next })}
          />
        </Field>
      </Fold>
    </FieldsOf>
  )
}

interface Speaker {
  /** Empty stands for everyone. */
  readonly id: string
  readonly name: string
  readonly said: boolean
}

/** Who can say something about a touchpoint: its personas, else the journey's; everyone where there are several or none. */
function speakersOf(document: DocumentView, touchpointId: string): Speaker[] {
  const touchpoint = document.find('touchpoint', touchpointId)
  const step = document.find('step', touchpoint?.stepId)
  const journey = document.find('journey', document.find('stage', step?.stageId)?.journeyId)
  const statements = document.pointing('experience', 'touchpointId', touchpointId)
  const said = (id: string) => statements.some(one => (one.personaId ?? everyone) === id)
  const own = touchpoint?.personaIds.length ? touchpoint.personaIds : (journey?.personaIds ?? [])
  const ids = new Set([...own, ...statements.flatMap(one => one.personaId ?? [])])
  const personas = [...ids].flatMap(id => {
    const persona = document.find('persona', id)
    return persona ? { id, name: persona.title, said: said(id) } : []
  })
  // with one persona a statement for everyone is that persona's
  const only = personas.length === 1 ? personas[0] : undefined
  if (only) return [only.said ? only : { ...only, id: everyone }]
  return [{ id: everyone, name: '', said: said(everyone) }, ...personas]
}

/** What a persona says: its own statement, else the one for all. */
function statementOf(document: DocumentView, touchpointId: string, personaId: string | null) {
  const statements = document.pointing('experience', 'touchpointId', touchpointId)
  return statements.find(one => one.personaId === personaId) ?? statements.find(one => one.personaId === null)
}
