import { Doc, isEmpty, patchOf } from '../../../shared/document'
import { KnownError, type VersionEntry } from '../../../shared/ipc/contract'
import type { OpenFile } from '../openFile'
import { receive } from '../received'
import type { VersionRow } from '../store/appState'
import { readRecords } from '../store/checkDocument'
import { discard } from '../store/discard'
import type { Versions } from '../store/versions'
import { asFile, pickToOpen } from './given'
import type { CallsOf, Context, Handlers } from './handlers'

/** A version as the page knows it. */
export const versionEntryOf = ({ id, at, revision, bytes, name }: VersionRow): VersionEntry => ({
  handle: id,
  at,
  revision,
  bytes,
  name,
})

export function versionHandlers(context: Context): Handlers<CallsOf<'version'>> {
  const { host, documents } = context
  return {
    'version.name': async ({ document, version, name }) => {
      const file = documents.get(document)
      const id = version ?? (await keptNow(context, file))
      return versionEntryOf(host.versions.rename(file.working.documentId, id, name === '' ? null : name))
    },
    'version.records': ({ document, version }) => {
      const { documentId } = documents.get(document).working
      return { records: JSON.stringify(host.versions.records(documentId, version)) }
    },
    'version.other': async ({ document, file }) => {
      const { documentId } = documents.get(document).working
      if (file && 'base64' in file) {
        const { name, base64 } = file
        return asFile(host, base64, path => recordsIn(context, path, documentId, name))
      }
      if (!file) {
        const path = await pickToOpen(host)
        return path === null ? null : recordsIn(context, path, documentId)
      }
      const row = host.app.fileByHandle(file.recent)
      if (!row) throw new KnownError('recent.gone')
      return recordsIn(context, row.path, documentId)
    },
  }
}

export function recordHandlers({ documents }: Context): Handlers<CallsOf<'record'>> {
  return {
    'record.authors': ({ document, id }) => {
      const { working } = documents.get(document)
      return working.authors(id).map(({ actor, ...author }) => ({ ...author, mine: actor === working.actor }))
    },
  }
}

/** The version that holds what is open now; made where the user's file cannot be brought up to date. */
async function keptNow({ host }: Context, file: OpenFile): Promise<string> {
  // a publish keeps what it writes: naming that leaves no second version of the same
  await file.publish()
  const { documentId, revision, path } = file.working
  const now = new Doc(file.working.records())
  const kept = host.versions
    .of(documentId)
    .filter(one => one.revision === revision && one.path === file.path)
    // where another copy took the file's place, what was there before may count as many changes
    .find(one => holds(host.versions, one, now))
  if (kept) return kept.id
  const { id, path: into } = host.versions.newPath()
  const snapshot = await host.thread.run('snapshot', { working: path, into })
  host.versions.keep({ id, documentId, path: file.path, at: host.at(), ...facts(snapshot) })
  return id
}

/** Whether a version has these records; one that cannot be read has not. */
function holds(versions: Versions, { documentId, id }: VersionRow, now: Doc): boolean {
  try {
    return isEmpty(patchOf(new Doc(versions.records(documentId, id)), now))
  } catch {
    return false
  }
}

const facts = ({ revision, bytes }: { readonly revision: number; readonly bytes: number }) => ({
  revision,
  bytes,
})

async function recordsIn({ host }: Context, path: string, documentId: string, name?: string) {
  const copy = await receive(host, path, documentId, name)
  try {
    return { fileName: copy.fileName, records: JSON.stringify(readRecords(copy.path)) }
  } finally {
    discard(copy.path)
  }
}
