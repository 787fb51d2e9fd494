/**
 * The content hash. SQLite has no checksum of its own: a changed byte inside a text passes every check it offers, so
 * a file carries a SHA-256 of all its rows in `meta.contentHash`.
 */
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'

/** The rows in key order; a key's order is its bytes' order, so every machine reads them alike. */
const queries = {
  meta: "SELECT key, value FROM meta WHERE key <> 'contentHash' ORDER BY key",
  record: 'SELECT id, type, json, stamps, rev, gone FROM record ORDER BY id',
  change: 'SELECT rev, step, at, actor, author, command, of, patch FROM change ORDER BY rev',
  blob: 'SELECT sha256, mime, bytes FROM blob ORDER BY sha256',
  session: 'SELECT actor, author, counter, at FROM session ORDER BY actor',
} as const

/** Hashing many small texts one by one is slow; they are gathered to about this many UTF-16 units. */
const gathered = 1 << 16

/**
 * The SHA-256 of the canonical content, as 64 hexadecimal digits: for each table its name, then each row in key
 * order, each value with its kind and length before it, so that no two contents have one form. The layout of pages,
 * free space and indexes does not count.
 * @throws SQLite's error when a row cannot be read
 */
export function contentHash(db: Database.Database): string {
  const hash = createHash('sha256')
  let text = ''
  const add = (part: string) => {
    text += part
    if (text.length > gathered) flush()
  }
  const flush = () => {
    hash.update(text, 'utf8')
    text = ''
  }
  for (const [table, query] of Object.entries(queries)) {
    add(`table ${table}\n`)
    for (const row of db.prepare<[], unknown[]>(query).raw().iterate()) {
      add('row ')
      for (const value of row) {
        if (typeof value === 'string') add(`t${value.length}:${value}`)
        else if (typeof value === 'number') add(`n${value};`)
        else if (value instanceof Uint8Array) {
          add(`b${value.length}:`)
          flush()
          hash.update(value)
        } else add('-')
      }
    }
  }
  flush()
  return hash.digest('hex')
}

/**
 * Writes the content hash into an open file of ours, and before it the number of records, which tells a salvage of
 * the file how much there was. Several statements; callers who need one step wrap it.
 * @returns the hash
 */
export function sealDatabase(db: Database.Database): string {
  db.exec(
    "INSERT OR REPLACE INTO meta (key, value) SELECT 'recordCount', count(*) FROM record WHERE gone = 0",
  )
  const hash = contentHash(db)
  db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('contentHash', ?)").run(hash)
  return hash
}

/**
 * Seals a finished file nobody else uses yet, such as the result of `VACUUM INTO`. Leaves nothing beside it and does
 * not sync: the caller syncs before the rename.
 * @returns the hash
 */
export function sealFile(path: string): string {
  const db = new Database(path, { fileMustExist: true })
  try {
    // a rollback journal beside a file that is not in place yet would protect nobody
    db.pragma('journal_mode = MEMORY')
    db.pragma('synchronous = OFF')
    return sealDatabase(db)
  } finally {
    db.close()
  }
}

/** Whether the content is what its hash says; false when there is no hash. */
export function checkSeal(db: Database.Database): boolean {
  const stored = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'contentHash'").pluck().get()
  return stored !== undefined && stored === contentHash(db)
}
