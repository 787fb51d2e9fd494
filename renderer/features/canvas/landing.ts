/** Where notes that are being dragged would land on the board. */
import type { BlockBox, CanvasLayout, NoteBox } from '../../../shared/layout/canvas'
import { canvasMeasures as m } from '../../../shared/layout/canvas/measures'
import type { Rect } from '../../../shared/layout/boxes'
import type { Block } from '../../../shared/model/note'

interface Point {
  readonly x: number
  readonly y: number
}

export interface NoteLanding {
  readonly block: Block
  /** The note to come after; null is the first place. */
  readonly after: string | null
  /** From the corner of the block's room for notes; only where notes lie freely. */
  readonly x?: number
  readonly y?: number
  /** What shows it: a thin bar between notes, or the frame of the block. */
  readonly slot: Rect & { readonly frame?: boolean }
}

const bar = 3

export const blockAt = (layout: CanvasLayout, { x, y }: Point): BlockBox | undefined =>
  layout.blocks.find(
    block => x >= block.x && x < block.x + block.width && y >= block.y && y < block.y + block.height,
  )

/**
 * The place between notes that is meant by a point.
 * @param without notes that are on their way; they are no neighbours of themselves
 */
export function landingAt(
  layout: CanvasLayout,
  point: Point,
  without: readonly string[],
): NoteLanding | undefined {
  const block = blockAt(layout, point)
  if (!block) return undefined
  const all = layout.notes.filter(note => note.block === block.block)
  const notes = all.filter(({ id }) => !without.includes(id))
  const next = notes.findIndex(note => comesBefore(point, note, block))
  const before = notes[next < 0 ? notes.length - 1 : next - 1]
  const after = next < 0 ? undefined : notes[next]
  return { block: block.block, after: before?.id ?? null, slot: slotOf(block, before, after) }
}

/** The same where notes lie freely: with the place of the note's upper left corner. */
export function freeLandingAt(layout: CanvasLayout, point: Point, corner: Point): NoteLanding | undefined {
  const block = blockAt(layout, point)
  if (!block) return undefined
  const last = layout.notes.findLast(note => note.block === block.block)
  const { x, y, width, height, head } = block
  return {
    block: block.block,
    after: last?.id ?? null,
    x: Math.max(0, Math.round(corner.x - x - m.padding)),
    y: Math.max(0, Math.round(corner.y - y - head)),
    slot: { x, y, width, height, frame: true },
  }
}

/** In a list by height; in columns by row, then from left to right. */
function comesBefore({ x, y }: Point, note: NoteBox, { columns }: BlockBox): boolean {
  if (columns === 1) return y < note.y + note.height / 2
  if (y < note.y) return true
  return y < note.y + note.height + m.gap && x < note.x + note.width / 2
}

function slotOf(block: BlockBox, before: NoteBox | undefined, after: NoteBox | undefined): Rect {
  const { x, y, head, columns, noteWidth } = block
  if (columns === 1) {
    const top = after ? after.y - m.gap / 2 : before ? before.y + before.height + m.gap / 2 : y + head
    return { x: x + m.padding, y: top - bar / 2, width: noteWidth, height: bar }
  }
  const beside = after ?? before
  if (!beside) return { x: x + m.padding, y: y + head, width: noteWidth, height: bar }
  const left = after ? after.x - m.gap / 2 : beside.x + beside.width + m.gap / 2
  return { x: left - bar / 2, y: beside.y, width: bar, height: beside.height }
}
