/**
 * Who wrote each field when, without a clock. One committed change has one dot (actor, counter) and one Lamport
 * number; a field's stamp is the dot of the change that wrote it last. A record's stamps name the change that made it
 * under '*', and fields written later by their names, so an untouched record costs one entry.
 */
import type { ConflictChange } from './conflicts'
import { fieldChanges } from './patch'
import type { RawRecord } from '../model'

/** Most other values that are kept beside the one of a field; people leave a few. */
export const maxSiblings = 1000

/** Where Lamport numbers stop counting, so that a file with a forged one can still be written; no honest one gets there. */
export const maxLamport = 999_999_999_999_999

/** The number after the highest that was seen. */
export const nextLamport = (...seen: readonly number[]) => Math.min(Math.max(...seen) + 1, maxLamport)

/** [actor, counter, lamport] */
export type Dot = readonly [actor: string, counter: number, lamport: number]

/** Field name → the change that wrote it; '*' is the change that made the record. */
type FieldStamps = Readonly<Record<string, Dot>>

/**
 * The stamps of a record. '-' tells of its removal: first the change that removed it (or brought it back), then the
 * dots that removal covered; after a return nothing is covered. A record is gone when every one of its fields' dots
 * is covered, so a write the remover had not seen keeps it, and its values stay in the row for that day.
 */
export type Stamps = FieldStamps & {
  readonly '-'?: readonly Dot[]
  readonly '?'?: Siblings
}

/**
 * What else was written into a field without knowing of the value that is shown, highest first; a dot alone took the
 * field away. Those of '-' are removals made without knowing of each other, with the dots they covered. Whoever writes
 * the field next settles it.
 */
export type Siblings = Readonly<Record<string, readonly Sibling[]>>
export type Sibling = readonly [dot: Dot] | readonly [dot: Dot, value: unknown]

/** The stamps of a record after a change with `dot` wrote `fields` of it, which settles what differed there. */
export function stamped(stamps: Stamps, fields: readonly string[], dot: Dot): Stamps {
  const written = { ...stamps, ...Object.fromEntries(fields.map(field => [field, dot])) } as Stamps
  return settled(written, fields)
}

/** The stamps without what else was written into some fields. */
function settled({ '?': siblings, ...stamps }: Stamps, fields: readonly string[]): Stamps {
  const left = Object.entries(siblings ?? {}).filter(([field]) => !fields.includes(field))
  return (left.length > 0 ? { ...stamps, '?': Object.fromEntries(left) } : stamps) as Stamps
}

/**
 * The stamps of a record after a change with `dot` settled conflicts or opened them again. What opens again stands under
 * the one dot of that change, value and others: who has not seen it gets all of them, who settles it settles all.
 */
export function decided(stamps: Stamps, changes: readonly ConflictChange[], dot: Dot): Stamps {
  // a record that this very change made was never written by two
  if (nameOf(madeBy(stamps)) === nameOf(dot)) return stamps
  const fields = changes.map(({ field }) => field)
  const { '?': left, ...written } = stamped(stamps, fields, dot)
  const opened = changes.flatMap(({ field, to }): [string, Sibling[]][] =>
    to && to.others.length > 0
      ? [[field, to.others.map(other => ('value' in other ? [dot, other.value] : [dot]))]]
      : [],
  )
  const siblings = { ...left, ...Object.fromEntries(opened) }
  return (Object.keys(siblings).length > 0 ? { ...written, '?': siblings } : written) as Stamps
}

/** The stamps of a record after a change with `dot` removed it: its fields' dots are kept and listed as covered. */
export function removedStamps(stamps: Stamps, dot: Dot): Stamps {
  return { ...settled(stamps, ['-']), '-': [dot, ...fieldDots(stamps)] } as unknown as Stamps
}

/**
 * The stamps of a removed record after a change with `dot` brought it back, writing `fields` of it anew.
 * @param alone whether only its values come back, and not what stood beside them
 */
export function returnedStamps(stamps: Stamps, fields: readonly string[], dot: Dot, alone: boolean): Stamps {
  const left = alone ? Object.keys(stamps['?'] ?? {}) : []
  return { ...stamped(stamps, [...fields, ...left, '-'], dot), '-': [dot] } as unknown as Stamps
}

/** The different dots of a record's fields, those of all values that differ among them, without that of its removal. */
function fieldDots({ '-': _removal, '?': siblings = {}, ...fields }: Stamps): Dot[] {
  const others = Object.entries(siblings).flatMap(([field, list]) =>
    field === '-' ? [] : list.map(([dot]) => dot),
  )
  const dots = [...(Object.values(fields) as Dot[]), ...others]
  return [...new Map(dots.map(dot => [nameOf(dot), dot])).values()]
}

/** A dot as a key. */
export const nameOf = (dot: Dot) => `${dot[0]} ${dot[1]}`

/** Whether every value of the record is covered by a removal. */
export function isGone(stamps: Stamps): boolean {
  const removals = [
    stamps['-'] ?? [],
    ...(stamps['?']?.['-'] ?? []).map(([, covered]) => [null, ...(covered as Dot[])]),
  ]
  const covered = new Set(removals.flatMap(([, ...dots]) => dots.map(dot => nameOf(dot as Dot))))
  return covered.size > 0 && fieldDots(stamps).every(dot => covered.has(nameOf(dot)))
}

/** The change that made a record. */
export const madeBy = (stamps: Stamps): Dot => stamps['*']!

/** The change that wrote a field last. */
export const dotOf = (stamps: Stamps, field: string): Dot => stamps[field] ?? madeBy(stamps)

/** For a record that comes back after it was removed: which fields the change wrote. */
export const rewritten = (before: RawRecord, after: RawRecord): string[] =>
  fieldChanges(before, after).map(change => change.field)

/** What a version vector says of one actor: the highest counter seen. */
export type Seen = Readonly<Record<string, number>>

/** Whether a dot is covered by what a copy has seen. */
export const covers = (seen: Seen, dot: Dot): boolean => (seen[dot[0]] ?? 0) >= dot[1]
