/** Reading and writing document files for the command line: received ones pass the guard, written ones appear whole. */
import { basename, dirname, join } from 'node:path'
import { Doc, isEmpty, type Change } from '../../shared/document'
import { KnownError } from '../../shared/ipc/contract'
import type { RawRecord } from '../../shared/model'
import { openForeign, type GuardedFile } from '../host/guard/openForeign'
import { exists, isInside, temporaryIn, truePath, whyReadOnly } from '../host/places'
import { Hindered, hashOf, put, snapshot } from '../host/store/publish'
import { readRows, type WholeDocument } from '../host/store/readRows'
import { writeFile, type DocumentRows } from '../host/store/rows'
import { randomToken } from '../host/store/tokens'
import { WorkingCopy } from '../host/store/workingCopy'
import type { CliContext } from './context'
import { keepVersion } from './keptVersions'

/**
 * Examines a file and lets `then` have what the guard made of it.
 * @throws KnownError file.* saying what is wrong with the file
 */
export async function guarded<R>(
  context: CliContext,
  path: string,
  then: (file: GuardedFile) => R | Promise<R>,
): Promise<R> {
  const result = await openForeign(path, { spawn: context.spawnGuard })
  try {
    if (!result.ok) throw new KnownError(result.error.code, result.error.params)
    // what a newer version wrote can be shown in part only, so counting or copying it would be wrong
    if (result.readOnly) throw new KnownError(result.readOnly)
    for (const notice of result.notices) context.tell(context.words(notice))
    return await then(result)
  } finally {
    await result.discard()
  }
}

/** All rows of a document file. */
export const rowsIn = (context: CliContext, path: string): Promise<WholeDocument> =>
  guarded(context, path, file => readRows(file.path))

/** The document in a file. */
export async function documentIn(context: CliContext, path: string): Promise<Doc> {
  return documentOf(await rowsIn(context, path))
}

const documentOf = ({ records }: WholeDocument) =>
  new Doc(records.filter(({ gone }) => !gone).map(({ json }) => JSON.parse(json) as RawRecord))

/**
 * Writes a new document file.
 * @param kept whether it is kept as an earlier version of the document
 * @throws KnownError file.exists, file.inAppFolder, cli.cannotWrite
 */
export async function writeNew(
  context: CliContext,
  given: string,
  rows: DocumentRows,
  kept = true,
): Promise<string> {
  const path = await newPlace(context, given)
  try {
    writeFile(path, rows)
  } catch (error) {
    throw cannotWrite(path, error)
  }
  const { documentId = '', revision = '0' } = rows.meta
  if (kept) await keepVersion(context, { source: path, path, documentId, revision: Number(revision) })
  return path
}

/** A change of a document: what it is called in the undo list, and what it does. */
export type Changing = (doc: Doc) => Pick<Change, 'command' | 'patch'>

/**
 * Changes a document file as one undo step, whole or not at all.
 * @param target another place for the changed document, where no file is; the file itself by default
 * @returns the revision and the patch; where nothing changes, no file is touched
 */
export async function changeFile(context: CliContext, given: string, change: Changing, target?: string) {
  const { result, ...place } = await workOn(
    context,
    given,
    working => {
      const step = change(new Doc(working.records()))
      const by = { author: '', at: new Date().toISOString() }
      if (!isEmpty(step.patch)) working.save(working.revision, [{ step: randomToken(), ...step }], by)
      return step.patch
    },
    { target },
  )
  return { ...place, patch: result }
}

interface Place {
  /** Another place for the changed document, where no file is; the file itself by default. */
  readonly target?: string | undefined
  /** Whether the document before and after is kept as earlier versions; true when left out. */
  readonly kept?: boolean
}

/**
 * Works on a private copy of a document file and puts the result in the file's place, whole or not at all. Earlier
 * versions keep what was there before and what is there now.
 * @returns the revision and what `work` gave; where the revision stayed, no file is touched
 * @throws KnownError cli.changedMeanwhile when somebody else wrote the file meanwhile, and those of reading and writing
 */
export async function workOn<R>(
  context: CliContext,
  given: string,
  work: (working: WorkingCopy) => R | Promise<R>,
  { target, kept = true }: Place,
) {
  const source = await truePath(given)
  const path = target === undefined ? source : await newPlace(context, target)
  refuseAppFolder(context, path)
  const before = path === source ? safeHash(source) : null
  return guarded(context, source, async file => {
    const hindered = path === source ? await whyReadOnly(source) : null
    if (hindered) throw new KnownError(hindered)
    const original = join(dirname(file.path), 'original.jboard')
    if (kept) writeFile(original, readRows(file.path))
    const working = new WorkingCopy(file.path)
    const { documentId, revision: from } = working
    let result: R
    let isSame: boolean
    try {
      result = await work(working)
      isSame = working.revision === from
    } finally {
      working.close()
    }
    if (isSame && path === source) return { path, revision: from, result }
    const sealed = join(dirname(file.path), 'sealed.jboard')
    const { revision } = snapshot({ working: file.path, into: sealed })
    replace(path, sealed, before)
    if (kept && path === source)
      await keepVersion(context, { source: original, path, documentId, revision: from })
    if (kept) await keepVersion(context, { source: sealed, path, documentId, revision })
    return { path, revision, result }
  })
}

function replace(target: string, sealed: string, before: string | null) {
  const temporary = temporaryIn(dirname(target))
  try {
    put({ sealed, target, temporary, expected: [before] })
  } catch (error) {
    if (error instanceof Hindered && error.place === 'changedElsewhere') {
      throw new KnownError('cli.changedMeanwhile', { name: basename(target) })
    }
    throw cannotWrite(target, error)
  }
}

/** What cannot be read here is answered by the guard, with the right words. */
function safeHash(path: string): string | null {
  try {
    return hashOf(path)
  } catch {
    return null
  }
}

/**
 * The true path of a place where no file is yet.
 * @throws KnownError file.exists, file.inAppFolder, cli.noFolder
 */
export async function newPlace(context: CliContext, given: string): Promise<string> {
  const path = await truePath(given)
  refuseAppFolder(context, path)
  if (await exists(path)) throw new KnownError('file.exists', { name: basename(path) })
  if (!(await exists(dirname(path))))
    throw new KnownError('cli.noFolder', { folder: basename(dirname(path)) })
  return path
}

function refuseAppFolder({ dataFolder }: CliContext, path: string) {
  if (isInside(dataFolder, path)) throw new KnownError('file.inAppFolder')
}

/** What to tell people when a place cannot be written to. */
export function cannotWrite(path: string, error: unknown): unknown {
  const code = (error as { code?: unknown }).code
  if (typeof code !== 'string') return error
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return new KnownError('disk.full')
  return new KnownError('cli.cannotWrite', { name: basename(path), reason: code })
}
