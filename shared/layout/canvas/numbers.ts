/** A range as a note shows it: three numbers in one unit, thousands and millions shortened. */
import { numberFormat } from '../../i18n/numberFormat'
import type { Quantity } from '../../model'
import type { NumberLine } from './types'

/** How a reader of the language shortens thousands and millions: 'k€', 'tis. €'. */
export function moneyUnit(unit: string, language: string, thousands: 0 | 1 | 2): string {
  const sign = signOf(unit, language)
  if (thousands === 0) return sign
  if (language.startsWith('en')) return `${thousands === 1 ? 'k' : 'M'}${sign.length > 1 ? ' ' : ''}${sign}`
  const short = numberFormat(language, { notation: 'compact' })
    .formatToParts(thousands === 1 ? 20_000 : 20_000_000)
    .find(({ type }) => type === 'compact')?.value
  return `${short ?? ''} ${sign}`.trim()
}

const isCurrency = (unit: string) => /^[A-Z]{3}$/.test(unit)

/** The sign of an ISO currency; other units as they stand. */
function signOf(unit: string, language: string): string {
  if (!isCurrency(unit)) return unit
  return (
    numberFormat(language, { style: 'currency', currency: unit, currencyDisplay: 'narrowSymbol' })
      .formatToParts(0)
      .find(({ type }) => type === 'currency')?.value ?? unit
  )
}

/**
 * A range in words of the language, in one unit for all three.
 * @returns null where not even the likely value is known
 */
export function rangeLine(
  { low, likely, high }: Pick<Quantity, 'low' | 'likely' | 'high'>,
  unit: string,
  language: string,
): NumberLine | null {
  const middle = likely ?? (low !== null && high !== null ? (low + high) / 2 : (low ?? high))
  if (middle === null) return null
  const most = Math.max(...[low, middle, high].map(value => Math.abs(value ?? 0)))
  const money = isCurrency(unit)
  const thousands = !money || most < 1000 ? 0 : most < 1_000_000 ? 1 : 2
  const by = [1, 1000, 1_000_000][thousands]!
  // prices keep their cents, what is counted in hundreds no decimals
  const cents = thousands === 0 && money && [low, middle, high].some(fraction)
  const digits = cents || most / by < 10 ? 2 : most / by < 100 ? 1 : 0
  const format = numberFormat(language, {
    maximumFractionDigits: digits,
    minimumFractionDigits: cents ? 2 : 0,
  })
  const write = (value: number | null) =>
    value === null ? null : format.format(value / by).replace('-', '−')
  const range = low !== null && high !== null && low !== high
  return {
    low: range ? write(low) : null,
    likely: write(middle)!,
    high: range ? write(high) : null,
    unit: moneyUnit(unit, language, thousands),
  }
}

const fraction = (value: number | null) => value !== null && !Number.isInteger(value)
