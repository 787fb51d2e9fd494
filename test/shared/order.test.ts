import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stageCommands } from '../../shared/commands'
import { applied, byOrder, Doc, positions, type Ordered } from '../../shared/document'
import { recordTypes } from '../../shared/model'

/** Inserts one after the other: where (as a share of the list), and by which session. */
const inserts = fc.array(
  fc.record({
    place: fc.nat(1_000_000),
    actor: fc.constantFrom('anna0001', 'boris001', 'cyril001'),
    count: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 60 },
)

test('positions put records where they were asked for, in the order asked for', () => {
  fc.assert(
    fc.property(inserts, list => {
      let expected: Ordered[] = []
      let n = 0
      for (const { place, actor, count } of list) {
        const at = place % (expected.length + 1)
        const after = at === 0 ? null : expected[at - 1]!.id
        const made = positions(actor, expected, after, count).map(order => ({ id: `stage:${n++}`, order }))
        expected = expected.toSpliced(at, 0, ...made)
      }
      const shuffled = expected.toSorted((a, b) => (a.id < b.id ? 1 : -1))
      expect(shuffled.sort(byOrder)).toEqual(expected)
      expect(new Set(expected.map(one => one.order)).size).toBe(expected.length)
    }),
    { numRuns: 300 },
  )
})

test('runs that two sessions put into one gap without knowing of each other do not interleave', () => {
  const runs = fc.record({
    before: fc.nat(4),
    gap: fc.nat(4),
    first: fc.integer({ min: 1, max: 8 }),
    second: fc.integer({ min: 1, max: 8 }),
    oneByOne: fc.boolean(),
  })
  fc.assert(
    fc.property(runs, ({ before, gap, first, second, oneByOne }) => {
      const common: Ordered[] = positions('common01', [], undefined, before).map((order, n) => ({
        id: `stage:${n}`,
        order,
      }))
      const at = gap % (before + 1)
      const write = (actor: string, count: number) => {
        const own: Ordered[] = []
        for (let n = 0; n < count; n += oneByOne ? 1 : count) {
          const siblings = common.toSpliced(at, 0, ...own)
          const after = siblings[at + own.length - 1]?.id ?? null
          const keys = positions(actor, siblings, at + own.length === 0 ? null : after, oneByOne ? 1 : count)
          keys.forEach(order => own.push({ id: `stage:${actor}${own.length}`, order }))
        }
        return own
      }
      const [anna, boris] = [write('anna0001', first), write('boris001', second)]
      const merged = [...common, ...anna, ...boris].sort(byOrder)
      const within = merged.slice(at, at + first + second)
      expect([
        [...anna, ...boris],
        [...boris, ...anna],
      ]).toContainEqual(within)
    }),
    { numRuns: 500 },
  )
})

test('keys stay short when things are added at the end, one by one or at once', () => {
  const siblings: Ordered[] = []
  for (let n = 0; n < 1000; n++) {
    const [order] = positions('anna0001', siblings, undefined)
    siblings.push({ id: `stage:${n}`, order })
  }
  const longest = Math.max(...siblings.map(one => String(one.order).length))
  expect(longest).toBeLessThanOrEqual(23)
  expect(siblings.toSorted(byOrder)).toEqual(siblings)
  expect(
    Math.max(...positions('anna0001', [], undefined, 10_000).map(key => key.length)),
  ).toBeLessThanOrEqual(23)
})

test('a new session at the end adds its name once, not at every insert', () => {
  const siblings: Ordered[] = []
  for (const actor of ['anna0001', 'boris001', 'cyril001']) {
    for (let n = 0; n < 200; n++) {
      siblings.push({ id: `stage:${actor}${n}`, order: positions(actor, siblings, undefined)[0] })
    }
  }
  expect(siblings.toSorted(byOrder)).toEqual(siblings)
  expect(Math.max(...siblings.map(one => String(one.order).length))).toBeLessThan(60)
})

test('equal keys, as a merge can leave them, still take inserts and moves', () => {
  const key = positions('anna0001', [], undefined)[0]!
  const twins = fc.array(fc.constantFrom(key, ...positions('anna0001', [], undefined, 3)), {
    minLength: 2,
    maxLength: 8,
  })
  fc.assert(
    fc.property(twins, fc.nat(7), fc.nat(7), (keys, from, to) => {
      const stage = (order: string, n: number) => ({
        ...recordTypes.stage.defaults(),
        id: `stage:${n}`,
        type: 'stage',
        journeyId: 'journey:j',
        order,
      })
      const doc = new Doc([
        { ...recordTypes.journey.defaults(), id: 'journey:j', type: 'journey', order: key },
        ...keys.map(stage),
      ])
      const listed = () => doc.pointing('stage', 'journeyId', 'journey:j')
      const moved = listed()[from % keys.length]!
      const after = listed()[to % keys.length]!
      const args = { ids: [moved.id], journeyId: 'journey:j', actor: 'boris001', after: after.id }
      const next = applied(doc, stageCommands.move.run(doc, args)).pointing('stage', 'journeyId', 'journey:j')
      expect(next).toHaveLength(keys.length)
      // behind all that share the key of the one it was to follow, for between equal keys there is no place
      if (moved.id !== after.id) {
        const behind = next.findIndex(one => one.id === moved.id)
        expect(behind).toBeGreaterThan(next.findIndex(one => one.id === after.id))
        const larger = next.findIndex(one => one.id !== moved.id && one.order > after.order)
        if (larger >= 0) expect(behind).toBeLessThan(larger)
      }
    }),
    { numRuns: 300 },
  )
})

test('order is by bytes, never by language', () => {
  const words = ['B', 'a', 'Z', 'b', 'A']
  const sorted = words.map((order, n) => ({ id: `stage:${n}`, order })).sort(byOrder)
  expect(sorted.map(one => one.order)).toEqual(['A', 'B', 'Z', 'a', 'b'])
  expect([{ id: 'stage:b' }, { id: 'stage:a' }].sort(byOrder)[0]!.id).toBe('stage:a')
})
