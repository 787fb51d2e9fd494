/**
 * One open document in the page: the records, their listeners, undo and redo, and the way to disk.
 * dispatch → command → patch → records and listeners in the same frame; patches are collected for about 300 ms and
 * sent to the host as one call. A failed save keeps everything and tries again.
 */
import {
  completed,
  conflictChange,
  conflictsAfter,
  Doc,
  invert,
  isEmpty,
  MissingRecord,
  patchOf,
  recorded,
  RefusedCommand,
  squash,
  telling,
  token,
  touchedIds,
  withConflicts,
  type ArgsOf,
  type Change,
  type Command,
  type History,
  type OpenConflict,
  type Patch,
  type Session as Fresh,
} from '../../shared/document'
import {
  KnownError,
  type FileState,
  type Notice,
  type OpenDocument,
  type OutputOf,
} from '../../shared/ipc/contract'
import type { RawRecord } from '../../shared/model'

/** What a session needs of the host. */
export interface SaveTarget {
  save(document: string, base: number, changes: readonly Change[]): Promise<OutputOf<'document.save'>>
}

export type SaveState = 'saved' | 'saving' | 'failing'

const COLLECT_MS = 300
const RETRY_MS = [500, 1000, 2000, 5000]

export class DocumentSession {
  readonly handle: string
  /** The same in every copy of a document. */
  readonly documentId: string
  /** Whether it is a part of that document. */
  readonly isPart: boolean
  readonly readOnly: string | null
  fileName: string
  file: FileState
  /** Counts up with every change; what depends on the whole document watches this. */
  version = 0
  saveState: SaveState = 'saved'
  history: History
  /** Fields that two people wrote without knowing of each other. */
  conflicts: readonly OpenConflict[]
  readonly doc: Doc
  /** Where fresh ids, the time and this session's name come from. */
  readonly fresh: Fresh

  readonly #target: SaveTarget
  readonly #records = new Map<string, Set<() => void>>()
  readonly #everything = new Set<() => void>()
  readonly #failures = new Set<(notice: Notice) => void>()
  #revision: number
  #pending: Change[] = []
  #inFlight: Promise<void> | null = null
  /** While the document is put in place anew, nothing is sent. */
  #replacing: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #attempts = 0
  #joined: { key: string; step: string } | null = null
  #together: string | null = null

  constructor(opened: OpenDocument, target: SaveTarget) {
    this.handle = opened.handle
    this.documentId = opened.documentId
    this.isPart = opened.isPart
    this.readOnly = opened.readOnly
    this.fileName = opened.fileName
    this.file = opened.state
    this.doc = new Doc(JSON.parse(opened.records) as RawRecord[])
    this.history = JSON.parse(opened.history) as History
    this.conflicts = opened.conflicts
    this.#revision = opened.revision
    this.#target = target
    this.fresh = {
      actor: opened.actor,
      random: () => token(crypto.getRandomValues(new Uint8Array(12))),
      now: () => new Date().toISOString(),
    }
  }

  /**
   * Runs a command and shows its result at once.
   * @param join changes with the same key that follow one another are one undo step (typing, sliding)
   * @returns the arguments as they were run, with the ids that were made; null when the document is read-only or what
   *   the command is about is gone
   */
  dispatch<A extends object>(command: Command<A>, args: ArgsOf<Command<A>>, join?: string): A | null {
    if (this.readOnly) {
      this.#fail({ code: this.readOnly, params: {} })
      return null
    }
    const full = completed(command, args, this.fresh)
    const patch = this.#run(command, full)
    if (!patch) return null
    this.#commit(command.name, patch, this.#together ?? join)
    return full
  }

  /** What the command changes; nothing, and a word about it, when it is refused or what it is about went. */
  #run<A extends object>(command: Command<A>, args: A): Patch | undefined {
    try {
      return command.run(this.doc, args)
    } catch (error) {
      if (error instanceof RefusedCommand) this.#fail({ code: error.code, params: {} })
      else if (error instanceof MissingRecord) this.#fail({ code: 'missing', params: {} })
      else throw error
      return undefined
    }
  }

  /** All that is dispatched inside `run`, in whatever way, is one undo step; each sees what the ones before it did. */
  dispatchAll(name: string, run: (dispatch: DocumentSession['dispatch']) => void): void {
    const outer = this.#together
    this.#together = outer ?? `${name}:${this.fresh.random()}`
    try {
      run((command, args) => this.dispatch(command, args))
    } finally {
      this.#together = outer
      if (outer === null) this.#joined = null
    }
  }

  undo(): boolean {
    return this.#travel('undo')
  }

  redo(): boolean {
    return this.#travel('redo')
  }

  /** Waits until everything done so far is committed. Rejects when it cannot be saved now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    while (this.#inFlight || this.#pending.length > 0) {
      await (this.#replacing ?? this.#inFlight ?? this.#send())
      if (this.saveState === 'failing') throw new KnownError('document.notSaved')
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#everything.add(listener)
    return () => this.#everything.delete(listener)
  }

  subscribeRecord(id: string, listener: () => void): () => void {
    const listeners = this.#records.get(id) ?? new Set()
    this.#records.set(id, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#records.delete(id)
    }
  }

  onFailure(listener: (notice: Notice) => void): () => void {
    this.#failures.add(listener)
    return () => this.#failures.delete(listener)
  }

  /** Tells whoever listens what could not be done with the document; what nobody foresaw comes by its name. */
  report(error: unknown): void {
    const unforeseen = { code: 'unknown', params: { code: error instanceof Error ? error.name : 'unknown' } }
    this.#fail(error instanceof KnownError ? noticeOf(error) : unforeseen)
  }

  /**
   * The document was changed behind the page (merged, restored): shows it as it is now. What was done here meanwhile and
   * is not saved yet is done again on top of it.
   */
  async replaced(opened: OpenDocument): Promise<void> {
    await this.#replacing
    this.#replacing = this.#replace(opened).finally(() => (this.#replacing = null))
    return this.#replacing
  }

  async #replace(opened: OpenDocument): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    // either it was saved before and is in there, or it comes back as stale and is still to be done
    await this.#inFlight
    const next = new Doc(JSON.parse(opened.records) as RawRecord[])
    let history = JSON.parse(opened.history) as History
    let conflicts: readonly OpenConflict[] = opened.conflicts
    const again: Change[] = []
    for (const change of this.#pending) {
      const done = telling({ ...change, patch: rebased(change.patch, next, conflicts) }, conflicts)
      if (isEmpty(done.patch)) continue
      next.apply(done.patch)
      conflicts = conflictsAfter(conflicts, done.patch)
      again.push(done)
      history = recorded(history, done)
    }
    const patch = patchOf(this.doc, next)
    this.doc.apply(patch)
    this.history = history
    this.#pending = again
    this.#revision = opened.revision
    this.#joined = null
    this.#attempts = 0
    this.conflicts = conflicts
    this.file = opened.state
    this.saveState = again.length > 0 ? 'saving' : 'saved'
    this.version++
    for (const id of touchedIds(patch)) for (const listener of this.#records.get(id) ?? []) listener()
    this.#tellAll()
    if (again.length > 0) this.#timer = setTimeout(() => void this.#send(), COLLECT_MS)
  }

  /** News of the file behind the working copy. */
  setFile(file: FileState, fileName = this.fileName): void {
    this.file = file
    this.fileName = fileName
    this.#tellAll()
  }

  #travel(direction: 'undo' | 'redo'): boolean {
    const step = this.history[direction].at(-1)
    if (!step || this.readOnly) return false
    this.#joined = null
    const patch = direction === 'undo' ? invert(step.patch) : step.patch
    this.#take({ step: this.fresh.random(), command: direction, of: step.step, patch })
    return true
  }

  #commit(command: string, patch: Patch, join: string | undefined): void {
    if (isEmpty(patch)) return
    const continues =
      join !== undefined && this.#joined?.key === join && this.history.undo.at(-1)?.step === this.#joined.step
    const step = continues && this.#joined ? this.#joined.step : this.fresh.random()
    this.#joined = join === undefined ? null : { key: join, step }
    this.#take({ step, command, patch })
  }

  #take(done: Change): void {
    const change = telling(done, this.conflicts)
    this.doc.apply(change.patch)
    this.history = recorded(this.history, change)
    this.conflicts = conflictsAfter(this.conflicts, change.patch)
    const last = this.#pending.at(-1)
    if (last && last.step === change.step && last.command === change.command) {
      this.#pending[this.#pending.length - 1] = { ...last, patch: squash(last.patch, change.patch) }
    } else this.#pending.push(change)
    this.saveState = 'saving'
    this.version++
    for (const id of touchedIds(change.patch)) for (const listener of this.#records.get(id) ?? []) listener()
    this.#tellAll()
    this.#schedule(COLLECT_MS)
  }

  #schedule(delay: number): void {
    if (this.#inFlight || this.#replacing || this.#timer !== undefined) return
    this.#timer = setTimeout(() => void this.#send(), delay)
  }

  #send(): Promise<void> {
    if (this.#replacing) return this.#replacing
    clearTimeout(this.#timer)
    this.#timer = undefined
    const batch = this.#pending
    if (batch.length === 0) return Promise.resolve()
    this.#pending = []
    this.#inFlight = this.#target
      .save(this.handle, this.#revision, batch)
      .then(({ revision }) => {
        this.#revision = revision
        this.#attempts = 0
        this.saveState = this.#pending.length > 0 ? 'saving' : 'saved'
      })
      .catch((error: unknown) => {
        this.#pending = [...batch, ...this.#pending]
        // the document moved on behind the page; what it is now is on its way
        if (error instanceof KnownError && error.code === 'document.stale') return
        this.saveState = 'failing'
        this.#attempts++
        if (this.#attempts === 1) this.#fail(noticeOf(error))
      })
      .finally(() => {
        this.#inFlight = null
        this.#tellAll()
        if (this.#pending.length > 0) {
          const retry = RETRY_MS[Math.min(this.#attempts, RETRY_MS.length) - 1]
          this.#schedule(retry ?? COLLECT_MS)
        }
      })
    return this.#inFlight
  }

  #tellAll(): void {
    for (const listener of this.#everything) listener()
  }

  #fail(notice: Notice): void {
    for (const listener of this.#failures) listener(notice)
  }
}

/** What a change does to a document that is not the one it was made on: what is gone stays gone. */
function rebased(
  { added, updated, removed, conflicts }: Patch,
  document: Doc,
  open: readonly OpenConflict[],
): Patch {
  const changes = {
    added: added.filter(({ id }) => !document.get(id)),
    updated: updated.flatMap(({ from: _from, ...change }) => {
      const record = document.get(change.id)
      if (!record) return []
      return [{ ...change, ...(Object.hasOwn(record, change.field) ? { from: record[change.field] } : {}) }]
    }),
    removed: removed.flatMap(({ id }) => document.get(id) ?? []),
  }
  const there = new Set(changes.added.map(({ id }) => id))
  const sides = conflicts?.flatMap(({ id, field, to }) => {
    if (!there.has(id) && !document.get(id)) return []
    const now = open.find(one => one.id === id && one.field === field)
    const from = now && { author: now.author, others: now.others }
    return from || to ? [conflictChange({ id, field }, from, to)] : []
  })
  return withConflicts(changes, sides)
}

const noticeOf = (error: unknown): Notice =>
  error instanceof KnownError
    ? { code: error.code, params: { ...error.params } }
    : { code: 'document.notSaved', params: {} }
