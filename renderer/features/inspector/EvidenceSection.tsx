import { useState } from 'react'
import { evidenceCommands } from '../../../shared/commands'
import type { DocumentView } from '../../../shared/document'
import type { Evidence } from '../../../shared/model'
import { useDocument, useSession } from '../../document/hooks'
import { useWrite } from '../../document/writing'
import { DateField } from '../../ui/DateField'
import { FieldsOf, Marked } from '../../ui/Field'
import { ScalePicker } from '../../ui/ScalePicker'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { TextArea, TextField } from '../../ui/TextField'
import styles from './Inspector.module.css'
import { Adder, Remover, Section } from './parts'

const kinds = [
  'quote',
  'survey',
  'interview',
  'analytics',
  'complaint',
  'experiment',
  'sales',
  'observation',
  'review',
  'desk',
] as const

/** The evidence for any of the records, each once. */
export const evidenceFor = (document: DocumentView, ids: readonly string[]): Evidence[] => [
  ...new Set(ids.flatMap(id => document.pointing('evidence', 'targetIds', id))),
]

interface Props {
  /** What new evidence is for. */
  readonly targetId: string
  /** Whose evidence is shown as well, e.g. that of a touchpoint's pain points. */
  readonly also?: readonly string[]
  /** Whether it says if it speaks for or against, and how strongly: where something is believed. */
  readonly sided?: boolean
}

/** What is known about a record and where from: quotes, counts, complaints. */
export function EvidenceSection({ targetId, also = [], sided = false }: Props) {
  const t = useText()
  const session = useSession()
  const evidence = useDocument(document => evidenceFor(document, [targetId, ...also]))
  const [fresh, setFresh] = useState<string | null>(null)
  const add = () => setFresh(session.dispatch(evidenceCommands.add, { targetIds: [targetId] })?.id ?? null)
  return (
    <Section title={t($ => $.terms.journey.evidence)}>
      {evidence.map(one => (
        <FieldsOf key={one.id} value={one.id}>
          <Quote evidence={one} fresh={one.id === fresh} sided={sided} />
        </FieldsOf>
      ))}
      <Adder label={t($ => $.inspector.addEvidence)} onClick={add} />
    </Section>
  )
}

function Quote({ evidence, fresh, sided }: { evidence: Evidence; fresh: boolean; sided: boolean }) {
  const t = useText()
  const write = useWrite('evidence', evidence.id)
  return (
    <blockquote className={styles.quote}>
      <Marked field="text">
        <TextArea
          look="plain"
          label={t($ => $.terms.journey.evidence)}
          placeholder={t($ => $.inspector.evidenceHint)}
          value={evidence.text}
          focusNow={fresh}
          onChange={(text, typing) => write({ text }, typing)}
        />
      </Marked>
      <div className={styles.cite}>
        <Select
          look="plain"
          label={t($ => $.inspector.evidenceKindLabel)}
          value={evidence.kind}
          options={kinds.map(value => ({ value, label: t($ => $.inspector.evidenceKind[value]) }))}
          onChange={kind => kind && write({ kind })}
        />
        <TextField
          look="plain"
          label={t($ => $.inspector.evidenceSource)}
          placeholder={t($ => $.inspector.evidenceSource)}
          value={evidence.source}
          onChange={(source, typing) => write({ source }, typing)}
        />
        <Remover ids={[evidence.id]} label={t($ => $.inspector.deleteEvidence)} />
      </div>
      {sided && <Side evidence={evidence} />}
    </blockquote>
  )
}

/** Whether it speaks for or against, and how strongly. */
function Side({ evidence }: { evidence: Evidence }) {
  const t = useText()
  const write = useWrite('evidence', evidence.id)
  return (
    <div className={`${styles.cite} ${styles.side}`}>
      <Select
        look="plain"
        label={t($ => $.noteInspector.side)}
        value={evidence.tone}
        options={([1, 0, -1] as const).map(value => ({
          value,
          label: t($ => $.noteInspector.sides[value > 0 ? 'for' : value < 0 ? 'against' : 'neutral']),
        }))}
        onChange={tone => tone !== null && write({ tone })}
      />
      <ScalePicker
        label={t($ => $.noteInspector.evidenceStrength)}
        clearable={false}
        value={evidence.weight}
        onChange={weight => weight && write({ weight })}
      />
      <DateField
        label={t($ => $.health.assume.date)}
        value={evidence.date}
        onChange={date => write({ date })}
      />
    </div>
  )
}
