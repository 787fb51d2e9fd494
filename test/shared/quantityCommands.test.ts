import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keepNumberEverywhere, keepNumberHere } from '../../shared/commands'
import { MissingRecord } from '../../shared/document'
import { subtypeFrom, subtypeParts, subtypesOf } from '../../shared/model/subtype'
import { blocks } from '../../shared/model/note'
import { quantitiesOf } from '../../shared/queries'
import { bench } from '../helpers/build'
import { CanvasBuilder } from '../helpers/canvasBuilder'
import { contentOf, undone } from '../helpers/canvasBench'

/** A stream on two canvases, with a price that counts on both and a turnover worked out from it. */
function twoCanvases() {
  const builder = new CanvasBuilder()
    .segment('families')
    .note('tickets', 'revenueStreams')
    .link('pays', 'families', 'tickets')
    .add('canvas', 'option', { title: 'Option', state: 'option' })
    .place('tickets', 'revenueStreams', { canvasId: 'canvas:option' })
    .quantity('tickets', 'price', [8, 10, 12], { unit: 'EUR', note: 'from the list' })
    .quantity('tickets', 'doubled', 0, { formula: '{quantity:tickets-price} * 2' })
  const { doc, run } = bench()
  doc.apply({ added: [...builder.build().records()], updated: [], removed: [] } as never)
  const likely = (canvasId: string, name: string) =>
    quantitiesOf(doc, canvasId).value('note:tickets', name)?.likely
  return { doc, run, likely, placementId: 'placement:tickets-place-option' }
}

describe('a number of a shared note', () => {
  test('is kept here: the other canvas keeps its own, and formulas count with what holds on each', () => {
    const { doc, run, likely, placementId } = twoCanvases()
    const before = contentOf(doc)
    const { args, patch } = run(keepNumberHere, {
      sourceId: 'quantity:tickets-price',
      placementId,
      likely: 7,
      low: 6,
    })
    expect(doc.find('quantity', args.id)).toMatchObject({
      ownerId: placementId,
      low: 6,
      likely: 7,
      high: 12,
      unit: 'EUR',
      note: 'from the list',
    })
    expect([likely('canvas:model', 'price'), likely('canvas:option', 'price')]).toEqual([10, 7])
    expect([likely('canvas:model', 'doubled'), likely('canvas:option', 'doubled')]).toEqual([20, 14])
    expect(undone(doc, patch)).toEqual(before)
  })

  test('made to count everywhere takes the place of the one of that name, and formulas follow', () => {
    const { doc, run, likely, placementId } = twoCanvases()
    const { args } = run(keepNumberHere, { sourceId: 'quantity:tickets-price', placementId, likely: 7 })
    run(keepNumberHere, {
      sourceId: 'quantity:tickets-doubled',
      placementId,
      formula: `{${args.id}} * 2`,
    })
    const before = contentOf(doc)
    const { patch } = run(keepNumberEverywhere, { id: args.id, ownerId: 'note:tickets' })
    expect(doc.find('quantity', args.id)).toBeUndefined()
    expect([likely('canvas:model', 'price'), likely('canvas:option', 'price')]).toEqual([7, 7])
    expect([likely('canvas:model', 'doubled'), likely('canvas:option', 'doubled')]).toEqual([14, 14])
    expect(undone(doc, patch)).toEqual(before)
  })

  test('of one canvas alone moves to the note as it is', () => {
    const { doc, run, placementId } = twoCanvases()
    const { args } = run(keepNumberHere, {
      sourceId: 'quantity:tickets-price',
      placementId,
      name: 'Price at the gate',
    })
    run(keepNumberEverywhere, { id: args.id, ownerId: 'note:tickets' })
    expect(doc.find('quantity', args.id)?.ownerId).toBe('note:tickets')
    expect(doc.pointing('quantity', 'ownerId', 'note:tickets')).toHaveLength(3)
  })

  test('that is gone is missed', () => {
    const { run, placementId } = twoCanvases()
    expect(() => run(keepNumberHere, { sourceId: 'quantity:none', placementId })).toThrow(MissingRecord)
    expect(() => run(keepNumberEverywhere, { id: 'quantity:none', ownerId: 'note:tickets' })).toThrow(
      MissingRecord,
    )
  })
})

describe('the kind of a note', () => {
  const kinds = fc.constantFrom(...blocks).chain(block => {
    const { kinds: known, more } = subtypesOf(block)
    const words = fc.string({ minLength: 1, maxLength: 50 })
    return fc.record({
      block: fc.constant(block),
      kind: fc.option(fc.oneof(words, fc.constantFrom(...known, 'our own'))),
      more: fc.constantFrom(null, ...more),
    })
  })

  test('and its second word are read as they were written, people’s own words with them', () => {
    fc.assert(
      fc.property(kinds, ({ block, kind, more }) => {
        const stored = subtypeFrom({ kind, more })
        expect(stored?.length ?? 0).toBeLessThanOrEqual(80)
        // own words that end like a stored pair are read as one: nothing is lost, it is only told in two
        const own = more === null && kind ? subtypeParts(block, kind) : { kind, more }
        expect(subtypeParts(block, stored)).toEqual(own)
      }),
    )
  })

  test('a plus in own words stays where it is', () => {
    expect(subtypeParts('revenueStreams', '1+1 free')).toEqual({ kind: '1+1 free', more: null })
    expect(subtypeParts('revenueStreams', 'subscription+auction')).toEqual({
      kind: 'subscription',
      more: 'auction',
    })
    expect(subtypeParts('keyResources', 'human+auction').more).toBeNull()
  })

  test('words too long for the field are cut, the second word stays whole', () => {
    const stored = subtypeFrom({ kind: 'x'.repeat(200), more: 'realTimeMarket' })
    expect(stored).toHaveLength(80)
    expect(subtypeParts('revenueStreams', stored).more).toBe('realTimeMarket')
  })
})
