/** The content of a document as text that can be compared line by line: no log, no stamps, no revision. */
import { byOrder, type DocumentView } from '../document'
import type { RawRecord } from '../model'
import { familyOf } from '../queries'

/**
 * Type by type, siblings in their order, one field a line; fields in which nothing is said are left out, and a text of
 * several lines has a line for each. Equal content gives equal text, whatever the order of records and fields.
 */
export function canonicalText(document: DocumentView): string {
  const records = [...document.records()].map(record => ({ record, family: familyOf(record) }))
  records.sort((a, b) => (a.family === b.family ? byOrder(a.record, b.record) : a.family < b.family ? -1 : 1))
  return records.map(({ record }) => textOf(record)).join('\n')
}

function textOf(record: RawRecord): string {
  const fields = Object.entries(record)
    .filter(
      ([field, value]) => field !== 'id' && field !== 'type' && field !== 'order' && !saysNothing(value),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, value]) => `  ${field}:${written(value)}\n`)
  return `${record.id}\n${fields.join('')}`
}

/** Whether a value is as good as a field that is not there. */
export const saysNothing = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.values(value).length === 0)

function written(value: unknown): string {
  if (typeof value === 'string' && value.includes('\n')) {
    return value
      .split('\n')
      .map(line => `\n    | ${line}`)
      .join('')
  }
  return ` ${typeof value === 'string' ? value : sorted(value)}`
}

/** JSON with the keys in order. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
