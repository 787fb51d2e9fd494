/** Whether a file of our own can be relied on. Foreign files go through the guard instead. */
import type Database from 'better-sqlite3'
import { recordVersions, type RawRecord } from '../../../shared/model'
import { partKey } from './merging'
import { reading } from './reading'
import { applicationId, formatVersion } from './schema'

/** The file is whole, but another version of the app wrote its records. */
export class OutdatedDocument extends Error {}

export interface DocumentMeta {
  readonly documentId: string
  readonly isPart: boolean
  readonly revision: number
  readonly lamport: number
}

/**
 * Reads what a document says of itself, after making sure that all of it can be read.
 * @throws OutdatedDocument; SQLite's or a plain error when something is wrong
 */
export function checkDocument(db: Database.Database): DocumentMeta {
  const mark = db.pragma('application_id', { simple: true })
  if (mark !== applicationId) throw new Error('not a document')
  const check = db.pragma('quick_check', { simple: true })
  if (check !== 'ok') throw new Error(String(check))
  if (db.pragma('user_version', { simple: true }) !== formatVersion) throw new OutdatedDocument('layout')
  const rows = db.prepare<[], [string, string]>('SELECT key, value FROM meta').raw().all()
  const meta: Readonly<Record<string, string>> = Object.fromEntries(rows)
  const { documentId } = meta
  const revision = Number(meta['revision'])
  const lamport = Number(meta['lamport'])
  if (!documentId || !Number.isInteger(revision) || !Number.isInteger(lamport)) throw new Error('meta rows')
  if (isOutdated(meta['recordVersions'])) throw new OutdatedDocument('records')
  for (const { id, json } of db
    .prepare<[], { id: string; json: string }>('SELECT id, json FROM record')
    .iterate()) {
    if ((JSON.parse(json) as RawRecord).id !== id) throw new Error(`record ${id} is another`)
  }
  return { documentId, isPart: meta[partKey] === '1', revision, lamport }
}

/** Whether some record type has had an upgrade since; types of a newer version stay as they are. */
function isOutdated(versions: string | undefined): boolean {
  const written = JSON.parse(versions ?? '{}') as Readonly<Record<string, number>>
  return Object.entries(recordVersions).some(([type, version]) => (written[type] ?? 1) < version)
}

/**
 * The records of a complete file of our own, such as an earlier version. Writes nothing.
 * @throws as `checkDocument` does
 */
export function readRecords(path: string): RawRecord[] {
  return reading(path, db => {
    checkDocument(db)
    const rows = db.prepare<[], string>('SELECT json FROM record WHERE gone = 0 ORDER BY id').pluck().all()
    return rows.map(json => JSON.parse(json) as RawRecord)
  })
}
