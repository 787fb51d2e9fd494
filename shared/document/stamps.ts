/**
 * Who wrote each field when, without a clock. One committed change has one dot (actor, counter) and one Lamport
 * number; a field's stamp is the dot of the change that wrote it last. A record's stamps name the change that made it
 * under '*', and fields written later by their names, so an untouched record costs one entry.
 */
import { fieldChanges, type Patch } from './patch'
import type { RawRecord } from '../model'

/** [actor, counter, lamport] */
export type Dot = readonly [actor: string, counter: number, lamport: number]

/** Field name → the change that wrote it; '*' is the change that made the record. */
type FieldStamps = Readonly<Record<string, Dot>>

/**
 * The stamps of a record. '-' tells of its removal: first the change that removed it (or brought it back), then the
 * dots that removal covered; after a return nothing is covered. A record is gone when every one of its fields' dots
 * is covered, so a write the remover had not seen keeps it, and its values stay in the row for that day.
 */
export type Stamps = FieldStamps & { readonly '-'?: readonly Dot[] }

/** The stamps of a record after a change with `dot` wrote `fields` of it. */
export const stamped = (stamps: Stamps, fields: readonly string[], dot: Dot): Stamps =>
  ({ ...stamps, ...Object.fromEntries(fields.map(field => [field, dot])) }) as Stamps

/** The stamps of a record after a change with `dot` removed it: its fields' dots are kept and listed as covered. */
export function removedStamps(stamps: Stamps, dot: Dot): Stamps {
  return { ...stamps, '-': [dot, ...fieldDots(stamps)] } as unknown as Stamps
}

/** The stamps of a removed record after a change with `dot` brought it back, writing `fields` of it anew. */
export function returnedStamps(stamps: Stamps, fields: readonly string[], dot: Dot): Stamps {
  return { ...stamped(stamps, fields, dot), '-': [dot] } as unknown as Stamps
}

/** The different dots of a record's fields, without that of its removal. */
function fieldDots(stamps: Stamps): Dot[] {
  const dots = Object.entries(stamps).flatMap(([field, dot]) => (field === '-' ? [] : [dot as Dot]))
  return [...new Map(dots.map(dot => [`${dot[0]} ${dot[1]}`, dot])).values()]
}

/** The change that wrote a field last. */
export const dotOf = (stamps: Stamps, field: string): Dot | undefined => stamps[field] ?? stamps['*']

/** For a record that comes back after it was removed: which fields the change wrote. */
export const rewritten = (before: RawRecord, after: RawRecord): string[] =>
  fieldChanges(before, after).map(change => change.field)

/** What a version vector says of one actor: the highest counter seen. */
export type Seen = Readonly<Record<string, number>>

/** Whether a dot is covered by what a copy has seen. */
export const covers = (seen: Seen, dot: Dot): boolean => (seen[dot[0]] ?? 0) >= dot[1]

export type { Patch }
