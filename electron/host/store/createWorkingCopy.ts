/** How the file of a working copy is made, and what every connection to one must be. */
import Database from 'better-sqlite3'
import { fill, type DocumentRows } from './rows'

/** Makes the file of a working copy. The file must not be there yet. Throws SQLite's errors. */
export function createWorkingCopy(path: string, rows: DocumentRows): void {
  const db = new Database(path)
  try {
    durable(db)
    db.transaction(() => fill(db, rows))()
  } finally {
    db.close()
  }
}

/**
 * Write-ahead log with a sync at every commit. The order matters: switching to WAL resets `synchronous` to NORMAL,
 * which loses acknowledged edits on power cut.
 */
export function durable(db: Database.Database) {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  const mode = db.pragma('journal_mode', { simple: true })
  const synchronous = db.pragma('synchronous', { simple: true })
  if (mode !== 'wal' || synchronous !== 2)
    throw new Error(`not durable: ${String(mode)} ${String(synchronous)}`)
  // The publisher's thread carries the log over, so a commit here seldom has to: 16 MB of log at most.
  db.pragma('wal_autocheckpoint = 4000')
}
