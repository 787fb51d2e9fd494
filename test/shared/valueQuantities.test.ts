import { beforeEach, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { Doc, edit, type Fields } from '../../shared/document'
import { quantitiesOf } from '../../shared/queries'

/** A canvas with a segment note, two streams and a cost; quantities are added by each test. */
function canvas() {
  const draft = edit(new Doc())
    .add('project', 'project:p', { currency: 'EUR' })
    .add('canvas', 'canvas:c', { title: 'Now' })
    .add('canvas', 'canvas:d', { title: 'Then' })
    .add('segment', 'segment:s', { title: 'Families', order: 'A' })
    .add('note', 'note:s', { block: 'customerSegments', segmentId: 'segment:s' })
    .add('placement', 'placement:s', {
      canvasId: 'canvas:c',
      noteId: 'note:s',
      block: 'customerSegments',
      order: 'A',
    })
  for (const name of ['r', 'q']) {
    draft.add('note', `note:${name}`, { block: 'revenueStreams', title: name })
    for (const on of ['c', 'd'])
      draft.add('placement', `placement:${name}${on}`, {
        canvasId: `canvas:${on}`,
        noteId: `note:${name}`,
        block: 'revenueStreams',
        order: name,
      })
  }
  const doc = new Doc()
  doc.apply(draft.patch())
  return doc
}

let doc: Doc
beforeEach(() => {
  doc = canvas()
})
const put = (id: string, ownerId: string, fields: Fields<'quantity'>) =>
  doc.apply(
    edit(doc)
      .add('quantity', `quantity:${id}`, { ownerId, name: id, ...fields })
      .patch(),
  )
const here = () => quantitiesOf(doc, 'canvas:c')
const codes = () => here().problems.map(({ quantityId, code }) => [quantityId.slice(9), code])

describe('which quantity counts', () => {
  test('placement before note before segment, by name without case and accents', () => {
    put('a', 'segment:s', { name: 'Platiaci', likely: 1 })
    put('x', 'segment:s', { name: 'price', likely: 9 })
    put('b', 'note:s', { name: 'platiaci', likely: 2 })
    put('c', 'placement:s', { name: 'PLATIACI ', likely: 3 })
    for (const owner of ['segment:s', 'note:s', 'placement:s']) {
      expect(here().value(owner, 'platiací')).toMatchObject({
        id: 'quantity:c',
        likely: 3,
        ownerId: 'placement:s',
      })
      expect(
        here()
          .of(owner)
          .map(({ id }) => id),
      ).toEqual(['quantity:c', 'quantity:x'])
    }
  })

  test('here only is here only, and formulas name what counts here', () => {
    put('price', 'note:r', { likely: 10 })
    put('twice', 'note:q', { formula: '{quantity:price} * 2' })
    put('other', 'placement:rc', { name: 'price', likely: 30 })
    expect(here().value('note:q', 'twice')!.likely).toBe(60)
    expect(quantitiesOf(doc, 'canvas:d').value('note:q', 'twice')!.likely).toBe(20)
  })

  test('what stands in for a number can be worked out from it', () => {
    put('price', 'note:r', { likely: 10 })
    put('other', 'placement:rc', { name: 'price', formula: '{quantity:price} * 1.1' })
    expect(here().value('note:r', 'price')!.likely).toBeCloseTo(11, 12)
    expect(here().problems).toEqual([])
  })

  test('programmes have quantities; other canvases have none here', () => {
    doc.apply(edit(doc).add('loyalty', 'loyalty:l', { canvasId: 'canvas:c' }).patch())
    doc.apply(edit(doc).add('loyalty', 'loyalty:m', { canvasId: 'canvas:d' }).patch())
    put('l', 'loyalty:l', { likely: 5 })
    put('m', 'loyalty:m', { likely: 5 })
    expect(here().value('loyalty:l', 'l')!.likely).toBe(5)
    expect(here().of('loyalty:m')).toEqual([])
    expect(quantitiesOf(doc, 'canvas:none').of('loyalty:l')).toEqual([])
  })

  test('missing bounds', () => {
    put('a', 'note:r', { likely: 4 })
    put('b', 'note:r', { low: 2, high: 6 })
    put('c', 'note:r', {})
    put('d', 'note:r', { low: 9, likely: 5, high: 1 })
    expect(
      here()
        .of('note:r')
        .map(({ low, likely, high }) => [low, likely, high]),
    ).toEqual([
      [4, 4, 4],
      [2, 4, 6],
      [null, null, null],
      [1, 5, 9],
    ])
  })
})

describe('formulas', () => {
  test('ranges go through', () => {
    put('a', 'note:r', { low: 1, likely: 2, high: 4 })
    put('b', 'note:r', { low: -1, likely: 1, high: 3 })
    put('sum', 'note:q', { formula: '{quantity:a} + {quantity:b}' })
    put('less', 'note:q', { formula: '{quantity:a} - {quantity:b}' })
    put('times', 'note:q', { formula: '{quantity:a} * {quantity:b}' })
    put('by', 'note:q', { formula: '{quantity:b} / {quantity:a}' })
    put('square', 'note:q', { formula: '{quantity:b} ^ 2' })
    const range = (name: string) => {
      const { low, likely, high } = here().value('note:q', name)!
      return [low, likely, high]
    }
    expect(range('sum')).toEqual([0, 3, 7])
    expect(range('less')).toEqual([-2, 1, 5])
    expect(range('times')).toEqual([-4, 2, 12])
    expect(range('by')).toEqual([-1, 0.5, 3])
    expect(range('square')).toEqual([0, 1, 9])
  })

  test('the range of any formula holds every result within the ranges of its numbers', () => {
    const bound = fc.integer({ min: -20, max: 20 })
    const sign = fc.constantFrom('+', '-', '*', '/', '^')
    fc.assert(
      fc.property(
        fc.tuple(bound, bound, bound),
        fc.tuple(bound, bound, bound),
        sign,
        fc.nat(4),
        fc.nat(4),
        (p, q, op, i, j) => {
          doc = canvas()
          const [a, b] = [p, q].map(three => three.toSorted((x, y) => x - y)) as [number[], number[]]
          put('a', 'note:r', { low: a[0]!, likely: a[1]!, high: a[2]! })
          put('b', 'note:r', { low: b[0]!, likely: b[1]!, high: b[2]! })
          put('f', 'note:q', { formula: `{quantity:a} ${op} {quantity:b}` })
          const found = here().value('note:q', 'f')!
          if (found.low === null) {
            expect(codes()).toHaveLength(1)
            return
          }
          const at = (three: number[], n: number) => three[0]! + ((three[2]! - three[0]!) * n) / 4
          const [x, y] = [at(a, i), at(b, j)]
          const value =
            op === '+' ? x + y : op === '-' ? x - y : op === '*' ? x * y : op === '/' ? x / y : x ** y
          const slack = 1e-9 * Math.max(1, Math.abs(value))
          expect(found.low!).toBeLessThanOrEqual(found.likely!)
          expect(found.likely!).toBeLessThanOrEqual(found.high!)
          expect(value).toBeGreaterThanOrEqual(found.low! - slack)
          expect(value).toBeLessThanOrEqual(found.high! + slack)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('rounds are found, and what only leads to one has no problem of its own', () => {
    put('a', 'note:r', { formula: '{quantity:b} + 1' })
    put('b', 'note:q', { formula: '{quantity:a} * 2' })
    put('c', 'note:q', { formula: '{quantity:a}' })
    put('self', 'note:q', { formula: '{quantity:self}' })
    expect(Object.fromEntries(codes())).toEqual({ a: 'cycle', b: 'cycle', self: 'cycle' })
    expect(here().problems[0]!.params['names']).toMatch(/a → b|b → a/)
    expect(here().value('note:q', 'c')!.likely).toBeNull()
  })

  test('a chain of thousands is no trouble', () => {
    const draft = edit(doc).add('quantity', 'quantity:0', { ownerId: 'note:r', name: '0', likely: 1 })
    for (let n = 1; n <= 5000; n++)
      draft.add('quantity', `quantity:${n}`, {
        ownerId: 'note:r',
        name: `${n}`,
        formula: `{quantity:${n - 1}} + 1`,
      })
    doc.apply(draft.patch())
    expect(here().value('note:r', '5000')!.likely).toBe(5001)
  })

  test('each kind of problem', () => {
    put('gone', 'note:r', { formula: '{quantity:nothing} * 2' })
    put('word', 'note:r', { formula: '[Somebody] * 2' })
    put('torn', 'note:r', { formula: '2 *' })
    put('zero', 'note:r', { formula: '1 / (2 - 2)' })
    put('spread', 'note:r', { low: -1, likely: 1, high: 2 })
    put('byspread', 'note:r', { formula: '1 / {quantity:spread}' })
    put('root', 'note:r', { formula: '(0 - 8) ^ 0.5' })
    put('empty', 'note:r', {})
    put('ofempty', 'note:r', { formula: '{quantity:empty} * 2' })
    expect(Object.fromEntries(codes())).toEqual({
      gone: 'unknownName',
      word: 'unknownName',
      torn: 'syntax',
      zero: 'divideByZero',
      byspread: 'divideByZero',
      root: 'noNumber',
    })
    expect(here().problems.find(({ code }) => code === 'syntax')).toEqual({
      quantityId: 'quantity:torn',
      ownerId: 'note:r',
      code: 'syntax',
      params: { quantity: 'torn', reason: 'unfinished', position: 3 },
    })
  })
})

const units: Readonly<Record<string, Fields<'quantity'>>> = {
  eurMonth: { unit: 'EUR', per: 'month', likely: 10 },
  eurYear: { unit: '€', per: 'year', likely: 10 },
  czkMonth: { unit: 'CZK', per: 'month', likely: 10 },
  eur: { unit: 'EUR', per: 'once', likely: 10 },
  price: { unit: 'EUR', per: 'purchase', likely: 10 },
  eurCustomer: { unit: 'EUR', per: 'customer', likely: 10 },
  timesMonth: { per: 'month', likely: 4 },
  payers: { unit: 'people', likely: 100 },
  packs: { unit: 'packs', likely: 7 },
  months: { unit: 'mesiacov', per: 'year', likely: 12 },
  churn: { per: 'month', likely: 0.05, name: 'churn' },
  perVisit: { unit: 'EUR / visit', likely: 2 },
  visits: { unit: 'visit', per: 'month', likely: 50 },
}

describe('units, periods and currencies', () => {
  beforeEach(() => {
    for (const [name, fields] of Object.entries(units)) put(name, 'note:r', fields)
  })
  const of = (formula: string, declared: Fields<'quantity'> = {}) => {
    const text = formula.replaceAll(/[A-Za-z]+/g, name => (name in units ? `{quantity:${name}}` : name))
    put('f', 'note:q', { formula: text, ...declared })
    const { problems } = here()
    const { unit, per } = here().of('note:q')[0]!
    return problems[0]?.code ?? `${unit} ${per}`
  }

  test.each([
    ['eurMonth + eurMonth', 'EUR month'],
    ['eurMonth - czkMonth', 'currency'],
    ['max(eurMonth; czkMonth)', 'currency'],
    ['sum(eurMonth; eurMonth; eurYear)', 'period'],
    ['eurMonth + eur', 'period'],
    ['eurMonth + payers', 'unit'],
    ['payers + packs', 'unit'],
    ['price * timesMonth * payers', 'EUR month'],
    ['price + eurCustomer', 'EUR none'],
    ['eurMonth * months + eurYear', 'EUR year'],
    ['eurMonth * 12 + eurYear', 'period'],
    ['perVisit * visits + eurMonth', 'EUR month'],
    ['max(0; eurMonth - 5)', 'EUR month'],
    ['1 - churn', ' month'],
    ['eurMonth / churn + eur', 'EUR none'],
    ['eurMonth / eurMonth', ' none'],
    ['eurMonth ^ 0.5', 'unit'],
    ['2 ^ payers', 'unit'],
    ['round(eurMonth * 1.21; 2)', 'EUR month'],
    ['packs * 3', 'packs none'],
  ])('%s: %s', (formula, expected) => expect(of(formula)).toBe(expected))

  test.each([
    ['price * timesMonth * payers', { unit: 'EUR', per: 'month' }, 'EUR month'],
    ['price * timesMonth * payers', { unit: 'EUR', per: 'year' }, 'period'],
    ['price * timesMonth * payers', { unit: 'CZK', per: 'month' }, 'currency'],
    ['price * timesMonth * payers', { unit: 'packs', per: 'month' }, 'unit'],
    ['packs * 2', { unit: 'EUR' }, 'unit'],
    ['payers * 3', { unit: 'packs' }, 'unit'],
    ['eurMonth', { per: 'year' }, 'period'],
    ['2 * 3', { unit: 'EUR', per: 'year' }, 'EUR year'],
    ['1 - churn', { name: 'retention' }, ' month'],
    ['1 - churn', { name: 'retention', per: 'year' }, ' year'],
  ] as const)('%s declared as %o: %s', (formula, declared, expected) => {
    expect(of(formula, { ...declared })).toBe(expected)
  })

  test('the two sides are told in words', () => {
    of('eurMonth - czkMonth')
    expect(here().problems[0]!.params).toEqual({
      quantity: 'f',
      left: 'EUR / month',
      right: 'CZK / month',
      position: 20,
    })
  })
})
