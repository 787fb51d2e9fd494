/**
 * The private working copy of one open document: a SQLite file in the app data folder with the layout of a .jboard
 * file. What is committed here is saved; it survives a kill and a power cut.
 */
import Database from 'better-sqlite3'
import {
  Doc,
  historyOf,
  squash,
  telling,
  type Change,
  type ConflictChange,
  type FieldChange,
  type History,
  type OpenConflict,
  type Patch,
} from '../../../shared/document'
import {
  noWish,
  preview,
  seenBy,
  settling,
  type MergedRecord,
  type MergeWish,
  type PreviewRecord,
} from '../../../shared/document/merge'
import { groupById, withChanges } from '../../../shared/document/patch'
import {
  decided,
  isGone,
  nextLamport,
  removedStamps,
  returnedStamps,
  rewritten,
  stamped,
  type Dot,
  type Stamps,
} from '../../../shared/document/stamps'
import { KnownError } from '../../../shared/ipc/contract'
import type { RawRecord } from '../../../shared/model'
import { checkChange, checkConflict, checkPast, checkRecord, checkStamps } from './checkRecord'
import { checkDocument, OutdatedDocument } from './checkDocument'
import { authorsOf, type FieldAuthor } from './authors'
import { durable } from './createWorkingCopy'
import { diskError, hindrance } from './diskError'
import { conflictsOf } from './conflicts'
import { joinWith, memoryIn, memoryOf, readCopy, requireRoom, sessionsIn } from './merging'
import { addPicture, dropUnusedPictures, readPicture, takePictures } from './pictures'
import type { BlobRow } from './rows'
import { keptChanges } from './schema'
import { statementsOf, type StoredRecord } from './statements'
import { randomToken } from './tokens'

/** The working copy's file cannot be read as one of ours. */
export class DamagedWorkingCopy extends Error {}

/** Who writes and when; times are shown to people and decide nothing. */
export interface Signature {
  readonly author: string
  /** ISO 8601 in UTC. */
  readonly at: string
}

/** Where the document's numbering stands. */
interface Place {
  readonly revision: number
  readonly counter: number
  readonly lamport: number
}

export class WorkingCopy {
  readonly path: string
  readonly documentId: string
  /** Whether it is a part of the document of this id. */
  readonly isPart: boolean
  /** This editing session: from this opening to the closing, also when that is a crash. */
  readonly actor = randomToken()
  readonly #db: Database.Database
  readonly #do: ReturnType<typeof statementsOf>
  #place: Place

  /**
   * Opens a working copy and begins an editing session.
   * @throws DamagedWorkingCopy when the file is missing or damaged; OutdatedDocument when another version of the app
   *   made it; KnownError disk.full, disk.failed when the disk keeps it from being opened
   */
  constructor(path: string) {
    this.path = path
    let db: Database.Database | undefined
    try {
      db = new Database(path, { fileMustExist: true })
      durable(db)
      const meta = checkDocument(db)
      trimLog(db)
      dropUnusedPictures(db)
      this.documentId = meta.documentId
      this.isPart = meta.isPart
      this.#place = { revision: meta.revision, lamport: meta.lamport, counter: 0 }
      this.#db = db
      this.#do = statementsOf(db)
    } catch (error) {
      db?.close()
      if (error instanceof OutdatedDocument) throw error
      const hindered = hindrance(error, path)
      if (hindered) throw hindered
      throw new DamagedWorkingCopy(error instanceof Error ? error.message : String(error), { cause: error })
    }
  }

  /** Counts up by one with every change. */
  get revision() {
    return this.#place.revision
  }

  /** Every record there is, as one JSON array, in order of id. */
  recordsJson(): string {
    return `[${this.#do.json.all().join(',')}]`
  }

  records(): RawRecord[] {
    return JSON.parse(this.recordsJson()) as RawRecord[]
  }

  /** A record that is there. */
  record(id: string): RawRecord | undefined {
    const row = this.#do.record.get(id)
    return row?.gone === 0 ? (JSON.parse(row.json) as RawRecord) : undefined
  }

  /** Undo and redo steps that the log of changes leaves. */
  history(): History {
    return historyOf(
      this.#do.changes.all().map(({ patch, of, ...row }) => ({
        ...row,
        ...(of === null ? {} : { of }),
        patch: JSON.parse(patch) as Patch,
      })),
    )
  }

  /** How many records of each type there are. */
  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#do.counts.all().map(({ type, n }) => [type, n]))
  }

  /** The document's title; empty when it has none. */
  title(): string {
    const project: unknown = JSON.parse(this.#do.project.get() ?? '{}')
    const title = (project as { title?: unknown }).title
    return typeof title === 'string' ? title : ''
  }

  /**
   * Commits changes in one transaction, whole or not at all.
   * @param base the revision the changes were made on
   * @returns the new revision; each change counts one
   * @throws KnownError document.stale, document.invalid, disk.full, disk.failed
   */
  save(base: number, changes: readonly Change[], by: Signature): number {
    if (base !== this.#place.revision) {
      throw new KnownError('document.stale', { base, revision: this.#place.revision })
    }
    this.#place = this.#onDisk(() =>
      this.#db
        .transaction(() => changes.reduce((place, change) => this.#commit(place, change, by), this.#place))
        .immediate(),
    )
    return this.#place.revision
  }

  /**
   * Keeps a picture in one transaction.
   * @returns its SHA-256
   * @throws KnownError picture.noRoom, disk.full, disk.failed
   */
  addPicture(picture: Omit<BlobRow, 'sha256'>): string {
    return this.#onDisk(() => this.#db.transaction(() => addPicture(this.#db, picture)).immediate())
  }

  /** The bytes of a picture; undefined when it is not there. */
  picture(sha256: string): Buffer | undefined {
    return readPicture(this.#db, sha256)
  }

  /** Takes over the pictures of another file of our own. Throws KnownError disk.full, disk.failed. */
  takePictures(path: string): void {
    this.#onDisk(() => takePictures(this.#db, path))
  }

  /**
   * What taking in another copy of this document would do. Writes nothing.
   * @param incoming a file of our own making, such as the guard's
   */
  previewMerge(incoming: string): readonly PreviewRecord[] {
    const { entries } = joinWith(this.#db, readCopy(incoming))
    return preview(entries, memoryOf(this.#db), memoryIn(incoming))
  }

  /**
   * Takes in another copy of this document in one transaction, as one undo step.
   * @param incoming a file of our own making, such as the guard's
   * @param wish what was chosen of it; all comes in otherwise, and what contradicts stays open
   * @returns what came in; nothing where that was all there already, and then nothing is written
   * @throws KnownError document.invalid, file.tooManyRecords, picture.noRoom, disk.full, disk.failed
   */
  merge(incoming: string, by: Signature, wish: MergeWish = noWish): readonly MergedRecord[] {
    const received = readCopy(incoming)
    const write = () => {
      const { records, patch, entries } = joinWith(this.#db, received)
      if (records.length === 0) return entries
      const place = {
        revision: this.#place.revision + 1,
        counter: this.#place.counter + 1,
        lamport: nextLamport(this.#place.lamport, received.lamport),
      }
      for (const { record, stamps } of records) {
        checkRecord(record)
        checkStamps(record.id, stamps)
        this.#put(record, stamps, place.revision, isGone(stamps) ? 1 : 0)
      }
      takePictures(this.#db, incoming)
      requireRoom(this.#db)
      for (const session of received.taken) this.#do.joinSession.run(session)
      const step = { step: randomToken(), command: 'document.merge' }
      const wished = settling(new Doc(this.records()), entries, wish)
      const chosen = this.#telling({ ...step, patch: wished }).patch
      this.#write(chosen, place)
      this.#requireOneProject(patch)
      this.#log({ ...step, patch: squash(patch, chosen) }, place, by)
      this.#place = place
      return entries
    }
    const before = this.#place
    try {
      return this.#onDisk(() => this.#db.transaction(write).immediate())
    } catch (error) {
      this.#place = before
      throw error
    }
  }

  /** Whether this has seen a change that another copy has not. @param other a file of our own making */
  hasMoreThan(other: string): boolean {
    const seen = seenBy(readCopy(other).sessions)
    return sessionsIn(this.#db).some(({ actor, counter }) => counter > (seen[actor] ?? 0))
  }

  /** Who wrote the fields of a record last; empty where there is no such record. */
  authors(id: string): readonly FieldAuthor[] {
    return authorsOf(this.#db, id)
  }

  /** What two people wrote into one field without knowing of each other, until somebody settles it. */
  conflicts(): readonly OpenConflict[] {
    return conflictsOf(this.#db)
  }

  /** Ends the session. The log is carried over into the file. */
  close() {
    this.#db.close()
  }

  #onDisk<R>(write: () => R): R {
    try {
      return write()
    } catch (error) {
      throw diskError(error)
    }
  }

  #commit(before: Place, change: Change, by: Signature): Place {
    const lamport = nextLamport(before.lamport)
    const place = { revision: before.revision + 1, counter: before.counter + 1, lamport }
    const told = this.#telling(change)
    this.#write(told.patch, place)
    this.#log(told, place, by)
    return place
  }

  /** A change that says also what it settles, for undo. */
  #telling(change: Change): Change {
    const { updated, removed } = change.patch
    const touched = new Set([...updated, ...removed].map(({ id }) => id))
    const isOpen = [...touched].some(id => this.#do.record.get(id)?.stamps.includes('"?":'))
    return telling(change, isOpen ? this.conflicts() : [])
  }

  /** Brings the records to what a patch makes of them. */
  #write(patch: Patch, { counter, lamport, revision }: Place) {
    const dot: Dot = [this.actor, counter, lamport]
    checkPast(patch)
    for (const { id } of patch.removed) this.#remove(id, dot, revision)
    for (const record of patch.added) this.#add(record, dot, revision, patch.conflicts !== undefined)
    for (const [id, changes] of groupById(patch.updated)) this.#update(id, changes, dot, revision)
    for (const [id, changes] of groupById(patch.conflicts ?? [])) this.#decide(id, changes, dot, revision)
    this.#requireOneProject(patch)
  }

  /** Writes down what was changed, by whom, and where the numbering stands now. */
  #log({ step, command, of, patch }: Change, place: Place, { author, at }: Signature) {
    const { actor } = this
    // also what changes nothing that people see: each counter has its row, by which others find it
    const row = { rev: place.revision, step, at, actor, author, command, of: of ?? null }
    this.#do.addChange.run({ ...row, patch: JSON.stringify(patch) })
    this.#do.putSession.run({ actor, author, counter: place.counter, at })
    this.#do.putMeta.run('revision', String(place.revision))
    this.#do.putMeta.run('lamport', String(place.lamport))
  }

  /** A removed record keeps its row and values, so that a merge can bring it back; its stamps say what was covered. */
  #remove(id: string, dot: Dot, revision: number) {
    const row = this.#living(id)
    this.#put(
      JSON.parse(row.json) as RawRecord,
      removedStamps(JSON.parse(row.stamps) as Stamps, dot),
      revision,
      1,
    )
  }

  #add(record: RawRecord, dot: Dot, revision: number, alone: boolean) {
    checkRecord(record)
    const row = this.#do.record.get(record.id)
    if (row?.gone === 0) throw new KnownError('document.invalid', { record: record.id, field: 'id' })
    const stamps = row
      ? returnedStamps(
          JSON.parse(row.stamps) as Stamps,
          rewritten(JSON.parse(row.json) as RawRecord, record),
          dot,
          alone,
        )
      : { '*': dot }
    this.#put(record, stamps as Stamps, revision, 0)
  }

  #update(id: string, changes: readonly FieldChange[], dot: Dot, revision: number) {
    const row = this.#living(id)
    const before = JSON.parse(row.json) as RawRecord
    for (const change of changes) checkChange(before.type, change)
    const fields = changes.map(({ field }) => field)
    this.#put(
      withChanges(before, changes),
      stamped(JSON.parse(row.stamps) as Stamps, fields, dot),
      revision,
      0,
    )
  }

  /** Settles conflicts or opens them again; those of a record that went with the same change went with it. */
  #decide(id: string, changes: readonly ConflictChange[], dot: Dot, revision: number) {
    const row = this.#do.record.get(id)
    if (row?.gone !== 0) return
    const record = JSON.parse(row.json) as RawRecord
    for (const change of changes) checkConflict(record.type, change)
    this.#put(record, decided(JSON.parse(row.stamps) as Stamps, changes, dot), revision, 0)
  }

  /** A document is about one thing; a file that says otherwise would not open again. */
  #requireOneProject({ added, removed }: Patch) {
    const project = [...added, ...removed].find(({ type }) => type === 'project')
    if (project && this.#do.projects.get() !== 1) {
      throw new KnownError('document.invalid', { record: project.id, field: 'type' })
    }
  }

  #living(id: string): StoredRecord {
    const row = this.#do.record.get(id)
    if (row?.gone !== 0) throw new KnownError('document.invalid', { record: id, field: 'id' })
    return row
  }

  #put(record: RawRecord, stamps: Stamps, revision: number, gone: 0 | 1) {
    const json = JSON.stringify(record)
    this.#do.putRecord.run(record.id, record.type, json, JSON.stringify(stamps), revision, gone)
  }
}

/** Keeps the last changes for undo; a step is kept whole or not at all. */
function trimLog(db: Database.Database) {
  db.prepare(
    `DELETE FROM change WHERE rev < (
       SELECT MIN(rev) FROM change WHERE step = (SELECT step FROM change ORDER BY rev DESC LIMIT 1 OFFSET ?)
     )`,
  ).run(keptChanges - 1)
}
