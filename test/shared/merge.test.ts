import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyPatch } from '../../shared/document'
import { dotOf, isGone, nameOf, type Dot } from '../../shared/document/stamps'
import type { RawRecord } from '../../shared/model'
import { Replica } from '../helpers/replicas'

const nightly = process.env['JOURNEYBOARD_NIGHTLY'] === '1'
const numRuns = nightly ? 100_000 : 1500

/** What somebody does with one of the copies. */
type Deed =
  | {
      readonly kind: 'write'
      readonly at: number
      readonly id: number
      readonly field: string
      readonly value: number
    }
  | { readonly kind: 'unset'; readonly at: number; readonly id: number }
  | { readonly kind: 'add' | 'remove' | 'bringBack'; readonly at: number; readonly id: number }
  | { readonly kind: 'settle'; readonly at: number; readonly id: number; readonly take: boolean }
  | { readonly kind: 'reopen' | 'undo' | 'redo' | 'joinSteps'; readonly at: number }
  | { readonly kind: 'copy' | 'merge'; readonly at: number; readonly from: number }
  | { readonly kind: 'undoMerge'; readonly at: number; readonly from: number }

/** Deeds on some of the copies and records. */
function deedsOn(copies: number, records: number): fc.Arbitrary<Deed> {
  const [at, id] = [fc.nat(copies - 1), fc.nat(records - 1)]
  const kinds = <K extends Deed['kind']>(...of: K[]) => fc.constantFrom(...of)
  const write = fc.record({
    kind: kinds('write'),
    at,
    id,
    field: fc.constantFrom('a', 'b', 'parent'),
    value: fc.nat(3),
  })
  return fc.oneof(
    { weight: 6, arbitrary: write },
    fc.record({ kind: kinds('unset'), at, id }),
    { weight: 3, arbitrary: fc.record({ kind: kinds('add', 'remove', 'bringBack'), at, id }) },
    { weight: 3, arbitrary: fc.record({ kind: kinds('settle'), at, id, take: fc.boolean() }) },
    { weight: 6, arbitrary: fc.record({ kind: kinds('undo', 'undo', 'redo'), at }) },
    { weight: 3, arbitrary: fc.record({ kind: kinds('reopen', 'joinSteps', 'joinSteps'), at }) },
    { weight: 4, arbitrary: fc.record({ kind: kinds('copy', 'merge', 'merge'), at, from: at }) },
    fc.record({ kind: kinds('undoMerge'), at, from: at }),
  )
}

/** What leaves a conflict: three wrote the same field, and one of them has what another wrote. */
const quarrel: readonly Deed[] = [
  ...[0, 1, 2].map((at): Deed => ({ kind: 'write', at, id: 0, field: 'a', value: at + 1 })),
  { kind: 'merge', at: 0, from: 1 },
]

const id = fc.nat(5)
const deeds: fc.Arbitrary<readonly Deed[]> = fc.oneof(
  fc.array(deedsOn(5, 6), { maxLength: 24 }),
  fc.array(deedsOn(3, 2), { maxLength: 12, size: 'medium' }).map(more => [...quarrel, ...more]),
)

/** Plays deeds on five copies of one document. @param name gives a session its actor; fresh ones unless it says so */
function played(
  deeds: readonly Deed[],
  name = (_copy: number, session: number) => `actor${session}`,
): Replica[] {
  let sessions = 0
  const first = new Replica(name(0, sessions++))
  for (const n of [0, 1, 2, 3]) first.commit({ ...emptyPatch, added: [born(n, 0)] })
  const copies = [first, ...[1, 2, 3, 4].map(n => new Replica(name(n, sessions++), first))]
  for (const one of deeds) {
    const copy = copies[one.at]!
    if (one.kind === 'reopen') copy.actor = name(one.at, sessions++)
    else if (one.kind === 'copy') {
      // copied in the file manager while it is closed; each opens it with a session of its own
      copies[one.at] = new Replica(name(one.at, sessions++), copies[one.from])
      copies[one.from]!.actor = name(one.from, sessions++)
    } else if (one.kind === 'merge') copy.take(copies[one.from]!)
    else if (one.kind === 'undoMerge') undoMerge(copy, copies[one.from]!)
    else if (one.kind === 'undo' || one.kind === 'redo') copy.travel(one.kind)
    else if (one.kind === 'joinSteps') copy.joinSteps()
    else if ('id' in one) edit(copy, one)
  }
  return copies
}

/** What people see nothing of is no step to undo. */
function undoMerge(copy: Replica, from: Replica): void {
  const { length } = copy.history.undo
  copy.take(from)
  if (copy.history.undo.length > length) copy.travel('undo')
}

const born = (n: number, value: number) =>
  ({ id: `t:${n}`, type: 't', a: value, b: value }) as unknown as RawRecord

function edit(copy: Replica, one: Extract<Deed, { readonly id: number }>): void {
  const key = `t:${one.id}`
  const kept = copy.records.get(key)
  const there = kept && !isGone(kept.stamps)
  if (one.kind === 'add' && !kept)
    copy.commit({
      ...emptyPatch,
      added: [{ ...born(one.id, 9), id: `t:${copy.actor}`, type: 't' } as RawRecord].filter(
        ({ id: fresh }) => !copy.records.has(fresh),
      ),
    })
  else if (one.kind === 'remove' && there) copy.commit({ ...emptyPatch, removed: [kept.record] })
  else if (one.kind === 'bringBack' && kept && !there) copy.commit({ ...emptyPatch, added: [kept.record] })
  else if (one.kind === 'settle' && there) settle(copy, key, one.take)
  else if (one.kind === 'write' && there) copy.commit(copy.changed(key, { [one.field]: one.value }))
  else if (one.kind === 'unset' && there && 'b' in kept.record) {
    const { b: from } = kept.record as unknown as { b: unknown }
    copy.commit({ ...emptyPatch, updated: [{ id: key, field: 'b', from }] })
  }
}

/** Chooses in the first conflict of a record, the value that is shown or another. */
function settle(copy: Replica, key: string, take: boolean): void {
  const conflict = copy.conflicts().find(({ id }) => id === key)
  if (!conflict) return
  const { field, others } = conflict
  const record = copy.records.get(key)!.record
  const from = field in record ? { from: record[field] } : {}
  const mine = field in record ? { to: record[field] } : {}
  const { dot: _dot, ...theirs } = others.at(-1)!
  const to = take ? ('value' in theirs ? { to: theirs.value } : {}) : mine
  copy.commit({ ...emptyPatch, updated: [{ id: key, field, ...from, ...to }] })
}

const joined = (...copies: readonly Replica[]): unknown => {
  const [first, ...others] = copies
  const all = new Replica('reader', first)
  for (const other of others) all.take(other)
  return all.content()
}

/** Every law on what some deeds leave; throws where one does not hold. */
function laws(copies: readonly Replica[]): void {
  const [a, b, c, d, e] = copies as [Replica, Replica, Replica, Replica, Replica]
  expect(joined(a, b)).toEqual(joined(b, a))
  expect(joined(new Replica('r', joinedCopy(a, b)), c)).toEqual(joined(a, joinedCopy(b, c)))
  expect(joined(a, a)).toEqual(a.content())
  expect(joined(a, b, b, a)).toEqual(joined(a, b))
  expect(joined(a, b, c, d, e)).toEqual(joined(e, c, a, d, b, c))
}

const joinedCopy = (a: Replica, b: Replica): Replica => {
  const both = new Replica('reader', a)
  both.take(b)
  return both
}

describe('M1 copies of a document', () => {
  test('join the same in any order and however often', () => {
    fc.assert(
      fc.property(deeds, list => laws(played(list))),
      { numRuns },
    )
  }, 600_000)

  test('with an editing session that two copies share the laws break (control)', () => {
    const reused = (list: readonly Deed[]) => played(list, copy => `actor${copy % 2}`)
    const result = fc.check(
      fc.property(deeds, list => laws(reused(list))),
      { numRuns: 2000 },
    )
    expect(result.failed).toBe(true)
  })

  test('nothing that one wrote and the other has not seen is lost', () => {
    fc.assert(
      fc.property(deeds, list => {
        const [a, b] = played(list) as [Replica, Replica]
        const both = joinedCopy(a, b)
        for (const [one, other] of [
          [a, b],
          [b, a],
        ] as const) {
          for (const [key, { record, stamps }] of one.records) {
            for (const field of Object.keys(record)) {
              if (field === 'id' || field === 'type') continue
              const dot = dotOf(stamps, field)
              if ((other.seen[dot[0]] ?? 0) >= dot[1]) continue
              const after = both.records.get(key)!
              const winner = dotOf(after.stamps, field)
              const siblings = (after.stamps['?']?.[field] ?? []) as readonly (readonly [Dot, unknown?])[]
              const live = [nameOf(winner), ...siblings.map(([sibling]) => nameOf(sibling))]
              expect(live).toContain(nameOf(dot))
            }
          }
        }
      }),
      { numRuns },
    )
  }, 600_000)

  test('an edit beats a removal made elsewhere; a removal nobody edited against stays', () => {
    fc.assert(
      fc.property(deeds, id, fc.boolean(), (list, n, edited) => {
        const [a, b] = played(list) as [Replica, Replica]
        a.take(b)
        b.take(a)
        const key = `t:${n}`
        const kept = a.records.get(key)
        fc.pre(kept !== undefined && !isGone(kept.stamps))
        ;[a.actor, b.actor] = ['remover', 'editor']
        a.commit({ ...emptyPatch, removed: [a.records.get(key)!.record] })
        if (edited) b.commit(b.changed(key, { a: 'edited' }))
        for (const both of [joinedCopy(a, b), joinedCopy(b, a)]) {
          expect(both.visible().has(key)).toBe(edited)
          if (edited) expect(both.visible().get(key)).toMatchObject({ a: 'edited' })
        }
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    )
  }, 600_000)

  test('undo of a merge shows exactly the old content and conflicts, and the same file again does not bring it back', () => {
    fc.assert(
      fc.property(deeds, list => {
        const [a, b] = played(list) as [Replica, Replica]
        const before = a.shown()
        a.actor = 'undoer'
        undoMerge(a, b)
        expect(a.shown()).toEqual(before)
        a.take(b)
        expect(a.shown()).toEqual(before)
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    )
  }, 600_000)

  test('F7 undo of every step is the exact start, conflicts too, and redo of every step the exact end', () => {
    fc.assert(
      fc.property(deeds, list => {
        const [a] = played(list) as [Replica]
        a.actor = 'undoer'
        const shown = [a.shown()]
        while (a.history.undo.length > 0) {
          const before = a.travel('undo')
          expect(a.shown()).toEqual(before)
          shown.push(before)
        }
        shown.pop()
        while (a.history.redo.length > 0 && shown.length > 0) {
          a.travel('redo')
          expect(a.shown()).toEqual(shown.pop())
        }
      }),
      { numRuns },
    )
  }, 600_000)

  test('equal values are no conflict, different ones are until somebody writes the field', () => {
    const first = new Replica('one')
    first.commit({ ...emptyPatch, added: [born(0, 0), born(1, 0)] })
    const other = new Replica('two', first)
    first.commit(first.changed('t:0', { a: 1, b: 1 }))
    other.commit(other.changed('t:0', { a: 2, b: 1 }))
    first.take(other)
    expect(first.conflicts()).toMatchObject([{ id: 't:0', field: 'a', others: [{ value: 1 }] }])
    expect(first.visible().get('t:0')).toMatchObject({ a: 2, b: 1 })
    first.commit({ ...emptyPatch, updated: [{ id: 't:0', field: 'a', from: 2, to: 2 }] })
    expect(first.conflicts()).toEqual([])
    other.take(first)
    expect(other.conflicts()).toEqual([])
    expect(other.visible().get('t:0')).toMatchObject({ a: 2 })
  })
})
