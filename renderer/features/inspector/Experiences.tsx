import { rateExperience } from '../../../shared/commands'
import type { DocumentView } from '../../../shared/document'
import { emotionIcon } from '../../../shared/layout/icons'
import { BoardIcon } from '../../canvas/Icon'
import { useDocument, useRecord, useSession } from '../../document/hooks'
import { oneToFive, Scale } from '../../ui/fields/Scale'
import { Choice } from '../../ui/fields/Choice'
import { Row, Section } from '../../ui/fields/Row'
import { signed } from '../../ui/number'
import { useLanguage, useText } from '../../ui/text'
import styles from './Inspector.module.css'

/** How a touchpoint feels: for everybody, or for each persona of a journey that has several. */
export function Experiences({ touchpointId }: { touchpointId: string }) {
  const rated = useDocument(document => ratedPersonas(document, touchpointId))
  return rated.map(personaId => (
    <ExperienceOf key={personaId ?? 'all'} touchpointId={touchpointId} personaId={personaId} />
  ))
}

/** Whose experience is asked for: the touchpoint's personas, else the journey's when there are several; null is all. */
function ratedPersonas(document: DocumentView, touchpointId: string): (string | null)[] {
  const touchpoint = document.find('touchpoint', touchpointId)
  const stage = document.find('stage', document.find('step', touchpoint?.stepId)?.stageId)
  const journey = document.find('journey', stage?.journeyId)
  const known = document.pointing('experience', 'touchpointId', touchpointId).map(record => record.personaId)
  const own = touchpoint?.personaIds ?? []
  const concerned = own.length > 0 ? own : (journey?.personaIds ?? [])
  const several = concerned.length > 1 || known.some(personaId => personaId !== null)
  const wanted = several ? [...concerned, ...known] : [null, ...known]
  return [...new Set(wanted)]
}

const words = { '-2': 'minus2', '-1': 'minus1', '0': 'zero', '1': 'plus1', '2': 'plus2' } as const

function ExperienceOf({ touchpointId, personaId }: { touchpointId: string; personaId: string | null }) {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const persona = useRecord('persona', personaId)
  const experience = useDocument(document =>
    document
      .pointing('experience', 'touchpointId', touchpointId)
      .find(record => record.personaId === personaId),
  )
  const onlyPersona = useDocument(document => soleName(document, touchpointId))
  const disabled = session.readOnly !== null
  const rate = (ratings: Parameters<typeof rateExperience.run>[1] extends infer A ? Partial<A> : never) =>
    session.dispatch(rateExperience, { touchpointId, personaId, ...ratings })
  const name = persona?.title ?? onlyPersona
  const emotion = experience?.emotion ?? null
  const gap =
    experience?.expectation == null || experience.experience == null
      ? null
      : experience.experience - experience.expectation
  return (
    <>
      <Section title={name ? t($ => $.inspector.howFeels, { name }) : t($ => $.inspector.howItFeels)}>
        <Scale
          label={t($ => $.terms.emotion.emotion)}
          value={emotion}
          options={([-2, -1, 0, 1, 2] as const).map(value => ({
            value,
            label: `${signed(value, language)} ${t($ => $.terms.emotion[words[`${value}`]])}`,
            face: <BoardIcon name={emotionIcon(value)} size={16} />,
            tone: String(value),
          }))}
          onChange={value => rate({ emotion: value })}
          disabled={disabled}
        />
        <p className={styles.mood}>
          {emotion === null
            ? t($ => $.inspector.notSaid)
            : [
                signed(emotion, language),
                t($ => $.terms.emotion[words[String(emotion) as keyof typeof words]]),
                t($ => $.inspector.basis[experience?.basis ?? 'assumed']),
              ].join(' · ')}
        </p>
      </Section>
      <Section title={t($ => $.inspector.expectedAndExperienced)}>
        <Row label={t($ => $.inspector.expected)}>
          <Scale
            label={t($ => $.terms.gap.expectation)}
            value={experience?.expectation ?? null}
            options={oneToFive}
            onChange={expectation => rate({ expectation })}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.inspector.experienced)}>
          <Scale
            label={t($ => $.terms.gap.experience)}
            value={experience?.experience ?? null}
            options={oneToFive}
            onChange={value => rate({ experience: value })}
            disabled={disabled}
          />
        </Row>
        {gap !== null && (
          <Row label={t($ => $.terms.gap.gap)}>
            <span className={gap < 0 ? styles.missed : gap > 0 ? styles.exceeded : undefined}>
              {signed(gap, language)}{' '}
              {t($ => $.inspector.gap[gap < 0 ? 'missed' : gap > 0 ? 'exceeded' : 'met'])}
            </span>
          </Row>
        )}
        <Row label={t($ => $.terms.gap.effort)}>
          <Scale
            label={t($ => $.terms.gap.effort)}
            value={experience?.effort ?? null}
            options={oneToFive}
            onChange={effort => rate({ effort })}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.inspector.restsOn)}>
          <Choice
            label={t($ => $.inspector.restsOn)}
            value={experience?.basis ?? 'assumed'}
            options={(['measured', 'assumed', 'target'] as const).map(value => ({
              value,
              label: t($ => $.inspector.basis[value]),
            }))}
            onChange={basis => basis && rate({ basis })}
            disabled={disabled}
          />
        </Row>
      </Section>
    </>
  )
}

/** The first name of a journey's only persona: "Martina, 38" feels as Martina. */
function soleName(document: DocumentView, touchpointId: string): string | undefined {
  const stage = document.find(
    'stage',
    document.find('step', document.find('touchpoint', touchpointId)?.stepId)?.stageId,
  )
  const ids = document.find('journey', stage?.journeyId)?.personaIds ?? []
  return ids.length === 1 ? document.find('persona', ids[0])?.title.split(',')[0] : undefined
}
