/**
 * What a number counts: money of a currency, periods of time, people, packs. Products multiply these, sums need them
 * equal (rule L33).
 *
 * Three things are let pass because a quantity has room for one unit and one `per`. A customer and a purchase always
 * cancel. Words that count things (visits, packs) cancel beside money: the cost of one visit is simply EUR. And a bare
 * number in a formula fits everything: 1 - churn, max(0; profit).
 */
import type { Quantity } from '../../model'
import { norm } from '../norm'
import { isPeriod } from './periods'
import type { Period } from './types'

export interface Dimension {
  /** Exponents by what is counted: `currency EUR`, `period month`, `count people`; none is 0. */
  readonly exponents: ReadonlyMap<string, number>
  /** Made of bare numbers alone: fits everything. */
  readonly bare: boolean
  /** A share of customers over a time took part: it is a rate and a pure number, so periods are not compared. */
  readonly timeless: boolean
}

/** What two sides of a sum disagree about, each in words. */
export interface Mismatch {
  readonly code: 'unit' | 'period' | 'currency'
  readonly left: string
  readonly right: string
}

export const pure: Dimension = { exponents: new Map(), bare: false, timeless: false }
export const bareNumber: Dimension = { ...pure, bare: true }

const symbols: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', Kč: 'CZK', zł: 'PLN' }

/** Period words as units, e.g. 12 "months" a year; in the five languages. */
const periodWords: Readonly<Record<Period, string>> = {
  day: 'day days den dni dny dnů dzień dan dnevi',
  week: 'week weeks týždeň týždne týždňov týden týdny týdnů tydzień tygodnie tygodni teden tedni tednov',
  month:
    'month months mesiac mesiace mesiacov měsíc měsíce měsíců miesiąc miesiące miesięcy mesec meseci mesecev',
  quarter: 'quarter quarters štvrťrok štvrťroky čtvrtletí kwartał kwartały četrtletje četrtletja',
  year: 'year years rok roky rokov roků let rok lata lat leto leta',
}
const periodOf = new Map(
  Object.entries(periodWords).flatMap(([period, words]) =>
    words.split(' ').map(word => [norm(word), period] as const),
  ),
)

/** The currency a unit names: EUR, CZK, "PLN / visit", €, Kč; undefined for other words. */
export function currencyOf(unit: string): string | undefined {
  const first = unit.split('/')[0]!.trim()
  return symbols[first] ?? (/^[A-Z]{3}$/.test(first) ? first : undefined)
}

function wordOf(part: string): string | undefined {
  const word = part.trim()
  if (word === '') return undefined
  const currency = symbols[word] ?? (/^[A-Z]{3}$/.test(word) ? word : undefined)
  if (currency) return `currency ${currency}`
  const period = periodOf.get(norm(word))
  return period ? `period ${period}` : `count ${norm(word)}`
}

/** What a quantity declares. Retention and churn are shares over a time. */
export function dimensionOf({ name, unit, per }: Pick<Quantity, 'name' | 'unit' | 'per'>): Dimension {
  const exponents = new Map<string, number>()
  unit.split('/').forEach((part, at) => {
    const word = wordOf(part)
    if (word) raise(exponents, word, at === 0 ? 1 : -1)
  })
  if (isPeriod(per)) raise(exponents, `period ${per}`, -1)
  return { exponents, bare: false, timeless: name === 'retention' || name === 'churn' }
}

function raise(exponents: Map<string, number>, word: string, by: number) {
  const power = (exponents.get(word) ?? 0) + by
  if (power === 0) exponents.delete(word)
  else exponents.set(word, power)
}

/** Of a product (direction 1) or a quotient (-1). */
export function multiplied(a: Dimension, b: Dimension, direction: 1 | -1): Dimension {
  const exponents = new Map(a.exponents)
  for (const [word, power] of b.exponents) raise(exponents, word, direction * power)
  return { exponents, bare: a.bare && b.bare, timeless: a.timeless || b.timeless }
}

/** Of a power; null where what is raised has a unit and the exponent is no whole number. */
export function raised(a: Dimension, exponent: number | null): Dimension | null {
  if (a.exponents.size === 0) return a
  if (exponent === null || !Number.isInteger(exponent)) return null
  return {
    ...a,
    exponents: new Map(
      [...a.exponents].flatMap(([word, power]) => (exponent ? [[word, power * exponent]] : [])),
    ),
  }
}

/** Two sides that are unlike, told in words. */
export const mismatch = (code: Mismatch['code'], left: Dimension, right: Dimension): Mismatch => ({
  code,
  left: inWords(left),
  right: inWords(right),
})

/** Of a sum, a minimum or a maximum; the mismatch where the two sides are unlike. */
export function added(a: Dimension, b: Dimension): Dimension | Mismatch {
  if (a.bare) return b
  if (b.bare) return a
  const code = unlike(a, b)
  return code ? mismatch(code, a, b) : { ...a, timeless: a.timeless || b.timeless }
}

const of = ({ exponents }: Dimension, kind: string) =>
  [...exponents].filter(([word]) => word.startsWith(kind)).sort(([a], [b]) => (a < b ? -1 : 1))

const same = (a: Dimension, b: Dimension, kind: string) => String(of(a, kind)) === String(of(b, kind))

function unlike(a: Dimension, b: Dimension): Mismatch['code'] | undefined {
  const [left, right] = [of(a, 'currency'), of(b, 'currency')]
  if (!same(a, b, 'currency')) return left.length > 0 && right.length > 0 ? 'currency' : 'unit'
  if (left.length === 0 && !same(a, b, 'count')) return 'unit'
  return a.timeless || b.timeless || same(a, b, 'period') ? undefined : 'period'
}

/**
 * What a formula's result contradicts in the declaration of its quantity. A declaration that says nothing (no unit,
 * per none) contradicts nothing.
 */
export function contradiction(
  declared: Pick<Quantity, 'name' | 'unit' | 'per'>,
  found: Dimension,
): Mismatch | undefined {
  if (found.bare) return undefined
  const own = dimensionOf(declared)
  if (declared.unit.trim() !== '') {
    const [left, right] = [of(own, 'currency'), of(found, 'currency')]
    if (!same(own, found, 'currency'))
      return mismatch(left.length > 0 && right.length > 0 ? 'currency' : 'unit', own, found)
    const counts = of(own, 'count')
    const missing = counts.some(([word, power]) => found.exponents.get(word) !== power)
    if (missing) return mismatch('unit', own, found)
  }
  if (declared.per === 'none' || own.timeless || found.timeless || same(own, found, 'period'))
    return undefined
  return mismatch('period', own, found)
}

/** Unit and per as a formula gives them; '' and none where they cannot say it. */
export function declarationOf(found: Dimension): Pick<Quantity, 'unit' | 'per'> {
  const money = of(found, 'currency')
  const [[word, power] = ['', 0], ...others] = money.length > 0 ? money : of(found, 'count')
  const [[period, over] = ['', 0], ...more] = of(found, 'period')
  return {
    unit: power === 1 && others.length === 0 ? word.slice(word.indexOf(' ') + 1) : '',
    per: over === -1 && more.length === 0 ? (period.slice('period '.length) as Period) : 'none',
  }
}

/** E.g. "EUR / month"; "1" for a pure number. */
function inWords({ exponents }: Dimension): string {
  const words = (sign: 1 | -1) =>
    [...exponents].flatMap(([word, power]) => {
      const name = word.slice(word.indexOf(' ') + 1)
      const high = Math.abs(power)
      return power * sign > 0 ? [high === 1 ? name : `${name}^${high}`] : []
    })
  const [above, below] = [words(1), words(-1)]
  return [above.join(' · ') || '1', ...below].join(' / ')
}
