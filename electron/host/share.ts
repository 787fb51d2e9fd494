/** What is sent to others: the whole document, a part of it, or a copy that leaves something out. */
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Doc } from '../../shared/document'
import { KnownError } from '../../shared/ipc/contract'
import type { RawRecord } from '../../shared/model'
import { partOf, redacted, type Leavable } from '../../shared/queries/share'
import { bytesOf } from './adopt'
import type { Documents } from './documents'
import { fileNameFrom, withExtension } from './fileNames'
import type { HostState } from './hostState'
import type { OpenFile } from './openFile'
import { pickedPath, refuseUnwritable } from './places'
import { putFile } from './putFile'
import { discard } from './store/discard'
import { isFull } from './store/diskError'
import { partKey } from './store/merging'
import { newDocument } from './store/newDocument'
import { Hindered } from './store/publish'
import { readRows, type WholeDocument } from './store/readRows'
import { writeFile, type DocumentRows } from './store/rows'
import { randomToken } from './store/tokens'

export interface Sharing {
  /** Journeys, canvases and segments to send; none sends all. */
  readonly roots: readonly string[]
  readonly leaveOut: readonly Leavable[]
}

const isWhole = ({ roots, leaveOut }: Sharing) => roots.length === 0 && leaveOut.length === 0

/**
 * The rows of the file to send. A part is the same document: it keeps ids, stamps and sessions, so that it can be
 * merged back, and says in `meta.part` that it is not all. A redacted copy is a document of its own without any past.
 * @param by when (ISO 8601 in UTC) and with which version of the app a redacted copy is made
 * @throws KnownError share.nothing when there is nothing of what was asked for
 */
export function sharedRows(
  whole: WholeDocument,
  sharing: Sharing,
  by: { readonly at: string; readonly appVersion: string },
): DocumentRows {
  if (isWhole(sharing)) return whole
  const { roots, leaveOut } = sharing
  const living = whole.records.filter(({ gone }) => gone === 0)
  const all = living.map(({ json }) => JSON.parse(json) as RawRecord)
  const records = roots.length > 0 ? partOf(new Doc(all), roots) : all
  if (records.length === 0) throw new KnownError('share.nothing')
  if (leaveOut.length > 0) {
    const rows = newDocument(redacted(records, leaveOut), { author: '', ...by })
    return { ...rows, blobs: picturesOf(rows.records, whole) }
  }
  const taken = new Set(records.map(({ id }) => id))
  const rows = living.filter(({ id }) => taken.has(id))
  return {
    meta: { ...whole.meta, [partKey]: '1' },
    records: rows,
    sessions: whole.sessions,
    blobs: picturesOf(rows, whole),
  }
}

/** The pictures that records of type `asset` name. */
function picturesOf(rows: DocumentRows['records'], { blobs }: WholeDocument) {
  const used = new Set(
    [...rows].flatMap(({ type, json }) =>
      type === 'asset' ? [(JSON.parse(json) as RawRecord)['sha256']] : [],
    ),
  )
  return blobs.filter(({ sha256 }) => used.has(sha256))
}

export interface Shared {
  readonly name: string
  /** The name of the folder it was saved in; null where the page gets the bytes. */
  readonly folder: string | null
  readonly base64: string | null
}

/**
 * Makes the file and puts it where the person says; where there are no dialogs its bytes are the answer.
 * @param title what the file is to be called
 * @returns null when the person changed their mind
 * @throws KnownError share.*, file.*, disk.full
 */
export async function share(
  { host, documents }: { readonly host: HostState; readonly documents: Documents },
  file: OpenFile,
  sharing: Sharing,
  title: string,
): Promise<Shared | null> {
  // of what a newer version wrote we know only a part, and would send less than there is
  if (file.readOnly === 'file.newer') throw new KnownError('file.newer')
  const name = withExtension(fileNameFrom(title) || 'Journeyboard')
  const sealed = join(host.folders.incoming, `${randomToken()}.jboard`)
  try {
    await make(host, file, sharing, sealed)
    if (!host.shell.pickSave) return { name, folder: null, base64: await readFile(sealed, 'base64') }
    const picked = await host.shell.pickSave(join(dirname(file.path), name))
    if (picked === null) return null
    const target = await pickedPath(picked)
    documents.refuseOurFolder(target)
    if (documents.at(target)) throw new KnownError('file.openElsewhere', { name: basename(target) })
    await refuseUnwritable(target)
    await put(host, sealed, target)
    return { name: basename(target), folder: basename(dirname(target)), base64: null }
  } finally {
    discard(sealed)
  }
}

async function make({ thread, at, version }: HostState, file: OpenFile, sharing: Sharing, into: string) {
  if (isWhole(sharing)) return void (await thread.run('snapshot', { working: file.working.path, into }))
  await file.asFile(whole =>
    writeFile(into, sharedRows(readRows(whole), sharing, { at: at(), appVersion: version })),
  )
}

async function put(host: HostState, sealed: string, target: string) {
  try {
    await putFile(host, { sealed, target, expected: [await bytesOf(target)] })
  } catch (error) {
    if (!(error instanceof Hindered)) throw error
    if (isFull(error)) throw new KnownError('disk.full')
    throw new KnownError('share.cannotWrite', { name: basename(target), reason: error.code ?? error.place })
  }
}
