import { Footprints } from 'lucide-react'
import { useDocument, useRecord } from '../../document/hooks'
import { useWrite } from '../../document/writing'
import { Check } from '../../ui/Check'
import { Field } from '../../ui/Field'
import { NumberField } from '../../ui/NumberField'
import { useText } from '../../ui/text'
import { TextArea } from '../../ui/TextField'
import { EvidenceSection } from './EvidenceSection'
import { Head, NoteFold, Remover, Section, Title } from './parts'
import { LONGEST_WAIT, useMinutes } from './WaitingFields'

export function StepPanel({ id }: { id: string }) {
  const t = useText()
  const step = useRecord('step', id)
  const write = useWrite('step', id)
  const stage = useDocument(document => document.find('stage', step?.stageId)?.title)
  const unit = useMinutes(step?.duration ?? null)
  if (!step) return null
  const kind = t($ => $.terms.journey.step)
  return (
    <>
      <Head
        icon={Footprints}
        kind={stage ? `${kind} · ${stage}` : kind}
        title={
          <Title
            label={t($ => $.board.titleOf.step)}
            placeholder={t($ => $.board.unnamed.step)}
            value={step.title}
            onChange={(title, typing) => write({ title }, typing)}
          />
        }
      >
        <Remover ids={[id]} label={t($ => $.inspector.deleteStep)} />
      </Head>
      <Section>
        <Field tall label={t($ => $.terms.journey.customerAction)}>
          <TextArea
            value={step.customerAction}
            placeholder={t($ => $.inspector.actionHint)}
            onChange={(customerAction, typing) => write({ customerAction }, typing)}
          />
        </Field>
        <Field tall label={t($ => $.inspector.thought)}>
          <TextArea
            value={step.thought}
            placeholder={t($ => $.inspector.thoughtHint)}
            onChange={(thought, typing) => write({ thought }, typing)}
          />
        </Field>
        <Field label={t($ => $.inspector.duration)}>
          <NumberField
            value={step.duration}
            min={0}
            max={LONGEST_WAIT}
            unit={unit}
            placeholder={t($ => $.inspector.inMinutes)}
            onChange={(duration, typing) => write({ duration }, typing)}
          />
        </Field>
        <Check checked={step.customerAlone} onChange={customerAlone => write({ customerAlone })}>
          {t($ => $.inspector.customerAlone)}
        </Check>
      </Section>
      <EvidenceSection targetId={id} />
      <NoteFold note={step.note} onChange={(note, typing) => write({ note }, typing)} />
    </>
  )
}
