/** Copies of one document as files: opened through the guard, worked on in a real working copy, published, copied. */
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { canonical } from '../../electron/cli/dumpFormat'
import { examine } from '../../electron/host/guard/examine'
import { snapshot } from '../../electron/host/store/publish'
import { contentHash } from '../../electron/host/store/seal'
import { WorkingCopy } from '../../electron/host/store/workingCopy'
import { invert, type Change } from '../../shared/document'
import type { RawRecord } from '../../shared/model'

export const by = (author: string) => ({ author, at: '2026-01-01T10:00:00.000Z' })

/** A folder in which copies lie. Every opening has an actor of its own unless `actorOf` says otherwise. */
export class FileReplicas {
  readonly #folder: string
  readonly #actorOf: ((path: string) => string) | undefined
  #count = 0
  #sessions = 0
  /** Sessions that only read or merged; they wrote no field. */
  readonly readers = new Set<string>()

  constructor(folder: string, actorOf?: (path: string) => string) {
    this.#folder = folder
    this.#actorOf = actorOf
    mkdirSync(folder, { recursive: true })
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  fresh(name = ''): string {
    return join(this.#folder, `${++this.#count}${name}.jboard`)
  }

  /** What the guard makes of a file. Throws when it refuses it. */
  received(path: string): string {
    const [copy, fresh] = [this.fresh('received'), this.fresh('fresh')]
    copyFileSync(path, copy)
    const verdict = examine({ copy, fresh, salvage: false })
    rmSync(copy)
    if (!verdict.ok) throw new Error(verdict.error.code)
    return fresh
  }

  /** Opens a file, works on it, and publishes it again where something changed. */
  session<R>(path: string, work: (working: WorkingCopy) => R): R {
    const own = this.received(path)
    const working = this.#opened(own, path)
    const { revision } = working
    let result: R
    let changed: boolean
    try {
      result = work(working)
      changed = working.revision !== revision
    } finally {
      working.close()
    }
    if (changed) {
      rmSync(path)
      snapshot({ working: own, into: path })
    }
    rmSync(own)
    return result
  }

  /**
   * Merges files of our own, one after the other, into a reader's copy of the first.
   * @returns its working copy's file
   */
  joined(first: string, ...others: readonly string[]): string {
    const into = this.fresh('joined')
    copyFileSync(first, into)
    const working = this.#opened(into, first)
    this.readers.add(working.actor)
    for (const other of others) working.merge(other, by('Reader'))
    working.close()
    return into
  }

  /** A working copy's file, published and opened again through the guard. */
  opensAgain(path: string): string {
    const published = this.fresh('published')
    snapshot({ working: path, into: published })
    return this.received(published)
  }

  /** Merges one file into another as one session. */
  merge(path: string, from: string, undone = false): void {
    const incoming = this.received(from)
    this.session(path, working => {
      this.readers.add(working.actor)
      const before = working.history().undo.length
      working.merge(incoming, by('Merger'))
      // a merge of which people see nothing is no step to undo
      if (undone && working.history().undo.length > before) undoLast(working)
    })
    rmSync(incoming)
  }

  /** In no order, and the same in every run: between values written at the same time the actors decide. */
  #nextActor(): string {
    return createHash('sha256').update(String(++this.#sessions)).digest('hex').slice(0, 10)
  }

  #opened(own: string, path: string): WorkingCopy {
    const working = new WorkingCopy(own)
    Object.assign(working, { actor: this.#actorOf?.(path) ?? this.#nextActor() })
    return working
  }
}

/** Undoes the last step of a document, as the page does. */
export const undoLast = (working: WorkingCopy): void => travel(working, 'undo')

/** Redoes the step that was undone last, as the page does. */
export const redoLast = (working: WorkingCopy): void => travel(working, 'redo')

function travel(working: WorkingCopy, command: 'undo' | 'redo'): void {
  const { step: of, patch } = working.history()[command].at(-1)!
  const change: Change = {
    step: `${command}${working.revision}`,
    command,
    of,
    patch: command === 'undo' ? invert(patch) : patch,
  }
  working.save(working.revision, [change], by('Undoer'))
}

type Row = { readonly id: string; readonly json: string; readonly stamps: string; readonly gone: number }

/**
 * All that a merge decides: records with stamps, removed ones too, pictures, what was seen; not the log, revisions and
 * the order of anything.
 * @param readers sessions to leave out
 */
export function mergedContent(path: string, readers: ReadonlySet<string>): unknown {
  return reading(path, db => ({
    records: db
      .prepare<[], Row>('SELECT id, json, stamps, gone FROM record ORDER BY id')
      .all()
      .map(({ id, json, stamps, gone }) =>
        [id, gone, canonical(JSON.parse(json)), canonical(JSON.parse(stamps))].join('\n'),
      ),
    blobs: db.prepare('SELECT sha256 FROM blob ORDER BY sha256').pluck().all(),
    seen: db
      .prepare<[], { actor: string; counter: number }>('SELECT actor, counter FROM session ORDER BY actor')
      .all()
      .filter(({ actor }) => !readers.has(actor)),
  }))
}

/** The records of a file that are there, by id. */
export const recordsIn = (path: string): RawRecord[] =>
  reading(path, db =>
    db
      .prepare<[], string>('SELECT json FROM record WHERE gone = 0 ORDER BY id')
      .pluck()
      .all()
      .map(json => JSON.parse(json) as RawRecord),
  )

/** Every row of a file with its stamps. */
export const rowsWithStamps = (path: string) =>
  reading(path, db =>
    db
      .prepare<[], Row>('SELECT id, json, stamps, gone FROM record ORDER BY id')
      .all()
      .map(({ id, json, stamps }) => ({
        id,
        record: JSON.parse(json) as RawRecord,
        stamps: JSON.parse(stamps) as Record<string, any>,
      })),
  )

export const hashIn = (path: string): string => reading(path, contentHash)

function reading<R>(path: string, read: (db: Database.Database) => R): R {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}
