import { Footprints } from 'lucide-react'
import { stepCommands } from '../../../shared/commands'
import type { Fields } from '../../../shared/document'
import { useRecord, useSession } from '../../document/hooks'
import { NumberField } from '../../ui/fields/NumberField'
import { Row, Section } from '../../ui/fields/Row'
import { TextField } from '../../ui/fields/TextField'
import { useText } from '../../ui/text'
import { Header } from './Header'
import styles from './Inspector.module.css'

/** What the customer does in a step. */
export function StepPanel({ id }: { id: string }) {
  const t = useText()
  const session = useSession()
  const step = useRecord('step', id)
  const stage = useRecord('stage', step?.stageId)
  if (!step) return null
  const disabled = session.readOnly !== null
  const set = (fields: Fields<'step'>, join?: string) =>
    session.dispatch(stepCommands.update, { id, ...fields }, join && `${id}.${join}`)
  return (
    <>
      <Header
        icon={Footprints}
        kind={t($ => $.terms.journey.step)}
        place={stage?.title}
        title={step.title}
        titleLabel={t($ => $.board.titleOf.step)}
        placeholder={t($ => $.board.unnamed.step)}
        onTitle={title => set({ title }, 'title')}
        disabled={disabled}
      />
      <Section>
        <Row wide label={t($ => $.terms.journey.customerAction)}>
          <TextField
            multiline
            label={t($ => $.terms.journey.customerAction)}
            value={step.customerAction}
            onChange={customerAction => set({ customerAction }, 'action')}
            disabled={disabled}
          />
        </Row>
        <Row wide label={t($ => $.inspector.thought)}>
          <TextField
            multiline
            label={t($ => $.inspector.thought)}
            value={step.thought}
            onChange={thought => set({ thought }, 'thought')}
            disabled={disabled}
          />
        </Row>
        <Row label={t($ => $.inspector.duration)}>
          <NumberField
            label={t($ => $.inspector.duration)}
            unit={t($ => $.inspector.minutesUnit)}
            value={step.duration}
            min={0}
            onChange={duration => set({ duration }, 'duration')}
            disabled={disabled}
          />
        </Row>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={step.customerAlone}
            disabled={disabled}
            onChange={event => set({ customerAlone: event.target.checked })}
          />
          {t($ => $.inspector.customerAlone)}
        </label>
        <Row wide label={t($ => $.inspector.note)}>
          <TextField
            multiline
            label={t($ => $.inspector.note)}
            value={step.note}
            onChange={note => set({ note }, 'note')}
            disabled={disabled}
          />
        </Row>
      </Section>
    </>
  )
}
