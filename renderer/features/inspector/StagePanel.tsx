import { Flag } from 'lucide-react'
import { stageCommands } from '../../../shared/commands'
import type { Fields } from '../../../shared/document'
import { emotionIcon } from '../../../shared/layout/icons'
import { lifecycles } from '../../../shared/model/stage'
import { BoardIcon } from '../../canvas/Icon'
import { useRecord, useSession } from '../../document/hooks'
import { Choice } from '../../ui/fields/Choice'
import { Row, Section } from '../../ui/fields/Row'
import { Scale } from '../../ui/fields/Scale'
import { TextField } from '../../ui/fields/TextField'
import { signed } from '../../ui/number'
import { useLanguage, useText } from '../../ui/text'
import { Header } from './Header'

/** A stretch of the journey: what it is in the life cycle, what the customer wants, what they think afterwards. */
export function StagePanel({ id }: { id: string }) {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const stage = useRecord('stage', id)
  if (!stage) return null
  const disabled = session.readOnly !== null
  const set = (fields: Fields<'stage'>, join?: string) =>
    session.dispatch(stageCommands.update, { id, ...fields }, join && `${id}.${join}`)
  return (
    <>
      <Header
        icon={Flag}
        kind={t($ => $.terms.journey.stage)}
        title={stage.title}
        titleLabel={t($ => $.board.titleOf.stage)}
        placeholder={t($ => $.board.unnamed.stage)}
        onTitle={title => set({ title }, 'title')}
        disabled={disabled}
      />
      <Section>
        <Row label={t($ => $.inspector.lifecycle)}>
          <Choice
            label={t($ => $.inspector.lifecycle)}
            none={t($ => $.inspector.notSaid)}
            value={stage.lifecycle}
            options={lifecycles.map(value => ({ value, label: t($ => $.terms.lifecycle[value]) }))}
            onChange={lifecycle => set({ lifecycle })}
            disabled={disabled}
          />
        </Row>
        <Row wide label={t($ => $.terms.journey.customerGoal)}>
          <TextField
            multiline
            label={t($ => $.terms.journey.customerGoal)}
            value={stage.customerGoal}
            onChange={customerGoal => set({ customerGoal }, 'goal')}
            disabled={disabled}
          />
        </Row>
        <Row wide label={t($ => $.inspector.perceptionAfter)}>
          <Scale
            label={t($ => $.inspector.perceptionAfter)}
            value={stage.perceptionAfter}
            options={[-2, -1, 0, 1, 2].map(value => ({
              value,
              label: signed(value, language),
              face: <BoardIcon name={emotionIcon(value)} size={16} />,
              tone: String(value),
            }))}
            onChange={perceptionAfter => set({ perceptionAfter })}
            disabled={disabled}
          />
        </Row>
        <Row wide label={t($ => $.inspector.note)}>
          <TextField
            multiline
            label={t($ => $.inspector.note)}
            value={stage.note}
            onChange={note => set({ note }, 'note')}
            disabled={disabled}
          />
        </Row>
      </Section>
    </>
  )
}
