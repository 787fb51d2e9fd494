import { Columns3 } from 'lucide-react'
import type { DocumentView } from '../../../shared/document'
import { lifecycles } from '../../../shared/model/stage'
import {
  gapFigures,
  journeyParts,
  meanEmotion,
  ratingOf,
  waitingOf,
  type JourneyParts,
} from '../../../shared/queries'
import { useDocument, useRecord } from '../../document/hooks'
import { emotionWord } from '../../document/words'
import { useWrite } from '../../document/writing'
import { EmotionPicker } from '../../ui/EmotionPicker'
import { Field, Marked } from '../../ui/Field'
import { duration, signed } from '../../ui/number'
import { Select } from '../../ui/Select'
import { useLanguage, useText } from '../../ui/text'
import { TextArea } from '../../ui/TextField'
import styles from './Inspector.module.css'
import { Head, NoteFold, Remover, Section, Title } from './parts'

export function StagePanel({ id }: { id: string }) {
  const t = useText()
  const language = useLanguage()
  const stage = useRecord('stage', id)
  const write = useWrite('stage', id)
  const journey = useDocument(document => document.find('journey', stage?.journeyId)?.title)
  if (!stage) return null
  const kind = t($ => $.terms.journey.stage)
  return (
    <>
      <Head
        icon={Columns3}
        kind={journey ? `${kind} · ${journey}` : kind}
        title={
          <Title
            label={t($ => $.board.titleOf.stage)}
            placeholder={t($ => $.board.unnamed.stage)}
            value={stage.title}
            onChange={(title, typing) => write({ title }, typing)}
          />
        }
      >
        <Remover ids={[id]} label={t($ => $.inspector.deleteStage)} />
      </Head>
      <Section>
        <Field field="lifecycle" label={t($ => $.inspector.lifecycle)}>
          <Select
            value={stage.lifecycle}
            none={t($ => $.fields.none)}
            options={lifecycles.map(value => ({ value, label: t($ => $.terms.lifecycle[value]) }))}
            onChange={lifecycle => write({ lifecycle })}
          />
        </Field>
        <Field tall label={t($ => $.terms.journey.customerGoal)}>
          <TextArea
            value={stage.customerGoal}
            placeholder={t($ => $.inspector.goalHint)}
            onChange={(customerGoal, typing) => write({ customerGoal }, typing)}
          />
        </Field>
      </Section>
      <Section title={t($ => $.inspector.perceptionAfter)}>
        <Marked field="perceptionAfter">
          <EmotionPicker
            label={t($ => $.inspector.perceptionAfter)}
            value={stage.perceptionAfter}
            words={value => `${signed(value, language)} · ${emotionWord(t, value)}`}
            onChange={perceptionAfter => write({ perceptionAfter })}
          />
        </Marked>
        <p className={styles.line}>
          {stage.perceptionAfter === null
            ? t($ => $.inspector.notSaid)
            : `${signed(stage.perceptionAfter, language)} · ${emotionWord(t, stage.perceptionAfter)}`}
        </p>
      </Section>
      <StageFigures stageId={id} journeyId={stage.journeyId} />
      <NoteFold note={stage.note} onChange={(note, typing) => write({ note }, typing)} />
    </>
  )
}

/** What the stage's touchpoints say together: means are of touchpoints, pooled. */
function StageFigures({ stageId, journeyId }: { stageId: string; journeyId: string }) {
  const t = useText()
  const language = useLanguage()
  const { count, emotion, gap, wait } = useDocument(document =>
    figuresOf(document, journeyParts(document, journeyId), stageId),
  )
  if (count === 0) return null
  return (
    <Section title={t($ => $.inspector.figures)}>
      <dl className={styles.figures}>
        <dt>{t($ => $.inspector.touchpoints)}</dt>
        <dd>{count}</dd>
        {emotion !== null && (
          <>
            <dt>{t($ => $.inspector.meanEmotion)}</dt>
            <dd>
              <b>{signed(emotion, language, 2)}</b> <span>{emotionWord(t, emotion)}</span>
            </dd>
          </>
        )}
        {gap.mean !== null && (
          <>
            <dt>{t($ => $.inspector.meanGap)}</dt>
            <dd>
              <b>{signed(gap.mean, language, 2)}</b>{' '}
              <span>
                {t($ => $.inspector.missedOf, {
                  missed: gap.missed,
                  count: gap.missed + gap.met + gap.exceeded,
                })}
              </span>
            </dd>
          </>
        )}
        {wait.total > 0 && (
          <>
            <dt>{t($ => $.inspector.waiting)}</dt>
            <dd>
              <b>{duration(wait.total, language)}</b>{' '}
              <span>{t($ => $.inspector.avoidableOf, { time: duration(wait.avoidable, language) })}</span>
            </dd>
          </>
        )}
      </dl>
    </Section>
  )
}

function figuresOf(document: DocumentView, parts: JourneyParts, stageId: string) {
  const touchpoints = parts.stages.find(({ stage }) => stage.id === stageId)?.touchpoints ?? []
  const ratings = touchpoints.map(({ id }) => ratingOf(document, id))
  const { total, avoidable } = waitingOf(touchpoints)
  return {
    count: touchpoints.length,
    emotion: meanEmotion(ratings),
    gap: gapFigures(ratings),
    wait: { total, avoidable },
  }
}
