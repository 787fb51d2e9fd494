/** Words for numbers: well-known names in the reader's language, what they are per, where they come from. */
import type { T } from '../../../shared/i18n'
import type { Project, Quantity } from '../../../shared/model'
import { quantityNames, quantityPer } from '../../../shared/model/quantity'
import { norm } from '../../../shared/queries'
import { knownName, knownNames } from '../../../shared/words'

export { knownName, quantityWord } from '../../../shared/words'

/** The name behind what somebody wrote: a well-known one in their language, else their own words. */
export function quantityNamed(t: T, written: string): string {
  const same = knownNames.find(name => norm(t($ => $.quantities.names[name])) === norm(written))
  return same ?? written.trim()
}

/** The names that are offered, in the order people think of them. */
export const offeredNames = quantityNames

/** Names that count a share from 0 to 1; they are written in per cent. */
export const isShare = (name: string): boolean =>
  ['retention', 'churn', 'reachable'].includes(knownName(name) ?? '')

/** Names that count money. */
const isMoney = (name: string): boolean =>
  ['amount', 'price', 'unitCost', 'margin', 'acquisitionCost'].includes(knownName(name) ?? '')

/** What a fresh number of a well-known name usually is per. */
function usualPer(name: string, period: Project['period']): Quantity['per'] {
  const known = knownName(name) ?? ''
  if (['amount', 'frequency', 'retention', 'churn', 'margin'].includes(known)) return period
  if (['price', 'unitCost'].includes(known)) return 'purchase'
  return known === 'acquisitionCost' ? 'customer' : 'none'
}

/** Unit and period that a number of a well-known name usually has. */
export const usually = (
  name: string,
  { currency, period }: Pick<Project, 'currency' | 'period'>,
): Pick<Quantity, 'unit' | 'per'> => ({ unit: isMoney(name) ? currency : '', per: usualPer(name, period) })

/** 'a month', '' for a number that is per nothing. */
export const perWord = (t: T, per: Quantity['per']): string =>
  per === 'none' ? '' : t($ => $.quantities.per[per])

export const perOptions = (t: T) =>
  quantityPer.map(value => ({
    value,
    label: value === 'none' ? t($ => $.quantities.perNone) : t($ => $.quantities.per[value]),
  }))

export const quantityBases = ['guess', 'estimate', 'measured', 'illustrative'] as const

/** Whether low, likely and high stand in another order than their names say. */
export function outOfOrder({ low, likely, high }: Pick<Quantity, 'low' | 'likely' | 'high'>): boolean {
  const given = [low, likely, high].filter(value => value !== null)
  return given.some((value, at) => at > 0 && value < given[at - 1]!)
}

/** The mark a language writes before decimals. */
export const decimalMark = (language: string): '.' | ',' =>
  new Intl.NumberFormat(language)
    .formatToParts(1.5)
    .some(({ type, value }) => type === 'decimal' && value === ',')
    ? ','
    : '.'
