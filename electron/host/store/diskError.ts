import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { KnownError } from '../../../shared/ipc/contract'

const full = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT'])
/** What SQLite says where it cannot ask for the size of the file it is about to write; its names are always new. */
const noSize = 'output file already exists'
const failed = new Set(['EIO', 'EROFS', 'EMFILE', 'ENFILE', 'EBUSY', 'EACCES', 'EPERM'])

/** Turns what SQLite or the system says of our own disk into a message for people; other errors stay as they are. */
export function diskError(error: unknown): unknown {
  const code = codeOf(error)
  if (full.has(code)) return new KnownError('disk.full')
  // by its code: what the publishing thread met comes as an error of no kind of its own
  return failed.has(code) ||
    // a read that fails comes as CORRUPT
    /^SQLITE_(IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN|PERM|PROTOCOL|BUSY|LOCKED)/.test(code) ||
    (code === 'SQLITE_ERROR' && (error as Error).message === noSize)
    ? new KnownError('disk.failed')
    : error
}

/** Whether something failed for want of room, on our disk or on the user's. */
export const isFull = (error: unknown): boolean => full.has(codeOf(error))

/** The code of SQLite or the system; '' where there is none. */
function codeOf(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null | undefined)?.code
  return typeof code === 'string' ? code : ''
}

/**
 * What opening a file of ours met on the disk, as a message for people, when that says nothing about the file's
 * content: no room, no rights, too many open files. Undefined where the file itself is missing or damaged, or cannot be
 * read where it lies.
 */
export function hindrance(error: unknown, path: string): KnownError | undefined {
  if (!(error instanceof Database.SqliteError) || !existsSync(path)) return undefined
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR_(READ|SHORT_READ|CORRUPTFS|DATA))/.test(error.code)) return undefined
  const told = diskError(error)
  return told instanceof KnownError ? told : undefined
}
