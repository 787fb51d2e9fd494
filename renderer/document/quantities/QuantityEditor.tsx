import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import {
  evidenceCommands,
  keepNumberEverywhere,
  keepNumberHere,
  quantityCommands,
} from '../../../shared/commands'
import type { DocumentView } from '../../../shared/document'
import type { Quantity } from '../../../shared/model'
import type { QuantityProblem, ResolvedQuantity } from '../../../shared/queries'
import { Button } from '../../ui/Button'
import { Check } from '../../ui/Check'
import { Combo } from '../../ui/Combo'
import { Field, FieldsOf, Marked, useFieldsReadOnly } from '../../ui/Field'
import { NumberField } from '../../ui/NumberField'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { useDocument, useSession } from '../hooks'
import { LowLikelyHigh } from '../money'
import { FormulaField } from './FormulaField'
import styles from './Quantities.module.css'
import type { WriteQuantity } from './QuantityRow'
import type { NumbersOf } from './QuantityRows'
import { UnitFields } from './UnitFields'
import {
  isShare,
  knownName,
  offeredNames,
  outOfOrder,
  quantityBases,
  quantityNamed,
  quantityWord,
  usually,
} from './words'

interface Props extends NumbersOf {
  readonly quantity: Quantity
  readonly instead: Quantity | undefined
  readonly resolved: ResolvedQuantity | undefined
  readonly problem: QuantityProblem | undefined
  readonly here: boolean
  readonly fresh: boolean
  readonly write: WriteQuantity
  readonly onKept: (copyId: string) => void
}

/** Everything of one number: what it is called, its range, what it is in, where it comes from, how it is computed. */
export function QuantityEditor(props: Props) {
  const { quantity, write, instead, here, home, placementId = null } = props
  const t = useText()
  const session = useSession()
  const readOnly = useFieldsReadOnly()
  const named = (name: string) => {
    const untouched = quantity.unit === '' && quantity.per === 'none'
    const usual = untouched && usually(name, session.doc.project())
    write({ name, ...usual })
  }
  const keepHere = (on: boolean) => {
    if (!placementId) return
    if (!on) {
      const done = session.dispatch(keepNumberEverywhere, { id: quantity.id, ownerId: home })
      if (done && instead) props.onKept(instead.id)
      return
    }
    const made = session.dispatch(keepNumberHere, { sourceId: quantity.id, placementId })
    if (made) props.onKept(made.id)
  }
  return (
    <FieldsOf value={quantity.id}>
      <Field field="name" label={t($ => $.quantities.name)}>
        <NameCombo name={quantity.name} fresh={props.fresh && quantity.name === ''} onChange={named} />
      </Field>
      {quantity.formula === '' && (
        <RangeFields quantity={quantity} write={write} fresh={props.fresh && quantity.name !== ''} />
      )}
      {!isShare(quantity.name) && <UnitFields quantity={quantity} write={write} />}
      {isShare(quantity.name) && <UnitFields quantity={quantity} write={write} perOnly />}
      <Field field="basis" label={t($ => $.quantities.restsOn)}>
        <Select
          value={quantity.basis}
          options={quantityBases.map(value => ({ value, label: t($ => $.quantities.basis[value]) }))}
          onChange={basis => basis && write({ basis })}
        />
      </Field>
      <Field field="evidenceId" label={t($ => $.terms.journey.evidence)}>
        <EvidenceCombo quantity={quantity} write={write} />
      </Field>
      <FormulaField {...props} />
      {instead && (
        <p className={styles.elsewhere}>
          {t($ => $.quantities.elsewhere)}{' '}
          <LowLikelyHigh {...instead} unit={isShare(instead.name) ? 'share' : instead.unit} full />
        </p>
      )}
      {!readOnly && (
        <div className={styles.last}>
          {placementId !== null && (
            <Check checked={here} onChange={keepHere}>
              {t($ => $.quantities.countsHereOnly)}
            </Check>
          )}
          <Button
            icon={Trash2}
            tone="link"
            className={styles.remove}
            onClick={() => session.dispatch(quantityCommands.remove, { id: quantity.id })}
          >
            {t($ => $.quantities.remove)}
          </Button>
        </div>
      )}
    </FieldsOf>
  )
}

const BIGGEST = 1e15

interface RangeProps {
  readonly quantity: Quantity
  readonly write: WriteQuantity
  readonly fresh: boolean
}

/** Low, likely and high; a share is written in per cent. */
function RangeFields({ quantity, write, fresh }: RangeProps) {
  const t = useText()
  // a number that was asked for by its name begins with its value, once it has its name
  const [asked] = useState(fresh)
  const share = isShare(quantity.name)
  const shown = (value: number | null) => (share && value !== null ? rounded(value * 100) : value)
  const stored = (value: number | null) => (share && value !== null ? rounded(value / 100) : value)
  return (
    <>
      <div className={styles.three}>
        {(['low', 'likely', 'high'] as const).map(bound => (
          <Marked key={bound} field={bound}>
            <label>
              <span>{t($ => $.quantities.bound[bound])}</span>
              <NumberField
                label={t($ => $.quantities.boundOf[bound])}
                value={shown(quantity[bound])}
                min={share ? 0 : -BIGGEST}
                max={share ? 100 : BIGGEST}
                unit={share ? '%' : undefined}
                focusNow={asked && bound === 'likely' ? 'all' : undefined}
                onChange={(value, typing) => write({ [bound]: stored(value) }, `${bound}:${typing}`)}
              />
            </label>
          </Marked>
        ))}
      </div>
      {outOfOrder(quantity) && (
        <p role="status" className={styles.problem}>
          {t($ => $.quantities.outOfOrder)}
        </p>
      )}
    </>
  )
}

/** Without what binary fractions leave behind: 7 % is 0.07. */
const rounded = (value: number) => Number(value.toPrecision(12))

interface NameProps {
  readonly name: string
  readonly fresh: boolean
  readonly onChange: (name: string) => void
}

function NameCombo({ name, fresh, onChange }: NameProps) {
  const t = useText()
  const own = name !== '' && knownName(name) === undefined
  const options = [
    ...offeredNames.map(one => ({ id: one as string, label: quantityWord(t, one) })),
    ...(own || (!offeredNames.some(one => one === knownName(name)) && name)
      ? [{ id: name, label: quantityWord(t, name) }]
      : []),
  ]
  return (
    <Combo
      value={knownName(name) ?? (name || null)}
      options={options}
      focusNow={fresh}
      placeholder={t($ => $.quantities.nameHint)}
      createLabel={title => t($ => $.fields.create, { title })}
      onCreate={written => onChange(quantityNamed(t, written))}
      onChange={id => id !== null && onChange(id)}
    />
  )
}

function EvidenceCombo({ quantity, write }: { quantity: Quantity; write: WriteQuantity }) {
  const t = useText()
  const session = useSession()
  const options = useDocument(evidenceNames).filter(({ label }) => label !== '')
  const make = (text: string) =>
    session.dispatchAll('quantity.evidence', dispatch => {
      const made = dispatch(evidenceCommands.add, { targetIds: [quantity.id], text })
      if (made) write({ evidenceId: made.id })
    })
  return (
    <Combo
      value={quantity.evidenceId}
      options={options}
      placeholder={t($ => $.quantities.evidenceHint)}
      createLabel={title => t($ => $.fields.create, { title })}
      onCreate={make}
      onChange={evidenceId => write({ evidenceId })}
    />
  )
}

const evidenceNames = (document: DocumentView) =>
  document.all('evidence').map(({ id, text, source }) => ({
    id,
    label: (text || source).replaceAll(/\s+/g, ' ').slice(0, 90),
  }))
