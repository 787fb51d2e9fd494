import { beforeEach, describe, expect, test } from 'vitest'
import { edit } from '../../shared/document'
import { canvasValues, lifetimePlan, numberReader } from '../../shared/queries'
import { canvasNumbers, type CanvasNumbers } from '../helpers/canvasNumbers'

let canvas: CanvasNumbers
beforeEach(() => {
  canvas = canvasNumbers()
})
const values = () => canvasValues(canvas.doc, 'canvas:c')
const column = (kind: string) =>
  values().columns.find(one => one.kind === kind || one.segmentId === `segment:${kind}`)!
const likely = (kind: string) => {
  const { revenue, cost, profit } = column(kind)
  return [revenue, cost, profit].map(money => money && Math.round(money.likely * 1e6) / 1e6)
}
const eur = (per: 'none' | 'once' | 'month' | 'year' | 'week' | 'customer' | 'purchase', value: number) => ({
  unit: 'EUR',
  per,
  likely: value,
})

/** Families: 300 payers, 4 purchases a year of 25, costing 7.5 each. Couples: 100 payers, once a month. */
function prices() {
  canvas.put('rooms', 'price', eur('purchase', 25))
  canvas.put('segment:families', 'payers', 300)
  canvas.put('segment:families', 'frequency', { per: 'year', likely: 4 })
  canvas.put('segment:families', 'unitCost', eur('purchase', 7.5))
  canvas.put('segment:couples', 'payers', 100)
  canvas.put('segment:couples', 'frequency', { per: 'month', likely: 1 })
}

describe('revenue', () => {
  test('price × frequency × payers, per reporting period', () => {
    prices()
    expect(likely('families')).toEqual([30_000, 9000, 21_000])
    expect(likely('couples')).toEqual([30_000, null, 30_000])
    expect(column('all').splits).toEqual([])
    expect(likely('all')).toEqual([60_000, 9000, 51_000])
    expect(column('unassigned')).toBeUndefined()
    canvas.set('project:p', { period: 'month' })
    expect(likely('couples')).toEqual([2500, null, 2500])
    expect(likely('families')).toEqual([2500, 750, 1750])
  })

  test('an amount is split by payers, else by revenue share, else equally, and it is told', () => {
    canvas.put('rooms', 'amount', eur('month', 1000))
    expect(likely('families')).toEqual([6000, null, 6000])
    expect(column('all').splits).toEqual([
      { noteId: 'note:rooms', segmentIds: ['segment:families', 'segment:couples'], by: 'equally' },
    ])
    canvas.set('segment:families', { revenueShare: 60 })
    expect(column('families').splits[0]!.by).toBe('equally')
    canvas.set('segment:couples', { revenueShare: 20 })
    expect(likely('families')[0]).toBe(9000)
    expect(column('couples').splits[0]!.by).toBe('revenueShare')
    canvas.put('segment:families', 'payers', 100)
    expect(likely('families')[0]).toBe(9000)
    canvas.put('segment:couples', 'payers', 300)
    expect(likely('families')[0]).toBe(3000)
    expect(column('families')).toMatchObject({
      splits: [{ by: 'payers' }],
      parts: [{ noteId: 'note:rooms', segmentId: 'segment:families', kind: 'revenue', share: 0.25 }],
    })
    expect(likely('all')[0]).toBe(12_000)
  })

  test('payers of the stream are shared too', () => {
    canvas.put('rooms', 'price', eur('month', 10))
    canvas.put('rooms', 'payers', 50)
    expect(likely('families')[0]).toBe(3000)
    expect(likely('all')[0]).toBe(6000)
  })

  test.each([
    ['none', 25 * 4 * 300],
    ['purchase', 25 * 4 * 300],
    ['customer', 25 * 300],
    ['once', 25 * 300],
    ['year', 25 * 300],
    ['month', 25 * 300 * 12],
    ['week', (25 * 300 * 365.25) / 7],
  ] as const)('a price per %s', (per, expected) => {
    prices()
    canvas.put('rooms', 'price', eur(per, 25))
    expect(column('families').revenue!.likely).toBeCloseTo(expected, 6)
  })

  test('the price may stand on the offer the stream is for, or on the segment; the stream comes first', () => {
    prices()
    canvas.doc.apply(edit(canvas.doc).remove('quantity:rooms-price').patch())
    expect(likely('families')).toEqual([null, 9000, -9000])
    canvas.put('segment:families', 'price', eur('purchase', 10))
    expect(likely('families')[0]).toBe(12_000)
    expect(likely('couples')[0]).toBeNull()
    canvas.put('stay', 'price', eur('purchase', 20))
    expect(likely('families')[0]).toBe(24_000)
    expect(likely('couples')[0]).toBe(24_000)
  })

  test('usage: price × driver', () => {
    canvas.put('rooms', 'price', eur('none', 0.5))
    canvas.put('rooms', 'driver', { unit: 'nights', per: 'month', likely: 200 })
    expect(likely('all')[0]).toBe(1200)
    expect(likely('families')[0]).toBe(600)
  })

  test('what nobody pays belongs to none', () => {
    canvas.put('adverts', 'amount', eur('year', 500))
    expect(likely('unassigned')).toEqual([500, null, 500])
    expect(likely('all')).toEqual([500, null, 500])
  })
})

describe('costs', () => {
  test('they follow what drives them, through what it enables and supplies', () => {
    prices()
    canvas.put('deskCost', 'amount', eur('month', 100))
    canvas.put('rent', 'amount', eur('year', 700))
    canvas.put('food', 'amount', eur('year', 300))
    expect(likely('families')[1]).toBe(9000 + 900 + 300)
    expect(likely('couples')[1]).toBe(300)
    expect(likely('unassigned')).toEqual([null, 700, -700])
    expect(likely('all')).toEqual([60_000, 11_200, 48_800])
    const all = column('all').parts.filter(({ kind }) => kind === 'cost')
    expect(all.map(({ noteId, segmentId, share }) => [noteId, segmentId, share])).toEqual([
      ['note:deskCost', 'segment:families', 0.75],
      ['note:deskCost', 'segment:couples', 0.25],
      ['note:food', 'segment:families', 1],
      ['note:rent', null, 1],
      ['note:families', 'segment:families', 1],
    ])
  })

  test('per customer, per purchase and per unit of a driver', () => {
    prices()
    canvas.put('food', 'amount', eur('customer', 2))
    expect(likely('families')[1]).toBe(9600)
    canvas.put('food', 'amount', eur('purchase', 2))
    expect(likely('families')[1]).toBe(9000 + 2400)
    canvas.put('food', 'driver', { unit: 'meals', per: 'month', likely: 10 })
    expect(likely('families')[1]).toBe(9240)
    canvas.doc.apply(edit(canvas.doc).remove('quantity:food-amount').patch())
    canvas.put('food', 'unitCost', eur('none', 3))
    expect(likely('families')[1]).toBe(9360)
  })

  test('every number entered counts once: unit costs of the stream and of the segment add up', () => {
    prices()
    canvas.put('stay', 'unitCost', eur('purchase', 1))
    expect(likely('families')[1]).toBe(9000 + 1200)
    expect(likely('couples')[1]).toBe(1200)
  })

  test('a cost for a segment needs no driver', () => {
    canvas.put('rent', 'amount', eur('year', 700))
    canvas.doc.apply(
      edit(canvas.doc)
        .add('link', 'link:for', {
          kind: 'for',
          fromId: 'note:rent',
          toId: 'segment:couples',
          canvasId: 'canvas:c',
        })
        .patch(),
    )
    expect(likely('couples')).toEqual([null, 700, -700])
    expect(column('unassigned')).toBeUndefined()
  })
})

describe('profit, margin and break-even', () => {
  test('payers*(price*freq - variable cost) - assigned costs; fixed / unit margin', () => {
    prices()
    canvas.put('deskCost', 'amount', eur('year', 14_000))
    const { profit, breakEvenPayers, payers } = column('families')
    expect(profit!.likely).toBe(300 * (25 * 4 - 7.5 * 4) - 10_500)
    expect(payers!.likely).toBe(300)
    expect(breakEvenPayers!.likely).toBe(150)
    expect(column('all').payers!.likely).toBe(400)
    expect(column('all').breakEvenPayers).toBeNull()
  })

  test('a payer who leaves nothing never breaks even', () => {
    prices()
    canvas.put('deskCost', 'amount', eur('year', 14_000))
    canvas.put('segment:families', 'unitCost', eur('purchase', 25))
    expect(column('families').breakEvenPayers).toBeNull()
  })

  test('the same payers pay and cost: their range counts once', () => {
    prices()
    canvas.put('segment:families', 'payers', { low: 100, likely: 200, high: 300 })
    const { revenue, cost, profit, breakEvenPayers } = column('families')
    expect(revenue).toEqual({ low: 10_000, likely: 20_000, high: 30_000 })
    expect(cost).toEqual({ low: 3000, likely: 6000, high: 9000 })
    expect(profit).toEqual({ low: 7000, likely: 14_000, high: 21_000 })
    expect(breakEvenPayers).toBeNull()
  })

  test('shares of uncertain payers stay shares', () => {
    canvas.put('rooms', 'amount', eur('year', 1000))
    canvas.put('segment:families', 'payers', { low: 0, likely: 100, high: 300 })
    canvas.put('segment:couples', 'payers', { low: 50, likely: 100, high: 100 })
    expect(column('families').revenue).toEqual({ low: 0, likely: 500, high: 1000 * (300 / 350) })
    expect(column('couples').revenue).toEqual({ low: 50_000 / 350, likely: 500, high: 1000 })
  })
})

describe('what cannot be added up', () => {
  test('nothing entered', () => {
    expect(column('all')).toMatchObject({ revenue: null, cost: null, profit: null, nothing: 'noNumbers' })
    expect(values()).toMatchObject({ currency: 'EUR', period: 'year', problems: [] })
    expect(values().columns.map(({ kind }) => kind)).toEqual(['segment', 'segment', 'all'])
  })

  test('one side missing', () => {
    prices()
    expect(column('couples').nothing).toBe('noCost')
    expect(column('families').nothing).toBeNull()
    canvas.put('rent', 'amount', eur('year', 1))
    expect(column('unassigned').nothing).toBe('noRevenue')
  })

  test('another currency', () => {
    prices()
    canvas.put('food', 'amount', { unit: 'CZK', per: 'year', likely: 5 })
    expect(column('families')).toMatchObject({ cost: null, profit: null, nothing: 'otherCurrency' })
    expect(column('families').revenue!.likely).toBe(30_000)
    expect(column('all')).toMatchObject({ cost: null, profit: null, nothing: 'otherCurrency' })
    expect(column('couples').nothing).toBe('noCost')
  })

  test('a formula with a problem', () => {
    prices()
    canvas.put('rooms', 'price', { unit: 'EUR', per: 'purchase', formula: '1 / 0' })
    expect(column('families')).toMatchObject({ revenue: null, profit: null, nothing: 'problem' })
    expect(values().problems).toMatchObject([{ code: 'divideByZero', ownerId: 'note:rooms' }])
  })

  test('money in people is no money; money without a currency is that of the project', () => {
    canvas.put('rooms', 'amount', { unit: 'people', per: 'year', likely: 5 })
    expect(column('all').nothing).toBe('noNumbers')
    canvas.put('rooms', 'amount', { unit: '', per: 'year', likely: 5 })
    expect(likely('all')[0]).toBe(5)
  })

  test('no canvas, no columns', () => {
    expect(canvasValues(canvas.doc, 'canvas:none').columns).toEqual([])
  })

  test('parked and trashed notes do not count', () => {
    canvas.put('rent', 'amount', eur('year', 1))
    canvas.set('placement:rent', { trashed: true })
    expect(column('all').nothing).toBe('noNumbers')
    canvas.set('placement:rent', { trashed: false, block: 'parked' })
    expect(column('all').nothing).toBe('noNumbers')
  })
})

describe('lifetime', () => {
  const s = 'segment:families'

  test('the reference customer: A=350, m=40 a month, r=.95', () => {
    canvas.put(s, 'retention', { per: 'month', likely: 0.95 })
    canvas.put(s, 'margin', eur('month', 40))
    canvas.put(s, 'acquisitionCost', eur('customer', 350))
    const lifetime = column('families').lifetime!
    expect(lifetime).toMatchObject({ period: 'month', discount: 0, payback: { periods: 12 } })
    expect(lifetime.periods.likely).toBeCloseTo(20, 9)
    expect(lifetime.clv!.variant).toBe('undiscountedNow')
    expect(lifetime.clv!.likely).toBeCloseTo(800, 9)
    expect(lifetime.netClv!.likely).toBeCloseTo(450, 9)
    expect(lifetime.ratio!.likely).toBeCloseTo(800 / 350, 9)
    expect(column('couples').lifetime).toBeNull()
    expect(column('all').lifetime).toBeNull()
  })

  test('discounted, from churn, with the margin of the payers', () => {
    prices()
    canvas.set('project:p', { discountRate: 0.1 })
    canvas.put(s, 'churn', { per: 'year', likely: 0.2 })
    const { clv, margin, retention } = column('families').lifetime!
    expect(retention.likely).toBeCloseTo(0.8, 12)
    expect(margin!.likely).toBeCloseTo(70, 9)
    expect(clv!.variant).toBe('firstMarginNow')
    expect(clv!.likely).toBeCloseTo((70 * 1.1) / 0.3, 9)
  })

  test('money a year against a retention a month', () => {
    canvas.put(s, 'retention', { per: 'month', likely: 0.9 })
    canvas.put(s, 'margin', eur('year', 120))
    expect(column('families').lifetime!.margin!.likely).toBeCloseTo(10, 12)
    expect(column('families').lifetime!.clv!.likely).toBeCloseTo(100, 9)
  })

  test('a margin a purchase counts times the purchases, as in the loyalty planner', () => {
    canvas.put(s, 'retention', { per: 'month', likely: 0.8 })
    canvas.put(s, 'margin', { unit: 'EUR', per: 'purchase', low: 1, likely: 2, high: 3 })
    expect(column('families').lifetime).toMatchObject({ margin: null, clv: null })
    canvas.put(s, 'frequency', { per: 'year', low: 48, likely: 96, high: 96 })
    const { margin, clv } = column('families').lifetime!
    expect(margin!.low).toBeCloseTo(4, 9)
    expect(margin!.likely).toBeCloseTo(16, 9)
    expect(margin!.high).toBeCloseTo(24, 9)
    expect(clv!.likely).toBeCloseTo(80, 9)
    const plan = () => lifetimePlan(numberReader(canvas.doc, 'canvas:c'), s)
    expect(plan().byChurn).toBeCloseTo(clv!.likely, 9)
    // what names neither purchase nor period is of the period of the rate, in both
    canvas.put(s, 'margin', eur('none', 2))
    expect(column('families').lifetime!.clv!.likely).toBeCloseTo(10, 9)
    expect(plan().byChurn).toBeCloseTo(10, 9)
  })

  test('ranges; a value without bound is no value', () => {
    canvas.put(s, 'retention', { per: 'year', low: 0.5, likely: 0.8, high: 1 })
    canvas.put(s, 'margin', { unit: 'EUR', per: 'year', low: 50, likely: 100, high: 120 })
    expect(column('families').lifetime!.clv).toMatchObject({ low: 100, high: Infinity })
    canvas.put(s, 'retention', { per: 'year', likely: 1 })
    expect(column('families').lifetime!.clv).toBeNull()
    canvas.put(s, 'retention', { per: 'year', likely: 80 })
    expect(column('families').lifetime).toBeNull()
  })
})
