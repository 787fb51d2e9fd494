/** What the number fields of a note know, without a page. */
import { beforeAll, describe, expect, test } from 'vitest'
import { formulaScope, shownQuantities } from '../../renderer/document/quantities/numbers'
import { problemText } from '../../renderer/document/quantities/problems'
import {
  decimalMark,
  isShare,
  outOfOrder,
  quantityNamed,
  quantityWord,
  usually,
} from '../../renderer/document/quantities/words'
import { textsIn, type T } from '../../shared/i18n'
import { languages } from '../../shared/ipc/contract'
import { canvasModel, quantitiesOf, toShown, toStored } from '../../shared/queries'
import { CanvasBuilder } from '../helpers/canvasBuilder'

let en: T
let sk: T
beforeAll(async () => {
  en = (await textsIn('en')).t
  sk = (await textsIn('sk')).t
})

/** A stream with a price, worded otherwise on this canvas, and a segment with payers. */
const built = () =>
  new CanvasBuilder()
    .segment('families')
    .note('tickets', 'revenueStreams', { title: 'Tickets' })
    .note('rent', 'costStructure', { title: 'Rent' })
    .link('pays', 'families', 'tickets')
    .quantity('families', 'payers', 500)
    .quantity('tickets', 'price', [8, 10, 12])
    .quantity('tickets-place', 'price', [5, 6, 7])
    .quantity('tickets', 'Bus fare', 2)
    .quantity('rent', 'price', 900)

const layers = ['placement:tickets-place', 'note:tickets']

describe('the numbers of a note', () => {
  test('one for each name, the strongest owner first, well-known names before own ones', () => {
    const shown = shownQuantities(built().build(), layers)
    expect(shown.map(({ quantity, instead }) => [quantity.name, quantity.likely, instead?.likely])).toEqual([
      ['price', 6, 10],
      ['Bus fare', 2, undefined],
    ])
  })

  test('without a name yet they stand last, each for itself', () => {
    const doc = built()
      .add('quantity', 'fresh', { ownerId: 'note:tickets', name: '' })
      .add('quantity', 'other', { ownerId: 'note:tickets', name: '' })
      .build()
    expect(shownQuantities(doc, layers).map(({ quantity }) => quantity.name)).toEqual([
      'price',
      'Bus fare',
      '',
      '',
    ])
  })
})

describe('formulas', () => {
  const scopeOf = (t: T, language: string) => {
    const doc = built().build()
    return formulaScope(doc, canvasModel(doc, 'canvas:model'), layers, t, language)
  }

  test('name numbers in the reader’s words; the own price is meant, another’s is named with its owner', () => {
    const scope = scopeOf(sk, 'sk')
    const stored = '{quantity:tickets-price} * {quantity:families-payers} - 1.5 * {quantity:rent-price}'
    const shown = toShown(stored, scope)
    expect(shown).toBe('[Cena] * [Platiaci] - 1,5 * [Rent: Cena]')
    expect(toStored(shown, scope)).toEqual({ ok: true, stored })
  })

  test('mean the number that counts everywhere, so that the other canvases count on', () => {
    expect(scopeOf(en, 'en').names.map(({ id }) => id)).not.toContain('quantity:tickets-place-price')
    expect(toStored('[Price]', scopeOf(en, 'en'))).toEqual({ ok: true, stored: '{quantity:tickets-price}' })
  })

  test('that go round say so with the names people know', () => {
    const doc = built()
      .add('quantity', 'tickets-price2', {
        ownerId: 'note:tickets',
        name: 'payers',
        formula: '{quantity:tickets-frequency}',
      })
      .add('quantity', 'tickets-frequency', {
        ownerId: 'note:tickets',
        name: 'frequency',
        formula: '{quantity:tickets-price2}',
      })
      .build()
    const { problems } = quantitiesOf(doc, 'canvas:model')
    const round = problems.find(({ code }) => code === 'cycle')!
    expect(problemText(en, round)).toMatch(/Payers.*Frequency|Frequency.*Payers/)
  })
})

describe('words', () => {
  test('well-known names are read in every language as they are written', async () => {
    for (const language of languages) {
      const { t } = await textsIn(language)
      for (const name of ['amount', 'price', 'unitCost', 'retention', 'acquisitionCost', 'years']) {
        expect(quantityWord(t, name), language).not.toBe(name)
        expect(quantityNamed(t, ` ${quantityWord(t, name).toUpperCase()} `), language).toBe(name)
      }
    }
    expect(quantityNamed(en, ' Bus fare ')).toBe('Bus fare')
  })

  test('shares are written in per cent, money in the currency of the document', () => {
    expect([isShare('Retention'), isShare('reachable'), isShare('margin')]).toEqual([true, true, false])
    const czech = { currency: 'CZK', period: 'month' } as const
    expect(usually('price', czech)).toEqual({ unit: 'CZK', per: 'purchase' })
    expect(usually('amount', czech)).toEqual({ unit: 'CZK', per: 'month' })
    expect(usually('churn', czech)).toEqual({ unit: '', per: 'month' })
    expect(usually('Bus fare', czech)).toEqual({ unit: '', per: 'none' })
  })

  test('low above likely is seen, missing values are not', () => {
    expect(outOfOrder({ low: 3, likely: 2, high: 4 })).toBe(true)
    expect(outOfOrder({ low: 3, likely: null, high: 2 })).toBe(true)
    expect(outOfOrder({ low: null, likely: 3, high: 3 })).toBe(false)
    expect(outOfOrder({ low: 1, likely: null, high: null })).toBe(false)
  })

  test('decimals begin with the mark of the language', () => {
    expect(['en', 'sk', 'sl', 'pl'].map(decimalMark)).toEqual(['.', ',', ',', ','])
  })
})
