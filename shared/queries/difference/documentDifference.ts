/** What one document has otherwise than another: added, removed, moved and changed records. */
import { fieldChanges, type DocumentView } from '../../document'
import type { RawRecord } from '../../model'
import { belongingOf, type Belonging } from './board'
import { placeFields, reordered } from './place'

export type DifferenceKind = 'added' | 'removed' | 'changed' | 'moved' | 'movedAndChanged'

/** One field that is otherwise; undefined on the side where the record has no such field. */
export interface FieldDiffers {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** One record that is otherwise. */
export interface RecordDifference extends Belonging {
  readonly id: string
  readonly type: string
  readonly kind: DifferenceKind
  /**
   * What is otherwise, by name. Of a moved record also under what it stood and stands; of an added or removed one
   * nothing. Its position string is never among them.
   */
  readonly fields: readonly FieldDiffers[]
}

export type DocumentDifference = readonly RecordDifference[]

/**
 * What `after` has otherwise than `before`. A record has moved when what it stands under changed, or its place among
 * those it stood with before; siblings that merely make room have not, and new position strings that leave the order
 * as it was are no difference.
 * @returns one entry for each record that differs, by id; `boardId` and `groupId` are those it has in `after`, for
 *   removed records in `before`
 */
export function documentDifference(before: DocumentView, after: DocumentView): DocumentDifference {
  const elsewhere = reordered(before, after)
  const found: RecordDifference[] = []
  for (const record of after.records()) {
    const was = before.get(record.id)
    if (!was) found.push({ ...named(after, record), kind: 'added', fields: [] })
    else {
      const entry = compared(was, record, elsewhere.has(record.id))
      if (entry) found.push({ ...named(after, record), ...entry })
    }
  }
  for (const record of before.records()) {
    if (!after.get(record.id)) found.push({ ...named(before, record), kind: 'removed', fields: [] })
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1))
}

const named = (document: DocumentView, record: RawRecord) => ({
  id: record.id,
  type: record.type,
  ...belongingOf(document, record),
})

function compared(
  was: RawRecord,
  is: RawRecord,
  reordered: boolean,
): Pick<RecordDifference, 'kind' | 'fields'> | undefined {
  const fields = fieldChanges(was, is)
    .filter(({ field }) => field !== 'order')
    .map(({ field, from, to }) => ({ field, before: from, after: to }))
    .sort((a, b) => (a.field < b.field ? -1 : 1))
  const place = placeFields(is.type)
  const moved = reordered || fields.some(({ field }) => place.includes(field))
  const changed = fields.some(({ field }) => !place.includes(field))
  if (!moved && !changed) return undefined
  return { kind: moved && changed ? 'movedAndChanged' : moved ? 'moved' : 'changed', fields }
}
