/** Amounts as each language writes them: the number first, its unit behind it, thousands and millions in short. */

import { numberFormat } from './intl'

const minus = (text: string) => text.replace('-', '−')

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** Whether a unit is a currency: an ISO 4217 code that is in use. */
export const isCurrency = (unit: string): boolean => currencies.has(unit)

/** '€' for EUR, 'Kč' for CZK; any other unit as it stands. */
export function unitSign(unit: string, language: string): string {
  if (!isCurrency(unit)) return unit
  const options = { style: 'currency', currency: unit, currencyDisplay: 'narrowSymbol' } as const
  const parts = numberFormat(language, options).formatToParts(0)
  return parts.find(({ type }) => type === 'currency')?.value ?? unit
}

/** How several amounts are written alike. */
export interface AmountScale {
  /** A written 1 stands for so many: 1, 1000, a million, … */
  readonly factor: number
  /** Most digits behind the point. */
  readonly digits: number
  /** Stands behind the number: '€', 'k€', 'tis. Kč', 'people', or '' */
  readonly unit: string
}

/** What stands for 1000, 1e6, …: 'k', 'tis.', 'mln'. */
function shortFor(factor: number, language: string): string {
  const parts = numberFormat(language, { notation: 'compact' }).formatToParts(factor)
  const word = parts.find(({ type }) => type === 'compact')?.value ?? ''
  return word === 'K' ? 'k' : word
}

/**
 * The scale that fits the largest of these: money above a thousand in thousands, above a million in millions, to three
 * figures or so; other units stay whole numbers with what decimals they have.
 * @param short false writes money in full, to the cent where there are cents
 */
export function amountScale(
  values: readonly number[],
  unit: string,
  language: string,
  short = true,
): AmountScale {
  const sign = unitSign(unit, language)
  const largest = Math.max(0, ...values.map(Math.abs).filter(Number.isFinite))
  const money = isCurrency(unit)
  const factor =
    money && short && largest >= 1000 ? 1000 ** Math.min(4, Math.floor(Math.log10(largest) / 3)) : 1
  if (factor > 1) {
    const word = shortFor(factor, language)
    // '16 k€', but '16 tis. €'
    const together = word.length === 1 && sign.length === 1
    return { factor, digits: largest / factor >= 100 ? 0 : 1, unit: `${word}${together ? '' : ' '}${sign}` }
  }
  const whole = values.every(value => Number.isInteger(value))
  if (money) return { factor, digits: whole ? 0 : 2, unit: sign }
  return { factor, digits: whole || largest >= 1000 ? 0 : largest >= 10 ? 1 : 2, unit: sign }
}

/**
 * A number in a scale, without its unit.
 * @param fixed as many digits behind the point as the scale allows, so that columns stand in line
 */
export function writeAmount(
  value: number,
  { factor, digits }: Pick<AmountScale, 'factor' | 'digits'>,
  language: string,
  fixed = false,
): string {
  if (value === Infinity) return '∞'
  // cents are always two
  const least = fixed || (factor === 1 && digits === 2) ? digits : 0
  const options = { minimumFractionDigits: least, maximumFractionDigits: digits }
  return minus(numberFormat(language, options).format(value / factor + 0))
}

/** One amount with its unit: '16 k€', '2.40 €', '1,900 people'. */
export function amount(value: number, unit: string, language: string, short = true): string {
  const scale = amountScale([value], unit, language, short)
  return withUnit(writeAmount(value, scale, language), scale.unit)
}

/** A no-break space stands between number and unit. */
export const withUnit = (text: string, unit: string): string => (unit === '' ? text : `${text}\u00a0${unit}`)

/** A share from 0 to 1 as a percentage: '82.5 %'. */
export const shareText = (share: number, language: string): string =>
  minus(numberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share))

/** A range as it is written: three numbers of one scale, and what stands behind the last. */
export interface WrittenRange {
  /** Null where a bound is missing or all three are the same. */
  readonly low: string | null
  readonly likely: string
  readonly high: string | null
  readonly unit: string
}

interface OpenRange {
  readonly low: number | null
  readonly likely: number | null
  readonly high: number | null
}

/**
 * Low, likely and high in one scale.
 * @param unit an ISO currency, a word, or 'share' for a share from 0 to 1 written in per cent
 * @returns null when there is no number at all; without a likely value the middle of the bounds stands for it
 */
export function writtenRange(
  range: OpenRange,
  unit: string,
  language: string,
  short = true,
): WrittenRange | null {
  const { low, high } = range
  const likely = range.likely ?? (low !== null && high !== null ? (low + high) / 2 : (low ?? high))
  if (likely === null) return null
  const share = unit === 'share'
  const by = (value: number) => (share ? value * 100 : value)
  const values = [low, likely, high].flatMap(value => (value === null ? [] : [by(value)]))
  const scale = share ? { factor: 1, digits: 1, unit: '%' } : amountScale(values, unit, language, short)
  const write = (value: number | null) => (value === null ? null : writeAmount(by(value), scale, language))
  const same = values.every(value => value === by(likely))
  return {
    low: same ? null : write(low),
    likely: write(likely)!,
    high: same ? null : write(high),
    unit: scale.unit,
  }
}
