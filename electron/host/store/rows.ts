/** The rows of a document file as data, and how a complete file is made of them. */
import Database from 'better-sqlite3'
import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { discard } from './discard'
import { applicationId, formatVersion, tables } from './schema'
import { sealDatabase } from './seal'

export interface RecordRow {
  readonly id: string
  readonly type: string
  /** The whole record as JSON. */
  readonly json: string
  /** Stamps as JSON. */
  readonly stamps: string
  readonly rev: number
  /** 1 when the record was removed and only its stamps count. */
  readonly gone: number
}

export interface ChangeRow {
  readonly rev: number
  readonly step: string
  readonly at: string
  readonly actor: string
  readonly author: string
  readonly command: string
  readonly of: string | null
  /** A Patch as JSON. */
  readonly patch: string
}

export interface BlobRow {
  readonly sha256: string
  readonly mime: string
  readonly bytes: Uint8Array
}

export interface SessionRow {
  readonly actor: string
  readonly author: string
  readonly counter: number
  readonly at: string
}

/** Everything a file holds. `meta.contentHash` need not be given; it is computed. */
export interface DocumentRows {
  readonly meta: Readonly<Record<string, string>>
  readonly records: Iterable<RecordRow>
  readonly changes?: Iterable<ChangeRow>
  readonly blobs?: Iterable<BlobRow>
  readonly sessions?: Iterable<SessionRow>
}

/** The columns of each table, in the order of the schema. */
export const columns = {
  meta: ['key', 'value'],
  record: ['id', 'type', 'json', 'stamps', 'rev', 'gone'],
  change: ['rev', 'step', 'at', 'actor', 'author', 'command', 'of', 'patch'],
  blob: ['sha256', 'mime', 'bytes'],
  session: ['actor', 'author', 'counter', 'at'],
} as const satisfies Record<keyof typeof tables, readonly string[]>

/** The insert of a whole row with named parameters. */
export const insertInto = (table: keyof typeof columns) =>
  `INSERT INTO ${table} VALUES (${columns[table].map(column => `@${column}`).join(', ')})`

/** The empty tables, the file's mark and the number of its layout. */
function createTables(db: Database.Database) {
  db.pragma(`application_id = ${applicationId}`)
  db.pragma(`user_version = ${formatVersion}`)
  for (const statement of Object.values(tables)) db.exec(statement)
}

/**
 * Makes a complete, sealed file in DELETE mode: written beside the target, synced, renamed over it. Nothing is left
 * beside it, whether it succeeds or throws.
 * @returns the content hash
 * @throws the file system's error, or SQLite's for rows that do not fit the tables
 */
export function writeFile(path: string, rows: DocumentRows): string {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`
  try {
    const db = new Database(temporary)
    let hash: string
    try {
      db.pragma('journal_mode = MEMORY')
      db.pragma('synchronous = OFF')
      hash = db.transaction(() => {
        fill(db, rows)
        return sealDatabase(db)
      })()
    } finally {
      db.close()
    }
    syncPath(temporary)
    renameSync(temporary, path)
    syncPath(dirname(path))
    return hash
  } catch (error) {
    discard(temporary)
    throw error
  }
}

/** Makes the tables of an empty database, with these rows in them. */
export function fill(db: Database.Database, rows: DocumentRows) {
  createTables(db)
  const insertAll = (table: keyof typeof columns, list: Iterable<object> = []) => {
    const insert = db.prepare(insertInto(table))
    for (const row of list) insert.run(row)
  }
  insertAll(
    'meta',
    Object.entries(rows.meta).map(([key, value]) => ({ key, value })),
  )
  insertAll('record', rows.records)
  insertAll('change', rows.changes)
  insertAll('blob', rows.blobs)
  insertAll('session', rows.sessions)
}

/** Brings a file or a folder to the disk; Windows cannot sync a folder and needs no such thing. */
export function syncPath(path: string) {
  let file: number
  try {
    file = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  } catch (error) {
    if (process.platform === 'win32') return
    throw error
  }
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
