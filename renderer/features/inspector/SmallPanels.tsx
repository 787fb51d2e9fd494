/** Handovers, rows and cards. */
import { Rows3, Spline, StickyNote } from 'lucide-react'
import { useDocument, useRecord } from '../../document/hooks'
import { useWrite } from '../../document/writing'
import { Check } from '../../ui/Check'
import { Choices } from '../../ui/Choices'
import { Field, Marked } from '../../ui/Field'
import { NumberField } from '../../ui/NumberField'
import { useText } from '../../ui/text'
import { TextArea } from '../../ui/TextField'
import { Head, Jump, NoteFold, Remover, Section, Title, useNamed } from './parts'
import styles from './Inspector.module.css'

export function FlowPanel({ id }: { id: string }) {
  const t = useText()
  const named = useNamed()
  const flow = useRecord('flow', id)
  const write = useWrite('flow', id)
  const ends = useDocument(document => ({
    from: document.find('touchpoint', flow?.fromId),
    to: document.find('touchpoint', flow?.toId),
  }))
  if (!flow) return null
  return (
    <>
      <Head icon={Spline} kind={t($ => $.terms.journey.handover)}>
        <Remover ids={[id]} label={t($ => $.inspector.deleteFlow)} />
      </Head>
      <Section>
        <Field label={t($ => $.inspector.from)}>
          <Jump id={flow.fromId}>{named(ends.from?.title)}</Jump>
        </Field>
        <Field label={t($ => $.inspector.to)}>
          <Jump id={flow.toId}>{named(ends.to?.title)}</Jump>
        </Field>
        <Field label={t($ => $.inspector.kindOfFlow)}>
          <Choices
            look="words"
            clearable={false}
            value={flow.kind}
            options={(['handover', 'loop'] as const).map(value => ({
              value,
              label: t($ => $.inspector.flowKind[value]),
            }))}
            onChange={kind => kind && write({ kind })}
          />
        </Field>
      </Section>
      <Section>
        <Check checked={flow.contextKept} onChange={contextKept => write({ contextKept })}>
          {t($ => $.terms.journey.contextKept)}
        </Check>
        <Check checked={flow.forced} onChange={forced => write({ forced })}>
          {t($ => $.inspector.forced)}
        </Check>
      </Section>
      <Section title={t($ => $.inspector.note)}>
        <Marked field="note">
          <TextArea
            label={t($ => $.inspector.note)}
            value={flow.note}
            placeholder={t($ => $.inspector.flowHint)}
            onChange={(note, typing) => write({ note }, typing)}
          />
        </Marked>
      </Section>
    </>
  )
}

export function LanePanel({ id }: { id: string }) {
  const t = useText()
  const lane = useRecord('lane', id)
  const write = useWrite('lane', id)
  if (!lane) return null
  return (
    <>
      <Head
        icon={Rows3}
        kind={t($ => $.terms.journey.lane)}
        title={
          <Title
            label={t($ => $.inspector.titleOfLane)}
            placeholder={t($ => $.board.lanes[lane.role])}
            value={lane.title}
            onChange={(title, typing) => write({ title }, typing)}
          />
        }
      >
        <Remover ids={[id]} label={t($ => $.inspector.deleteLane)} />
      </Head>
      <Section>
        <Check checked={lane.shown} onChange={shown => write({ shown })}>
          {t($ => $.inspector.shown)}
        </Check>
      </Section>
      <NoteFold note={lane.note} onChange={(note, typing) => write({ note }, typing)} />
    </>
  )
}

export function CardPanel({ id }: { id: string }) {
  const t = useText()
  const card = useRecord('card', id)
  const write = useWrite('card', id)
  const lane = useDocument(document => document.find('lane', card?.laneId))
  if (!card) return null
  const kind = t($ => $.inspector.card)
  return (
    <>
      <Head
        icon={StickyNote}
        kind={lane ? `${kind} · ${lane.title || t($ => $.board.lanes[lane.role])}` : kind}
      >
        <Remover ids={[id]} label={t($ => $.inspector.deleteCard)} />
      </Head>
      <Section>
        <div data-title className={styles.faces}>
          <Marked field="text">
            <TextArea
              label={t($ => $.board.titleOf.card)}
              placeholder={t($ => $.inspector.cardHint)}
              value={card.text}
              onChange={(text, typing) => write({ text }, typing)}
            />
          </Marked>
        </div>
        <Field label={t($ => $.inspector.span)}>
          <NumberField
            whole
            value={card.span}
            min={1}
            max={50}
            onChange={(span, typing) => write({ span: span ?? 1 }, typing)}
          />
        </Field>
      </Section>
      <NoteFold note={card.note} onChange={(note, typing) => write({ note }, typing)} />
    </>
  )
}
