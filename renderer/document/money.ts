/** Amounts in the reader's language and the currency of the document. */
import { amount, amountScale, unitSign, writeAmount, type AmountScale } from '../../shared/i18n/money'
import { useLanguage } from '../ui/text'
import { useDocument } from './hooks'

export { LowLikelyHigh } from './LowLikelyHigh'

export interface MoneyWriter {
  /** ISO 4217, of the document. */
  readonly currency: string
  /** '€' */
  readonly sign: string
  /** In short, with unit: '16 k€'. Another currency can be named. */
  readonly compact: (value: number, currency?: string) => string
  /** In full, with unit: '16,250 €', '2.40 €'. */
  readonly full: (value: number, currency?: string) => string
  /** One scale for several amounts, e.g. of a table whose head names the unit. */
  readonly scaleOf: (values: readonly number[]) => AmountScale
  /** A number in a scale without its unit, with as many decimals as its neighbours: '40.0'. */
  readonly scaled: (value: number, scale: AmountScale) => string
  /** Two bounds in a scale: '15.2–22.6'; a true minus keeps them apart from the dash. */
  readonly between: (low: number, high: number, scale: AmountScale) => string
}

/** How money is written on this page. */
export function useMoney(): MoneyWriter {
  const language = useLanguage()
  const currency = useDocument(document => document.all('project')[0]?.currency || 'EUR')
  return moneyWriter(currency, language)
}

export function moneyWriter(currency: string, language: string): MoneyWriter {
  const scaled = (value: number, scale: AmountScale) => writeAmount(value, scale, language, true)
  return {
    currency,
    sign: unitSign(currency, language),
    compact: (value, unit = currency) => amount(value, unit, language),
    full: (value, unit = currency) => amount(value, unit, language, false),
    scaleOf: values => amountScale(values, currency, language),
    scaled,
    between: (low, high, scale) => {
      const dash = low < 0 || high < 0 ? ' – ' : '–'
      return `${scaled(low, scale)}${dash}${scaled(high, scale)}`
    },
  }
}
