import { LayoutDashboard } from 'lucide-react'
import { updateProject } from '../../../shared/commands'
import { useCanvas } from '../../document/canvas'
import { useDocument, useRecord, useSession } from '../../document/hooks'
import { MarketTypeField } from '../../document/MarketTypeField'
import { useWrite } from '../../document/writing'
import { Choices } from '../../ui/Choices'
import { Combo } from '../../ui/Combo'
import { Field, FieldsOf } from '../../ui/Field'
import { NumberField } from '../../ui/NumberField'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { TextArea, TextField } from '../../ui/TextField'
import { AssumptionsSection } from './AssumptionsSection'
import { FindingsSection } from './FindingsSection'
import styles from './NotePanel.module.css'
import { Head, NoteFold, Section, Title } from './parts'

/** A canvas as a whole: which market, which state, what its money is counted in, what it rests on. */
export function CanvasPanel({ id }: { id: string }) {
  const t = useText()
  const canvas = useRecord('canvas', id)
  const write = useWrite('canvas', id)
  const model = useCanvas(id)
  const others = useDocument(document =>
    document.all('canvas').flatMap(one => (one.id === id ? [] : { value: one.id, label: one.title })),
  )
  const projectId = useDocument(document => document.project().id)
  if (!canvas || !model) return null
  const { marketType } = canvas
  const notes = [...model.notes, ...model.parked].map(note => note.id)
  return (
    <>
      <Head
        icon={LayoutDashboard}
        kind={t($ => $.canvasScreen.layoutNames[canvas.kind])}
        title={
          <Title
            label={t($ => $.noteInspector.titleOfCanvas)}
            placeholder={t($ => $.canvas.untitled)}
            value={canvas.title}
            onChange={(title, typing) => write({ title }, typing)}
          />
        }
      />
      <Section>
        <Field field="kind" label={t($ => $.canvasScreen.layout)}>
          <Select
            value={canvas.kind}
            options={(['bmc', 'lean'] as const).map(value => ({
              value,
              label: t($ => $.canvasScreen.layoutNames[value]),
            }))}
            onChange={kind => kind && write({ kind })}
          />
        </Field>
        <Field label={t($ => $.inspector.state)}>
          <Select
            value={canvas.state}
            options={(['current', 'option', 'target'] as const).map(value => ({
              value,
              label: t($ => $.options.state[value]),
            }))}
            onChange={state => state && write({ state })}
          />
        </Field>
        {others.length > 0 && (
          <Field label={t($ => $.noteInspector.base)}>
            <Select
              value={canvas.baseId}
              none={t($ => $.fields.none)}
              options={others}
              onChange={baseId => write({ baseId })}
            />
          </Field>
        )}
        <MarketTypeField value={marketType} onChange={marketType => write({ marketType })} />
        {marketType && <p className={styles.explain}>{t($ => $.noteInspector.market[marketType])}</p>}
        <Field label={t($ => $.inspector.relationship)}>
          <Choices
            look="words"
            clearable={false}
            value={canvas.relationship}
            options={(['B2C', 'B2B', 'both'] as const).map(value => ({
              value,
              label: value === 'both' ? t($ => $.noteInspector.both) : value,
            }))}
            onChange={relationship => relationship && write({ relationship })}
          />
        </Field>
        <Field tall label={t($ => $.inspector.summary)}>
          <TextArea
            value={canvas.summary}
            placeholder={t($ => $.noteInspector.summaryHint)}
            onChange={(summary, typing) => write({ summary }, typing)}
          />
        </Field>
      </Section>
      <FieldsOf value={projectId}>
        <ProjectMoney />
      </FieldsOf>
      <FindingsSection canvasId={id} about={[id]} />
      <AssumptionsSection targetId={id} also={notes} />
      <FieldsOf value={projectId}>
        <ProjectName />
      </FieldsOf>
      <NoteFold note={canvas.note} onChange={(note, typing) => write({ note }, typing)} />
    </>
  )
}

const currencies = ['EUR', 'CZK', 'PLN', 'USD', 'GBP', 'HUF', 'CHF']

/** What all canvases of the document count in. */
function ProjectMoney() {
  const t = useText()
  const session = useSession()
  const { currency, period, discountRate } = useDocument(document => document.project())
  const known = currencies.includes(currency) || currency === '' ? currencies : [...currencies, currency]
  const percent = discountRate === null ? null : Number((discountRate * 100).toPrecision(12))
  return (
    <Section title={t($ => $.noteInspector.money)}>
      <Field label={t($ => $.noteInspector.currency)}>
        <Combo
          value={currency || null}
          options={known.map(id => ({ id, label: id }))}
          createLabel={title => t($ => $.fields.create, { title: title.toUpperCase() })}
          onCreate={code =>
            session.dispatch(updateProject, { currency: code.trim().toUpperCase().slice(0, 8) })
          }
          onChange={code => code && session.dispatch(updateProject, { currency: code })}
        />
      </Field>
      <Field label={t($ => $.noteInspector.period)}>
        <Choices
          look="words"
          clearable={false}
          value={period}
          options={(['month', 'year'] as const).map(value => ({
            value,
            label: t($ => $.noteInspector.periods[value]),
          }))}
          onChange={value => value && session.dispatch(updateProject, { period: value })}
        />
      </Field>
      <Field label={t($ => $.noteInspector.discountRate)}>
        <NumberField
          min={0}
          max={1000}
          unit={t($ => $.noteInspector.percentAYear)}
          value={percent}
          placeholder={t($ => $.noteInspector.noDiscount)}
          onChange={(value, typing) =>
            session.dispatch(
              updateProject,
              { discountRate: value === null ? null : Number((value / 100).toPrecision(12)) },
              `discount:${typing}`,
            )
          }
        />
      </Field>
    </Section>
  )
}

function ProjectName() {
  const t = useText()
  const session = useSession()
  const title = useDocument(document => document.project().title)
  return (
    <Section title={t($ => $.inspector.document)}>
      <Field field="title" label={t($ => $.inspector.documentName)}>
        <TextField
          value={title}
          placeholder={t($ => $.frame.untitled)}
          onChange={(value, typing) => session.dispatch(updateProject, { title: value }, typing)}
        />
      </Field>
    </Section>
  )
}
