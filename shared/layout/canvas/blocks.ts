/** Where the nine blocks stand: five columns above, two halves below; they grow with what is in them. */
import type { Rect } from '../boxes'
import { canvasMeasures as m } from './measures'

/** Places of the blocks in the order they are read (blocksOf): partners, two stacked, offers, two stacked, segments. */
export const upperColumns = [[0], [1, 2], [3], [4, 5], [6]] as const
export const lowerBlocks = [7, 8] as const
export const isLower = (at: number): boolean => at >= 7

/**
 * Widths that fill the room: each at least what it needs, the narrow ones as even as possible. Whole px.
 * @returns left edges, one more than there are columns; the last is the right end
 */
export function columnEdges(room: number, needs: readonly number[]): number[] {
  const widths = needs.map(need => Math.max(need, m.columnMin))
  const total = Math.max(
    room,
    widths.reduce((sum, width) => sum + width, 0),
  )
  // columns that need more than an even share keep their need; the rest shares what is left
  let open = widths.map((_, at) => at)
  let left = total
  for (;;) {
    const share = left / open.length
    const wide = open.filter(at => widths[at]! > share)
    if (wide.length === 0 || wide.length === open.length) {
      for (const at of open) widths[at] = wide.length === 0 ? share : widths[at]!
      break
    }
    for (const at of wide) left -= widths[at]!
    open = open.filter(at => !wide.includes(at))
  }
  let x = 0
  return [0, ...widths.map(width => Math.round((x += width)))]
}

/**
 * The rows of the board.
 * @param content what each of the nine blocks needs, px
 * @param room the height to fill
 * @returns the rectangle of each block
 */
export function blockRects(
  upperEdges: readonly number[],
  lowerEdges: readonly number[],
  content: readonly number[],
  room: number,
): Rect[] {
  const need = (at: number) => content[at] ?? 0
  const lowerNeed = Math.max(...lowerBlocks.map(need))
  const columnNeeds = upperColumns.map(column => column.reduce((sum: number, at) => sum + need(at), 0))
  const upperNeed = Math.max(...columnNeeds)
  const spare = Math.max(0, room - upperNeed - lowerNeed)
  const lower = Math.max(lowerNeed, Math.min(lowerNeed + spare, Math.round(room * m.lowerShare)))
  const upper = Math.max(upperNeed, room - lower)
  const rects: Rect[] = []
  const splits = splitsOf(need, upper)
  upperColumns.forEach((column, at) => {
    const [x, right] = [upperEdges[at]!, upperEdges[at + 1]!]
    const split = column.length === 2 ? splits[at === 1 ? 0 : 1]! : upper
    column.forEach((block, part) => {
      const y = part === 0 ? 0 : split
      rects[block] = { x, y, width: right - x, height: part === 0 ? split : upper - split }
    })
  })
  lowerBlocks.forEach((block, at) => {
    const [x, right] = [lowerEdges[at]!, lowerEdges[at + 1]!]
    rects[block] = { x, y: upper, width: right - x, height: lower }
  })
  return rects
}

/** Where the two stacked columns are parted: at one line, near the middle, wherever their notes allow. */
function splitsOf(need: (at: number) => number, upper: number): [number, number] {
  const [left, right] = [upperColumns[1], upperColumns[3]]
  const least = Math.max(need(left[0]), need(right[0]))
  const most = upper - Math.max(need(left[1]), need(right[1]))
  const middle = Math.round(upper / 2)
  if (least <= most) {
    const both = Math.max(least, Math.min(most, middle))
    return [both, both]
  }
  const own = ([top, bottom]: readonly [number, number]) =>
    Math.max(need(top), Math.min(upper - need(bottom), middle))
  return [own(left), own(right)]
}
