import type { DocumentView } from '../../document'
import type { DocumentDifference } from './documentDifference'

/** Records that are no thing of their own to people: what they come and go with. */
const partOf: Readonly<Record<string, string>> = { placement: 'noteId', experience: 'touchpointId' }

/**
 * A difference as people think of it: that a new note stands somewhere, and that a new touchpoint is rated, goes
 * without saying; so does it of those that were removed.
 */
export function shownEntries(
  list: DocumentDifference,
  before: DocumentView,
  after: DocumentView,
): DocumentDifference {
  const kinds = new Map(list.map(({ id, kind }) => [id, kind]))
  return list.filter(({ id, type, kind }) => {
    if (kind !== 'added' && kind !== 'removed') return true
    const whole = (kind === 'added' ? after : before).get(id)?.[partOf[type] ?? '']
    return typeof whole !== 'string' || kinds.get(whole) !== kind
  })
}
