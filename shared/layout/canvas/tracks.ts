/** The room between the notes of a canvas in which links run: gutters down, gaps across. */
import { canvasMeasures as m } from './measures'
import type { BlockBox, CanvasLayout, NoteBox } from './types'

/** A strip between two columns of notes, free from top to bottom of its row. */
export interface Gutter {
  readonly x: number
  /** How far a line may lie from the middle, px. */
  readonly reach: number
}

/** A column of notes, and where a line can cross it. */
export interface Column {
  readonly x: number
  readonly right: number
  readonly gaps: readonly (readonly [from: number, to: number])[]
}

export interface Row {
  readonly top: number
  readonly bottom: number
  readonly columns: readonly Column[]
  /** One more than there are columns. */
  readonly gutters: readonly Gutter[]
}

export interface Tracks {
  readonly upper: Row
  readonly lower: Row
  /** Between the rows, free from the left end to the right: y. */
  readonly band: number
}

/** Lines keep so far from notes, px. */
const clear = 2
/** The strip along a block's upper edge, above its heading. */
const strip = 7

export function tracksOf({
  blocks,
  notes,
  width,
  height,
}: Pick<CanvasLayout, 'blocks' | 'notes' | 'width' | 'height'>): Tracks {
  const band = blocks.find(({ row }) => row === 'lower')?.y ?? height
  const row = (name: BlockBox['row'], top: number, bottom: number): Row => {
    const own = blocks.filter(block => block.row === name)
    const columns: Column[] = []
    const gutters: Gutter[] = []
    for (const x of [...new Set(own.map(block => block.x))].sort((a, b) => a - b)) {
      const stacked = own.filter(block => block.x === x)
      const [first] = stacked
      if (!first) continue
      const inColumn = notes.filter(note => stacked.some(({ block }) => block === note.block))
      const parts = spansOf(first)
      parts.forEach((span, at) => {
        const wall = at === 0 ? x : undefined
        gutters.push(
          wall === undefined
            ? { x: span.x - m.gap / 2, reach: m.gap / 2 - clear }
            : wall === 0
              ? { x: m.padding / 2, reach: m.padding / 2 - clear }
              : { x: wall, reach: m.padding - clear },
        )
        const crossing = inColumn.filter(note => note.x < span.right && note.x + note.width > span.x)
        columns.push({ ...span, gaps: gapsOf(crossing, stacked, top, bottom) })
      })
    }
    gutters.push({ x: width - m.padding / 2, reach: m.padding / 2 - clear })
    return { top, bottom, columns, gutters }
  }
  return { upper: row('upper', 0, band), lower: row('lower', band, height), band }
}

/** The columns of notes inside a block; where notes lie freely the block is one. */
function spansOf({ x, width, columns, noteWidth }: BlockBox): { x: number; right: number }[] {
  const left = x + m.padding
  if (columns === 1 || noteWidth === m.freeWidth) return [{ x: left, right: x + width - m.padding }]
  return Array.from({ length: columns }, (_, at) => {
    const start = left + at * (noteWidth + m.gap)
    return { x: start, right: start + noteWidth }
  })
}

/** Where a line can cross a column: not over a note, nor over a heading. */
function gapsOf(
  notes: readonly NoteBox[],
  blocks: readonly BlockBox[],
  top: number,
  bottom: number,
): [number, number][] {
  const taken = [
    ...notes.map(({ y, height }) => [y, y + height] as const),
    ...blocks.map(({ y, head }) => [y + strip, y + head] as const),
  ].sort((a, b) => a[0] - b[0])
  const gaps: [number, number][] = []
  let from = top
  for (const [start, end] of [...taken, [bottom, bottom] as const]) {
    if (start - from >= 2 * clear + 1) gaps.push([from + clear, start - clear])
    from = Math.max(from, end)
  }
  return gaps
}
