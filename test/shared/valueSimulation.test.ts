import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { edit } from '../../shared/document'
import { canvasValues, pertMean, simulate, tornado } from '../../shared/queries'
import { randomNumbers } from '../../shared/queries/value/draws'
import { canvasNumbers, type CanvasNumbers } from '../helpers/canvasNumbers'

let canvas: CanvasNumbers
beforeEach(() => {
  canvas = canvasNumbers()
})
const money = (per: 'year' | 'month' | 'purchase', low: number, likely: number, high: number) => ({
  unit: 'EUR',
  per,
  low,
  likely,
  high,
})
const run = (seed = 1, runs?: number) => simulate(canvas.doc, 'canvas:c', runs ? { seed, runs } : { seed })
const all = { kind: 'all', segmentId: null } as const
const families = { kind: 'segment', segmentId: 'segment:families' } as const

/** Uncertain price, payers, unit cost, frequency, a shared cost, and a formula over another number. */
function business() {
  canvas.put('rooms', 'price', money('purchase', 20, 25, 35))
  canvas.put('segment:families', 'payers', { low: 200, likely: 300, high: 350 })
  canvas.put('segment:families', 'frequency', { per: 'year', low: 3, likely: 4, high: 6 })
  canvas.put('segment:families', 'unitCost', money('purchase', 5, 7, 12))
  canvas.put('segment:couples', 'payers', { low: 50, likely: 100, high: 200 })
  canvas.put('segment:couples', 'frequency', { per: 'month', likely: 1 })
  canvas.put('deskCost', 'amount', money('month', 80, 100, 150))
  const area = canvas.put('kitchen', 'area', { unit: 'm2', low: 40, likely: 50, high: 55 })
  const rate = canvas.put('kitchen', 'rate', { unit: 'EUR / m2', per: 'year', likely: 12 })
  canvas.put('rent', 'amount', { unit: 'EUR', per: 'year', formula: `max({${area}} * {${rate}}; 500)` })
}

describe('simulation', () => {
  test('the same seed gives the same result, another one another', () => {
    business()
    expect(run(7)).toEqual(run(7))
    expect(run(7)).not.toEqual(run(8))
  })

  test('it is the same on every machine', () => {
    const random = randomNumbers(42)
    expect([random(), random(), random()]).toEqual([
      0.6011037519201636, 0.44829055899754167, 0.8524657934904099,
    ])
    business()
    const { profit } = run(42, 500).columns.at(-1)!
    expect(profit).toEqual({
      mean: 53867.01751336597,
      p10: 38428.79603477198,
      p50: 52961.95039732006,
      p90: 69236.75699975282,
    })
  })

  test('percentiles lie in order and within the range', () => {
    business()
    const { columns } = canvasValues(canvas.doc, 'canvas:c')
    const simulated = run().columns
    expect(simulated.map(({ kind, segmentId }) => [kind, segmentId])).toEqual(
      columns.map(({ kind, segmentId }) => [kind, segmentId]),
    )
    simulated.forEach((column, at) => {
      for (const what of ['revenue', 'cost', 'profit'] as const) {
        const [found, range] = [column[what], columns[at]![what]]
        expect(found === null).toBe(range === null)
        if (!found || !range) continue
        const order = [range.low, found.p10, found.p50, found.p90, range.high]
        expect(order.toSorted((a, b) => a - b)).toEqual(order)
        expect(found.p10).toBeLessThan(found.p90)
      }
    })
    expect(simulated[0]!.chanceOfProfit).toBe(1)
    expect(simulated.find(({ kind }) => kind === 'unassigned')!.chanceOfProfit).toBe(0)
  })

  test('the mean of one uncertain number is (l + 4m + h) / 6', () => {
    const bounds = fc.tuple(
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 1, max: 100 }),
    )
    fc.assert(
      fc.property(bounds, fc.integer(), ([low, more, rest], seed) => {
        canvas = canvasNumbers()
        const [likely, high] = [low + more, low + more + rest]
        canvas.put('rent', 'amount', money('year', low, likely, high))
        const { cost } = run(seed, 4000).columns.at(-1)!
        // seven standard errors: the deviation of a PERT is at most the width / sqrt(28)
        const slack = (7 * (high - low)) / Math.sqrt(28 * 4000)
        expect(Math.abs(cost!.mean - pertMean(low, likely, high))).toBeLessThan(slack)
      }),
      { numRuns: 40 },
    )
  })

  test('the spread is that of PERT', () => {
    canvas.put('rent', 'amount', money('year', 0, 50, 100))
    const { cost } = run(3, 50_000).columns.at(-1)!
    // Beta(3, 3): a tenth below 0.2466, nine tenths below 0.7534
    expect(cost!.p10).toBeCloseTo(24.66, 0)
    expect(cost!.p50).toBeCloseTo(50, 0)
    expect(cost!.p90).toBeCloseTo(75.34, 0)
  })

  test('without ranges every run is the likely case', () => {
    canvas.put('rent', 'amount', { unit: 'EUR', per: 'year', likely: 7 })
    expect(run().columns.at(-1)!.cost).toEqual({ p10: 7, p50: 7, p90: 7, mean: 7 })
    expect(tornado(canvas.doc, 'canvas:c', all)).toEqual([])
  })

  test('one number more leaves the others as they were drawn', () => {
    business()
    const before = run(5).columns[1]!.revenue
    canvas.put('food', 'amount', money('year', 1, 2, 9))
    expect(run(5).columns[1]!.revenue).toEqual(before)
  })

  test('no canvas', () => {
    expect(simulate(canvas.doc, 'canvas:none', { seed: 1 }).columns).toEqual([])
    expect(tornado(canvas.doc, 'canvas:none', all)).toEqual([])
  })
})

describe('tornado', () => {
  test.each([
    ['all', all],
    ['families', families],
  ] as const)('%s: equals putting each number at its ends by hand', (_name, column) => {
    business()
    const uncertain = canvas.doc
      .all('quantity')
      .filter(({ low, high }) => low !== null && high !== null && low < high)
    const at = (ends: ReadonlyMap<string, number>) => {
      const doc = canvas.doc.clone()
      for (const { id, likely } of uncertain) {
        const value = ends.get(id) ?? likely
        doc.apply(edit(doc).update('quantity', id, { low: value, likely: value, high: value }).patch())
      }
      const { columns } = canvasValues(doc, 'canvas:c')
      return columns.find(one => one.kind === column.kind && one.segmentId === column.segmentId)!.profit!
        .likely
    }
    const byHand = uncertain
      .map(({ id, low, high }) => ({ id, low: at(new Map([[id, low!]])), high: at(new Map([[id, high!]])) }))
      .filter(({ low, high }) => low !== high)
    const bars = tornado(canvas.doc, 'canvas:c', column)
    expect(bars).toHaveLength(byHand.length)
    for (const { id, low, high } of byHand) {
      const bar = bars.find(({ quantityId }) => quantityId === id)!
      expect(bar.low).toBeCloseTo(low, 6)
      expect(bar.high).toBeCloseTo(high, 6)
      expect(bar.swing).toBeCloseTo(Math.abs(high - low), 6)
    }
    const swings = bars.map(({ swing }) => swing)
    expect(swings.toSorted((a, b) => b - a)).toEqual(swings)
  })

  test('a column counts only what reaches it', () => {
    business()
    const names = tornado(canvas.doc, 'canvas:c', families).map(({ ownerId, name }) => `${ownerId} ${name}`)
    expect(names).toContain('segment:families payers')
    expect(names).toContain('segment:couples payers')
    expect(names).not.toContain('note:kitchen area')
    expect(tornado(canvas.doc, 'canvas:c', all).map(({ name }) => name)).toContain('area')
  })
})
