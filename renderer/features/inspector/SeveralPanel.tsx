import { Layers2 } from 'lucide-react'
import { useMemo } from 'react'
import { touchpointCommands } from '../../../shared/commands'
import type { DocumentView, Fields } from '../../../shared/document'
import type { Touchpoint } from '../../../shared/model'
import { ratingOf } from '../../../shared/queries'
import { useView } from '../../app/useView'
import { useCanvas } from '../../document/canvas'
import { useDocument, useSession } from '../../document/hooks'
import { ChannelPicker, DepartmentPicker, LevelPicker } from '../../document/pickers'
import { rate } from '../../document/rating'
import { emotionWord } from '../../document/words'
import { Check } from '../../ui/Check'
import { EmotionPicker } from '../../ui/EmotionPicker'
import { Field } from '../../ui/Field'
import { signed } from '../../ui/number'
import { useLanguage, useText } from '../../ui/text'
import styles from './Inspector.module.css'
import { Head, Remover, Section } from './parts'
import { SeveralNotes, ThrowAway } from './SeveralNotes'

/** Several records at once: how many, and for touchpoints and notes what they share; a change goes to all of them. */
export function SeveralPanel({ ids }: { ids: readonly string[] }) {
  const t = useText()
  const session = useSession()
  const touchpointIds = useMemo(() => ids.filter(id => session.doc.find('touchpoint', id)), [ids, session])
  const { canvasId } = useView('canvasId')
  const model = useCanvas(canvasId)
  const noteIds = ids.filter(id => model?.note(id))
  return (
    <>
      <Head icon={Layers2} kind={t($ => $.inspector.selected, { count: ids.length })}>
        {noteIds.length === ids.length ? (
          <ThrowAway ids={noteIds} />
        ) : (
          <Remover ids={ids} label={t($ => $.inspector.deleteSelected, { count: ids.length })} />
        )}
      </Head>
      {noteIds.length > 0 && <SeveralNotes ids={noteIds} />}
      {touchpointIds.length > 0 && <SharedFields ids={touchpointIds} />}
    </>
  )
}

function SharedFields({ ids }: { ids: readonly string[] }) {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const shared = useDocument(document => sharedOf(document, ids))
  const write = (fields: Fields<'touchpoint'>) =>
    session.dispatchAll('touchpoint.update', dispatch => {
      for (const id of ids) dispatch(touchpointCommands.update, { id, ...fields })
    })
  const feel = (emotion: number | null) =>
    session.dispatchAll('experience.rate', () => {
      for (const id of ids) {
        const speakers = session.doc.pointing('experience', 'touchpointId', id)
        for (const { personaId } of speakers.length > 0 ? speakers : [{ personaId: null }])
          rate(session, id, personaId, { emotion })
      }
    })
  return (
    <>
      <Section title={t($ => $.frame.touchpoints, { count: ids.length })}>
        <Field label={t($ => $.terms.channel.channel)}>
          <ChannelPicker
            value={shared.channelId ?? null}
            placeholder={shared.channelId === undefined ? t($ => $.inspector.different) : undefined}
            onChange={channelId => write({ channelId })}
          />
        </Field>
        <Field label={t($ => $.terms.journey.department)}>
          <DepartmentPicker
            value={shared.departmentId ?? null}
            placeholder={shared.departmentId === undefined ? t($ => $.inspector.different) : undefined}
            onChange={departmentId => write({ departmentId })}
          />
        </Field>
        <Field label={t($ => $.inspector.level)}>
          <LevelPicker
            value={shared.level ?? null}
            placeholder={shared.level === undefined ? t($ => $.inspector.different) : undefined}
            onChange={level => write({ level })}
          />
        </Field>
        <Check checked={shared.momentOfTruth === true} onChange={momentOfTruth => write({ momentOfTruth })}>
          {t($ => $.terms.journey.momentOfTruth)}
        </Check>
      </Section>
      <Section title={t($ => $.terms.emotion.emotion)}>
        <EmotionPicker
          label={t($ => $.terms.emotion.emotion)}
          value={shared.emotion ?? null}
          words={value => `${signed(value, language)} · ${emotionWord(t, value)}`}
          onChange={feel}
        />
        <p className={styles.line}>
          {shared.emotion === undefined
            ? t($ => $.inspector.different)
            : shared.emotion === null
              ? t($ => $.inspector.notSaid)
              : `${signed(shared.emotion, language)} · ${emotionWord(t, shared.emotion)}`}
        </p>
      </Section>
    </>
  )
}

/** What all of them have; undefined where they differ. */
function sharedOf(document: DocumentView, ids: readonly string[]) {
  const touchpoints = ids.flatMap(id => document.find('touchpoint', id) ?? [])
  const same = <V,>(values: readonly V[]): V | undefined =>
    values.every(value => value === values[0]) ? values[0] : undefined
  const field = <F extends keyof Touchpoint>(name: F) => same(touchpoints.map(one => one[name]))
  return {
    channelId: field('channelId'),
    departmentId: field('departmentId'),
    level: field('level'),
    momentOfTruth: field('momentOfTruth'),
    emotion: same(touchpoints.map(({ id }) => ratingOf(document, id).emotion)),
  }
}
