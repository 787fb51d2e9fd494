/** Ways of writing numbers and lists, made once: making one takes a hundred times as long as writing with it. */

const numbers = new Map<string, Intl.NumberFormat>()
const lists = new Map<string, Intl.ListFormat>()

/** How a language writes numbers; the same object for the same wishes. */
export const numberFormat = (language: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  known(numbers, language, options, () => new Intl.NumberFormat(language, options))

/** With sign: +1, 0, −2 (a true minus). `digits` after the point. */
export function signed(value: number, language: string, digits = 0): string {
  return numberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  })
    .format(value)
    .replace('-', '−')
}

/** How a language joins what is listed: 'A, B and C'; with `disjunction` 'A, B or C'. */
export const listFormat = (language: string, type: Intl.ListFormatType = 'conjunction'): Intl.ListFormat =>
  known(lists, language, { type }, () => new Intl.ListFormat(language, { type }))

function known<F>(formats: Map<string, F>, language: string, options: object, make: () => F): F {
  const key = `${language} ${JSON.stringify(options)}`
  let format = formats.get(key)
  if (!format) {
    format = make()
    formats.set(key, format)
  }
  return format
}
