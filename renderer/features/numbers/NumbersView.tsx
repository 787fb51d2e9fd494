import { useState, type ReactNode } from 'react'
import { updateProject } from '../../../shared/commands'
import { goTo } from '../../app/store'
import { useView } from '../../app/useView'
import { useCanvas } from '../../document/canvas'
import { useDocument, useSession } from '../../document/hooks'
import { Nothing, Page } from '../../document/Page'
import { useResults } from '../../document/results'
import { Button } from '../../ui/Button'
import { Field, FieldsReadOnly } from '../../ui/Field'
import { NumberField } from '../../ui/NumberField'
import { Segmented } from '../../ui/Segmented'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { AllNumbers, holdsMoney } from './AllNumbers'
import { Depends } from './Depends'
import styles from './Numbers.module.css'
import { Outcome } from './Outcome'

const currencies = ['EUR', 'CZK', 'PLN', 'USD', 'GBP', 'CHF', 'HUF', 'RON', 'SEK', 'DKK', 'NOK'] as const

/** The money of a canvas: what comes out, what it depends on, and every number it is made of. */
export function NumbersView() {
  const t = useText()
  const session = useSession()
  const { canvasId } = useView('canvasId')
  const model = useCanvas(canvasId)
  const [view, setView] = useState<'outcome' | 'inputs'>('outcome')
  return (
    <Page title={t($ => $.numbers.title)} sentence={t($ => $.numbers.sentence)}>
      {model && canvasId ? (
        <FieldsReadOnly value={session.readOnly !== null}>
          <div className={styles.bar}>
            <Segmented
              label={t($ => $.numbers.views)}
              value={view}
              options={[
                { value: 'outcome', label: t($ => $.numbers.outcome) },
                { value: 'inputs', label: t($ => $.numbers.inputs) },
              ]}
              onChange={setView}
            />
            <Counting />
          </div>
          {view === 'outcome' ? (
            <Results canvasId={canvasId}>
              {session.readOnly === null &&
                (model.notes.some(({ block }) => holdsMoney(block)) ? (
                  <Button tone="primary" onClick={() => setView('inputs')}>
                    {t($ => $.numbers.none.begin)}
                  </Button>
                ) : (
                  <Button tone="primary" onClick={() => goTo('canvas')}>
                    {t($ => $.links.toCanvas)}
                  </Button>
                ))}
            </Results>
          ) : (
            <AllNumbers model={model} />
          )}
        </FieldsReadOnly>
      ) : (
        <p className={styles.quiet}>{t($ => $.numbers.noCanvas)}</p>
      )}
    </Page>
  )
}

/** In what everything is counted: period, currency, discount. */
function Counting() {
  const t = useText()
  const session = useSession()
  const project = useDocument(document => document.all('project')[0])
  if (!project) return null
  const known = currencies.some(code => code === project.currency) ? [] : [project.currency]
  return (
    <div className={styles.counting}>
      <Field label={t($ => $.numbers.project)}>
        <Select
          value={project.period}
          options={(['month', 'year'] as const).map(value => ({ value, label: t($ => $.numbers[value]) }))}
          onChange={period => period && session.dispatch(updateProject, { period })}
        />
      </Field>
      <Field label={t($ => $.numbers.currency)}>
        <Select
          value={project.currency}
          options={[...known, ...currencies].map(value => ({ value, label: value }))}
          onChange={currency => currency && session.dispatch(updateProject, { currency })}
        />
      </Field>
      <Field label={t($ => $.numbers.discount)}>
        <NumberField
          value={project.discountRate === null ? null : Number((project.discountRate * 100).toPrecision(12))}
          min={0}
          max={1000}
          placeholder={t($ => $.noteInspector.noDiscount)}
          onChange={(percent, typing) =>
            session.dispatch(updateProject, { discountRate: percent === null ? null : percent / 100 }, typing)
          }
        />
      </Field>
    </div>
  )
}

/** What comes out; where nothing can be computed yet, `children` lead on. */
function Results({ canvasId, children }: { canvasId: string; children: ReactNode }) {
  const t = useText()
  const results = useResults(canvasId)
  if (!results) return null
  const { columns } = results.values
  if (columns.every(({ revenue, cost, lifetime, payers }) => !revenue && !cost && !lifetime && !payers))
    return (
      <Nothing title={t($ => $.numbers.none.title)} text={t($ => $.numbers.none.text)}>
        {children}
      </Nothing>
    )
  return (
    <>
      <Outcome canvasId={canvasId} results={results} />
      <Depends canvasId={canvasId} columns={columns} />
      <p className={styles.method}>{t($ => $.numbers.method)}</p>
    </>
  )
}
