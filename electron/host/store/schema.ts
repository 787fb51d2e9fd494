/** The layout of a .jboard file; the working copy has the same. See docs/SPEC-file.md. */

/** 'JBRD' as a number, in the header of every file of ours. */
export const applicationId = 0x4a425244

/** Number of the layout below; a file with a higher one opens read-only. */
export const formatVersion = 1

/** The statements that make an empty file, and the only ones a file's own schema may hold, text for text. */
export const tables = {
  meta: 'CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
  record:
    'CREATE TABLE record (id TEXT PRIMARY KEY NOT NULL, type TEXT NOT NULL, json TEXT NOT NULL, stamps TEXT NOT NULL, rev INTEGER NOT NULL, gone INTEGER NOT NULL) STRICT, WITHOUT ROWID',
  change:
    'CREATE TABLE change (rev INTEGER PRIMARY KEY NOT NULL, step TEXT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, author TEXT NOT NULL, command TEXT NOT NULL, of TEXT, patch TEXT NOT NULL) STRICT',
  blob: 'CREATE TABLE blob (sha256 TEXT PRIMARY KEY NOT NULL, mime TEXT NOT NULL, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID',
  session:
    'CREATE TABLE session (actor TEXT PRIMARY KEY NOT NULL, author TEXT NOT NULL, counter INTEGER NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID',
} as const

/** Keys of `meta`. */
export type MetaKey =
  'documentId' | 'revision' | 'minimumReader' | 'recordVersions' | 'lamport' | 'appVersion' | 'contentHash'

/** Changes kept for undo; older ones go when the file is opened. */
export const keptChanges = 1000
