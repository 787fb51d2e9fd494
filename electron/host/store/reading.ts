import Database from 'better-sqlite3'

/** Reads a file of our own, which is closed again in any case. Writes nothing. Throws SQLite's errors. */
export function reading<R>(path: string, read: (db: Database.Database) => R): R {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}
