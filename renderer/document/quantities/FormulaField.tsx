import { useId, useRef, useState } from 'react'
import type { T } from '../../../shared/i18n'
import type { Quantity } from '../../../shared/model'
import {
  toShown,
  toStored,
  type FormulaError,
  type QuantityProblem,
  type ResolvedQuantity,
} from '../../../shared/queries'
import { Combo } from '../../ui/Combo'
import { Field, useFieldsReadOnly } from '../../ui/Field'
import { useLanguage, useText } from '../../ui/text'
import { TextArea } from '../../ui/TextField'
import { useCanvas } from '../canvas'
import { useDocument } from '../hooks'
import { formulaScope } from './numbers'
import { problemText } from './problems'
import styles from './Quantities.module.css'
import type { WriteQuantity } from './QuantityRow'

interface Props {
  readonly quantity: Quantity
  readonly layers: readonly string[]
  readonly canvasId: string | null
  readonly resolved: ResolvedQuantity | undefined
  readonly problem: QuantityProblem | undefined
  readonly write: WriteQuantity
}

/**
 * A number worked out of others, which stand in it by name: [Price] * [Payers]. What cannot be read stays in the field
 * and is said in words; only what can be read is kept.
 */
export function FormulaField({ quantity, layers, canvasId, problem, write }: Props) {
  const t = useText()
  const language = useLanguage()
  const readOnly = useFieldsReadOnly()
  const model = useCanvas(canvasId)
  const scope = useDocument(document => formulaScope(document, model, layers, t, language))
  const problemId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  /** What is being written, with the stored formula it began from. */
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string } | null>(null)
  const shown = toShown(quantity.formula, scope)
  // what changes elsewhere wins over what is being written
  const text = draft && draft.over === quantity.formula ? draft.text : shown
  const read = text.trim() === '' ? ({ ok: true, stored: '' } as const) : toStored(text, scope)
  const said = !read.ok
    ? errorText(t, read.error)
    : problem && quantity.formula !== ''
      ? problemText(t, problem)
      : null
  const type = (written: string, join: string) => {
    const next = written.trim() === '' ? ({ ok: true, stored: '' } as const) : toStored(written, scope)
    const stored = next.ok ? next.stored : quantity.formula
    setDraft({ text: written, over: stored })
    if (stored !== quantity.formula) write({ formula: stored }, `formula:${join}`)
  }
  const insert = (id: string | null) => {
    if (id === null) return
    const at = field.current?.selectionEnd ?? text.length
    const label = toShown(`{${id}}`, scope)
    type(`${text.slice(0, at)}${label}${text.slice(at)}`, `insert:${id}`)
    field.current?.focus()
  }
  const others = scope.names.filter(({ id }) => id !== quantity.id)
  return (
    <>
      <Field tall field="formula" label={t($ => $.quantities.formula)}>
        <div className={styles.formula} data-problem={!read.ok}>
          <TextArea
            ref={element => {
              field.current = element as HTMLTextAreaElement | null
            }}
            value={text}
            max={2000}
            placeholder={t($ => $.quantities.formulaHint)}
            onChange={type}
          />
          {!readOnly && others.length > 0 && (
            <Combo
              key={text.length}
              label={t($ => $.quantities.insert)}
              value={null}
              options={others.map(({ id, name, owner, own }) => ({
                id,
                label: own || !owner ? name : `${owner}: ${name}`,
              }))}
              placeholder={t($ => $.quantities.insert)}
              onChange={insert}
            />
          )}
        </div>
      </Field>
      {said && (
        <p id={problemId} role="alert" className={styles.problem}>
          {said}
        </p>
      )}
    </>
  )
}

/** Why a formula cannot be read, with the place. */
function errorText(t: T, { code, position, text }: FormulaError): string {
  return t($ => $.quantities.error[code], { text, place: position + 1 })
}
