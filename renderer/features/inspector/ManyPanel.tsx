import { Layers, Trash2 } from 'lucide-react'
import { rateExperience, touchpointCommands } from '../../../shared/commands'
import type { Fields } from '../../../shared/document'
import { emotionIcon } from '../../../shared/layout/icons'
import { perform } from '../../app/actions'
import { BoardIcon } from '../../canvas/Icon'
import { useDocument, useSession } from '../../document/hooks'
import { levelNames } from '../../document/levels'
import { useLists } from '../../document/useLists'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/fields/Choice'
import { Combo } from '../../ui/fields/Combo'
import { Row, Section } from '../../ui/fields/Row'
import { Scale } from '../../ui/fields/Scale'
import { signed } from '../../ui/number'
import { useLanguage, useText } from '../../ui/text'
import styles from './Inspector.module.css'

/** Several at once: what the chosen touchpoints share can be set for all of them as one step. */
export function ManyPanel({ ids }: { ids: readonly string[] }) {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const lists = useLists()
  const pyramid = useDocument(document => document.project().pyramid)
  const touchpoints = useDocument(document => ids.flatMap(id => document.find('touchpoint', id) ?? []))
  const emotions = useDocument(document =>
    touchpoints.map(({ id }) => document.pointing('experience', 'touchpointId', id)[0]?.emotion ?? null),
  )
  const disabled = session.readOnly !== null
  const shared = <V,>(values: readonly V[]): V | null =>
    values.every(value => value === values[0]) ? (values[0] ?? null) : null
  const setAll = (fields: Fields<'touchpoint'>) =>
    session.dispatchAll('touchpoint.updateMany', dispatch => {
      for (const { id } of touchpoints) dispatch(touchpointCommands.update, { id, ...fields })
    })
  const rateAll = (emotion: number | null) =>
    session.dispatchAll('experience.rateMany', dispatch => {
      for (const { id } of touchpoints) dispatch(rateExperience, { touchpointId: id, emotion })
    })
  return (
    <>
      <header className={styles.header}>
        <div className={styles.kind}>
          <Layers size={12} strokeWidth={1.75} aria-hidden />
          {t($ => $.inspector.selected, { count: ids.length })}
        </div>
      </header>
      {touchpoints.length > 0 && (
        <Section title={t($ => $.frame.touchpoints, { count: touchpoints.length })}>
          <Row label={t($ => $.terms.channel.channel)}>
            <Combo
              label={t($ => $.terms.channel.channel)}
              none={t($ => $.inspector.different)}
              options={lists.channels}
              value={shared(touchpoints.map(touchpoint => touchpoint.channelId))}
              onChange={channelId => setAll({ channelId })}
              onCreate={lists.addChannel}
              disabled={disabled}
            />
          </Row>
          <Row label={t($ => $.inspector.level)}>
            <Choice
              label={t($ => $.inspector.level)}
              none={t($ => $.inspector.different)}
              value={shared(touchpoints.map(touchpoint => touchpoint.level))}
              options={levelNames(t, pyramid).map(({ id: value, name }) => ({ value, label: name }))}
              onChange={level => setAll({ level })}
              disabled={disabled}
            />
          </Row>
          <Scale
            label={t($ => $.terms.emotion.emotion)}
            value={shared(emotions)}
            options={[-2, -1, 0, 1, 2].map(value => ({
              value,
              label: signed(value, language),
              face: <BoardIcon name={emotionIcon(value)} size={16} />,
              tone: String(value),
            }))}
            onChange={rateAll}
            disabled={disabled}
          />
        </Section>
      )}
      {!disabled && (
        <Section>
          <Button icon={Trash2} tone="danger" onClick={() => perform('board.delete')}>
            {t($ => $.board.delete)}
          </Button>
        </Section>
      )}
    </>
  )
}
