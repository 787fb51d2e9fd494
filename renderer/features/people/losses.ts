/** What a document loses when a record goes, found by trying: the same command, its patch looked at and thrown away. */
import { removeRecords } from '../../../shared/commands'
import type { DocumentView } from '../../../shared/document'
import type { RecordType } from '../../../shared/model'

export interface Losses {
  /** How many records of a type are deleted along with it. */
  removed(type: RecordType): number
  /** How many other records forget it in a field. */
  cleared(type: RecordType, field: string): number
  /** Whether nothing else changes. */
  readonly none: boolean
}

export function lossesOf(document: DocumentView, id: string): Losses {
  const { removed, updated } = removeRecords.run(document, { ids: [id] })
  return {
    removed: type => removed.filter(record => record.type === type && record.id !== id).length,
    cleared: (type, field) =>
      updated.filter(change => change.field === field && document.get(change.id)?.type === type).length,
    none: removed.length <= 1 && updated.length === 0,
  }
}
