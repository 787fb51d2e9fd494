/**
 * What the app knows beside the documents: settings, the files it has met, what it last wrote into each, which are
 * open now with their view, and the index of earlier versions. One process holds it at a time.
 */
import Database from 'better-sqlite3'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { KnownError, settings as settingsSchema, type Settings } from '../../../shared/ipc/contract'
import { randomToken } from './tokens'

/** Under this name the counts of a file say how many fields are in conflict; no record type is called so. */
export const conflictsKey = '?'

/** A file of the user's, found by its path. */
export interface FileRow {
  readonly path: string
  /** Its name towards the page, in the recent list. */
  readonly handle: string
  readonly documentId: string
  /** File name of the working copy in the app data folder; null when there is none. */
  readonly working: string | null
  /** Whether the working copy held something the file had not when it was last looked at. */
  readonly ahead: 0 | 1
  /** SHA-256 of the bytes we last saw or wrote; null before the first publish. */
  readonly sha256: string | null
  /** The revision those bytes hold. */
  readonly revision: number | null
  /** The same of a publish that has begun; it counts when the file turns out to have these bytes. */
  readonly pendingSha256: string | null
  readonly pendingRevision: number | null
  readonly title: string
  /** Number of records by type, as JSON. */
  readonly counts: string
  /** A Scene as JSON. */
  readonly thumbnail: string | null
  readonly openedAt: string
  readonly pinned: 0 | 1
  /** Whether the recent list shows it. */
  readonly listed: 0 | 1
  readonly openNow: 0 | 1
  /** What the page wants to remember of it, as JSON. */
  readonly view: string | null
}

export interface VersionRow {
  readonly id: string
  readonly documentId: string
  readonly path: string
  readonly at: string
  readonly revision: number
  readonly bytes: number
  /** What somebody called it; null for one that was kept by itself. */
  readonly name: string | null
}

const fileColumns = [
  'path',
  'handle',
  'documentId',
  'working',
  'ahead',
  'sha256',
  'revision',
  'pendingSha256',
  'pendingRevision',
  'title',
  'counts',
  'thumbnail',
  'openedAt',
  'pinned',
  'listed',
  'openNow',
  'view',
] as const satisfies (keyof FileRow)[]

const schema = `
  CREATE TABLE IF NOT EXISTS setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS file (
    path TEXT PRIMARY KEY, handle TEXT NOT NULL UNIQUE, documentId TEXT NOT NULL, working TEXT, ahead INTEGER NOT NULL,
    sha256 TEXT, revision INTEGER, pendingSha256 TEXT, pendingRevision INTEGER, title TEXT NOT NULL,
    counts TEXT NOT NULL, thumbnail TEXT, openedAt TEXT NOT NULL, pinned INTEGER NOT NULL, listed INTEGER NOT NULL,
    openNow INTEGER NOT NULL, view TEXT) STRICT;
  CREATE TABLE IF NOT EXISTS version (
    id TEXT PRIMARY KEY, documentId TEXT NOT NULL, path TEXT NOT NULL, at TEXT NOT NULL, revision INTEGER NOT NULL,
    bytes INTEGER NOT NULL, name TEXT) STRICT;
  CREATE TABLE IF NOT EXISTS temporary (path TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;`

function statementsOf(db: Database.Database) {
  const names = fileColumns.map(name => `@${name}`).join(', ')
  return {
    settings: db.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting'),
    putSetting: db.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)'),
    file: db.prepare<[string], FileRow>('SELECT * FROM file WHERE path = ?'),
    byHandle: db.prepare<[string], FileRow>('SELECT * FROM file WHERE handle = ?'),
    bySha256: db.prepare<[string], FileRow>('SELECT * FROM file WHERE sha256 = ? ORDER BY openedAt DESC'),
    files: db.prepare<[], FileRow>('SELECT * FROM file ORDER BY openedAt DESC, path'),
    putFile: db.prepare(`INSERT OR REPLACE INTO file (${fileColumns.join(', ')}) VALUES (${names})`),
    dropFile: db.prepare('DELETE FROM file WHERE path = ?'),
    versions: db.prepare<[], VersionRow>('SELECT * FROM version ORDER BY at DESC, revision DESC'),
    addVersion: db.prepare(
      'INSERT INTO version (id, documentId, path, at, revision, bytes, name) VALUES (@id, @documentId, @path, @at, @revision, @bytes, @name)',
    ),
    nameVersion: db.prepare('UPDATE version SET name = ? WHERE id = ?'),
    dropVersion: db.prepare('DELETE FROM version WHERE id = ?'),
    temporaries: db.prepare<[], string>('SELECT path FROM temporary').pluck(),
    addTemporary: db.prepare('INSERT OR REPLACE INTO temporary VALUES (?)'),
    dropTemporary: db.prepare('DELETE FROM temporary WHERE path = ?'),
  }
}

export class AppState {
  /** Whether the former state could not be read and this one began empty. */
  readonly rebuilt: boolean
  readonly #db: Database.Database
  readonly #do: ReturnType<typeof statementsOf>
  #settings: Settings

  /**
   * Opens the state in the app data folder, or begins one.
   * @param fallback settings for what was never set
   * @throws KnownError app.alreadyRunning while another process, or another host in this one, has it
   */
  constructor(dataFolder: string, fallback: Settings) {
    const path = join(dataFolder, 'app.sqlite')
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    let db = opened(path)
    this.rebuilt = !db
    if (!db) {
      const aside = `${path}.damaged-${randomToken(6)}`
      renameSync(path, aside)
      for (const tail of ['-wal', '-shm']) if (existsSync(path + tail)) renameSync(path + tail, aside + tail)
      db = opened(path)
    }
    if (!db) throw new Error('app state cannot be made')
    this.#db = db
    this.#do = statementsOf(db)
    const stored = Object.fromEntries(
      this.#do.settings.all().map(row => [row.key, JSON.parse(row.value) as unknown]),
    )
    const parsed = settingsSchema.safeParse({ ...fallback, ...stored })
    this.#settings = parsed.success ? parsed.data : fallback
  }

  settings(): Settings {
    return this.#settings
  }

  setSettings(change: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Settings {
    this.#db.transaction(() => {
      for (const [key, value] of Object.entries(change)) {
        if (value !== undefined) this.#do.putSetting.run(key, JSON.stringify(value))
      }
    })()
    const given = Object.entries(change).filter(([, value]) => value !== undefined)
    this.#settings = { ...this.#settings, ...Object.fromEntries(given) }
    return this.#settings
  }

  file(path: string): FileRow | undefined {
    return this.#do.file.get(path)
  }

  fileByHandle(handle: string): FileRow | undefined {
    return this.#do.byHandle.get(handle)
  }

  /** The file last opened among those whose bytes have this hash. */
  fileBySha256(sha256: string): FileRow | undefined {
    return this.#do.bySha256.get(sha256)
  }

  /** All files, last opened first. */
  files(): FileRow[] {
    return this.#do.files.all()
  }

  /** Writes some columns of a file's row; a new row takes empty values for the others. */
  putFile(path: string, change: Partial<Omit<FileRow, 'path' | 'handle'>>): FileRow {
    const row: FileRow = { ...(this.file(path) ?? emptyRow(path)), ...change }
    this.#do.putFile.run(row)
    return row
  }

  dropFile(path: string) {
    this.#do.dropFile.run(path)
  }

  /** Every earlier version, newest first. */
  versions(): VersionRow[] {
    return this.#do.versions.all()
  }

  addVersion(row: VersionRow) {
    this.#do.addVersion.run(row)
  }

  /** Null takes a version's name away. */
  nameVersion(id: string, name: string | null) {
    this.#do.nameVersion.run(name, id)
  }

  dropVersion(id: string) {
    this.#do.dropVersion.run(id)
  }

  /** Files half written beside the user's when the app ended. */
  temporaries(): string[] {
    return this.#do.temporaries.all()
  }

  addTemporary(path: string) {
    this.#do.addTemporary.run(path)
  }

  dropTemporary(path: string) {
    this.#do.dropTemporary.run(path)
  }

  close() {
    this.#db.close()
  }
}

const emptyRow = (path: string): FileRow => ({
  path,
  handle: `recent-${randomToken(16)}`,
  documentId: '',
  working: null,
  ahead: 0,
  sha256: null,
  revision: null,
  pendingSha256: null,
  pendingRevision: null,
  title: '',
  counts: '{}',
  thumbnail: null,
  openedAt: '',
  pinned: 0,
  listed: 1,
  openNow: 0,
  view: null,
})

/** Versions had no names in the first release. */
function addNames(db: Database.Database) {
  const columns = db.prepare<[], string>("SELECT name FROM pragma_table_info('version')").pluck().all()
  if (!columns.includes('name')) db.exec('ALTER TABLE version ADD COLUMN name TEXT')
}

/**
 * Undefined when the file is there but damaged. Exclusive locking makes the file its own lock: the system lets go of
 * it when the process ends, however it ends, so there is no stale lock to judge.
 */
function opened(path: string): Database.Database | undefined {
  const db = new Database(path, { timeout: 500 })
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.exec(schema)
    addNames(db)
    if (db.pragma('quick_check', { simple: true }) === 'ok') return db
  } catch (error) {
    db.close()
    const code = error instanceof Database.SqliteError ? error.code : ''
    if (code.startsWith('SQLITE_BUSY')) throw new KnownError('app.alreadyRunning')
    if (code !== 'SQLITE_NOTADB' && !code.startsWith('SQLITE_CORRUPT') && code !== 'SQLITE_ERROR') throw error
    return undefined
  }
  db.close()
  return undefined
}
