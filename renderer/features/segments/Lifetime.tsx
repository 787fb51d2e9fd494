import { listFormat } from '../../../shared/i18n/intl'
import type { Quantity } from '../../../shared/model'
import {
  lifetimePlan,
  numberOf,
  numberReader,
  YEARS,
  type EnteredNumber,
  type LifetimeInput,
  type LifetimePlan,
} from '../../../shared/queries'
import { useView } from '../../app/useView'
import { useDocument } from '../../document/hooks'
import { useMoney } from '../../document/money'
import { SegmentCode, useSegmentName } from '../../document/SegmentMark'
import { NumberField } from '../../ui/NumberField'
import { Select } from '../../ui/Select'
import { useLanguage, useText } from '../../ui/text'
import styles from './Loyalty.module.css'
import { Scroller } from './Scroller'
import { useNumberWriting } from './numberWriting'

type Per = Quantity['per']
const periods = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly Per[]

/** What a customer of each segment is worth, in both simple forms; every input stands in view. */
export function Lifetime() {
  const t = useText()
  const { canvasId } = useView('canvasId')
  const { sign } = useMoney()
  const rows = useDocument(document => {
    const read = numberReader(document, canvasId)
    return document
      .all('segment')
      .map(({ id }) => ({ id, plan: lifetimePlan(read, id, document.project().period) }))
  })
  return (
    <section className={styles.lifetime}>
      <h3>{t($ => $.segments.lifetime)}</h3>
      <p>{t($ => $.segments.lifetimeText)}</p>
      <Scroller label={t($ => $.segments.lifetime)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t($ => $.terms.segment.segment)}</th>
              <th scope="col">{t($ => $.segments.input.marginIn, { sign })}</th>
              <th scope="col">{t($ => $.segments.input.frequency)}</th>
              <th scope="col">{t($ => $.segments.input.years)}</th>
              <th scope="col">{t($ => $.segments.input.churn)}</th>
              <th scope="col">{t($ => $.segments.simpleForm)}</th>
              <th scope="col">{t($ => $.segments.churnForm)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, plan }) => (
              <LifetimeRow key={id} id={id} plan={plan} />
            ))}
          </tbody>
        </table>
      </Scroller>
    </section>
  )
}

function LifetimeRow({ id, plan }: { id: string; plan: LifetimePlan }) {
  const t = useText()
  const name = useSegmentName(id)
  const { quantities } = plan
  const common = { id, name }
  return (
    <tr data-segment={id}>
      <th scope="row">
        <SegmentCode id={id} /> {name}
      </th>
      <td>
        <Input
          {...common}
          input="margin"
          pers={['purchase', ...periods]}
          fresh="purchase"
          known={quantities.margin}
        />
      </td>
      <td>
        <Input {...common} input="frequency" pers={periods} fresh="year" known={quantities.frequency} />
      </td>
      <td>
        <Input {...common} input={YEARS} pers={[]} fresh="none" known={quantities.years} />
      </td>
      <td>
        <Input
          {...common}
          input={plan.isRetention ? 'retention' : 'churn'}
          pers={['month', 'quarter', 'year']}
          fresh="year"
          known={quantities.churn}
        />
      </td>
      <td className={styles.result}>
        <Result value={plan.simple} missing={plan.simpleMissing} />
      </td>
      <td className={styles.result}>
        {plan.endless ? (
          t($ => $.segments.endless)
        ) : (
          <Result value={plan.byChurn} missing={plan.byChurnMissing} />
        )}
      </td>
    </tr>
  )
}

interface InputProps {
  readonly id: string
  readonly name: string
  readonly input: LifetimeInput | 'retention'
  /** What it can be per; empty where there is no choice. */
  readonly pers: readonly Per[]
  readonly fresh: Per
  readonly known: EnteredNumber | undefined
}

/** A number and what it is per. Retention is shown as the churn it leaves; what a formula gives is read only. */
function Input({ id, name, input, pers, fresh, known }: InputProps) {
  const t = useText()
  const language = useLanguage()
  const money = useMoney()
  const write = useNumberWriting(id, input, { unit: input === 'margin' ? money.currency : '', per: fresh })
  const isShare = input === 'churn' || input === 'retention'
  const turned = (value: number) => (input === 'retention' ? 1 - value : value)
  const value = numberOf(known)
  const shown = value === null ? null : isShare ? Number((turned(value) * 100).toPrecision(12)) : value
  const word = t($ => $.segments.input[input === 'retention' ? 'churn' : input])
  const per = known?.per ?? fresh
  return (
    <div className={styles.input} data-input={input}>
      {known?.formula ? (
        <span title={t($ => $.segments.byFormula)}>
          {shown === null ? '–' : new Intl.NumberFormat(language).format(shown)} ƒ
        </span>
      ) : (
        <NumberField
          label={`${word}: ${name}`}
          value={shown}
          min={input === 'margin' ? -1e9 : 0}
          max={isShare ? 100 : 1e9}
          unit={isShare ? '%' : undefined}
          onChange={(next, typing) =>
            write(known, { likely: next === null || !isShare ? next : turned(next / 100) }, typing)
          }
        />
      )}
      {pers.length > 0 && (
        <Select
          look="plain"
          label={`${t($ => $.segments.perLabel)}: ${word}: ${name}`}
          value={per}
          options={(pers.includes(per) ? pers : [per, ...pers]).map(value => ({
            value,
            label: t($ => $.segments.per[value]),
          }))}
          onChange={next => next && write(known, { per: next })}
        />
      )}
    </div>
  )
}

/** Money, or what has to be entered first. */
function Result({ value, missing }: { value: number | null; missing: readonly LifetimeInput[] }) {
  const t = useText()
  const money = useMoney()
  const language = useLanguage()
  if (value !== null) return <b>{money.full(value)}</b>
  const names = missing.map(input => t($ => $.segments.input[input]))
  return <span>{t($ => $.segments.enterFirst, { names: listFormat(language).format(names) })}</span>
}
