/**
 * A record as registers: for each field the values that live, each with the dot of the change that wrote it. Normally
 * that is one; two people who wrote without knowing of each other leave two.
 */
import type { RawRecord } from '../../model'
import { covers, madeBy, nameOf, type Dot, type Seen, type Sibling, type Stamps } from '../stamps'

/** A record with its stamps, whether it is there or gone. */
export interface Kept {
  readonly record: RawRecord
  readonly stamps: Stamps
}

/** A value and the change that wrote it; without `value` that change took the field away. */
interface Written {
  readonly dot: Dot
  readonly value?: unknown
}

/** Field → what lives in it, highest first; '-' holds removals, whose values are the dots they cover. */
type Registers = Map<string, readonly Written[]>

/** Negative when `a` comes before `b`: the higher Lamport number first, then the higher actor, then the later. */
function byHeight([actor, counter, lamport]: Dot, b: Dot): number {
  if (lamport !== b[2]) return b[2] - lamport
  if (actor !== b[0]) return actor > b[0] ? -1 : 1
  return b[1] - counter
}

const written = ([dot, ...value]: Sibling): Written => (value.length > 0 ? { dot, value: value[0] } : { dot })

/** Takes a record apart. */
function registersOf({ record, stamps }: Kept): Registers {
  const registers: Registers = new Map()
  const { '*': made, '-': removal, '?': siblings = {}, ...own } = stamps
  const others = (field: string) => (siblings[field] ?? []).map(written)
  for (const [field, value] of Object.entries(record)) {
    if (field === 'id' || field === 'type') continue
    const dot = own[field] ?? made
    if (dot) registers.set(field, [{ dot, value }, ...others(field)])
  }
  for (const [field, dot] of Object.entries(own)) {
    if (!registers.has(field)) registers.set(field, [{ dot, ...valueIn(record, field) }, ...others(field)])
  }
  if (removal?.[0]) {
    const [dot, ...covered] = removal
    registers.set('-', [{ dot, value: covered }, ...others('-')])
  }
  return registers
}

const valueIn = (record: RawRecord, field: string) =>
  Object.hasOwn(record, field) ? { value: record[field] } : {}

/** Puts a record together again. @param made the change that made it, which stands for all fields it wrote */
function keptOf({ id, type }: Pick<RawRecord, 'id' | 'type'>, made: Dot, registers: Registers): Kept {
  const record: Record<string, unknown> = { id, type }
  const stamps: Record<string, unknown> = { '*': made }
  const siblings: Record<string, readonly Sibling[]> = {}
  for (const [field, [first, ...others]] of registers) {
    if (!first) continue
    if (others.length > 0) {
      siblings[field] = others.map(({ dot, ...rest }) => ('value' in rest ? [dot, rest.value] : [dot]))
    }
    if (field === '-') stamps['-'] = [first.dot, ...(first.value as Dot[])]
    else {
      if ('value' in first) record[field] = first.value
      if (!('value' in first) || nameOf(first.dot) !== nameOf(made)) stamps[field] = first.dot
    }
  }
  if (Object.keys(siblings).length > 0) stamps['?'] = siblings
  return { record: record as unknown as RawRecord, stamps: stamps as unknown as Stamps }
}

/**
 * Joins what two copies have in one field: what both have, and what one has and the other has not seen.
 * @returns highest first
 */
function joinedField(
  mine: readonly Written[],
  theirs: readonly Written[],
  mineSeen: Seen,
  theirsSeen: Seen,
): readonly Written[] {
  const here = new Set(mine.map(({ dot }) => nameOf(dot)))
  const there = new Set(theirs.map(({ dot }) => nameOf(dot)))
  const living = [
    ...mine.filter(({ dot }) => there.has(nameOf(dot)) || !covers(theirsSeen, dot)),
    ...theirs.filter(({ dot }) => !here.has(nameOf(dot)) && !covers(mineSeen, dot)),
  ]
  // copies that contradict each other about what they have seen leave nothing: then no value may be lost for it
  const left = living.length > 0 ? living : [...mine, ...theirs]
  return left.toSorted((a, b) => byHeight(a.dot, b.dot))
}

/**
 * Joins one record of two copies.
 * @param mineSeen what my copy has seen, `theirsSeen` what theirs has
 */
export function joinedRecord(mine: Kept, theirs: Kept, mineSeen: Seen, theirsSeen: Seen): Kept {
  const [here, there] = [registersOf(mine), registersOf(theirs)]
  const joined: Registers = new Map()
  for (const field of new Set([...here.keys(), ...there.keys()])) {
    joined.set(field, joinedField(here.get(field) ?? [], there.get(field) ?? [], mineSeen, theirsSeen))
  }
  const made = [madeBy(mine.stamps), madeBy(theirs.stamps)].sort(byHeight).at(-1)!
  return keptOf(mine.record, made, joined)
}
