import { reading } from './reading'
import type { BlobRow, ChangeRow, DocumentRows, RecordRow, SessionRow } from './rows'

/** All rows of a file, as lists. */
export interface WholeDocument extends DocumentRows {
  readonly records: readonly RecordRow[]
  readonly changes: readonly ChangeRow[]
  readonly blobs: readonly BlobRow[]
  readonly sessions: readonly SessionRow[]
}

/** Reads everything from a file of our own, such as the guard makes. Writes nothing. Throws SQLite's errors. */
export const readRows = (path: string): WholeDocument =>
  reading(path, db => ({
    meta: Object.fromEntries(db.prepare<[], [string, string]>('SELECT key, value FROM meta').raw().all()),
    records: db.prepare<[], RecordRow>('SELECT * FROM record ORDER BY id').all(),
    changes: db.prepare<[], ChangeRow>('SELECT * FROM change ORDER BY rev').all(),
    blobs: db.prepare<[], BlobRow>('SELECT * FROM blob ORDER BY sha256').all(),
    sessions: db.prepare<[], SessionRow>('SELECT * FROM session ORDER BY actor').all(),
  }))
