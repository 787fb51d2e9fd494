import { CircleHelp } from 'lucide-react'
import type { DocumentView } from '../../../shared/document'
import { noteTitle } from '../../../shared/queries'
import { useView } from '../../app/useView'
import { useDocument, useRecord } from '../../document/hooks'
import { useWrite } from '../../document/writing'
import { Combo } from '../../ui/Combo'
import { Field, useFieldsReadOnly } from '../../ui/Field'
import { ScalePicker } from '../../ui/ScalePicker'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { EvidenceSection } from './EvidenceSection'
import { FindingsSection } from './FindingsSection'
import styles from './NotePanel.module.css'
import { Head, Jump, NoteFold, Remover, Section, Title, useNamed } from './parts'

const statuses = ['untested', 'testing', 'supported', 'refuted', 'parked'] as const

/** Something believed and not yet known: how much hangs on it, how sure we are, what speaks for and against it. */
export function AssumptionPanel({ id }: { id: string }) {
  const t = useText()
  const assumption = useRecord('assumption', id)
  const write = useWrite('assumption', id)
  const { canvasId } = useView('canvasId')
  if (!assumption) return null
  return (
    <>
      <Head
        icon={CircleHelp}
        kind={t($ => $.health.assume.add)}
        title={
          <Title
            label={t($ => $.health.assume.text)}
            placeholder={t($ => $.health.assume.hint)}
            value={assumption.text}
            onChange={(text, typing) => write({ text }, typing)}
          />
        }
      >
        <Remover ids={[id]} label={t($ => $.noteInspector.deleteAssumption)} />
      </Head>
      <Section>
        <Field tall field="criticality" label={t($ => $.health.assume.criticality)}>
          <ScalePicker
            clearable={false}
            value={assumption.criticality}
            onChange={criticality => criticality && write({ criticality })}
          />
        </Field>
        <Field tall field="certainty" label={t($ => $.health.assume.certainty)}>
          <ScalePicker
            clearable={false}
            value={assumption.certainty}
            onChange={certainty => certainty && write({ certainty })}
          />
        </Field>
        <Field label={t($ => $.health.assume.state)}>
          <Select
            value={assumption.status}
            options={statuses.map(value => ({ value, label: t($ => $.health.assume.status[value]) }))}
            onChange={status => status && write({ status })}
          />
        </Field>
      </Section>
      <Targets id={id} />
      <EvidenceSection targetId={id} sided />
      <FindingsSection canvasId={canvasId} about={[id]} />
      <NoteFold note={assumption.note} onChange={(note, typing) => write({ note }, typing)} />
    </>
  )
}

/** What the assumption is about. */
function Targets({ id }: { id: string }) {
  const t = useText()
  const named = useNamed()
  const readOnly = useFieldsReadOnly()
  const write = useWrite('assumption', id)
  const targetIds = useRecord('assumption', id)?.targetIds ?? []
  const targets = useDocument(document =>
    targetIds.map(target => ({ id: target, title: nameOf(document, target) })),
  )
  const all = useDocument(possibleTargets)
  return (
    <Section title={t($ => $.health.assume.about)}>
      {targets.map(target => (
        <Jump key={target.id} id={target.id}>
          {named(target.title)}
        </Jump>
      ))}
      {!readOnly && (
        <div className={styles.alias}>
          <Combo
            key={targetIds.length}
            label={t($ => $.noteInspector.addTarget)}
            placeholder={t($ => $.noteInspector.addTarget)}
            value={null}
            options={all.filter(one => !targetIds.includes(one.id))}
            onChange={target => target && write({ targetIds: [...targetIds, target] })}
          />
        </div>
      )}
    </Section>
  )
}

function nameOf(document: DocumentView, id: string): string {
  const note = document.find('note', id)
  if (note) return noteTitle(document, note)
  const title = document.get(id)?.['title']
  return typeof title === 'string' ? title : ''
}

const possibleTargets = (document: DocumentView) =>
  [...document.all('canvas'), ...document.all('segment'), ...document.all('note')]
    .map(({ id }) => ({ id, label: nameOf(document, id) }))
    .filter(({ label }) => label !== '')
