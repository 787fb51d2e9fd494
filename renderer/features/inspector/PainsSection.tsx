import { Layers } from 'lucide-react'
import { useId, useState } from 'react'
import { painPointCommands } from '../../../shared/commands'
import type { PainPoint } from '../../../shared/model'
import { causeLayers } from '../../../shared/model/painPoint'
import { ConflictSign } from '../../document/ConflictSign'
import { useDocument, useSession } from '../../document/hooks'
import { useWrite } from '../../document/writing'
import { Field, FieldsOf, Marked } from '../../ui/Field'
import { ScalePicker } from '../../ui/ScalePicker'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { TextArea, TitleField } from '../../ui/TextField'
import styles from './Inspector.module.css'
import { Adder, Remover, Section } from './parts'

/** What hurts at a touchpoint: severity × frequency, why, and in which layer of the organisation. */
export function PainsSection({ touchpointId }: { touchpointId: string }) {
  const t = useText()
  const session = useSession()
  const pains = useDocument(document => document.pointing('painPoint', 'touchpointIds', touchpointId))
  const [fresh, setFresh] = useState<string | null>(null)
  const add = () => {
    const made = session.dispatch(painPointCommands.add, { touchpointIds: [touchpointId] })
    setFresh(made?.id ?? null)
  }
  return (
    <Section title={t($ => $.inspector.pains)}>
      {pains.map(pain => (
        <FieldsOf key={pain.id} value={pain.id}>
          <PainItem pain={pain} fresh={pain.id === fresh} />
        </FieldsOf>
      ))}
      <Adder label={t($ => $.terms.journey.painPoint)} onClick={add} />
    </Section>
  )
}

function PainItem({ pain, fresh }: { pain: PainPoint; fresh: boolean }) {
  const t = useText()
  const write = useWrite('painPoint', pain.id)
  const [open, setOpen] = useState(fresh)
  const detailsId = useId()
  return (
    <>
      <div className={styles.pain}>
        <div className={styles.painTop}>
          <button
            type="button"
            className={styles.score}
            aria-expanded={open}
            aria-controls={detailsId}
            title={t($ => $.inspector.severityTimesFrequency)}
            onClick={() => setOpen(!open)}
          >
            {pain.severity}×{pain.frequency}
            <span className="visually-hidden"> {t($ => $.inspector.severityTimesFrequency)}</span>
            {!open && <ConflictSign id={pain.id} except="title" />}
          </button>
          <Marked field="title">
            <TitleField
              look="plain"
              label={t($ => $.board.titleOf.pain)}
              placeholder={t($ => $.inspector.painHint)}
              value={pain.title}
              focusNow={fresh}
              onChange={(title, typing) => write({ title }, typing)}
            />
          </Marked>
          <Remover ids={[pain.id]} label={t($ => $.inspector.deletePain)} />
        </div>
        {open && (
          <div id={detailsId} className={styles.painMore}>
            <PainFields pain={pain} />
          </div>
        )}
      </div>
      {!open && pain.cause && (
        <div className={styles.cause}>
          {t($ => $.inspector.causeIs, { cause: pain.cause })}
          {pain.causeLayer && (
            <div className={styles.layer}>
              <Layers size={12} strokeWidth={1.75} aria-hidden />
              {t($ => $.inspector.causeLayer[pain.causeLayer!])}
            </div>
          )}
        </div>
      )}
    </>
  )
}

/** How bad, how often, how many, and why. */
export function PainFields({ pain }: { pain: PainPoint }) {
  const t = useText()
  const write = useWrite('painPoint', pain.id)
  return (
    <>
      <Field label={t($ => $.terms.journey.severity)}>
        <ScalePicker
          clearable={false}
          value={pain.severity}
          onChange={severity => severity && write({ severity })}
        />
      </Field>
      <Field label={t($ => $.terms.journey.frequency)}>
        <ScalePicker
          clearable={false}
          value={pain.frequency}
          onChange={frequency => frequency && write({ frequency })}
        />
      </Field>
      <Field label={t($ => $.inspector.reach)}>
        <ScalePicker value={pain.reach} onChange={reach => write({ reach })} />
      </Field>
      <Field tall label={t($ => $.terms.journey.rootCause)}>
        <TextArea
          value={pain.cause}
          placeholder={t($ => $.inspector.causeHint)}
          onChange={(cause, typing) => write({ cause }, typing)}
        />
      </Field>
      <Field label={t($ => $.inspector.layer)}>
        <Select
          value={pain.causeLayer}
          none={t($ => $.fields.none)}
          options={causeLayers.map(value => ({ value, label: t($ => $.inspector.causeLayer[value]) }))}
          onChange={causeLayer => write({ causeLayer })}
        />
      </Field>
    </>
  )
}
