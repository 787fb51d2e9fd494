/** The values of a field in a merge, in words. */
import type { PreviewField } from '../../../shared/document/merge'
import type { T } from '../../../shared/i18n'
import { definitionOf, type RawRecord } from '../../../shared/model'
import { valueText } from '../../../shared/words'
import type { DocumentView } from '../../../shared/document'
import { bothTexts } from './choices'

export interface Speaking {
  readonly t: T
  readonly language: string
}

/** One side of a field; where a record stands among its siblings has no name of its own. */
export function sideInWords(
  { t, language }: Speaking,
  document: DocumentView,
  record: RawRecord,
  field: string,
  value: unknown,
  isTheirs: boolean,
): string | null {
  if (field === 'order') return isTheirs ? t($ => $.merge.said.otherPlace) : t($ => $.merge.said.place)
  return valueText({ t, language, document }, record.type, field, value, record)
}

const isString = (value: unknown): value is string | null | undefined =>
  value === null || value === undefined || typeof value === 'string'

/** Whether a field holds text that people write freely: its words are the text itself. */
export function isFreeText(
  speaking: Speaking,
  document: DocumentView,
  record: RawRecord,
  { field, mine, theirs }: Pick<PreviewField, 'field' | 'mine' | 'theirs'>,
): boolean {
  if (field === 'order' || field === 'code' || field === 'colour') return false
  const texts = [mine, theirs].filter(text => text !== '' && text !== null && text !== undefined)
  if (texts.length === 0 || ![mine, theirs].every(isString)) return false
  return texts.every(text => valueText({ ...speaking, document }, record.type, field, text, record) === text)
}

/** Whether a field may hold a text: titles have no lines of their own, and every text has a longest. */
export function mayHold(type: string, field: string, text: string): boolean {
  const schema = definitionOf(type)?.fields[field]
  return schema === undefined || schema.safeParse(text).success
}

export const mayHoldBoth = (type: string, one: Pick<PreviewField, 'field' | 'mine' | 'theirs'>) =>
  mayHold(type, one.field, bothTexts(one))
