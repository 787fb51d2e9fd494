/** Files to be examined: made, changed behind SQLite's back, and their folders watched. */
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeFile, type DocumentRows } from '../../electron/host/store/rows'
import { sealFile } from '../../electron/host/store/seal'
import { sampleRows } from './sampleRows'

/** Writes a healthy file. */
export function healthy(folder: string, rows: DocumentRows = sampleRows(), name = 'Received.jboard'): string {
  const path = join(folder, name)
  writeFile(path, rows)
  return path
}

/** Runs SQL on a file with every protection of SQLite off. */
export function altered(path: string, ...statements: readonly string[]): string {
  const db = new Database(path)
  try {
    db.unsafeMode(true)
    db.pragma('foreign_keys = OFF')
    for (const statement of statements) db.exec(statement)
  } finally {
    db.close()
  }
  return path
}

/** Gives an altered file a right content hash again, as an attacker would; files that cannot be hashed stay so. */
export function resealed(path: string): string {
  try {
    sealFile(path)
  } catch {
    // its tables are no tables any more
  }
  return path
}

/** Everything in a folder: names, sizes, times and bytes. */
export function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name)
    const found = lstatSync(path)
    hash.update(`${name} ${found.size} ${found.mtimeMs} ${found.mode}\n`)
    if (found.isFile()) hash.update(readFileSync(path))
  }
  return hash.digest('hex')
}

/** All rows of a file of ours, to compare; without the hash and count that sealing writes. */
export function contentOf(path: string): unknown {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const all = (sql: string) => db.prepare(sql).all()
    return {
      meta: all("SELECT * FROM meta WHERE key NOT IN ('contentHash', 'recordCount') ORDER BY key"),
      record: all('SELECT * FROM record ORDER BY id'),
      change: all('SELECT * FROM change ORDER BY rev'),
      blob: all('SELECT * FROM blob ORDER BY sha256'),
      session: all('SELECT * FROM session ORDER BY actor'),
    }
  } finally {
    db.close()
  }
}
