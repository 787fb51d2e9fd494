import { KnownError } from '../../../shared/ipc/contract'
import { recordVersions, type RawRecord } from '../../../shared/model'
import { checkRecord } from './checkRecord'
import type { DocumentRows } from './rows'
import { formatVersion } from './schema'
import { randomToken } from './tokens'

/**
 * The rows of a document that begins with these records. They are its start, so there is nothing to undo.
 * @throws KnownError document.invalid when a record does not fit, or there is not one project among them
 * @param by who makes it, when (ISO 8601 in UTC), with which version of the app
 */
export function newDocument(
  records: Iterable<RawRecord>,
  by: { readonly author: string; readonly at: string; readonly appVersion: string },
): DocumentRows {
  const list = [...records]
  const projects = list.filter(({ type }) => type === 'project')
  if (projects.length !== 1)
    throw new KnownError('document.invalid', { record: projects[1]?.id ?? 'project', field: 'type' })
  list.forEach(checkRecord)
  const actor = randomToken()
  const stamps = JSON.stringify({ '*': [actor, 1, 1] })
  return {
    meta: {
      documentId: randomToken(20),
      revision: '1',
      lamport: '1',
      minimumReader: String(formatVersion),
      recordVersions: JSON.stringify(recordVersions),
      appVersion: by.appVersion,
    },
    records: list.map(record => ({
      id: record.id,
      type: record.type,
      json: JSON.stringify(record),
      stamps,
      rev: 1,
      gone: 0,
    })),
    sessions: [{ actor, author: by.author, counter: 1, at: by.at }],
  }
}
