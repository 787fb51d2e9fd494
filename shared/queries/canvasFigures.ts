/** A canvas in numbers, named and rounded as the templates state them. */
import type { DocumentView } from '../document'
import type { Note, Segment } from '../model'
import { blocks } from '../model/note'
import { rounded } from './rounding'
import { figureNames } from './structure'

type Block = Note['block']

/** Where every segment should have at least one note of its own. */
const needed = ['valuePropositions', 'channels', 'customerRelationships', 'revenueStreams'] as const

export interface CanvasParts {
  readonly notes: readonly { readonly note: Note; readonly block: Block }[]
  /** Segments that stand on the canvas. */
  readonly segments: readonly Segment[]
}

/** What a canvas shows: its notes with their blocks, and the segments these are. */
export function canvasParts(document: DocumentView, canvasId: string): CanvasParts {
  const notes = document.pointing('placement', 'canvasId', canvasId).flatMap(({ noteId, block }) => {
    const note = document.find('note', noteId)
    return note ? [{ note, block }] : []
  })
  const ids = new Set(notes.flatMap(({ note }) => note.segmentId ?? []))
  return { notes, segments: document.all('segment').filter(({ id }) => ids.has(id)) }
}

/** The blocks in which nothing is linked to a segment, neither to itself nor to the note that stands for it. */
export function missingBlocks(document: DocumentView, { notes }: CanvasParts, segment: Segment): Block[] {
  const sides = [segment.id, ...notes.flatMap(({ note }) => (note.segmentId === segment.id ? note.id : []))]
  const linked = new Set(
    sides.flatMap(id => [
      ...document.pointing('link', 'fromId', id).map(({ toId }) => toId),
      ...document.pointing('link', 'toId', id).map(({ fromId }) => fromId),
    ]),
  )
  return needed.filter(block => !notes.some(one => one.block === block && linked.has(one.note.id)))
}

/** A segment passes when it is large enough and focused enough; not yet judged is not failed. */
export const failsQualityRule = ({ largeEnough, focusedEnough }: Segment): boolean =>
  largeEnough === false || focusedEnough === false

/** Every figure of a canvas; segments are named by their key, else by their id. Parked notes do not count. */
export function canvasFiguresOf(document: DocumentView, canvasId: string) {
  const parts = canvasParts(document, canvasId)
  const notes = parts.notes.filter(({ block }) => block !== 'parked')
  const names = figureNames(parts.segments)
  const noteIds = new Set(notes.map(({ note }) => note.id))
  const segmentIds = new Set(parts.segments.map(({ id }) => id))
  const missing = parts.segments.flatMap(segment => {
    const gaps = missingBlocks(document, parts, segment)
    return gaps.length > 0 ? [[names.get(segment.id)!, gaps] as const] : []
  })
  const shares = parts.segments.flatMap(({ revenueShare }) => revenueShare ?? [])
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
      blocks
        .filter(block => block !== 'parked')
        .map(block => [block, notes.filter(one => one.block === block).length]),
    ),
    segments: parts.segments.length,
    links: drawn + needs,
    missingBySegment: Object.fromEntries(missing),
    segmentsFailingQualityRule: parts.segments.filter(failsQualityRule).map(({ id }) => names.get(id)!),
    revenueShareTotalPct: shares.length === 0 ? null : rounded(shares.reduce((sum, share) => sum + share, 0)),
  }
}
