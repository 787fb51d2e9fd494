/** One canvas as everything that reads it needs it: notes as this canvas shows them, and links from thing to thing. */
import { byOrder, type DocumentView } from '../../document'
import { recordTypes, type Canvas, type Channel, type Note, type Placement, type Segment } from '../../model'
import type { ChannelPhase } from '../../model/channel'
import type { LinkEnd, LinkKind } from '../../model/link'
import { blocks, bmcBlocks, leanBlocks, type Block } from '../../model/note'

/** A note as one canvas shows it. */
export interface PlacedNote {
  /** The note's id. */
  readonly id: string
  readonly placement: Placement
  /** With the values that hold on this canvas only. */
  readonly note: Note
  /** Fields that this canvas words differently from the others. */
  readonly here: readonly string[]
  readonly block: Block
  /** Its own wording, else the name of the segment or channel it is; '' when nobody has named it yet. */
  readonly title: string
}

/** A link between notes, segments and pains; a segment's note counts as the segment. */
export interface ModelLink {
  /** The records that say it; more than one when it was drawn to the note and to the segment. */
  readonly ids: readonly string[]
  readonly kind: LinkKind
  /** Id of a note, a segment or a pain. */
  readonly from: string
  readonly to: string
  readonly phases: readonly ChannelPhase[]
  readonly weight: number | null
}

export interface CanvasModel {
  readonly canvas: Canvas
  /** What stands in the nine blocks of this layout, block by block, in order. */
  readonly notes: readonly PlacedNote[]
  readonly parked: readonly PlacedNote[]
  /** In blocks that only the other layout has. */
  readonly elsewhere: readonly PlacedNote[]
  readonly trashed: readonly PlacedNote[]
  /** Segments that stand on the canvas, in the order of segments. */
  readonly segments: readonly Segment[]
  /** Links between what is shown (notes, parked ones too), its segments and pains. */
  readonly links: readonly ModelLink[]
  /** A note that is shown or parked, by its id. */
  readonly note: (id: string) => PlacedNote | undefined
  readonly inBlock: (block: Block) => readonly PlacedNote[]
  /** The note that stands for a segment. */
  readonly noteOf: (segmentId: string) => PlacedNote | undefined
  /** Links at this note, segment or pain; the note of a segment has the links of the segment. */
  readonly linksOf: (id: string) => readonly ModelLink[]
  /** What an end of a link counts as: the segment for a segment's note, else the id itself. */
  readonly thing: (id: string) => string
  /** The segments a note is for: itself, or those it is linked to, in the order of segments. */
  readonly segmentsOf: (noteId: string) => readonly string[]
}

/** The blocks a canvas shows, in the order they are read. */
export const blocksOf = (kind: Canvas['kind']): readonly Block[] => (kind === 'lean' ? leanBlocks : bmcBlocks)

/** The fields a placement may word differently. */
export const overridable = ['title', 'text', 'subtype', 'status', 'owned', 'pictureId', 'note'] as const
export type Overridable = (typeof overridable)[number]

const nothingHere = {}

/** The values that hold on one canvas only; those that do not fit the field are passed over. */
function valuesHere({ override }: Pick<Placement, 'override'>): Partial<Record<Overridable, unknown>> {
  // few notes have any, and this runs for all of them after every change
  if (Object.keys(override).length === 0) return nothingHere
  const { fields } = recordTypes.note
  return Object.fromEntries(
    overridable.flatMap(field =>
      Object.hasOwn(override, field) && fields[field]!.safeParse(override[field]).success
        ? [[field, override[field]]]
        : [],
    ),
  )
}

/** A note with the values that hold on one canvas only; values that do not fit the field are passed over. */
export function withOverrides(note: Note, placement: Pick<Placement, 'override'>): Note {
  const here = valuesHere(placement)
  return Object.keys(here).length === 0 ? note : ({ ...note, ...here } as Note)
}

/**
 * The segment or channel a note is. In Channels it is its channel, elsewhere its segment comes first: a note that was
 * moved may have both.
 */
export function namedBy(
  document: DocumentView,
  { segmentId, channelId }: Pick<Note, 'segmentId' | 'channelId'>,
  block: Block,
): Segment | Channel | undefined {
  const segment = document.find('segment', segmentId)
  const channel = document.find('channel', channelId)
  return block === 'channels' ? (channel ?? segment) : (segment ?? channel)
}

/** What a note reads as in a block; its home when none is given. */
export const noteTitle = (document: DocumentView, note: Note, block: Block = note.block): string =>
  note.title || (namedBy(document, note, block)?.title ?? '')

/**
 * The placements of a canvas, one for each note. Two people who show the same note on the same canvas make two when
 * their files are merged: then the first that is not thrown away counts.
 */
export function placementsOn(document: DocumentView, canvasId: string): Placement[] {
  const byNote = new Map<string, Placement>()
  for (const placement of document.pointing('placement', 'canvasId', canvasId)) {
    const known = byNote.get(placement.noteId)
    if (!known || (known.trashed && !placement.trashed)) byNote.set(placement.noteId, placement)
  }
  return [...byNote.values()].sort(byOrder)
}

/** What a note or segment or pain is as the end of a link; undefined for anything else. */
export function endOf(model: CanvasModel, document: DocumentView, id: string): LinkEnd | undefined {
  const placed = model.note(id)
  if (placed) return placed.block === 'customerSegments' ? 'segment' : placed.block
  const type = document.get(id)?.type
  return type === 'segment' || type === 'painPoint' ? type : undefined
}

/**
 * Reads a canvas.
 * @returns undefined when there is no such canvas
 */
export function canvasModel(
  document: DocumentView,
  canvasId: string | null | undefined,
): CanvasModel | undefined {
  const canvas = document.find('canvas', canvasId)
  if (!canvas) return undefined
  const byBlock = new Map<Block, PlacedNote[]>()
  const trashed: PlacedNote[] = []
  for (const placement of placementsOn(document, canvas.id)) {
    const found = document.find('note', placement.noteId)
    if (!found) continue
    const here = valuesHere(placement)
    const note = here === nothingHere ? found : ({ ...found, ...here } as Note)
    const placed: PlacedNote = {
      id: note.id,
      placement,
      note,
      here: Object.keys(here),
      block: placement.block,
      title: noteTitle(document, note, placement.block),
    }
    if (placement.trashed) trashed.push(placed)
    else if (byBlock.has(placement.block)) byBlock.get(placement.block)!.push(placed)
    else byBlock.set(placement.block, [placed])
  }
  const shown = blocksOf(canvas.kind)
  const inBlock = (block: Block) => byBlock.get(block) ?? []
  const notes = shown.flatMap(inBlock)
  const parked = inBlock('parked')
  const elsewhere = blocks.filter(block => block !== 'parked' && !shown.includes(block)).flatMap(inBlock)
  const byId = new Map([...notes, ...parked, ...elsewhere].map(placed => [placed.id, placed]))
  const noteOf = new Map<string, PlacedNote>()
  for (const placed of inBlock('customerSegments')) {
    const { segmentId } = placed.note
    if (segmentId && !noteOf.has(segmentId)) noteOf.set(segmentId, placed)
  }
  const segments = document.all('segment').filter(({ id }) => noteOf.has(id))
  const thing = (id: string) => {
    const placed = byId.get(id)
    return placed?.block === 'customerSegments' && placed.note.segmentId ? placed.note.segmentId : id
  }
  const links = linksOn(
    document,
    canvas.id,
    thing,
    id => byId.has(id) || noteOf.has(id) || isPain(document, id),
  )
  const byEnd = new Map<string, ModelLink[]>()
  for (const link of links) {
    for (const end of new Set([link.from, link.to])) {
      const list = byEnd.get(end)
      if (list) list.push(link)
      else byEnd.set(end, [link])
    }
  }
  const linksOf = (id: string) => byEnd.get(thing(id)) ?? []
  const segmentsOf = (noteId: string) => {
    const own = thing(noteId)
    if (own !== noteId) return [own]
    const links = linksOf(noteId)
    return segments.flatMap(({ id }) => (links.some(({ from, to }) => from === id || to === id) ? [id] : []))
  }
  return {
    canvas,
    notes,
    parked,
    elsewhere,
    trashed,
    segments,
    links,
    note: id => byId.get(id),
    inBlock,
    noteOf: id => noteOf.get(id),
    linksOf,
    thing,
    segmentsOf,
  }
}

const isPain = (document: DocumentView, id: string) => document.find('painPoint', id) !== undefined

/** Links of the canvas and those that hold on every canvas, each thing-to-thing tie once. */
function linksOn(
  document: DocumentView,
  canvasId: string,
  thing: (id: string) => string,
  here: (id: string) => boolean,
): ModelLink[] {
  const found = new Map<string, ModelLink>()
  for (const link of document.all('link')) {
    if (link.canvasId !== null && link.canvasId !== canvasId) continue
    const [from, to] = [thing(link.fromId), thing(link.toId)]
    if (!here(from) || !here(to)) continue
    const key = `${link.kind} ${from} ${to}`
    const known = found.get(key)
    found.set(key, {
      ids: [...(known?.ids ?? []), link.id],
      kind: link.kind,
      from,
      to,
      phases: [...new Set([...(known?.phases ?? []), ...link.phases])],
      weight: link.weight ?? known?.weight ?? null,
    })
  }
  return [...found.values()]
}
