/** Needs against offers: coverage counted by hand, journeys laid over one another. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addLink,
  painPointCommands,
  personaCommands,
  stageCommands,
  updateJourney,
  updateLink,
} from '../../shared/commands'
import type { Doc } from '../../shared/document'
import { canvasModel, coverageOf, fitOf, overlayOf, painCoverage, weighed } from '../../shared/queries'
import { bridgeWorlds, canvasId } from '../helpers/bridgeWorld'
import { smallJourney } from '../helpers/build'
import { canvasBench } from '../helpers/canvasBench'
import { templateMap } from '../helpers/templateMap'

const runs = { numRuns: process.env['JOURNEYBOARD_NIGHTLY'] === '1' ? 5000 : 300 }
const modelOf = (document: Doc) => canvasModel(document, canvasId)!

/** Pains of a segment: said to be its own, or met in a journey of the segment by its own people. */
function painsByHand(document: Doc, segmentId: string) {
  const homeOf = (personaId: string) => document.find('persona', personaId)?.segmentId
  return document.all('painPoint').filter(pain => {
    if (pain.segmentId) return pain.segmentId === segmentId
    return pain.touchpointIds.some(id => {
      const touchpoint = document.find('touchpoint', id)!
      const step = document.find('step', touchpoint.stepId)!
      const stage = document.find('stage', step.stageId)!
      const journey = document.find('journey', stage.journeyId)!
      const whose = [journey.segmentId, ...journey.personaIds.map(homeOf)]
      if (!whose.includes(segmentId)) return false
      return touchpoint.personaIds.length === 0 || touchpoint.personaIds.map(homeOf).includes(segmentId)
    })
  })
}

/** How far the canvas answers a pain of a segment, 0 … 3: the strongest link from what is offered to it. */
function answeredByHand(document: Doc, painId: string, segmentId: string): number {
  const onCanvas = (noteId: string, block: string) =>
    document.all('placement').some(one => one.noteId === noteId && one.block === block && !one.trashed)
  const means = (id: string) =>
    id === segmentId ||
    (document.find('note', id)?.segmentId === segmentId && onCanvas(id, 'customerSegments'))
  const counts = (link: { canvasId: string | null }) => link.canvasId === null || link.canvasId === canvasId
  const links = document.all('link').filter(counts)
  const offered = (noteId: string) =>
    onCanvas(noteId, 'valuePropositions') &&
    links.some(({ kind, fromId, toId }) => kind === 'offers' && fromId === noteId && means(toId))
  const answers = links.filter(
    ({ kind, fromId, toId }) => kind === 'addresses' && toId === painId && offered(fromId),
  )
  // of several links between the same two the last that says a weight counts
  const byNote = new Map<string, number>()
  for (const { fromId, weight } of answers) byNote.set(fromId, weight ?? byNote.get(fromId) ?? 0)
  return Math.max(0, ...byNote.values())
}

describe('coverage of a segment', () => {
  test('is the share of the weight of its pains that the offers answer', () => {
    fc.assert(
      fc.property(bridgeWorlds, document => {
        const model = modelOf(document)
        for (const { id } of model.segments) {
          const { pains, coverage, byLevel, offers } = fitOf(document, model, id)
          const expected = painsByHand(document, id)
          expect(pains.map(({ pain }) => pain.id).sort()).toEqual(expected.map(one => one.id).sort())
          const reach = expected.every(one => one.reach !== null)
          let [part, whole] = [0, 0]
          for (const pain of expected) {
            const weight = pain.severity * pain.frequency * (reach ? pain.reach! : 1)
            whole += weight
            part += (weight * answeredByHand(document, pain.id, id)) / 3
          }
          if (whole === 0) expect(coverage.share).toBeNull()
          else expect(coverage.share).toBeCloseTo((100 * part) / whole, 9)
          expect(byLevel.reduce((sum, one) => sum + one.pains, 0)).toBe(expected.length)
          expect(byLevel.reduce((sum, one) => sum + one.answered, 0)).toBe(coverage.answered)
          const open = pains.findIndex(({ best }) => best > 0)
          if (open >= 0) expect(pains.slice(open).every(({ best }) => best > 0)).toBe(true)
          const idle = offers.findIndex(({ answers }) => answers === 0)
          if (idle >= 0) expect(offers.slice(idle).every(({ answers }) => answers === 0)).toBe(true)
        }
      }),
      runs,
    )
  })

  test('severe pains of all segments are listed, those without an answer first', () => {
    fc.assert(
      fc.property(bridgeWorlds, document => {
        const model = modelOf(document)
        const rows = painCoverage(document, model)
        const expected = model.segments.flatMap(({ id }) =>
          painsByHand(document, id)
            .filter(({ severity }) => severity >= 4)
            .map(pain => `${id} ${pain.id} ${answeredByHand(document, pain.id, id)}`),
        )
        expect(rows.map(({ segmentId, pain, best }) => `${segmentId} ${pain.id} ${best}`).sort()).toEqual(
          expected.sort(),
        )
        const answered = rows.findIndex(({ best }) => best > 0)
        if (answered >= 0) expect(rows.slice(answered).every(({ best }) => best > 0)).toBe(true)
      }),
      runs,
    )
  })

  test('grows with how far an offer goes, and only for what is offered', () => {
    const { doc, run, note, tie, model, segmentOf, canvasId: id } = canvasBench()
    const segmentId = segmentOf(note('customerSegments', 'Families'))
    const [rooms, breakfast] = ['Rooms', 'Breakfast'].map(title => note('valuePropositions', title))
    const pain = (title: string, severity: number) =>
      run(painPointCommands.add, { touchpointIds: [], segmentId, title, severity, frequency: 2 }).args.id
    const [noise, price] = [pain('Noise', 4), pain('Price', 2)]
    const link = run(addLink, { canvasId: id, kind: 'addresses', fromId: rooms!, toId: noise }).args.id
    const fit = () => fitOf(doc, model(), segmentId)
    expect(fit().coverage).toEqual({ pains: 2, answered: 0, share: 0 })
    run(updateLink, { id: link, weight: 3 })
    expect(fit().coverage.share).toBe(0)
    expect(painCoverage(doc, model())[0]?.notOffered.map(one => one.id)).toEqual([rooms])
    tie(rooms!, segmentId)
    tie(breakfast!, segmentId)
    expect(fit().coverage).toEqual({ pains: 2, answered: 1, share: (100 * 8) / 12 })
    expect(fit().pains.map(one => one.pain.id)).toEqual([price, noise])
    expect(fit().offers.map(({ note: one, answers }) => [one.id, answers])).toEqual([
      [rooms, 1],
      [breakfast, 0],
    ])
    run(updateLink, { id: link, weight: 1 })
    expect(fit().coverage.share).toBeCloseTo(100 * (8 / 3 / 12), 9)
  })

  test('reach counts only where every pain has one', () => {
    const { doc, run } = canvasBench()
    const add = (severity: number, reach: number | null) =>
      run(painPointCommands.add, { touchpointIds: [], title: '', severity, frequency: 1, reach })
    add(2, 5)
    add(3, 1)
    expect(weighed(doc.all('painPoint')).map(({ weight }) => weight)).toEqual([10, 3])
    add(4, null)
    expect(weighed(doc.all('painPoint')).map(({ weight }) => weight)).toEqual([4, 3, 2])
    expect(coverageOf([])).toEqual({ pains: 0, answered: 0, share: null })
  })

  test('a pain without a level of its own has that of its touchpoints, where they agree', () => {
    const { document } = templateMap('yacht-charter')
    const model = { ...canvasBench().model(), linksOf: () => [] }
    const segmentId = document.all('segment')[0]!.id
    const levels = () =>
      new Map(fitOf(document, model, segmentId).pains.map(({ pain, level }) => [pain.id, level]))
    const queue = document.all('painPoint').find(({ level }) => level === null)!
    const [touchpointId] = queue.touchpointIds
    expect(levels().get(queue.id)).toBe(document.find('touchpoint', touchpointId)!.level)
    expect(levels().get(queue.id)).not.toBeNull()
    document.apply(painPointCommands.update.run(document, { id: queue.id, level: 'emotional' }))
    expect(levels().get(queue.id)).toBe('emotional')
    const other = document.all('touchpoint').find(({ level }) => level === 'experiential')!
    const touchpointIds = [touchpointId!, other.id]
    document.apply(painPointCommands.update.run(document, { id: queue.id, level: null, touchpointIds }))
    expect(levels().get(queue.id)).toBeNull()
  })

  test('personas and stages say what people need and want to get done, each once', () => {
    const { doc, run, note, model, segmentOf } = canvasBench()
    const segmentId = segmentOf(note('customerSegments', 'Families'))
    run(personaCommands.add, {
      segmentId,
      title: 'Eva',
      goal: 'A quiet week',
      needs: ['Cot'],
      frustrations: ['Noise'],
    })
    run(personaCommands.add, { segmentId, title: 'Jan', goal: 'A QUIET week' })
    const fit = fitOf(doc, model(), segmentId)
    expect(fit.jobs).toEqual(['A QUIET week'])
    expect(fit.needs.map(({ kind, text }) => [kind, text])).toEqual([
      ['frustration', 'Noise'],
      ['need', 'Cot'],
    ])
  })
})

describe('journeys laid over one another', () => {
  test('R59 a journey over itself has the same curve twice, on columns of its stages', () => {
    const { document, journeyId } = templateMap('yacht-charter')
    const overlay = overlayOf(document, [journeyId, journeyId])
    expect(overlay.curves[0]).toEqual(overlay.curves[1])
    expect(overlay.curves[0]!.length).toBe(23)
    expect(overlay.columns.flatMap(({ stages }) => stages[0]!).length).toBe(7)
    for (const { emotions } of overlay.columns) expect(emotions[0]).toBe(emotions[1])
    const places = overlay.curves[0]!.map(({ at }) => at)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(overlay.missed[0]?.gap).toBe(-3)
  })

  test('stages are matched by life-cycle type where all have one, else by their place', () => {
    const { doc, run, ids } = smallJourney()
    const one = ids['journey']!
    const columns = () =>
      overlayOf(doc, [one]).columns.map(({ lifecycle, stages }) => [lifecycle, stages[0]?.length])
    expect(columns()).toEqual([
      [null, 1],
      [null, 1],
    ])
    run(stageCommands.update, { id: ids['Before']!, lifecycle: 'use' })
    run(stageCommands.update, { id: ids['After']!, lifecycle: 'use' })
    expect(columns()).toEqual([['use', 2]])
    run(updateJourney, { id: one, title: 'Renamed' })
    expect(overlayOf(doc, [one, 'journey:gone']).journeys.map(({ title }) => title)).toEqual(['Renamed'])
  })
})
