/** From a canvas to its boxes: the same function for the board, for paper and for tests. */
import { equal, type DocumentView } from '../../document'
import type { Block } from '../../model/note'
import { blocksOf, type CanvasModel, type PlacedNote } from '../../queries/canvas/model'
import type { Rect } from '../boxes'
import { fit, measure } from '../textMeasure'
import { blockRects, columnEdges, isLower, lowerBlocks, upperColumns } from './blocks'
import { legendOf, noteMarks } from './marks'
import { canvasMeasures as m } from './measures'
import { noteContent, type NoteContent } from './noteContent'
import type { BlockBox, CanvasLayout, CanvasOptions, NoteBox } from './types'
import { wiresOf } from './wires'

/** Whose layouts these are. The licence asks for it wherever the layout is shown; it is not translated. */
export const credits = {
  bmc: 'Business Model Canvas: Strategyzer, CC BY-SA 3.0',
  lean: 'Lean Canvas: Ash Maurya, after the Business Model Canvas (Strategyzer), CC BY-SA 3.0',
} as const

/** The note being written, which the document does not have yet. */
const draftId = 'draft'

interface Item extends Rect {
  readonly id: string
  readonly placed?: PlacedNote
  readonly content?: NoteContent
}

/**
 * Lays a canvas out.
 * @param before the layout before a change: boxes that are the same stay the same objects
 */
export function layoutCanvas(
  document: DocumentView,
  model: CanvasModel,
  options: CanvasOptions,
  before?: CanvasLayout,
): CanvasLayout {
  const { canvas } = model
  const { labels } = options
  const shown = blocksOf(canvas.kind)
  const free = canvas.arrangement === 'free'
  const marks = noteMarks(document, model, options)
  const head = labels.questions ? m.head : m.plainHead
  const needs = shown.map(block => (free ? freeNeed(model, block) : 0))
  const lowerEdges0 = columnEdges(
    options.width,
    lowerBlocks.map(at => needs[at]!),
  )
  const upperEdges = columnEdges(
    Math.max(options.width, lowerEdges0.at(-1)!),
    upperColumns.map(column => Math.max(...column.map(at => needs[at]!))),
  )
  const width = upperEdges.at(-1)!
  const lowerEdges = columnEdges(
    width,
    lowerBlocks.map(at => needs[at]!),
  )
  const filled = shown.map((block, at) => {
    const blockWidth = widthOf(at, upperEdges, lowerEdges)
    const { columns, noteWidth } = columnsIn(blockWidth, free)
    const items = placedItems(model, block, columns, noteWidth, free, options, placed =>
      noteContent(document, model, placed, noteWidth, marks, options),
    )
    const bottom = Math.max(0, ...items.map(item => item.y + item.height))
    return { block, columns, noteWidth, items, height: Math.max(m.emptyBlock, head + bottom + m.padding) }
  })
  const rects = blockRects(
    upperEdges,
    lowerEdges,
    filled.map(({ height }) => height),
    options.height,
  )
  const blocks = filled.map(({ block, columns, noteWidth }, at): BlockBox => {
    const rect = rects[at]!
    const count = model.inBlock(block).length
    const room = rect.width - 2 * (m.padding + 4)
    return {
      ...rect,
      block,
      title: fit(labels.blocks[block], room - measure(String(count), 'blockText') - 4, 'blockTitle'),
      question: labels.questions ? fit(labels.questions[block], room, 'blockText') : '',
      count,
      head,
      columns,
      noteWidth,
      row: isLower(at) ? 'lower' : 'upper',
    }
  })
  const notes: NoteBox[] = []
  let draft: Rect | null = null
  filled.forEach(({ block, items }, at) => {
    const [dx, dy] = [rects[at]!.x + m.padding, rects[at]!.y + head]
    for (const item of items) {
      const rect = { x: item.x + dx, y: item.y + dy, width: item.width, height: item.height }
      if (item.placed && item.content) notes.push({ ...item.content, ...rect, id: item.id, block })
      else draft = rect
    }
  })
  const layout = kept(
    {
      canvasId: canvas.id,
      free,
      title: canvas.title,
      credit: credits[canvas.kind],
      width,
      height: Math.max(...rects.map(rect => rect.y + rect.height)),
      blocks,
      notes,
      wires: [],
      legend: legendOf(marks, model.notes, options.colourBy),
      draft,
    },
    before,
  )
  return options.links?.length ? { ...layout, wires: wiresOf(layout, model, options.links) } : layout
}

function widthOf(at: number, upper: readonly number[], lower: readonly number[]): number {
  const edges = isLower(at) ? lower : upper
  const column = isLower(at) ? at - 7 : upperColumns.findIndex(one => (one as readonly number[]).includes(at))
  return edges[column + 1]! - edges[column]!
}

function columnsIn(width: number, free: boolean): { columns: number; noteWidth: number } {
  const room = width - 2 * m.padding
  const least = free ? m.freeWidth : m.noteMin
  const columns = Math.max(1, Math.floor((room + m.gap) / (least + m.gap)))
  const noteWidth = free ? m.freeWidth : Math.floor((room - (columns - 1) * m.gap) / columns)
  return { columns, noteWidth }
}

/** How wide a block must be for the notes that were put somewhere. */
const freeNeed = (model: CanvasModel, block: Block): number =>
  Math.max(0, ...model.inBlock(block).map(({ placement }) => Math.max(0, placement.x ?? 0))) +
  m.freeWidth +
  2 * m.padding

/** The notes of a block at their places, from the corner of its room for notes. */
function placedItems(
  model: CanvasModel,
  block: Block,
  columns: number,
  noteWidth: number,
  free: boolean,
  { draft }: CanvasOptions,
  contentOf: (placed: PlacedNote) => NoteContent,
): Item[] {
  const list: { id: string; height: number; placed?: PlacedNote; content?: NoteContent }[] = model
    .inBlock(block)
    .map(placed => {
      const content = contentOf(placed)
      return { id: placed.id, height: content.height, placed, content }
    })
  if (draft?.block === block) {
    const after = draft.after
    const at = after === null ? 0 : list.findIndex(({ id }) => id === after) + 1
    list.splice(at > 0 || after === null ? at : list.length, 0, { id: draftId, height: m.noteMinHeight })
  }
  const items: Item[] = []
  let y = 0
  for (let row = 0; row < list.length; row += columns) {
    const inRow = list.slice(row, row + columns)
    const height = Math.max(...inRow.map(one => one.height))
    inRow.forEach((one, at) => {
      const place = one.placed?.placement ?? draft
      const [ownX, ownY] = [place?.x ?? null, place?.y ?? null]
      const put = free && (ownX !== null || ownY !== null)
      items.push({
        ...one,
        width: noteWidth,
        // side by side they are as high as the highest, but where they lie freely each has its own height
        height: free ? one.height : height,
        x: put ? Math.max(0, ownX ?? 0) : at * (noteWidth + m.gap),
        y: put ? Math.max(0, ownY ?? 0) : y,
      })
    })
    y += height + m.gap
  }
  return items
}

/** The layout with the boxes of the one before wherever they are the same, so that a page redraws only what changed. */
function kept(layout: CanvasLayout, before: CanvasLayout | undefined): CanvasLayout {
  if (before?.canvasId !== layout.canvasId) return layout
  const known = new Map(before.notes.map(box => [box.id, box]))
  const same = <T>(was: T | undefined, is: T): T => (was !== undefined && equal(was, is) ? was : is)
  const notes = layout.notes.map(box => same(known.get(box.id), box))
  const blocks = layout.blocks.map((box, at) => same(before.blocks[at], box))
  return {
    ...layout,
    notes:
      notes.length === before.notes.length && notes.every((box, at) => box === before.notes[at])
        ? before.notes
        : notes,
    blocks: blocks.every((box, at) => box === before.blocks[at]) ? before.blocks : blocks,
    legend: same(before.legend, layout.legend),
    draft: same(before.draft, layout.draft),
  }
}
