/** Reading two files for a merge: what each holds, what each has seen, what each remembers. */
import type Database from 'better-sqlite3'
import type { Patch } from '../../../shared/document'
import {
  merged,
  seenBy,
  type Kept,
  type KnownSession,
  type Memory,
  type Merged,
  type NameOf,
} from '../../../shared/document/merge'
import type { Stamps } from '../../../shared/document/stamps'
import { KnownError } from '../../../shared/ipc/contract'
import type { RawRecord } from '../../../shared/model'
import { maxRecords } from '../guard/validate'
import { maxPicturesBytes } from './pictures'
import { reading } from './reading'
import { keptChanges } from './schema'

/** The key in `meta` that marks a part of a document: it adds and changes, and what it lacks was not removed. */
export const partKey = 'part'

/** A record as it lies in its row. */
export type Row = { readonly id: string; readonly json: string; readonly stamps: string }

/** A copy that came in. */
export interface Received {
  readonly path: string
  readonly documentId: string
  readonly isPart: boolean
  readonly lamport: number
  readonly sessions: readonly KnownSession[]
  /** The sessions to be remembered: of those whose work is not all in a part, nothing was seen by taking it in. */
  readonly taken: readonly KnownSession[]
}

/** Reads what a file of our own making says of itself. Throws SQLite's errors. */
export function readCopy(path: string): Received {
  return reading(path, db => {
    const meta = Object.fromEntries(
      db.prepare<[], [string, string]>('SELECT key, value FROM meta').raw().all(),
    )
    const isPart = meta[partKey] === '1'
    const sessions = sessionsIn(db)
    return {
      path,
      documentId: meta['documentId'] ?? '',
      isPart,
      lamport: Number(meta['lamport'] ?? 0),
      sessions,
      taken: isPart ? takenOfPart(db, sessions) : sessions,
    }
  })
}

/**
 * A part begins without a log, so a session that has all its changes in the log did them all in the part. Of others it
 * tells who wrote what, but not that everything they wrote is here.
 */
function takenOfPart(db: Database.Database, sessions: readonly KnownSession[]): KnownSession[] {
  const changes = new Map(
    db.prepare<[], [string, number]>('SELECT actor, COUNT(*) FROM change GROUP BY actor').raw().all(),
  )
  return sessions.map(one => ({ ...one, counter: changes.get(one.actor) === one.counter ? one.counter : 0 }))
}

/** The sessions of a document and its log, oldest first. */
export function memoryOf(db: Database.Database): Memory {
  const rows = db
    .prepare<[], { actor: string; patch: string }>('SELECT actor, patch FROM change ORDER BY rev')
    .all()
  return {
    sessions: sessionsIn(db),
    changes: rows.map(({ actor, patch }) => ({ actor, patch: JSON.parse(patch) as Patch })),
    isCut: rows.length >= keptChanges,
  }
}

/** The same of a file. */
export const memoryIn = (path: string): Memory => reading(path, memoryOf)

/** The editing sessions a document knows of. */
export const sessionsIn = (db: Database.Database): KnownSession[] =>
  db.prepare<[], KnownSession>('SELECT actor, author, counter, at FROM session').all()

/** Joins a copy that came in with a document, row by row; rows that are letter for letter the same are passed over. */
export function joinWith(db: Database.Database, { path, sessions, isPart }: Received): Merged {
  const row = db.prepare<[string], Row>('SELECT id, json, stamps FROM record WHERE id = ?')
  return reading(path, other => {
    // a part takes nothing away, also not what somebody removed in it
    const there = isPart ? 'WHERE gone = 0' : ''
    const rows = other.prepare<[], Row>(`SELECT id, json, stamps FROM record ${there} ORDER BY id`)
    function* pairs(): Iterable<readonly [Kept | undefined, Kept]> {
      for (const theirs of rows.iterate()) {
        const mine = row.get(theirs.id)
        if (mine?.json === theirs.json && mine.stamps === theirs.stamps) continue
        yield [mine && keptIn(mine), keptIn(theirs)]
      }
    }
    const own = sessionsIn(db)
    return merged(pairs(), seenBy(own), seenBy(sessions), namesIn([...sessions, ...own]))
  })
}

/** Who made a change, as far as sessions tell; later ones win. */
export function namesIn(sessions: readonly KnownSession[]): NameOf {
  const byActor = new Map(sessions.map(({ actor, author, at }) => [actor, { author, at }]))
  return ([actor]) => byActor.get(actor) ?? { author: '', at: '' }
}

/** A record with its stamps. */
export const keptIn = ({ json, stamps }: Row): Kept => ({
  record: JSON.parse(json) as RawRecord,
  stamps: JSON.parse(stamps) as Stamps,
})

/** Refuses what has become too much to be opened again. Throws KnownError file.tooManyRecords, picture.noRoom. */
export function requireRoom(db: Database.Database): void {
  const [records, bytes] = db
    .prepare<[], [number, number]>(
      'SELECT (SELECT COUNT(*) FROM record), (SELECT COALESCE(SUM(LENGTH(bytes)), 0) FROM blob)',
    )
    .raw()
    .get()!
  if (records > maxRecords) throw new KnownError('file.tooManyRecords', { limit: maxRecords })
  if (bytes > maxPicturesBytes)
    throw new KnownError('picture.noRoom', { megabytes: maxPicturesBytes / 1024 / 1024 })
}
