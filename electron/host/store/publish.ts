/**
 * How a complete file gets to where the user keeps it. Runs on a thread of its own (publishWorker.ts): the parts that
 * take time are here, the decisions are with the caller.
 */
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { chmodSync, constants, copyFileSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { discard } from './discard'
import { reading } from './reading'
import { syncPath } from './rows'
import { sealFile } from './seal'

/** Why a file could not be brought up to date. */
export type Hindrance = 'unreachable' | 'readOnly' | 'changedElsewhere'

export class Hindered extends Error {
  readonly place: Hindrance
  /** The system's code, e.g. ENOSPC. */
  readonly code: string | undefined
  constructor(place: Hindrance, code?: string) {
    super(`${place} ${code ?? ''}`)
    this.place = place
    this.code = code
  }
}

export interface Snapshot {
  readonly sha256: string
  readonly bytes: number
  readonly revision: number
}

/** SHA-256 of a file's bytes, or null when there is no such file. Throws other errors of the file system. */
export function hashOf(path: string): string | null {
  try {
    // a pipe would never end
    if (!statSync(path).isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' })
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * Makes a complete, sealed file in DELETE mode from a working copy that may be written meanwhile.
 * @param into must not exist; lies in our own folder
 */
export function snapshot({ working, into }: { working: string; into: string }): Snapshot {
  try {
    const db = new Database(working, { fileMustExist: true })
    try {
      db.prepare('VACUUM INTO ?').run(into)
      // Here, so that the thread that answers the window seldom has to.
      db.pragma('wal_checkpoint(PASSIVE)')
    } finally {
      db.close()
    }
    sealFile(into)
    syncPath(into)
    return { sha256: hashOf(into) ?? '', bytes: statSync(into).size, revision: revisionOf(into) }
  } catch (error) {
    discard(into)
    throw error
  }
}

const revisionOf = (path: string): number =>
  reading(path, db =>
    Number(db.prepare<[], string>("SELECT value FROM meta WHERE key = 'revision'").pluck().get()),
  )

/**
 * Whether the target still is what we last saw.
 * @param expected the hashes it may have; null stands for no file
 * @returns what was found
 * @throws Hindered
 */
export function look({ target, expected }: { target: string; expected: Expected }): string | null {
  let found: string | null
  try {
    found = hashOf(target)
    if (found === null) statSync(dirname(target))
  } catch (error) {
    throw hindered(error)
  }
  if (expected.includes(found)) return found
  throw found === null ? new Hindered('unreachable', 'ENOENT') : new Hindered('changedElsewhere')
}

export type Expected = readonly (string | null)[]

export interface Put {
  /** A snapshot. */
  readonly sealed: string
  readonly target: string
  /** A name in the target's folder that nobody uses. */
  readonly temporary: string
  /** As in `look`. */
  readonly expected: Expected
}

/**
 * Puts a snapshot in the target's place in one step: copied beside it, synced, renamed over it. A reader sees the old
 * file or the new one, and nothing stays beside it.
 * @throws Hindered
 */
export function put({ sealed, target, temporary, expected }: Put): void {
  try {
    copyFileSync(sealed, temporary, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
    chmodSync(temporary, modeOf(target))
    syncPath(temporary)
    look({ target, expected })
    renameSync(temporary, target)
    syncPath(dirname(target))
  } catch (error) {
    // where it does not go, the caller keeps the name and tries again when it meets the folder next
    discard(temporary)
    throw hindered(error)
  }
}

/** The rights of the file that is replaced; those of an ordinary new file where there is none. */
function modeOf(target: string): number {
  const mode = statSync(target, { throwIfNoEntry: false })?.mode
  return mode === undefined ? 0o666 & ~process.umask() : mode & 0o777
}

const forbidden = new Set(['EROFS', 'EACCES', 'EPERM'])

function hindered(error: unknown): Hindered {
  if (error instanceof Hindered) return error
  const { code } = error as NodeJS.ErrnoException
  return new Hindered(code !== undefined && forbidden.has(code) ? 'readOnly' : 'unreachable', code)
}

/** What the thread can be asked. */
export const tasks = { snapshot, look, put }
