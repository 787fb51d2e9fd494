/** What a field of a record says, in words. */
import { z } from 'zod'
import type { T } from '../i18n'
import { dateAndTime, localeOf } from '../i18n/dates'
import { numberFormat } from '../i18n/intl'
import { amount, shareText, withUnit } from '../i18n/money'
import type { DocumentView } from '../document'
import { definitionOf, type RawRecord } from '../model'
import { blocks, type Block } from '../model/note'
import { fieldWord } from './fieldWords'
import { emotionWord, levelWords } from './levelWords'
import { quantityWord } from './quantityWord'
import { nameOfId } from './recordName'
import { subtypeWords } from './subtypeWords'
import { choiceWord } from './valueWords'

/** What words need to know beside the value. */
export interface Wording {
  readonly t: T
  readonly language: string
  /** Holds what a reference points to. */
  readonly document: DocumentView
}

/**
 * One value of one field in words: names for references, words for choices, numbers with their unit.
 * @param record the record it belongs to, where its other fields matter (the unit of a number, the block of a note)
 * @returns null where nothing is said: null, '', an empty list, a missing field
 */
export function valueText(
  wording: Wording,
  type: string,
  field: string,
  value: unknown,
  record?: RawRecord,
): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) {
    const items = value.flatMap(item => valueText(wording, type, field, item, record) ?? [])
    return items.length === 0 ? null : items.join(', ')
  }
  const { t, language, document } = wording
  if (typeof value === 'boolean') {
    if (field === 'owned') return t($ => $.noteInspector.owner[value ? 'us' : 'partner'])
    return t($ => $.terms.check[value ? 'yes' : 'no'])
  }
  if (typeof value === 'number') return numberText(wording, type, field, value, record)
  if (typeof value === 'object') return objectText(wording, type, field, value, record)
  if (typeof value !== 'string') return null
  if (pointsSomewhere(type, field)) return nameOfId(t, document, value) ?? value
  if (field === 'level') {
    const levels = document.all('project')[0]?.pyramid ?? []
    const at = levels.findIndex(({ id }) => id === value)
    return at < 0 ? value : levelWords(t, levels[at]!, at).name
  }
  if (field === 'subtype') return subtypeWords(t, blockOf(record), value)
  if (type === 'quantity' && field === 'name') return quantityWord(t, value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value))
    return new Date(`${value}T00:00:00Z`).toLocaleDateString(localeOf(language), {
      dateStyle: 'long',
      timeZone: 'UTC',
    })
  if (isMoment(value)) return dateAndTime(value, language)
  return isChoice(type, field) ? choiceWord(t, type, field, value) : value
}

const isMoment = (value: string) =>
  /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value))

const blockOf = (record: RawRecord | undefined): Block =>
  blocks.find(block => block === record?.['block']) ?? 'parked'

/** The schema behind null, 'may be missing' and lists. */
function innermost(schema: z.ZodType | undefined): z.ZodType | undefined {
  let inner: unknown = schema
  for (;;) {
    if (inner instanceof z.ZodNullable || inner instanceof z.ZodOptional) inner = inner.unwrap()
    else if (inner instanceof z.ZodArray) inner = inner.element
    else return inner as z.ZodType | undefined
  }
}

const isChoice = (type: string, field: string) =>
  innermost(definitionOf(type)?.fields[field]) instanceof z.ZodEnum

const pointsSomewhere = (type: string, field: string) =>
  definitionOf(type)?.references.some(one => one.field === field) ?? false

const emotions = new Set(['emotion', 'perceptionAfter', 'startingPerception'])
const percents = new Set(['revenueShare', 'growth', 'margin'])
const shares = new Set(['retentionEffect', 'discountRate'])
const minutes = new Set(['waitMinutes', 'duration'])
const bounds = new Set(['low', 'likely', 'high'])

function numberText(
  { t, language, document }: Wording,
  type: string,
  field: string,
  value: number,
  record: RawRecord | undefined,
): string {
  const plain = numberFormat(language, { maximumFractionDigits: 6 }).format(value).replace('-', '−')
  if (emotions.has(field)) return `${value > 0 ? '+' : ''}${plain} ${emotionWord(t, value)}`
  if (minutes.has(field)) return t($ => $.board.minutes, { count: value })
  if (shares.has(field)) return shareText(value, language)
  if (type === 'segment' && percents.has(field)) return withUnit(plain, '%')
  if (field === 'costPerMember')
    return amount(value, document.all('project')[0]?.currency ?? '', language, false)
  if (type === 'quantity' && bounds.has(field)) {
    const unit = record?.['unit']
    if (unit === 'share') return shareText(value, language)
    return typeof unit === 'string' ? amount(value, unit, language, false) : plain
  }
  if (field === 'tone') {
    const side = value > 0 ? 'for' : value < 0 ? 'against' : 'neutral'
    return t($ => $.noteInspector.sides[side])
  }
  return plain
}

/** Criteria, tests, ranges, answers by score, levels of the pyramid, wording of one canvas. */
function objectText(
  wording: Wording,
  type: string,
  field: string,
  value: object,
  record: RawRecord | undefined,
): string | null {
  const { t } = wording
  const entries = Object.entries(value)
  const say = (name: string, item: unknown) => valueText(wording, type, name, item, record)
  if (field === 'criteria') {
    const { base, text, variable } = value as { base: string; text: string; variable?: string }
    const known = t($ => $.segments.base[base as 'research'].name)
    return `${known}: ${[variable, text].filter(Boolean).join(' ')}`
  }
  if (field === 'tests') {
    const { test, score, reason } = value as { test: string; score: number | null; reason: string }
    const known = t($ => $.segments.test[test as 'measurable'].name)
    return `${known}: ${[score === null ? '–' : say('score', score), reason].filter(Boolean).join(' ')}`
  }
  if (field === 'size') {
    const { low, likely, high } = value as { low: number | null; likely: number | null; high: number | null }
    const said = [low, likely, high].flatMap(one => (one === null ? [] : (say('size', one) ?? [])))
    return said.length === 0 ? null : [...new Set(said)].join(' – ')
  }
  if (field === 'pyramid') {
    const level = value as Parameters<typeof levelWords>[1]
    const levels = wording.document.all('project')[0]?.pyramid ?? []
    return levelWords(
      t,
      level,
      Math.max(
        0,
        levels.findIndex(({ id }) => id === level.id),
      ),
    ).name
  }
  if (entries.length === 0) return null
  // what one canvas words otherwise is made of fields of the note
  const nameOf = (name: string) => (field === 'override' ? fieldWord(t, 'note', name) : name)
  const textOf = (name: string, item: unknown) =>
    field === 'override' ? valueText(wording, 'note', name, item, record) : say(name, item)
  return entries.map(([name, item]) => `${nameOf(name)}: ${textOf(name, item) ?? '–'}`).join(', ')
}
