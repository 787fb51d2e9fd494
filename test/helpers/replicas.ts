/** Copies of one document in memory, as people mail them around: edited, copied, merged, undone. */
import { telling, type OpenConflict } from '../../shared/document/conflicts'
import { emptyHistory, recorded, type Change, type History } from '../../shared/document/history'
import { fieldChanges, groupById, invert, squash, withChanges, type Patch } from '../../shared/document/patch'
import { conflictsIn, merged, type Kept } from '../../shared/document/merge'
import {
  decided,
  isGone,
  removedStamps,
  returnedStamps,
  rewritten,
  stamped,
  type Dot,
  type Stamps,
} from '../../shared/document/stamps'
import type { RawRecord } from '../../shared/model'

/** One copy; `actor` is the editing session that is open over it. */
export class Replica {
  readonly records: Map<string, Kept>
  readonly seen: Record<string, number>
  lamport: number
  actor: string
  history: History
  /** Step → what people saw before it. */
  readonly before: Map<string, unknown>

  constructor(actor: string, from?: Replica) {
    this.records = new Map(from?.records)
    this.seen = { ...from?.seen }
    this.lamport = from?.lamport ?? 0
    this.actor = actor
    this.history = from?.history ?? emptyHistory
    this.before = new Map(from?.before)
  }

  /** Does what a committed change does, to the stored records and to the log. */
  commit(change: Patch, command = 'edit', of?: string): void {
    const step = telling({ step: `step${this.before.size}`, command, of, patch: change }, this.open())
    this.#log(step)
    const { patch } = step
    const counter = (this.seen[this.actor] ?? 0) + 1
    const dot: Dot = [this.actor, counter, ++this.lamport]
    this.seen[this.actor] = counter
    for (const { id } of patch.removed) {
      const kept = this.records.get(id)!
      this.records.set(id, { ...kept, stamps: removedStamps(kept.stamps, dot) })
    }
    for (const record of patch.added) {
      const before = this.records.get(record.id)
      const stamps = before
        ? returnedStamps(before.stamps, rewritten(before.record, record), dot, patch.conflicts !== undefined)
        : ({ '*': dot } as unknown as Stamps)
      this.records.set(record.id, { record, stamps })
    }
    for (const [id, changes] of groupById(patch.updated)) {
      const { record, stamps } = this.records.get(id)!
      const fields = changes.map(({ field }) => field)
      this.records.set(id, { record: withChanges(record, changes), stamps: stamped(stamps, fields, dot) })
    }
    for (const [id, changes] of groupById(patch.conflicts ?? [])) {
      const { record, stamps } = this.records.get(id)!
      if (!isGone(stamps)) this.records.set(id, { record, stamps: decided(stamps, changes, dot) })
    }
  }

  #log(change: Change): void {
    this.before.set(change.step, this.shown())
    this.history = recorded(this.history, change)
  }

  /** Takes another copy in. @returns what that changed here */
  take(other: Replica): Patch {
    const pairs = [...other.records].map(([id, theirs]) => [this.records.get(id), theirs] as const)
    const { records, patch } = merged(pairs, this.seen, other.seen)
    this.#log({ step: `step${this.before.size}`, command: 'document.merge', patch })
    for (const kept of records) this.records.set(kept.record.id, kept)
    for (const [actor, counter] of Object.entries(other.seen))
      this.seen[actor] = Math.max(counter, this.seen[actor] ?? 0)
    this.lamport = Math.max(this.lamport, other.lamport)
    return patch
  }

  /** Undoes or redoes the last step. @returns what people saw before that step; undefined where there is none */
  travel(direction: 'undo' | 'redo'): unknown {
    const step = this.history[direction].at(-1)
    if (!step) return undefined
    this.commit(direction === 'undo' ? invert(step.patch) : step.patch, direction, step.step)
    return this.before.get(step.step)
  }

  /** Makes one undo step of the last two, as typing on does. */
  joinSteps(): void {
    const { undo, redo } = this.history
    const [first, second] = undo.slice(-2)
    if (!first || !second) return
    const joined = { ...first, patch: squash(first.patch, second.patch) }
    this.history = { undo: [...undo.slice(0, -2), joined], redo }
  }

  /** What people see: the records that are there, by id. */
  visible(): Map<string, RawRecord> {
    return new Map(
      [...this.records].filter(([, { stamps }]) => !isGone(stamps)).map(([id, { record }]) => [id, record]),
    )
  }

  /** Everything, in an order that does not tell where it came from. */
  content(): unknown {
    return {
      records: Object.fromEntries(this.records),
      seen: this.seen,
      lamport: this.lamport,
    }
  }

  conflicts() {
    return [...this.records.values()].flatMap(conflictsIn)
  }

  /** The same as a patch tells them. */
  open(): OpenConflict[] {
    return this.conflicts().map(({ dot: _dot, others, ...at }) => ({
      ...at,
      author: '',
      others: others.map(({ dot: _other, ...value }) => ({ ...value, author: '', at: '' })),
    }))
  }

  /** Values and conflicts, in an order that does not tell where they came from. */
  shown(): unknown {
    const conflicts = this.open().map(({ id, field, others }) => [`${id} ${field}`, others] as const)
    return { records: Object.fromEntries(this.visible()), conflicts: Object.fromEntries(conflicts) }
  }

  changed(id: string, fields: Readonly<Record<string, unknown>>): Patch {
    const { record } = this.records.get(id)!
    return { added: [], removed: [], updated: fieldChanges(record, { ...record, ...fields } as RawRecord) }
  }
}
