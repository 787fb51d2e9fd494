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
export type Stamps = Readonly<Record<string, Dot>>

/** The stamps of a record after a change with `dot` wrote `fields` of it. */
export const stamped = (stamps: Stamps, fields: readonly string[], dot: Dot): Stamps => ({
  ...stamps,
  ...Object.fromEntries(fields.map((field) => [field, dot])),
})

/** The change that wrote a field last. */
export const dotOf = (stamps: Stamps, field: string): Dot | undefined => stamps[field] ?? stamps['*']

/** For a record that comes back after it was removed: which fields the change wrote. */
export const rewritten = (before: RawRecord, after: RawRecord): string[] =>
  fieldChanges(before, after).map((change) => change.field)

/** What a version vector says of one actor: the highest counter seen. */
export type Seen = Readonly<Record<string, number>>

/** Whether a dot is covered by what a copy has seen. */
export const covers = (seen: Seen, dot: Dot): boolean => (seen[dot[0]] ?? 0) >= dot[1]

export type { Patch }
