/** Where the arrow keys lead on the canvas: to the nearest note, or to a block that has none yet. */
import type { Rect } from '../../../shared/layout/boxes'
import type { BlockBox, CanvasLayout } from '../../../shared/layout/canvas'
import { canvasMeasures as m } from '../../../shared/layout/canvas/measures'
import type { Block } from '../../../shared/model/note'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** A note, or an empty block. */
export type Spot = { readonly note: string } | { readonly block: Block }

interface Place extends Rect {
  readonly spot: Spot
}

const placesOf = ({ notes, blocks }: CanvasLayout): Place[] => [
  ...notes.map(({ id, x, y, width, height }) => ({ spot: { note: id }, x, y, width, height })),
  ...blocks
    .filter(({ count }) => count === 0)
    .map(block => ({
      spot: { block: block.block },
      x: block.x + m.padding,
      y: block.y + block.head,
      width: block.width - 2 * m.padding,
      height: m.noteMinHeight,
    })),
]

/** Aside counts for more than ahead, px for px. */
const aside = 3

/**
 * What lies next in a direction.
 * @param from the note selected now, else the block meant now; with neither it begins at the first note
 */
export function neighbour(
  layout: CanvasLayout,
  from: { readonly note: string | undefined; readonly block: Block | null },
  direction: Direction,
): Spot | undefined {
  const places = placesOf(layout)
  const here =
    places.find(({ spot }) => 'note' in spot && spot.note === from.note) ??
    rectOf(layout.blocks.find(({ block }) => block === from.block))
  if (!here) return places[0]?.spot
  const ahead = places.flatMap(place => {
    const way = place === here ? undefined : wayTo(here, place, direction)
    return way ? [{ ...way, spot: place.spot }] : []
  })
  // up and down stay in the column as long as it goes on
  const sideways = direction === 'left' || direction === 'right'
  const inLine = sideways ? [] : ahead.filter(({ apart }) => apart === 0)
  return (inLine.length > 0 ? inLine : ahead).toSorted((a, b) => a.cost - b.cost)[0]?.spot
}

const rectOf = (block: BlockBox | undefined): Rect | undefined =>
  block && { x: block.x, y: block.y + block.head, width: block.width, height: m.noteMinHeight }

/** How far it is to go, and how far beside the way it lies; undefined for what does not lie in that direction. */
function wayTo(
  from: Rect,
  to: Rect,
  direction: Direction,
): { readonly cost: number; readonly apart: number } | undefined {
  const across = direction === 'left' || direction === 'right'
  const [start, end, size] = across
    ? ([from.x, to.x, ['width', 'height']] as const)
    : ([from.y, to.y, ['height', 'width']] as const)
  const [along, other] = size
  const forward = direction === 'right' || direction === 'down'
  const gap = forward ? end - (start + from[along]) : start - (end + to[along])
  if (gap < -1) return undefined
  const [a, b] = across ? [from.y, to.y] : [from.x, to.x]
  const apart = Math.max(0, b - (a + from[other]), a - (b + to[other]))
  const middles = Math.abs(a + from[other] / 2 - (b + to[other] / 2))
  return { cost: Math.max(0, gap) + aside * apart + middles / 4, apart }
}

/** The block beside another, at the height (or across the width) of a note in it. */
export function blockBeside(
  layout: CanvasLayout,
  block: Block,
  note: Rect,
  direction: Direction,
): BlockBox | undefined {
  const here = layout.blocks.find(one => one.block === block)
  if (!here) return undefined
  const [x, y] = [note.x + note.width / 2, note.y + note.height / 2]
  const point = {
    left: { x: here.x - 2, y },
    right: { x: here.x + here.width + 2, y },
    up: { x, y: here.y - 2 },
    down: { x, y: here.y + here.height + 2 },
  }[direction]
  return layout.blocks.find(
    one =>
      point.x >= one.x && point.x < one.x + one.width && point.y >= one.y && point.y < one.y + one.height,
  )
}

/** What to select when notes went: the one that took their place in the block, else the one before. */
export function nearest(layout: CanvasLayout, gone: readonly string[]): string | undefined {
  const last = layout.notes.find(({ id }) => id === gone.at(-1))
  if (!last) return undefined
  const inBlock = layout.notes.filter(note => note.block === last.block)
  const at = inBlock.indexOf(last)
  const stays = (note: { id: string }) => !gone.includes(note.id)
  return (inBlock.slice(at).find(stays) ?? inBlock.slice(0, at).findLast(stays))?.id
}
