/** Numbers as the reader's language writes them. */
import { numberFormat } from '../../shared/i18n/intl'

export { signed } from '../../shared/i18n/intl'

/** A whole percentage of a share between 0 and 100. */
export function percent(value: number, language: string): string {
  return numberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(value / 100)
}

/** The size of a file in bytes as people read it: kB below a megabyte (1000 kB), MB above. */
export function fileSize(bytes: number, language: string): string {
  const big = bytes >= 999_500
  return numberFormat(language, {
    style: 'unit',
    unit: big ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: big ? 1 : 0,
  }).format(big ? bytes / 1e6 : Math.max(1, bytes / 1000))
}

/** How a language groups thousands, e.g. '.' in Slovene. */
const groupMark = (language: string) =>
  numberFormat(language)
    .formatToParts(1234567)
    .find(part => part.type === 'group')?.value

/**
 * Reads a number as people write it: with the language's comma or point, with groups of three or blanks between, with
 * a true minus.
 * @returns null for nothing at all, undefined for what is no number
 */
export function readNumber(text: string, language: string): number | null | undefined {
  const plain = text.replace(/[\s'’]/g, '').replace('−', '-')
  if (plain === '') return null
  const group = groupMark(language)
  const marks = [...plain].filter(sign => sign === '.' || sign === ',')
  // the last mark begins the decimals, unless it stands like a mark of thousands
  const alike = new Set(marks).size === 1
  const thousands = alike && (marks.length > 1 || (marks[0] === group && /[.,]\d{3}$/.test(plain)))
  const end = marks.length === 0 || thousands ? plain.length : plain.lastIndexOf(marks.at(-1) ?? '')
  const [whole, decimals] = [plain.slice(0, end), plain.slice(end + 1)]
  if (!/^-?(\d*|\d{1,3}([.,]\d{3})+)$/.test(whole) || !/^\d*$/.test(decimals)) return undefined
  return /\d/.test(plain) ? Number(`${whole.replace(/[.,]/g, '')}.${decimals}`) : undefined
}

/** A number as it stands in a field: without groups, so that it can be changed digit by digit. */
export const writeNumber = (value: number, language: string): string =>
  numberFormat(language, { useGrouping: false, maximumFractionDigits: 10 }).format(value)

/** Minutes in the largest units that say them, two at most: 95 → '1 hr 35 min', 10080 → '7 days'. */
export function duration(minutes: number, language: string): string {
  const whole = Math.round(minutes)
  const units = [
    ['day', Math.floor(whole / 1440)],
    ['hour', Math.floor((whole % 1440) / 60)],
    ['minute', whole % 60],
  ] as const
  const first = units.findIndex(([, count]) => count > 0)
  if (first < 0) return counted(0, 'minute', language)
  return units
    .slice(first, first + 2)
    .filter(([, count]) => count > 0)
    .map(([unit, count]) => counted(count, unit, language))
    .join(' ')
}

/** '5 min', '3 days'. */
const counted = (value: number, unit: 'day' | 'hour' | 'minute', language: string): string =>
  numberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'day' ? 'long' : 'short',
  }).format(value)
