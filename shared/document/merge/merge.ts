/**
 * Joins two copies of one document. Pure: neither copy is changed. Laws (property-tested): commutative, associative,
 * idempotent; nothing that one side wrote and the other had not seen is lost; an edit beats a removal.
 */
import type { RawRecord } from '../../model'
import { conflictChange, type ConflictChange, type OtherValue, type Sides } from '../conflicts'
import { equal } from '../equal'
import { fieldChanges, withConflicts, type FieldChange, type Patch } from '../patch'
import { dotOf, isGone, nameOf as keyOf, type Dot, type Seen, type Sibling, type Stamps } from '../stamps'
import { joinedRecord, type Kept } from './registers'

/** How a record comes out of a merge, seen from the side that takes the other in. */
export type MergeKind =
  | 'added'
  | 'changed'
  | 'removed'
  /** I had removed it; they changed it meanwhile, so it is back. */
  | 'returned'
  /** They had removed it; I changed it meanwhile, so it stays. */
  | 'kept'

/** One field that the merge changes, or in which two values stand against each other. */
export interface MergedField {
  readonly field: string
  /** Missing where the field is not there. */
  readonly mine?: unknown
  readonly theirs?: unknown
  /** The change that wrote their value. */
  readonly theirDot: Dot
  readonly myDot: Dot
  readonly conflict: boolean
}

export interface MergedRecord {
  readonly id: string
  readonly type: string
  readonly kind: MergeKind
  /** As it is after the merge; as it was before where it is removed. */
  readonly record: RawRecord
  /** Of 'changed' and 'kept', in the order of the record's fields. */
  readonly fields: readonly MergedField[]
  /** The change that added, removed or brought back; of changed fields each has its own. */
  readonly dot: Dot
}

export interface Merged {
  /** Every record whose values or stamps are others now. */
  readonly records: readonly Kept[]
  /** What changes for the side that takes the other in; a field in conflict is in it even where the value stays. */
  readonly patch: Patch
  readonly entries: readonly MergedRecord[]
}

/** Who made a change and when, for people. */
export type NameOf = (dot: Dot) => { readonly author: string; readonly at: string }

/**
 * @param pairs every record of theirs with mine of the same id; records that only I have need not be given
 * @param mineSeen highest counter my copy has seen of each actor; `theirsSeen` the same of theirs
 */
export function merged(
  pairs: Iterable<readonly [mine: Kept | undefined, theirs: Kept]>,
  mineSeen: Seen,
  theirsSeen: Seen,
  nameOf: NameOf = nobody,
): Merged {
  const records: Kept[] = []
  const entries: MergedRecord[] = []
  const added: RawRecord[] = []
  const removed: RawRecord[] = []
  const updated: FieldChange[] = []
  const conflicts: ConflictChange[] = []
  for (const [mine, theirs] of pairs) {
    const kept = mine ? joinedRecord(mine, theirs, mineSeen, theirsSeen) : theirs
    if (mine && equal(mine, kept)) continue
    records.push(kept)
    const { record, stamps } = kept
    const was = mine && !isGone(mine.stamps) ? mine : undefined
    const is = !isGone(stamps)
    const entry = (kind: MergeKind, dot: Dot, fields: readonly MergedField[] = []) =>
      entries.push({ id: record.id, type: record.type, kind, record, fields, dot })
    const sides = [was, kept].map(one => sidesIn(one, nameOf)) as [SidesByField, SidesByField]
    if (!was && is) {
      added.push(record)
      entry(mine ? 'returned' : 'added', lastDot(theirs.stamps))
    } else if (was && !is) {
      removed.push(was.record)
      entry('removed', theirs.stamps['-']?.[0] ?? lastDot(theirs.stamps))
    } else if (was && is) {
      const fields = mergedFields(was, theirs, kept, ...sides)
      updated.push(...fieldChanges(was.record, record), ...touched(was.record, record, fields))
      if (isGone(theirs.stamps)) entry('kept', theirs.stamps['-']?.[0] ?? lastDot(theirs.stamps), fields)
      else if (fields.length > 0) entry('changed', lastDot(theirs.stamps), fields)
    }
    conflicts.push(...conflictChanges(was?.record, record, ...sides))
  }
  return { records, patch: withConflicts({ added, updated, removed }, conflicts), entries }
}

type SidesByField = ReadonlyMap<string, Sides>

/** The conflicts of a record by their fields. */
const sidesIn = (kept: Kept | undefined, nameOf: NameOf): SidesByField =>
  new Map(kept && conflictsIn(kept).map(conflict => [conflict.field, sidesOf(conflict, nameOf)]))

/** A conflict with the names of those who wrote, as far as dots tell. */
export function sidesOf(conflict: Conflict, nameOf: NameOf): Sides {
  const isPutBack = puttingBack(conflict)
  const said = (dot: Dot) => (isPutBack(dot) ? nobody() : nameOf(dot))
  return {
    author: said(conflict.dot).author,
    others: conflict.others.map(({ dot, ...value }) => ({ ...value, ...said(dot) })),
  }
}

const nobody: () => ReturnType<NameOf> = () => ({ author: '', at: '' })

/** Tells the dots of changes that put values back without having written them: undo puts back several at once. */
export function puttingBack({ dot, others }: Conflict): (dot: Dot) => boolean {
  const dots = [dot, ...others.map(other => other.dot)].map(keyOf)
  return one => dots.indexOf(keyOf(one)) !== dots.lastIndexOf(keyOf(one))
}

/** What a merge does to the conflicts of a record; what stays is told where the value changes, for undo to put it back. */
const conflictChanges = (
  was: RawRecord | undefined,
  is: RawRecord,
  before: SidesByField,
  after: SidesByField,
): ConflictChange[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter(field => !sameSides(before.get(field), after.get(field)) || !equal(was?.[field], is[field]))
    .map(field => conflictChange({ id: is.id, field }, before.get(field), after.get(field)))

/** Whether the same values stand against what is shown, whoever wrote them. */
const sameSides = (a: Sides | undefined, b: Sides | undefined) => equal(valuesOf(a), valuesOf(b))

const valuesOf = (sides: Sides | undefined) =>
  sides?.others.map((other: OtherValue) => ('value' in other ? [other.value] : []))

/** Fields whose value changes for me, and fields where my value stands against theirs from now on. */
function mergedFields(
  mine: Kept,
  theirs: Kept,
  joined: Kept,
  conflictsBefore: SidesByField,
  conflictsAfter: SidesByField,
): MergedField[] {
  const fields = new Set([...[mine.record, joined.record].flatMap(Object.keys), ...conflictsAfter.keys()])
  return [...fields].flatMap(field => {
    const before = dotOf(mine.stamps, field)
    const conflict =
      conflictsAfter.has(field) && !sameSides(conflictsBefore.get(field), conflictsAfter.get(field))
    if (!conflict && sameValue(joined.record, field, valueIn(mine.record, field))) return []
    return [
      {
        field,
        ...named('mine', valueIn(mine.record, field)),
        ...named('theirs', valueIn(theirs.record, field)),
        theirDot: dotOf(theirs.stamps, field),
        myDot: before,
        conflict,
      },
    ]
  })
}

/** Fields that keep my value against another: written in the log as well, so that undo settles them. */
const touched = (before: RawRecord, after: RawRecord, fields: readonly MergedField[]): FieldChange[] =>
  fields.flatMap(({ field, conflict }) =>
    conflict && equal(before[field], after[field])
      ? [
          {
            id: after.id,
            field,
            ...named('from', valueIn(before, field)),
            ...named('to', valueIn(after, field)),
          },
        ]
      : [],
  )

const valueIn = (record: RawRecord, field: string): readonly unknown[] =>
  Object.hasOwn(record, field) ? [record[field]] : []

const sameValue = (record: RawRecord, field: string, value: readonly unknown[]) =>
  equal(valueIn(record, field), value)

const named = (name: 'mine' | 'theirs' | 'from' | 'to', value: readonly unknown[]) =>
  value.length > 0 ? { [name]: value[0] } : {}

/** The latest change of any field. */
function lastDot({ '-': _removal, '?': _siblings, ...fields }: Stamps): Dot {
  return (Object.values(fields) as Dot[]).reduce((last, dot) => (dot[2] > last[2] ? dot : last))
}

/** A field that was written by two who did not know of each other, until somebody settles it. */
export interface Conflict {
  readonly id: string
  readonly field: string
  /** The change that wrote the value that is shown. */
  readonly dot: Dot
  /** The other values, each once; without `value` the field was taken away. */
  readonly others: readonly { readonly dot: Dot; readonly value?: unknown }[]
}

/** What stands against each other in a record that is there; writing the same twice is no conflict. */
export function conflictsIn({ record, stamps }: Kept): Conflict[] {
  const siblings = Object.entries(stamps['?'] ?? {})
  if (siblings.length === 0 || isGone(stamps)) return []
  return siblings.flatMap(([field, list]) => {
    if (field === '-') return []
    const others: Sibling[] = []
    for (const one of list) {
      const [, ...value] = one
      const isKnown = others.some(([, ...other]) => equal(other, value))
      if (!isKnown && !sameValue(record, field, value)) others.push(one)
    }
    if (others.length === 0) return []
    const values = others.map(([dot, ...value]) => ({
      dot,
      ...(value.length > 0 ? { value: value[0] } : {}),
    }))
    return [{ id: record.id, field, dot: dotOf(stamps, field), others: values }]
  })
}
