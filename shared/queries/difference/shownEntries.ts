import type { DocumentView } from '../../document'
import type { DocumentDifference, RecordDifference } from './documentDifference'

/** Records that are no thing of their own to people: what they come and go with. */
const partOf: Readonly<Record<string, string>> = { placement: 'noteId', experience: 'touchpointId' }

/**
 * A difference as people think of it: that a new note stands somewhere, and that a new touchpoint is rated, goes
 * without saying, as it does of those that were removed; a note that was thrown away on a canvas is removed there; and
 * a note that went to another block moved once.
 */
export function shownEntries(
  list: DocumentDifference,
  before: DocumentView,
  after: DocumentView,
): DocumentDifference {
  const kinds = new Map(list.map(({ id, kind }) => [id, kind]))
  const shown = list.map(withBin)
  const movedNotes = new Set(
    shown.flatMap(({ id, type, kind, fields }) => {
      const moved =
        kind !== 'removed' && type === 'placement' && fields.some(({ field }) => field === 'block')
      return moved ? [after.get(id)?.['noteId']] : []
    }),
  )
  return shown.flatMap(entry => {
    const { id, type, kind } = entry
    if (type === 'note' && movedNotes.has(id)) {
      const fields = entry.fields.filter(({ field }) => field !== 'block')
      return fields.length === 0 && kind === 'changed' ? [] : [{ ...entry, fields }]
    }
    if (kind !== 'added' && kind !== 'removed') return [entry]
    const whole = (kind === 'added' ? after : before).get(id)?.[partOf[type] ?? '']
    return typeof whole === 'string' && kinds.get(whole) === kind ? [] : [entry]
  })
}

/** A placement that went into the bin of its canvas, or came out of it, says that it was removed or added. */
function withBin(entry: RecordDifference): RecordDifference {
  const bin = entry.type === 'placement' && entry.fields.find(({ field }) => field === 'trashed')
  if (!bin) return entry
  return { ...entry, kind: bin.after === true ? 'removed' : 'added', fields: [] }
}
