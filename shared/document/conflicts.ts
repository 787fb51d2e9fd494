/**
 * Conflicts in a patch: what stood beside the value of a field before a change, and what stands there after it. So undo
 * of what settled a conflict opens it again, and redo settles it.
 */
import { equal } from './equal'
import type { Change } from './history'
import type { Patch } from './patch'

/** Another value of a field; without `value` it was taken away. Names and times are for people. */
export interface OtherValue {
  readonly value?: unknown
  readonly author: string
  /** ISO 8601 in UTC; '' where nobody knows. */
  readonly at: string
}

export interface Sides {
  /** Who wrote the value that is shown; '' where nobody knows. */
  readonly author: string
  readonly others: readonly OtherValue[]
}

/** A field that two people wrote without knowing of each other. */
export interface OpenConflict extends Sides {
  readonly id: string
  readonly field: string
}

/** What a change does to the conflict of one field; a missing `from` or `to` means there was or will be none. */
export interface ConflictChange {
  readonly id: string
  readonly field: string
  readonly from?: Sides | undefined
  readonly to?: Sides | undefined
}

const keyOf = ({ id, field }: { readonly id: string; readonly field: string }) => `${id} ${field}`

/** What happens to one conflict. */
export const conflictChange = (
  { id, field }: { readonly id: string; readonly field: string },
  from: Sides | undefined,
  to: Sides | undefined,
): ConflictChange => ({ id, field, ...(from ? { from } : {}), ...(to ? { to } : {}) })

/**
 * A change that says of every conflict it settles, by writing the field or removing the record, what stood there. Where
 * it adds or removes whole records it says so also of none; of an undo or redo the step says it that it is about.
 * @param open the conflicts there are before it
 */
export function telling<C extends Change>(change: C, open: readonly OpenConflict[]): C {
  const { added, updated, removed, conflicts } = change.patch
  const told = new Set(conflicts?.map(keyOf))
  const written = new Set(open.length > 0 ? updated.map(keyOf) : [])
  const gone = new Set(open.length > 0 ? removed.map(({ id }) => id) : [])
  const settled = open
    .filter(one => !told.has(keyOf(one)) && (written.has(keyOf(one)) || gone.has(one.id)))
    .map(({ author, others, ...at }) => conflictChange(at, { author, others }, undefined))
  const isWhole = change.of === undefined && added.length + removed.length > 0
  if (settled.length === 0 && (conflicts || !isWhole)) return change
  return { ...change, patch: { ...change.patch, conflicts: [...(conflicts ?? []), ...settled] } }
}

/** The conflicts, by the ids of their records, that a patch leaves of those there were; the same list where it touches none. */
export function conflictsAfter(
  open: readonly OpenConflict[],
  { conflicts = [] }: Patch,
): readonly OpenConflict[] {
  if (conflicts.length === 0) return open
  const changed = new Set(conflicts.map(keyOf))
  const opened = conflicts.flatMap(({ id, field, to }) => (to ? [{ id, field, ...to }] : []))
  return [...open.filter(one => !changed.has(keyOf(one))), ...opened].sort((a, b) =>
    a.id < b.id ? -1 : a.id > b.id ? 1 : 0,
  )
}

/** The conflict part of the patch that takes a change back. */
export const invertedConflicts = (changes: Patch['conflicts']): Patch['conflicts'] =>
  changes?.map(({ from, to, ...at }) => conflictChange(at, to, from))

/**
 * The conflict part of a patch that does what two do.
 * @param updated the fields it writes: there a conflict that stays must be put back, since writing settles it
 */
export function joinedConflicts(
  first: Patch['conflicts'],
  second: Patch['conflicts'],
  updated: Patch['updated'],
): Patch['conflicts'] {
  if (!first || !second) return first ?? second
  const byField = new Map(first.map(change => [keyOf(change), change]))
  for (const change of second) {
    const earlier = byField.get(keyOf(change))
    byField.set(keyOf(change), earlier ? conflictChange(change, earlier.from, change.to) : change)
  }
  const written = new Set(updated.map(keyOf))
  return [...byField.values()].filter(change => {
    const { from, to } = change
    return !equal(from, to) || (to && written.has(keyOf(change)))
  })
}
