import Database from 'better-sqlite3'
import type { RawRecord } from '../../../shared/model'
import { readPicture } from './pictures'

/** What there is to see in a file of our own or a working copy: its records, and its pictures as they are asked for. */
export interface Readable {
  readonly records: readonly RawRecord[]
  readonly picture: (sha256: string) => Buffer | undefined
}

/** Reads a document while somebody else may write it. Writes nothing. Throws SQLite's errors. */
export function withDocument<R>(path: string, then: (document: Readable) => Promise<R>): Promise<R> {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  const run = async () => {
    const rows = db.prepare<[], string>('SELECT json FROM record WHERE gone = 0 ORDER BY id').pluck().all()
    return then({
      records: rows.map(json => JSON.parse(json) as RawRecord),
      picture: sha256 => readPicture(db, sha256),
    })
  }
  // pictures are asked for as long as it is painted
  return run().finally(() => db.close())
}
