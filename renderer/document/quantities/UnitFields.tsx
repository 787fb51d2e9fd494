import type { DocumentView } from '../../../shared/document'
import type { Quantity } from '../../../shared/model'
import { Combo } from '../../ui/Combo'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { useDocument } from '../hooks'
import styles from './Quantities.module.css'
import type { WriteQuantity } from './QuantityRow'
import { perOptions } from './words'

/** Currencies that are offered first; any other can be written as its ISO code. */
const currencies = ['EUR', 'CZK', 'PLN', 'USD', 'GBP', 'HUF', 'CHF']

interface Props {
  readonly quantity: Quantity
  readonly write: WriteQuantity
  /** Shares have no unit of their own. */
  readonly perOnly?: boolean
}

/** What a number is in and per: a currency, people, packs; a month, a purchase. */
export function UnitFields({ quantity, write, perOnly = false }: Props) {
  const t = useText()
  const used = useDocument(usedUnits)
  const own = [...new Set([...used, quantity.unit])].filter(unit => unit && !currencies.includes(unit))
  const options = [...currencies.map(id => ({ id, label: id })), ...own.map(id => ({ id, label: id }))]
  return (
    <div className={styles.two}>
      {!perOnly && (
        <div>
          <span aria-hidden>{t($ => $.quantities.unit)}</span>
          <Combo
            label={t($ => $.quantities.unit)}
            value={quantity.unit || null}
            options={options}
            placeholder={t($ => $.quantities.unitHint)}
            createLabel={title => t($ => $.fields.create, { title })}
            onCreate={unit => write({ unit: isoCode(unit) ?? unit.trim().slice(0, 40) })}
            onChange={unit => write({ unit: unit ?? '' })}
          />
        </div>
      )}
      <div>
        <span aria-hidden>{t($ => $.quantities.perLabel)}</span>
        <Select
          label={t($ => $.quantities.perLabel)}
          value={quantity.per}
          options={perOptions(t)}
          onChange={per => per && write({ per })}
        />
      </div>
    </div>
  )
}

const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** 'eur' is EUR. */
const isoCode = (written: string): string | undefined => {
  const code = written.trim().toUpperCase()
  return codes.has(code) ? code : undefined
}

const usedUnits = (document: DocumentView) =>
  [...new Set(document.all('quantity').map(({ unit }) => unit))].sort()
