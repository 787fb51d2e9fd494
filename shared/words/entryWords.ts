/** An entry of a comparison in words. */
import type { T } from '../i18n'
import type { DocumentView } from '../document'
import type { RecordDifference } from '../queries'
import { fieldWord } from './fieldWords'
import { groupName, nameOfId, recordName } from './recordName'
import { typeWord } from './typeWords'
import { valueText } from './valueText'

export interface FieldWords {
  readonly field: string
  /** What the field is called. */
  readonly name: string
  /** Null where nothing is or was said. */
  readonly before: string | null
  readonly after: string | null
}

export interface EntryWords {
  /** 'Touchpoint' */
  readonly type: string
  /** What people call the record. */
  readonly name: string
  /** The journey or canvas it is on; null where it belongs to the whole document. */
  readonly board: string | null
  /** Stage or block. */
  readonly group: string | null
  readonly fields: readonly FieldWords[]
}

/**
 * @param before, after the documents that were compared
 * @param entry one of `documentDifference(before, after)`
 */
export function entryWords(
  t: T,
  language: string,
  before: DocumentView,
  after: DocumentView,
  entry: RecordDifference,
): EntryWords {
  const { id, type, kind, boardId, groupId, fields } = entry
  const document = kind === 'removed' ? before : after
  const [was, is] = [before.get(id), after.get(id)]
  const record = is ?? was
  return {
    type: typeWord(t, type),
    name: record ? recordName(t, document, record) : id,
    board: boardId === null ? null : (nameOfId(t, document, boardId) ?? boardId),
    group: groupId === null ? null : groupName(t, document, groupId),
    fields: fields.map(one => ({
      field: one.field,
      name: fieldWord(t, type, one.field),
      before: valueText({ t, language, document: before }, type, one.field, one.before, was),
      after: valueText({ t, language, document: after }, type, one.field, one.after, is),
    })),
  }
}
