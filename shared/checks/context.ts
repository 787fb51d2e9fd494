/** What rules read: the canvas with its links indexed by kind and end, built once for a run. */
import type { DocumentView } from '../document'
import type { Canvas, Segment } from '../model'
import type { ChannelPhase } from '../model/channel'
import type { LinkKind } from '../model/link'
import type { Block } from '../model/note'
import { journeysIn, type Journeys } from '../queries/bridge/journeys'
import {
  blocksOf,
  canvasModel,
  type CanvasModel,
  type ModelLink,
  type PlacedNote,
} from '../queries/canvas/model'
import { canvasValues, type CanvasValues } from '../queries/value'
import { settingsOf, type Setting } from './settings'
import { wordsOf, type WordLists } from './words'

/** What rules about a whole document read. */
export interface DocumentContext {
  readonly document: DocumentView
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly setting: Setting
  readonly words: WordLists
  /** Read when first asked for. */
  readonly journeys: () => Journeys
}

/** What stands in Customer segments: a segment, or a note that is none yet. */
export interface SegmentOnCanvas {
  /** The segment's id, else the note's; links end there. */
  readonly id: string
  readonly segment: Segment | null
}

/** What rules about one canvas read. Parked notes, thrown away ones and blocks of the other layout do not count. */
export interface CanvasContext extends DocumentContext {
  readonly canvas: Canvas
  readonly model: CanvasModel
  readonly inBlock: (block: Block) => readonly PlacedNote[]
  /** Whether the layout of the canvas has this block. */
  readonly shows: (block: Block) => boolean
  readonly onCanvas: readonly SegmentOnCanvas[]
  /** Links of a kind that leave, or reach, this note, segment or pain. */
  readonly linksFrom: (kind: LinkKind, id: string) => readonly ModelLink[]
  readonly linksTo: (kind: LinkKind, id: string) => readonly ModelLink[]
  /** The phases in which a channel serves a segment: the link's, else the channel's own; empty when nobody said. */
  readonly phasesOf: (reaches: ModelLink) => readonly ChannelPhase[]
  /** Segments that are sides of a multi-sided market. */
  readonly sides: readonly Segment[]
  /** Read when first asked for. */
  readonly values: () => CanvasValues
  /** Whether something is on this canvas, or about something that is. */
  readonly covers: (id: string) => boolean
}

const none: readonly never[] = []

/** What all canvases of a document have in common. */
export function documentContext(document: DocumentView, today: string): DocumentContext {
  return {
    document,
    today,
    setting: settingsOf(document),
    words: wordsOf(document),
    journeys: once(() => journeysIn(document)),
  }
}

/** Reads one canvas for the rules; undefined where there is none. */
export function canvasContext(common: DocumentContext, canvasId: string): CanvasContext | undefined {
  const { document } = common
  const model = canvasModel(document, canvasId)
  if (!model) return undefined
  const { canvas, segments, notes } = model
  const blocks = blocksOf(canvas.kind)
  const onCanvas = segmentsOn(model)
  const inModel = new Set([...notes.map(({ id }) => id), ...onCanvas.map(({ id }) => id)])
  const here = (id: string) => inModel.has(id) || document.find('painPoint', id) !== undefined
  const from = new Map<string, ModelLink[]>()
  const to = new Map<string, ModelLink[]>()
  for (const link of model.links) {
    if (!here(link.from) || !here(link.to)) continue
    push(from, `${link.kind} ${link.from}`, link)
    push(to, `${link.kind} ${link.to}`, link)
  }
  return {
    ...common,
    canvas,
    model,
    inBlock: block => (blocks.includes(block) ? model.inBlock(block) : none),
    shows: block => blocks.includes(block),
    onCanvas,
    linksFrom: (kind, id) => from.get(`${kind} ${id}`) ?? none,
    linksTo: (kind, id) => to.get(`${kind} ${id}`) ?? none,
    phasesOf: ({ from: noteId, phases }) =>
      phases.length > 0
        ? phases
        : (document.find('channel', model.note(noteId)?.note.channelId)?.phases ?? none),
    sides: sidesOf(document, canvas, segments),
    values: once(() => canvasValues(document, canvas.id)),
    covers: coveredBy(document, model),
  }
}

function segmentsOn(model: CanvasModel): SegmentOnCanvas[] {
  const others = model
    .inBlock('customerSegments')
    .filter(({ note }) => !note.segmentId || !model.noteOf(note.segmentId))
  const known = model.segments.map(segment => ({ id: segment.id, segment }))
  return [...known, ...others.map(({ id }) => ({ id, segment: null }))]
}

/**
 * A segment is a side when it says so; one that says nothing goes by the canvas, or is a side when a side and it need
 * each other.
 */
function sidesOf(document: DocumentView, canvas: Canvas, segments: readonly Segment[]): Segment[] {
  const side = (id: string) => document.find('segment', id)?.marketType === 'multiSided'
  const tied = new Set(
    document
      .all('segmentDependency')
      .flatMap(({ fromId, toId }) => [...(side(fromId) ? [toId] : []), ...(side(toId) ? [fromId] : [])]),
  )
  return segments.filter(
    ({ id, marketType }) =>
      (marketType ?? canvas.marketType) === 'multiSided' || (marketType === null && tied.has(id)),
  )
}

function coveredBy(document: DocumentView, model: CanvasModel): (id: string) => boolean {
  const ids = new Set([
    model.canvas.id,
    ...model.segments.map(({ id }) => id),
    ...model.links.flatMap(link => link.ids),
    ...[...model.notes, ...model.parked].flatMap(({ id, placement, note }) =>
      [id, placement.id, note.channelId].filter(one => one !== null),
    ),
  ])
  // records of a damaged file may hang on one another in a ring
  const covers = (id: string, through: readonly string[]): boolean => {
    if (ids.has(id)) return true
    if (through.includes(id)) return false
    const way = [...through, id]
    const quantity = document.find('quantity', id)
    if (quantity) return covers(quantity.ownerId, way)
    const assumption = document.find('assumption', id)
    if (!assumption) return false
    const { targetIds } = assumption
    return targetIds.length === 0 || targetIds.some(target => covers(target, way))
  }
  return id => covers(id, [])
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function once<V>(make: () => V): () => V {
  let made: { readonly value: V } | undefined
  return () => (made ??= { value: make() }).value
}
