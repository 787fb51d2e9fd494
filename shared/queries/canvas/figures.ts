/** A canvas in numbers, named and rounded as the templates state them. */
import type { DocumentView } from '../../document'
import type { Segment } from '../../model'
import { rounded } from '../rounding'
import { figureNames } from '../structure'
import { blocksOf, canvasModel, type CanvasModel } from './model'

/** Where every segment should have at least one note of its own. */
const needed = ['valuePropositions', 'channels', 'customerRelationships', 'revenueStreams'] as const
export type NeededBlock = (typeof needed)[number]

/** The blocks in which nothing is linked to a segment. */
export function missingBlocks(model: CanvasModel, segment: Pick<Segment, 'id'>): NeededBlock[] {
  const linked = new Set(
    model.linksOf(segment.id).flatMap(({ from, to }) => [model.note(from)?.block, model.note(to)?.block]),
  )
  return needed.filter(block => !linked.has(block))
}

/** A segment passes when it is large enough and focused enough; not yet judged is not failed. */
export const failsQualityRule = ({ largeEnough, focusedEnough }: Segment): boolean =>
  largeEnough === false || focusedEnough === false

/** Every figure of a canvas; segments are named by their key, else by their id. Parked notes do not count. */
export function canvasFiguresOf(document: DocumentView, canvasId: string) {
  const model = canvasModel(document, canvasId)
  if (!model) throw new Error(`there is no canvas ${canvasId}`)
  const { notes, segments } = model
  const names = figureNames(segments)
  const noteIds = new Set(notes.map(({ id }) => id))
  const segmentIds = new Set(segments.map(({ id }) => id))
  const missing = segments.flatMap(segment => {
    const gaps = missingBlocks(model, segment)
    return gaps.length > 0 ? [[names.get(segment.id)!, gaps] as const] : []
  })
  const shares = segments.flatMap(({ revenueShare }) => revenueShare ?? [])
  // lines drawn between notes, and segments that need each other; which segment a note is for is no line
  const drawn = document
    .pointing('link', 'canvasId', canvasId)
    .filter(({ fromId, toId }) => noteIds.has(fromId) && noteIds.has(toId)).length
  const needs = document
    .all('segmentDependency')
    .filter(({ fromId, toId }) => segmentIds.has(fromId) && segmentIds.has(toId)).length
  return {
    notes: notes.length,
    notesByBlock: Object.fromEntries(
      blocksOf(model.canvas.kind).map(block => [block, model.inBlock(block).length]),
    ),
    segments: segments.length,
    links: drawn + needs,
    missingBySegment: Object.fromEntries(missing),
    segmentsFailingQualityRule: segments.filter(failsQualityRule).map(({ id }) => names.get(id)!),
    revenueShareTotalPct: shares.length === 0 ? null : rounded(shares.reduce((sum, share) => sum + share, 0)),
  }
}
