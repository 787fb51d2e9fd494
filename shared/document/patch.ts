/**
 * A patch says what changes between two documents. It is the only thing that changes one.
 * Laws (property-tested): apply then invert is identity; squash(a, b) is a then b; an empty change is empty.
 */
import type { RawRecord } from '../model'
import { invertedConflicts, joinedConflicts, type ConflictChange } from './conflicts'
import { equal } from './equal'

/** One field of one record; a missing `from` or `to` means the field was or becomes absent. */
export interface FieldChange {
  readonly id: string
  readonly field: string
  readonly from?: unknown
  readonly to?: unknown
}

export interface Patch {
  readonly added: readonly RawRecord[]
  readonly updated: readonly FieldChange[]
  readonly removed: readonly RawRecord[]
  /**
   * What it does to conflicts; a field that is named here is written. Missing where it touches none, and in logs of
   * versions that did not tell: then a record that comes back brings along what stood beside its values.
   */
  readonly conflicts?: readonly ConflictChange[] | undefined
}

export const emptyPatch: Patch = { added: [], updated: [], removed: [] }

/** Whether the patch changes nothing. */
export const isEmpty = ({ added, updated, removed, conflicts = [] }: Patch) =>
  [added, updated, removed, conflicts].every(({ length }) => length === 0)

/** The ids of the records the patch touches. */
export const touchedIds = (patch: Patch): ReadonlySet<string> =>
  new Set([
    ...patch.added.map(record => record.id),
    ...patch.updated.map(change => change.id),
    ...patch.removed.map(record => record.id),
    ...(patch.conflicts ?? []).map(change => change.id),
  ])

/** The patch that takes back what `patch` did. */
export function invert({ added, updated, removed, conflicts }: Patch): Patch {
  return withConflicts(
    { added: removed, updated: updated.map(invertChange), removed: added },
    invertedConflicts(conflicts),
  )
}

/** A patch that also does this to conflicts. */
export const withConflicts = (patch: Patch, conflicts: Patch['conflicts']): Patch =>
  conflicts ? { ...patch, conflicts } : patch

function invertChange({ id, field, ...values }: FieldChange): FieldChange {
  return {
    id,
    field,
    ...('to' in values ? { from: values.to } : {}),
    ...('from' in values ? { to: values.from } : {}),
  }
}

/** The fields in which two versions of one record differ. */
export function fieldChanges(before: RawRecord, after: RawRecord): FieldChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...fields].flatMap(field => {
    const was = Object.hasOwn(before, field)
    const is = Object.hasOwn(after, field)
    if (was === is && equal(before[field], after[field])) return []
    return [
      { id: before.id, field, ...(was ? { from: before[field] } : {}), ...(is ? { to: after[field] } : {}) },
    ]
  })
}

/** A record with some of its fields changed. */
export function withChanges(record: RawRecord, changes: readonly FieldChange[]): RawRecord {
  const next: Record<string, unknown> = { ...record }
  for (const change of changes) {
    if ('to' in change) next[change.field] = change.to
    else delete next[change.field]
  }
  return next as unknown as RawRecord
}

/** One patch that does what `first` and then `second` do. */
export function squash(first: Patch, second: Patch): Patch {
  const added = new Map(first.added.map(record => [record.id, record]))
  const removed = new Map(first.removed.map(record => [record.id, record]))
  const updated = groupById(first.updated)

  for (const record of second.removed) {
    const born = added.delete(record.id)
    const changes = updated.get(record.id)
    updated.delete(record.id)
    if (!born) removed.set(record.id, changes ? withChanges(record, changes.map(invertChange)) : record)
  }
  for (const record of second.added) {
    const gone = removed.get(record.id)
    if (!gone) added.set(record.id, record)
    else {
      removed.delete(record.id)
      const changes = fieldChanges(gone, record)
      if (changes.length > 0) updated.set(record.id, changes)
    }
  }
  for (const [id, changes] of groupById(second.updated)) {
    const born = added.get(id)
    if (born) added.set(id, withChanges(born, changes))
    else updated.set(id, joinChanges(updated.get(id) ?? [], changes))
  }
  const changes = [...updated.values()].flat()
  return withConflicts(
    { added: [...added.values()], updated: changes, removed: [...removed.values()] },
    joinedConflicts(first.conflicts, second.conflicts, changes),
  )
}

function joinChanges(first: readonly FieldChange[], second: readonly FieldChange[]): FieldChange[] {
  const byField = new Map(first.map(change => [change.field, change]))
  for (const change of second) {
    const earlier = byField.get(change.field)
    if (!earlier) {
      byField.set(change.field, change)
      continue
    }
    const joined: FieldChange = {
      id: change.id,
      field: change.field,
      ...('from' in earlier ? { from: earlier.from } : {}),
      ...('to' in change ? { to: change.to } : {}),
    }
    if ('from' in joined === 'to' in joined && equal(joined.from, joined.to)) byField.delete(change.field)
    else byField.set(change.field, joined)
  }
  return [...byField.values()]
}

/** Changes by the record they belong to. */
export function groupById<C extends { readonly id: string }>(changes: readonly C[]): Map<string, C[]> {
  const byId = new Map<string, C[]>()
  for (const change of changes) {
    const list = byId.get(change.id)
    if (list) list.push(change)
    else byId.set(change.id, [change])
  }
  return byId
}
