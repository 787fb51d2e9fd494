/** Copies of one document in memory, as people mail them around: edited, copied, merged, undone. */
import { fieldChanges, invert, withChanges, type Patch } from '../../shared/document/patch'
import { conflictsIn, merged, type Kept } from '../../shared/document/merge'
import {
  isGone,
  removedStamps,
  returnedStamps,
  rewritten,
  stamped,
  type Dot,
  type Stamps,
} from '../../shared/document/stamps'
import { groupById } from '../../shared/document/patch'
import type { RawRecord } from '../../shared/model'

/** One copy; `actor` is the editing session that is open over it. */
export class Replica {
  readonly records: Map<string, Kept>
  readonly seen: Record<string, number>
  lamport: number
  actor: string

  constructor(actor: string, from?: Replica) {
    this.records = new Map(from?.records)
    this.seen = { ...from?.seen }
    this.lamport = from?.lamport ?? 0
    this.actor = actor
  }

  /** Does what a committed change does to the stored records. */
  commit(patch: Patch): void {
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
        ? returnedStamps(before.stamps, rewritten(before.record, record), dot)
        : ({ '*': dot } as unknown as Stamps)
      this.records.set(record.id, { record, stamps })
    }
    for (const [id, changes] of groupById(patch.updated)) {
      const { record, stamps } = this.records.get(id)!
      const fields = changes.map(({ field }) => field)
      this.records.set(id, { record: withChanges(record, changes), stamps: stamped(stamps, fields, dot) })
    }
  }

  /** Takes another copy in. @returns what that changed here */
  take(other: Replica): Patch {
    const pairs = [...other.records].map(([id, theirs]) => [this.records.get(id), theirs] as const)
    const { records, patch } = merged(pairs, this.seen, other.seen)
    for (const kept of records) this.records.set(kept.record.id, kept)
    for (const [actor, counter] of Object.entries(other.seen))
      this.seen[actor] = Math.max(counter, this.seen[actor] ?? 0)
    this.lamport = Math.max(this.lamport, other.lamport)
    return patch
  }

  undo(patch: Patch): void {
    this.commit(invert(patch))
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

  changed(id: string, fields: Readonly<Record<string, unknown>>): Patch {
    const { record } = this.records.get(id)!
    return { added: [], removed: [], updated: fieldChanges(record, { ...record, ...fields } as RawRecord) }
  }
}
