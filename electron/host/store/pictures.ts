/** The pictures of a document: bytes named by their SHA-256, each once. Records of type `asset` say what they are. */
import type Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { KnownError } from '../../../shared/ipc/contract'
import { reading } from './reading'
import type { BlobRow } from './rows'

/** All pictures of a document together, in bytes; a file must stay small enough to be opened again (F51). */
export const maxPicturesBytes = 100 * 1024 * 1024

const insert = 'INSERT OR IGNORE INTO blob (sha256, mime, bytes) VALUES (@sha256, @mime, @bytes)'

/**
 * Keeps a picture. One that is there already is kept once.
 * @returns its SHA-256
 * @throws KnownError picture.noRoom, or SQLite's error
 */
export function addPicture(db: Database.Database, { mime, bytes }: Omit<BlobRow, 'sha256'>): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (readPicture(db, sha256)) return sha256
  const used = db.prepare<[], number>('SELECT COALESCE(SUM(LENGTH(bytes)), 0) FROM blob').pluck().get() ?? 0
  if (used + bytes.length > maxPicturesBytes) {
    throw new KnownError('picture.noRoom', { megabytes: maxPicturesBytes / 1024 / 1024 })
  }
  db.prepare(insert).run({ sha256, mime, bytes })
  return sha256
}

/** The bytes of a picture; undefined when it is not there. */
export const readPicture = (db: Database.Database, sha256: string): Buffer | undefined =>
  db.prepare<[string], Buffer>('SELECT bytes FROM blob WHERE sha256 = ?').pluck().get(sha256)

/** Takes over what pictures a file of our own has and this one lacks, e.g. an earlier version that is brought back. */
export function takePictures(db: Database.Database, path: string): void {
  reading(path, other => {
    const put = db.prepare(insert)
    const rows = other.prepare<[], BlobRow>('SELECT sha256, mime, bytes FROM blob').iterate()
    db.transaction(() => {
      for (const row of rows) put.run(row)
    })()
  })
}

/**
 * Lets go of pictures that nothing names any more: no record that is there, whatever its type, and no change that can
 * still be undone or redone.
 */
export function dropUnusedPictures(db: Database.Database): void {
  db.exec(
    `DELETE FROM blob WHERE sha256 NOT IN (
       SELECT json_extract(json, '$.sha256') FROM record
       WHERE type = 'asset' AND gone = 0 AND json_extract(json, '$.sha256') IS NOT NULL
     )
     AND NOT EXISTS (SELECT 1 FROM record WHERE gone = 0 AND instr(json, sha256) > 0)
     AND NOT EXISTS (SELECT 1 FROM change WHERE instr(patch, sha256) > 0)`,
  )
}
