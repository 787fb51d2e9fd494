/** Segments: tree, market type, worth, likeness, balance of sides, what a deletion leaves behind. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addCanvas,
  addLink,
  addNote,
  linkToSegment,
  loyaltyCommands,
  personaCommands,
  segmentCommands,
  segmentDependencyCommands,
} from '../../shared/commands'
import { Doc } from '../../shared/document'
import { importStarter } from '../../shared/formats/cxStarter'
import { bundledTemplates } from '../../shared/formats/templates'
import type { Block } from '../../shared/model/note'
import {
  bubblesOf,
  canvasModel,
  compareSegments,
  likenesses,
  marketBalance,
  marketHints,
  niceScale,
  notesFor,
  placeAfter,
  possibleParents,
  qualityOf,
  radiusOf,
  revenueShares,
  scaledShares,
  segmentOrphans,
  segmentTree,
  sizeUnits,
  testsSay,
  withTest,
} from '../../shared/queries'
import { bench } from '../helpers/build'

const template = (key: string) => {
  const found = bundledTemplates().templates.find(each => each.key === key)!
  return new Doc(importStarter(found, { seed: 'seed', actor: 'tester01', channelName: name => name }))
}

/** A document with segments of these titles, a canvas, and ids by title. */
function segments(...titles: string[]) {
  const { doc, run } = bench()
  const ids: Record<string, string> = {}
  for (const title of titles) ids[title] = run(segmentCommands.add, { title }).args.id
  const canvasId = run(addCanvas, { title: 'Model' }).args.id
  for (const title of titles)
    run(addNote, { canvasId, block: 'customerSegments', segmentId: ids[title] ?? null })
  const note = (block: Block, title: string, ...whom: string[]) => {
    const { id } = run(addNote, { canvasId, block, title }).args
    for (const one of whom) run(linkToSegment, { canvasId, noteIds: [id], segmentId: ids[one]! })
    return id
  }
  const set = (title: string, fields: object) => run(segmentCommands.update, { id: ids[title]!, ...fields })
  const get = (title: string) => doc.find('segment', ids[title])!
  const model = () => canvasModel(doc, canvasId)
  return { doc, run, ids, canvasId, note, set, get, model }
}

describe('tree', () => {
  test('parts follow the segment they belong to, in order', () => {
    const { doc, set, ids } = segments('All', 'Other', 'Old', 'Young')
    set('Old', { parentId: ids['All'] })
    set('Young', { parentId: ids['All'] })
    expect(segmentTree(doc).map(({ segment, depth }) => [segment.title, depth])).toEqual([
      ['All', 0],
      ['Old', 1],
      ['Young', 1],
      ['Other', 0],
    ])
    expect(possibleParents(doc, ids['All']!).map(({ title }) => title)).toEqual(['Other'])
  })

  test('parents in a circle lose nobody', () => {
    const { doc, set, ids } = segments('One', 'Two', 'Three')
    set('One', { parentId: ids['Two'] })
    set('Two', { parentId: ids['One'] })
    const titles = segmentTree(doc).map(({ segment }) => segment.title)
    expect(titles.toSorted()).toEqual(['One', 'Three', 'Two'])
  })

  test('a segment moves one place up or down and stops at the ends', () => {
    const { doc, run, ids } = segments('A', 'B', 'C')
    const order = () => segmentTree(doc).map(({ segment }) => segment.title)
    const move = (title: string, step: -1 | 1) => {
      const { siblings } = segmentTree(doc).find(({ segment }) => segment.title === title)!
      const after = placeAfter(siblings, ids[title]!, step)
      if (after !== undefined) run(segmentCommands.move, { ids: [ids[title]!], after })
      return order().join('')
    }
    expect(move('C', -1)).toBe('ACB')
    expect(move('C', -1)).toBe('CAB')
    expect(move('C', -1)).toBe('CAB')
    expect(move('C', 1)).toBe('ACB')
    expect(move('B', 1)).toBe('ACB')
  })
})

describe('market type (R55)', () => {
  test('a multi-sided market with one side gets a hint; a second side and a dependency take it away', () => {
    const { doc, run, set, get, ids } = segments('Holders', 'Shops')
    const kinds = () => marketHints(doc, get('Holders')).map(({ kind }) => kind)
    set('Holders', { marketType: 'multiSided' })
    expect(kinds()).toEqual(['oneSide'])
    set('Shops', { marketType: 'multiSided' })
    expect(kinds()).toEqual(['unlinkedSide'])
    run(segmentDependencyCommands.add, { fromId: ids['Holders']!, toId: ids['Shops']! })
    expect(kinds()).toEqual([])
  })

  test('a mass market with several segments is told how many', () => {
    const { doc, set, get } = segments('Everyone', 'Some')
    set('Everyone', { marketType: 'mass' })
    expect(marketHints(doc, get('Everyone'))).toEqual([{ kind: 'massWithMany', count: 2 }])
    expect(marketHints(doc, get('Some'))).toEqual([])
  })

  test('a canvas of another type is named', () => {
    const { doc, run, set, get, model, canvasId } = segments('One')
    run(addNote, { canvasId, block: 'keyPartners', title: 'x' })
    set('One', { marketType: 'niche' })
    expect(marketHints(doc, get('One'), model())).toEqual([])
    const other = segments('One')
    other.set('One', { marketType: 'niche' })
    const canvas = other.model()!
    const declared = { ...canvas, canvas: { ...canvas.canvas, marketType: 'segmented' as const } }
    expect(marketHints(other.doc, other.get('One'), declared)).toEqual([
      { kind: 'canvasDiffers', type: 'segmented' },
    ])
  })
})

describe('quality (R57)', () => {
  test('in the snack start-up only the sport clubs fail', () => {
    const doc = template('snack-startup-bmc')
    const verdicts = doc.all('segment').map(segment => [segment.title, qualityOf(segment).verdict])
    expect(verdicts).toEqual([
      ['Busy professionals', 'passes'],
      ['Office managers', 'passes'],
      ['Sport clubs', 'fails'],
    ])
    expect(qualityOf(doc.all('segment')[2]!).failed).toEqual(['largeEnough'])
  })

  test('what is not judged does not fail', () => {
    expect(qualityOf({ largeEnough: true, focusedEnough: null })).toEqual({
      verdict: 'notJudged',
      failed: [],
      missing: ['focusedEnough'],
    })
    expect(qualityOf({ largeEnough: null, focusedEnough: false }).verdict).toBe('fails')
  })

  test('one low score speaks against, high scores all round speak for', () => {
    let tests = withTest([], 'substantial', { score: 4 })
    expect(testsSay(tests, 'largeEnough')).toEqual({ answer: null, because: ['measurable'] })
    tests = withTest(tests, 'measurable', { score: 3 })
    expect(testsSay(tests, 'largeEnough').answer).toBe(true)
    tests = withTest(tests, 'measurable', { score: 1 })
    expect(testsSay(tests, 'largeEnough')).toEqual({ answer: false, because: ['measurable'] })
    expect(testsSay(tests, 'focusedEnough').answer).toBeNull()
  })

  test('a test without score and reason is not kept; the five keep their order', () => {
    let tests = withTest([], 'actionable', { score: 0 })
    tests = withTest(tests, 'measurable', { reason: 'Register' })
    expect(tests.map(({ test: name }) => name)).toEqual(['measurable', 'actionable'])
    expect(withTest(tests, 'measurable', { reason: '' })).toEqual([
      { test: 'actionable', score: 0, reason: '' },
    ])
  })
})

describe('shares of revenue (R58)', () => {
  test('a sum of 110 is flagged and scaled to 100', () => {
    const { doc, run, set, ids } = segments('A', 'B', 'C')
    set('A', { revenueShare: 60 })
    set('B', { revenueShare: 50 })
    expect(revenueShares(doc)).toMatchObject({ total: 110, off: true })
    expect(revenueShares(doc).without.map(({ title }) => title)).toEqual(['C'])
    const scaled = scaledShares(doc)
    expect([scaled.get(ids['A']!), scaled.get(ids['B']!), scaled.size]).toEqual([54.5, 45.5, 2])
    for (const [id, revenueShare] of scaled) run(segmentCommands.update, { id, revenueShare })
    expect(revenueShares(doc).off).toBe(false)
  })

  test('the templates add up to 100', () => {
    for (const key of ['snack-startup-bmc', 'cafe-chain-bmc', 'credit-card-multisided-bmc'])
      expect(revenueShares(template(key))).toMatchObject({ total: 100, off: false, without: [] })
  })

  test('parts count within the segment they belong to, and for it where it has no share', () => {
    const { doc, set, ids } = segments('All', 'Part', 'Other')
    set('Part', { parentId: ids['All'], revenueShare: 30 })
    set('Other', { revenueShare: 70 })
    expect(revenueShares(doc).total).toBe(100)
    set('All', { revenueShare: 60 })
    expect(revenueShares(doc).total).toBe(130)
    expect(scaledShares(doc).get(ids['Part']!)).toBeCloseTo(23.1)
  })

  test('scaled shares always add up to exactly 100 and keep their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }), shares => {
        fc.pre(shares.some(share => share > 0))
        const titles = shares.map((_, at) => `S${at}`)
        const { doc, set, ids } = segments(...titles)
        shares.forEach((revenueShare, at) => set(titles[at]!, { revenueShare }))
        const scaled = titles.map(title => scaledShares(doc).get(ids[title]!)!)
        expect(scaled.reduce((sum, share) => sum + Math.round(share * 10), 0)).toBe(1000)
        shares.forEach((share, at) =>
          shares.forEach((other, n) => {
            if (share > other) expect(scaled[at]).toBeGreaterThanOrEqual(scaled[n]!)
          }),
        )
      }),
      { numRuns: 40 },
    )
  })
})

describe('bubbles', () => {
  test('what is missing is named; different units are noticed', () => {
    const bubbles = bubblesOf(template('snack-startup-bmc'))
    expect(bubbles.map(({ missing }) => missing)).toEqual([['margin'], ['margin'], ['margin']])
    expect(sizeUnits(bubbles)).toEqual(['people in the four cities', 'firms in the four cities', 'clubs'])
  })

  test('areas stand for values', () => {
    expect(radiusOf(25, 100, 40)).toBe(20)
    expect(radiusOf(100, 100, 40) ** 2 / radiusOf(50, 100, 40) ** 2).toBeCloseTo(2)
    expect(radiusOf(1, 0, 40)).toBe(0)
  })

  test('a scale is round, grows, and holds every value', () => {
    expect(niceScale([2, 7, 15], [0, 10])).toEqual([0, 5, 10, 15])
    fc.assert(
      fc.property(fc.array(fc.float({ min: -500, max: 500, noNaN: true }), { maxLength: 8 }), values => {
        const ticks = niceScale(values, [0, 20])
        expect(ticks.length).toBeGreaterThan(1)
        expect(ticks.length).toBeLessThan(9)
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(ticks[0]! - 1e-6)
          expect(value).toBeLessThanOrEqual(ticks.at(-1)! + 1e-6)
        }
      }),
    )
  })
})

describe('comparing', () => {
  test('tells what differs, and what only one of them has', () => {
    const doc = template('cafe-chain-bmc')
    const ids = doc.all('segment').map(({ id }) => id)
    const rows = compareSegments(doc, canvasModel(doc, doc.all('canvas')[0]!.id), ids)
    const row = (field: string) => rows.find(one => one.field === field)!
    expect(row('marketType')).toMatchObject({ differs: false, empty: false })
    expect(row('growth')).toMatchObject({ differs: true })
    expect(row('margin')).toMatchObject({ differs: false, empty: true })
    expect(row('size').cells.map(({ own }) => own)).toEqual([[], [], []])
    const offers = row('valuePropositions')
    expect(offers.differs).toBe(true)
    expect(offers.cells[0]!.own).toEqual(['Spiced hot drinks and home-baked cakes'])
    expect(offers.cells[0]!.values).toContain('Same quality in every town')
  })

  test('segments with the same links are not two; one link makes them differ', () => {
    const { note, model, ids } = segments('A', 'B')
    const both = [ids['A']!, ids['B']!]
    expect(likenesses(model(), both)).toEqual([{ ids: both, differsIn: [], unlinked: true }])
    note('valuePropositions', 'Offer', 'A', 'B')
    note('channels', 'Shop', 'A', 'B')
    expect(likenesses(model(), both)).toEqual([{ ids: both, differsIn: [], unlinked: false }])
    note('revenueStreams', 'Fee', 'B')
    expect(likenesses(model(), both)[0]!.differsIn).toEqual(['revenueStreams'])
  })

  test('a link of another kind to a note of the block does not count', () => {
    const { run, note, model, ids, canvasId } = segments('A')
    const offer = note('valuePropositions', 'Offer')
    const money = note('revenueStreams', 'Fee', 'A')
    run(addLink, { canvasId, kind: 'for', fromId: money, toId: offer })
    expect(notesFor(model(), ids['A']!, 'valuePropositions')).toEqual([])
    expect(notesFor(model(), ids['A']!, 'revenueStreams').map(({ title }) => title)).toEqual(['Fee'])
  })
})

describe('balance of sides (R56)', () => {
  const card = () => {
    const doc = template('credit-card-multisided-bmc')
    return { doc, model: () => canvasModel(doc, doc.all('canvas')[0]!.id) }
  }

  test('the credit card has three dependencies and no gap', () => {
    const { doc, model } = card()
    const { sides, dependencies, circle } = marketBalance(doc, model())
    expect(dependencies).toHaveLength(3)
    expect(sides.map(({ gaps }) => gaps)).toEqual([[], [], []])
    expect(circle).toEqual([])
  })

  test('without their notes the shops have nothing, and it is said block by block', () => {
    const { doc, model } = card()
    const shops = doc.all('segment').find(({ key }) => key === 'merchants')!
    const before = model()!
    const own = before.notes.filter(
      ({ id, block }) => block !== 'customerSegments' && before.segmentsOf(id).join() === shops.id,
    )
    const places = own.map(({ placement }) => placement)
    doc.apply({ added: [], updated: [], removed: places as never })
    const side = marketBalance(doc, model()).sides.find(({ segment }) => segment.id === shops.id)!
    expect(side.gaps).toEqual([
      { kind: 'missing', block: 'valuePropositions' },
      { kind: 'missing', block: 'customerRelationships' },
      { kind: 'missing', block: 'revenueStreams' },
      { kind: 'nobodyPays' },
    ])
  })

  test('a subsidy pays for a side; subsidies in a circle are found', () => {
    const { doc, run, set, note, model, ids } = segments('Readers', 'Advertisers')
    set('Readers', { marketType: 'multiSided' })
    set('Advertisers', { marketType: 'multiSided' })
    note('revenueStreams', 'Campaigns', 'Advertisers')
    const gaps = () => marketBalance(doc, model()).sides[0]!.gaps.map(({ kind }) => kind)
    expect(gaps()).toContain('nobodyPays')
    expect(gaps()).toContain('alone')
    run(segmentDependencyCommands.add, {
      fromId: ids['Advertisers']!,
      toId: ids['Readers']!,
      kind: 'subsidises',
    })
    expect(gaps()).not.toContain('nobodyPays')
    expect(gaps()).not.toContain('alone')
    expect(marketBalance(doc, model()).circle).toEqual([])
    run(segmentDependencyCommands.add, {
      fromId: ids['Readers']!,
      toId: ids['Advertisers']!,
      kind: 'subsidises',
    })
    expect(marketBalance(doc, model()).circle.toSorted()).toEqual(
      [ids['Readers']!, ids['Advertisers']!].toSorted(),
    )
  })

  test('a side whose every offer also goes to the others has none of its own', () => {
    const { doc, set, note, model } = segments('A', 'B')
    set('A', { marketType: 'multiSided' })
    set('B', { marketType: 'multiSided' })
    note('valuePropositions', 'For all', 'A', 'B')
    const kinds = () => marketBalance(doc, model()).sides.map(({ gaps }) => gaps.map(({ kind }) => kind))
    expect(kinds().every(list => list.includes('noOfferOfItsOwn'))).toBe(true)
    note('valuePropositions', 'For A', 'A')
    expect(kinds()[0]).not.toContain('noOfferOfItsOwn')
    expect(kinds()[1]).toContain('noOfferOfItsOwn')
  })
})

describe('deleting', () => {
  test('says what stays behind without a segment', () => {
    const { doc, run, set, note, ids } = segments('Going', 'Staying', 'Part')
    set('Part', { parentId: ids['Going'] })
    note('valuePropositions', 'Only theirs', 'Going')
    note('channels', 'For both', 'Going', 'Staying')
    run(personaCommands.add, { title: 'Eva', segmentId: ids['Going']! })
    run(loyaltyCommands.add, { title: 'Club', segmentIds: [ids['Going']!] })
    run(segmentDependencyCommands.add, { fromId: ids['Going']!, toId: ids['Staying']! })
    const orphans = segmentOrphans(doc, ids['Going']!)
    expect(orphans.notes.map(({ title }) => title)).toEqual(['Only theirs'])
    expect(orphans.itsNotes.map(({ title }) => title)).toEqual(['Going'])
    expect(orphans.personas.map(({ title }) => title)).toEqual(['Eva'])
    expect(orphans.parts.map(({ title }) => title)).toEqual(['Part'])
    expect(orphans.programmes.map(({ title }) => title)).toEqual(['Club'])
    expect(orphans).toMatchObject({ links: 2, dependencies: 1, quantities: 0, none: false })
  })

  test('of a fresh segment nothing stays behind', () => {
    const { doc, run } = segments()
    const { id } = run(segmentCommands.add, { title: 'Idea' }).args
    expect(segmentOrphans(doc, id).none).toBe(true)
  })

  test('what is said is what the command does', () => {
    const { doc, run, note, ids } = segments('Going', 'Staying')
    note('valuePropositions', 'Only theirs', 'Going')
    note('revenueStreams', 'Fee', 'Going', 'Staying')
    const { links, notes } = segmentOrphans(doc, ids['Going']!)
    const count = doc.all('note').length
    const { patch } = run(segmentCommands.remove, { id: ids['Going']! })
    expect(patch.removed.filter(({ type }) => type === 'link')).toHaveLength(links)
    expect(doc.all('note')).toHaveLength(count)
    const canvas = canvasModel(doc, doc.all('canvas')[0]!.id)!
    expect(notes.every(({ id }) => canvas.segmentsOf(id).length === 0)).toBe(true)
  })
})
