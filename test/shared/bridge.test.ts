/** Links as grids, where segments are not reached, what breaks when a channel goes; against counting by hand. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addLink, channelCommands, touchpointCommands, updateCanvas, updateLink } from '../../shared/commands'
import { Doc } from '../../shared/document'
import { importStarter } from '../../shared/formats/cxStarter'
import { bundledTemplates } from '../../shared/formats/templates'
import { channelPhases } from '../../shared/model/channel'
import {
  canvasModel,
  channelChoices,
  channelLoss,
  matrixKinds,
  matrixKindsOf,
  matrixOf,
  reachOf,
  switched,
} from '../../shared/queries'
import { bridgeWorlds, canvasId } from '../helpers/bridgeWorld'
import { canvasBench } from '../helpers/canvasBench'

const nightly = process.env['JOURNEYBOARD_NIGHTLY'] === '1'
const runs = { numRuns: nightly ? 5000 : 300 }

const templateDocument = (key: string) =>
  new Doc(
    importStarter(
      bundledTemplates().templates.find(template => template.key === key)!,
      {
        seed: 'seed',
        actor: 'tester01',
        channelName: name => name,
      },
    ),
  )
const modelOf = (document: Doc) => canvasModel(document, document.all('canvas')[0]!.id)!

/** What stands on the canvas, straight from the placements. */
const placed = (document: Doc, block: string) =>
  document
    .all('placement')
    .filter(one => one.canvasId === canvasId && one.block === block && !one.trashed)
    .map(({ noteId }) => document.find('note', noteId)!)

/** Every id that means this segment on the canvas: its own and those of its notes. */
const names = (document: Doc, segmentId: string) => [
  segmentId,
  ...placed(document, 'customerSegments')
    .filter(note => note.segmentId === segmentId)
    .map(({ id }) => id),
]

/** Records that tie two things together by a kind, straight from the links. */
const ties = (document: Doc, kind: string, froms: readonly string[], tos: readonly string[]) =>
  document
    .all('link')
    .filter(
      link =>
        link.kind === kind &&
        (link.canvasId === null || link.canvasId === canvasId) &&
        froms.includes(link.fromId) &&
        tos.includes(link.toId),
    )

/** The phases in which one channel serves a segment; undefined when it does not reach it. */
function phasesByHand(document: Doc, noteId: string, segmentId: string) {
  const links = ties(document, 'reaches', [noteId], names(document, segmentId))
  if (links.length === 0) return undefined
  const own = links.flatMap(({ phases }) => phases)
  const channel = document.find('channel', document.find('note', noteId)!.channelId)
  return new Set(own.length > 0 ? own : (channel?.phases ?? []))
}

describe('links as a grid', () => {
  test('a cell is a link between row and column, a hole a row or column without any', () => {
    fc.assert(
      fc.property(bridgeWorlds, document => {
        const { rows, columns, link, holes } = matrixOf(modelOf(document), 'offers')
        expect(rows.map(({ id }) => id).sort()).toEqual(
          placed(document, 'valuePropositions')
            .map(({ id }) => id)
            .sort(),
        )
        const tied = (row: string, column: string) =>
          ties(document, 'offers', [row], names(document, column)).length > 0
        for (const row of rows) {
          for (const column of columns)
            expect(link(row.id, column.id) !== undefined).toBe(tied(row.id, column.id))
          expect(holes.has(row.id)).toBe(!columns.some(column => tied(row.id, column.id)))
        }
        for (const column of columns)
          expect(holes.has(column.id)).toBe(!rows.some(row => tied(row.id, column.id)))
      }),
      runs,
    )
  })

  test('every grid can be filled by its own ends, in the direction of its kind', () => {
    const { note, model, run, canvasId: id } = canvasBench()
    const blocks = [
      'keyPartners',
      'keyActivities',
      'keyResources',
      'valuePropositions',
      'customerRelationships',
      'channels',
      'customerSegments',
      'costStructure',
      'revenueStreams',
    ] as const
    for (const block of blocks) note(block, block)
    for (const kind of matrixKinds) {
      const { rows, columns, ends, holes } = matrixOf(model(), kind)
      // that channels, relationships and revenue cost nothing need not be an oversight
      const quiet = kind === 'drives' ? 3 : 0
      expect(holes.size).toBe(rows.length + columns.length - quiet)
      for (const row of rows) run(addLink, { canvasId: id, kind, ...ends(row.id, columns[0]!.id) })
      const filled = matrixOf(model(), kind)
      expect(filled.holes.size).toBe(0)
      for (const row of rows) expect(filled.link(row.id, columns[0]!.id)?.kind).toBe(kind)
    }
  })

  test('the Lean layout has no grid of relationships or resources, and no causes from blocks it lacks', () => {
    const { model, run, note, canvasId: id } = canvasBench()
    note('channels', 'Shop')
    note('keyPartners', 'Supplier')
    run(updateCanvas, { id, kind: 'lean' })
    expect(matrixKindsOf(model())).toEqual(['offers', 'reaches', 'pays', 'drives'])
    expect(matrixOf(model(), 'drives').rows.map(({ title }) => title)).toEqual(['Shop'])
  })
})

describe('where segments are reached', () => {
  test('holes are the phases that no channel on the canvas serves', () => {
    fc.assert(
      fc.property(bridgeWorlds, document => {
        for (const { segment, holes, channels } of reachOf(document, modelOf(document))) {
          const served = placed(document, 'channels').flatMap(({ id }) => {
            const phases = phasesByHand(document, id, segment.id)
            return phases ? [[id, phases] as const] : []
          })
          expect(channels.map(({ noteId }) => noteId).sort()).toEqual(served.map(([id]) => id).sort())
          for (const phase of channelPhases)
            expect(holes.includes(phase)).toBe(!served.some(([, phases]) => phases.has(phase)))
        }
      }),
      runs,
    )
  })

  test('R52 of the snack start-up only the sport clubs have gaps, and all four', () => {
    const document = templateDocument('snack-startup-bmc')
    const gaps = reachOf(document, modelOf(document)).map(({ segment, missing }) => [
      segment.segment?.key,
      missing,
    ])
    expect(gaps).toEqual([
      ['professionals', []],
      ['offices', []],
      ['gyms', ['valuePropositions', 'channels', 'customerRelationships', 'revenueStreams']],
    ])
  })

  test('a link says its own phases, else the channel record does', () => {
    const { doc, run, note, tie, model, segmentOf } = canvasBench()
    const segment = segmentOf(note('customerSegments', 'Families'))
    const shop = note('channels', 'Shop')
    tie(shop, segment)
    const reach = () => reachOf(doc, model())[0]!
    expect(reach().holes).toEqual([...channelPhases])
    run(channelCommands.update, { id: doc.find('note', shop)!.channelId!, phases: ['purchase'] })
    expect(reach().channels[0]).toMatchObject({ phases: ['purchase'], inherited: true })
    const { phases, link } = reach().channels[0]!
    run(updateLink, { id: link.ids[0]!, phases: switched(phases, 'awareness') })
    expect(reach().channels[0]).toMatchObject({ phases: ['awareness', 'purchase'], inherited: false })
    expect(reach().holes).toEqual(['evaluation', 'delivery', 'afterSale'])
    expect(switched(['awareness', 'purchase'], 'awareness')).toEqual(['purchase'])
  })
})

describe('when a channel goes', () => {
  const journeyKeys = bundledTemplates().templates.flatMap(({ kind, key }) =>
    kind === 'journey' ? [key] : [],
  )

  test.each(journeyKeys)('%s: exactly the touchpoints of the channel are listed', key => {
    const document = templateDocument(key)
    const choices = channelChoices(document, undefined)
    expect(choices.length).toBe(document.all('channel').length)
    for (const choice of choices) {
      const { journeys } = channelLoss(document, undefined, choice)
      const listed = journeys.flatMap(({ touchpoints }) => touchpoints.map(({ touchpoint }) => touchpoint.id))
      const using = document.all('touchpoint').filter(({ channelId }) => channelId === choice.channelId)
      expect(listed.toSorted()).toEqual(using.map(({ id }) => id).sort())
      expect(choice.uses).toBe(using.length)
      const left = new Doc(
        [...document.records()].filter(({ id }) => !using.some(touchpoint => touchpoint.id === id)),
      )
      const without = (doc: Doc, id: string) =>
        doc.pointing('touchpoint', 'stepId', id).every(({ channelId }) => channelId === null)
      const broken = document
        .all('step')
        .filter(({ id }) => using.some(({ stepId }) => stepId === id) && without(left, id))
      expect(
        journeys.flatMap(({ brokenSteps }) => brokenSteps.map(({ step }) => step.id)).toSorted(),
      ).toEqual(broken.map(({ id }) => id).sort())
    }
  })

  test('a segment loses the phases that nothing else serves; all of them with its last channel', () => {
    fc.assert(
      fc.property(bridgeWorlds, document => {
        const model = modelOf(document)
        for (const choice of channelChoices(document, model)) {
          const { segments, deliveries } = channelLoss(document, model, choice)
          for (const { id } of model.segments) {
            const lost = segments.find(({ segment }) => segment.id === id)
            const served = placed(document, 'channels').flatMap(note => {
              const phases = phasesByHand(document, note.id, id)
              return phases ? [{ going: choice.noteIds.includes(note.id), phases }] : []
            })
            const has = (list: typeof served, phase: (typeof channelPhases)[number]) =>
              list.some(({ phases }) => phases.has(phase))
            const staying = served.filter(({ going }) => !going)
            expect(lost !== undefined).toBe(staying.length < served.length)
            if (!lost) continue
            expect(lost.all).toBe(staying.length === 0)
            expect(lost.phases).toEqual(channelPhases.filter(one => has(served, one) && !has(staying, one)))
          }
          const here = placed(document, 'channels').map(({ id }) => id)
          const delivered = placed(document, 'valuePropositions').flatMap(({ id }) => {
            const through = here.filter(
              channel => ties(document, 'deliveredThrough', [id], [channel]).length > 0,
            )
            const rest = through.filter(channel => !choice.noteIds.includes(channel))
            return rest.length < through.length ? [[id, rest.length]] : []
          })
          expect(new Map(deliveries.map(({ note, others }) => [note.id, others.length]))).toEqual(
            new Map(delivered as [string, number][]),
          )
        }
      }),
      runs,
    )
  })

  test('a note that is no channel record yet breaks only what stands on the canvas', () => {
    const document = templateDocument('snack-startup-bmc')
    const model = modelOf(document)
    const shelf = channelChoices(document, model).find(({ title }) => title.startsWith('Vending'))!
    const { journeys, segments, deliveries } = channelLoss(document, model, shelf)
    expect(journeys).toEqual([])
    expect(segments.map(({ segment, all }) => [segment.segment?.key, all])).toEqual([
      ['professionals', false],
    ])
    expect(deliveries.map(({ note, others }) => [note.note.key, others])).toEqual([['vp2', []]])
  })

  test('a step goes on when another touchpoint of it meets the customer over another channel', () => {
    const document = templateDocument('yacht-charter')
    const { doc, run } = { doc: document, run: document.apply.bind(document) }
    const [choice] = channelChoices(doc, undefined)
    const before = channelLoss(doc, undefined, choice!).journeys[0]!
    const [broken] = before.brokenSteps
    const other = doc.all('channel').find(({ id }) => id !== choice!.channelId)!
    const add = { id: 'touchpoint:other', actor: 'tester01', stepId: broken!.step.id, channelId: other.id }
    run(touchpointCommands.add.run(doc, add))
    const after = channelLoss(doc, undefined, choice!).journeys[0]!
    expect(after.brokenSteps.map(({ step }) => step.id)).toEqual(
      before.brokenSteps.map(({ step }) => step.id).filter(id => id !== broken!.step.id),
    )
  })
})
