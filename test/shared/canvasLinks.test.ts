import { describe, expect, test } from 'vitest'
import {
  addLink,
  linkToSegment,
  removeLinks,
  trashNotes,
  updateLink,
  updateNote,
} from '../../shared/commands'
import { emptyPatch, RefusedCommand } from '../../shared/document'
import { linkKinds, linkPairs, type LinkEnd } from '../../shared/model/link'
import { blocks, type Block } from '../../shared/model/note'
import { smallJourney } from '../helpers/build'
import { canvasBench, type CanvasBench } from '../helpers/canvasBench'

/** A canvas with two notes in every block, and a journey's pain: what an end of a link can be. */
function ends() {
  const bench = canvasBench()
  bench.doc.apply({ added: painWithJourney(), updated: [], removed: [] })
  const pair = (block: Block) => [bench.note(block, `${block} 1`), bench.note(block, `${block} 2`)] as const
  const byEnd = new Map<LinkEnd, readonly [string, string]>(
    blocks.map(block => [block === 'customerSegments' ? 'segment' : block, pair(block)]),
  )
  const [pain] = bench.doc.all('painPoint')
  byEnd.set('painPoint', [pain!.id, pain!.id])
  return { ...bench, byEnd }
}

const painWithJourney = () => [...smallJourney().doc.records()].filter(({ type }) => type !== 'project')

describe('the closed list of links', () => {
  const { run, canvasId, byEnd } = ends()
  const all = linkKinds.flatMap(kind =>
    [...byEnd.keys()].flatMap(from => [...byEnd.keys()].map(to => ({ kind, from, to }))),
  )
  const isAllowed = ({ kind, from, to }: (typeof all)[number]) =>
    linkPairs[kind].some(pair => pair.from.includes(from) && pair.to.includes(to))
  const tried = ({ kind, from, to }: (typeof all)[number]) =>
    run(addLink, { canvasId, kind, fromId: byEnd.get(from)![0], toId: byEnd.get(to)![1] })

  test('every pair on it is tied, once', () => {
    const allowed = all.filter(isAllowed)
    expect(allowed).toHaveLength(38)
    for (const one of allowed) {
      expect(tried(one).patch.added, JSON.stringify(one)).toMatchObject([{ type: 'link', kind: one.kind }])
      expect(tried(one).patch).toEqual(emptyPatch)
    }
  })

  test('every other is refused', () => {
    const others = all.filter(one => !isAllowed(one))
    expect(others.length).toBeGreaterThan(2000)
    for (const one of others) {
      expect(() => tried(one), JSON.stringify(one)).toThrow(new RefusedCommand('link.pair'))
    }
  })
})

function familiesAndRooms(): CanvasBench & Record<'segmentNote' | 'segment' | 'offer', string> {
  const bench = canvasBench()
  const segmentNote = bench.note('customerSegments', 'Families')
  const offer = bench.note('valuePropositions', 'Rooms')
  return { ...bench, segmentNote, segment: bench.segmentOf(segmentNote), offer }
}

describe('tying', () => {
  test("to a segment's note ties to the segment, and not a second time to either", () => {
    const { doc, run, canvasId, segmentNote, segment, offer } = familiesAndRooms()
    const tie = { canvasId, kind: 'offers', fromId: offer } as const
    expect(run(addLink, { ...tie, toId: segmentNote }).patch.added).toMatchObject([{ toId: segment }])
    expect(run(addLink, { ...tie, toId: segment }).patch).toEqual(emptyPatch)
    expect(run(addLink, { ...tie, toId: segmentNote }).patch).toEqual(emptyPatch)
    expect(doc.all('link')).toHaveLength(1)
  })

  test('a thing with itself, with something thrown away, or on no canvas is refused', () => {
    const { run, canvasId, segment, offer, note } = familiesAndRooms()
    const activity = note('keyActivities', 'Cook')
    const tie = { canvasId, kind: 'feedsBack', fromId: activity, toId: activity } as const
    expect(() => run(addLink, tie)).toThrow(RefusedCommand)
    run(trashNotes, { ids: [offer], canvasId })
    const gone = { canvasId, kind: 'offers', fromId: offer, toId: segment } as const
    expect(() => run(addLink, gone)).toThrow(RefusedCommand)
    run(trashNotes, { ids: [offer], canvasId, restore: true })
    expect(() => run(addLink, { ...gone, canvasId: 'canvas:none' })).toThrow(RefusedCommand)
  })

  test('many notes to a segment by what their blocks call for; those tied already stay as they are', () => {
    const { run, canvasId, segmentNote, segment, offer, note, model } = familiesAndRooms()
    const noteIds = [
      offer,
      note('channels', 'Web'),
      note('customerRelationships', 'Personal'),
      note('revenueStreams', 'Nights'),
      note('keyPartners', 'Bakery'),
      segmentNote,
    ]
    run(linkToSegment, { canvasId, noteIds: [...noteIds, offer], segmentId: segment })
    const kinds = model()
      .linksOf(segment)
      .map(({ kind, from }) => [kind, from === segment])
    expect(kinds).toEqual([
      ['offers', false],
      ['reaches', false],
      ['relates', false],
      ['pays', true],
      ['for', false],
    ])
    expect(run(linkToSegment, { canvasId, noteIds, segmentId: segment }).patch).toEqual(emptyPatch)
  })

  test('phases and weight are changed, and ties taken apart', () => {
    const { doc, run, canvasId, segment, note, model } = familiesAndRooms()
    const web = note('channels', 'Web')
    const { id } = run(addLink, {
      canvasId,
      kind: 'reaches',
      fromId: web,
      toId: segment,
      phases: ['awareness'],
    }).args
    run(updateLink, { id, phases: ['purchase', 'delivery'], note: 'At night' })
    expect(model().links).toMatchObject([{ phases: ['purchase', 'delivery'] }])
    run(removeLinks, { ids: [id] })
    expect(doc.all('link')).toEqual([])
  })
})

describe('what a link counts as', () => {
  test('one tie said to the note and to the segment is one, with the phases of both', () => {
    const { doc, run, canvasId, segment, segmentNote, note, model } = familiesAndRooms()
    const web = note('channels', 'Web')
    const tie = { canvasId, kind: 'reaches', fromId: web, toId: segment } as const
    const { id } = run(addLink, { ...tie, phases: ['awareness'] }).args
    // as another program, or a merge, may say it
    const twin = { ...doc.find('link', id)!, id: 'link:twin', toId: segmentNote, phases: ['purchase'] }
    doc.apply({ added: [twin], updated: [], removed: [] })
    expect(model().links).toEqual([
      {
        ids: [id, 'link:twin'],
        kind: 'reaches',
        from: web,
        to: segment,
        phases: ['awareness', 'purchase'],
        weight: null,
      },
    ])
    expect(model().linksOf(segmentNote)).toEqual(model().linksOf(segment))
    expect(model().segmentsOf(web)).toEqual([segment])
    expect(model().segmentsOf(segmentNote)).toEqual([segment])
  })

  test('a note that becomes a segment keeps what was tied to the note', () => {
    const { run, canvasId, offer, segment, note, model } = familiesAndRooms()
    const fresh = note('customerSegments', '')
    run(addLink, { canvasId, kind: 'offers', fromId: offer, toId: fresh })
    expect(model().segmentsOf(offer)).toEqual([])
    run(updateNote, { id: fresh, segmentId: segment })
    expect(model().segmentsOf(offer)).toEqual([segment])
  })
})
