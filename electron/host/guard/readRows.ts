/** The rows of an examined file, each checked on its way through, so that a large file never lies in memory whole. */
import type Database from 'better-sqlite3'
import { columns, type DocumentRows } from '../store/rows'
import { refusal, Unfit } from './refuse'
import {
  checkBlob,
  checkChange,
  checkMeta,
  checkRecord,
  checkSession,
  maxRecords,
  type Context,
  type Meta,
} from './validate'

/** Rows to be read once. The counts stand when they have been. */
export interface CheckedRows {
  readonly meta: Meta
  readonly rows: DocumentRows
  readonly counts: Readonly<Counts>
}

interface Counts {
  /** Living records. */
  records: number
  projects: number
  changes: number
  blobs: number
  /** Characters and names that were put right. */
  replaced: number
  /** Rows of a newer format that this version cannot show. */
  skipped: number
}

/**
 * @param tables the tables that can be read; `meta` and `record` are among them
 * @param newer whether a newer version wrote the file: what it knows better is left out and counted, not refused;
 * undo history and sessions are of no use then, since nothing can be changed
 * @throws KnownError or Unfit, at once or while the rows are read
 */
export function readRows(db: Database.Database, tables: ReadonlySet<string>, newer: boolean): CheckedRows {
  const counts: Counts = { records: 0, projects: 0, changes: 0, blobs: 0, replaced: 0, skipped: 0 }
  const meta = checkMeta(
    db.prepare<[], { key: string; value: string }>('SELECT key, value FROM meta LIMIT 101').all(),
    counts,
  )
  if (db.prepare<[], number>('SELECT count(*) FROM record').pluck().get()! > maxRecords) {
    throw refusal('file.tooManyRecords', { limit: maxRecords })
  }
  const context: Context = { versions: meta.versions, tally: counts }

  function* checked<T>(
    table: keyof typeof columns,
    check: (row: unknown, context: Context) => T,
  ): Generator<T> {
    if (!tables.has(table)) return
    const names = columns[table].map(name => `"${name}"`).join(', ')
    for (const row of db.prepare<[], unknown>(`SELECT ${names} FROM ${table}`).iterate()) {
      let fit: T
      try {
        fit = check(row, context)
      } catch (error) {
        if (!newer || !(error instanceof Unfit)) throw error
        counts.skipped++
        continue
      }
      yield fit
    }
  }

  function* records() {
    for (const row of checked('record', checkRecord)) {
      if (!row.gone) counts.records++
      if (!row.gone && row.type === 'project') counts.projects++
      yield row
    }
  }

  return {
    meta,
    counts,
    rows: {
      meta: meta.rows,
      records: records(),
      blobs: counted(checked('blob', checkBlob), () => counts.blobs++),
      changes: newer ? [] : counted(checked('change', checkChange), () => counts.changes++),
      sessions: newer ? [] : checked('session', checkSession),
    },
  }
}

/** The same items; `count` is called for each. */
export function* counted<T>(items: Iterable<T>, count: () => void): Generator<T> {
  for (const item of items) {
    count()
    yield item
  }
}
