/** Words for the rows of the comparison. */
import type { T } from '../../../shared/i18n'
import { criterionBases, segmentTests } from '../../../shared/model/segment'
import { tellingBlocks, type CompareCell, type CompareField } from '../../../shared/queries'
import { oneOf } from './oneOf'

/** What a row is called, as the card calls the field. */
export function fieldName(t: T, field: CompareField): string {
  if (field === 'marketType') return t($ => $.terms.market.type)
  if (field === 'size') return t($ => $.terms.segment.size)
  if (field === 'parent') return t($ => $.segments.partOf)
  if (field === 'verdict') return t($ => $.segments.quality)
  if (oneOf(criterionBases, field)) return t($ => $.segments.base[field].name)
  if (oneOf(percentages, field)) return t($ => $.segments.figureOf[field])
  if (oneOf(segmentTests, field)) return t($ => $.segments.test[field].name)
  if (oneOf(tellingBlocks, field)) return t($ => $.terms.bmc[field])
  return t($ => $.segments[field])
}

const percentages = ['revenueShare', 'growth', 'margin'] as const

interface Said {
  readonly text: string
  /** What it stands for in the cell. */
  readonly value: CompareCell['values'][number]
}

/** A cell in words, one for each value; a dash where nothing is known. */
export function cellWords(
  t: T,
  language: string,
  field: CompareField,
  values: CompareCell['values'],
): Said[] {
  if (values.length === 0) return [{ text: '–', value: null }]
  const number = new Intl.NumberFormat(language)
  if (field === 'size') {
    const [low, likely, high] = values as (number | null)[]
    const known = [low, likely, high].filter(one => one !== null && one !== undefined)
    return [{ text: known.map(one => number.format(one)).join(' – '), value: likely ?? low ?? high ?? null }]
  }
  if (field === 'verdict') return [{ text: verdictWords(t, values), value: values[0] ?? null }]
  return values.map(value => ({ value, text: valueWords(t, number, field, value) }))
}

function verdictWords(t: T, [verdict, ...failed]: CompareCell['values']): string {
  if (verdict !== 'fails') return t($ => $.segments.verdict[verdict as 'passes'])
  if (failed.length > 1) return t($ => $.segments.verdict.failsBoth)
  return t($ => $.segments.verdict[failed[0] === 'largeEnough' ? 'failsLarge' : 'failsFocused'])
}

function valueWords(
  t: T,
  number: Intl.NumberFormat,
  field: CompareField,
  value: CompareCell['values'][number],
): string {
  if (field === 'marketType') return t($ => $.terms.market[value as 'mass'])
  if (field === 'role') return t($ => $.segments.roles[value as 'user'])
  if (field === 'sizeBasis') return t($ => $.segments.basis[value as 'guess'])
  if (oneOf(percentages, field)) return `${number.format(Number(value))} %`
  return typeof value === 'number' ? number.format(value) : String(value)
}
