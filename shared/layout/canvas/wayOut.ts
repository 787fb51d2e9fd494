/** How a line gets from the edge of a note to the gutter beside its block, where other notes lie in the way. */
import type { Rect } from '../boxes'
import type { NoteBox } from './types'

interface Point {
  readonly x: number
  readonly y: number
}

/** Lines keep so far from notes, px. */
const clear = 3

/**
 * Where a line comes to the gutter: straight from the note, else round the notes in the way.
 * @param gutterX of the gutter
 * @param wish the height at which the line would leave the note
 * @returns `detour` from the gutter to the note's edge where not all of that side is free
 */
export function wayOut(
  notes: readonly NoteBox[],
  box: NoteBox,
  gutterX: number,
  wish: number,
): { y: number; detour?: readonly Point[] } {
  const right = gutterX > box.x
  const edge = right ? box.x + box.width : box.x
  const [from, to] = [Math.min(edge, gutterX), Math.max(edge, gutterX)]
  const others = notes.filter(note => note !== box && note.block === box.block)
  const inWay = others.filter(note => note.x < to && note.x + note.width > from)
  const beside = inWay.filter(note => note.y < box.y + box.height + 1 && note.y + note.height > box.y - 1)
  if (beside.length === 0) return { y: wish }
  const free = (y: number) => beside.every(note => y < note.y - 1 || y > note.y + note.height + 1)
  for (let away = 0; away <= box.height / 2 - 4; away += 4) {
    for (const y of [wish - away, wish + away]) {
      if (free(y)) return { y, detour: [{ x: edge, y }] }
    }
  }
  const path = search(others, box, gutterX)
  return path ? { y: path[0]!.y, detour: path } : { y: wish, detour: [{ x: edge, y: wish }] }
}

/** The shortest way with few corners over the lines beside the notes of the block. */
function search(others: readonly Rect[], box: Rect, gutterX: number): Point[] | undefined {
  const all = [box, ...others]
  const sorted = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b)
  const xs = sorted([gutterX, ...all.flatMap(({ x, width }) => [x - clear, x + width + clear])])
  const ys = sorted(all.flatMap(({ y, height }) => [y - clear, y + height + clear, y + height / 2]))
  const blocked = (a: Point, b: Point) => {
    const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
    const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
    return all.some(
      one => left < one.x + one.width && right > one.x && top < one.y + one.height && bottom > one.y,
    )
  }
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const starts: [outside: Point, edge: Point][] = [
    [
      { x: box.x + box.width + clear, y: middle.y },
      { x: box.x + box.width, y: middle.y },
    ],
    [
      { x: box.x - clear, y: middle.y },
      { x: box.x, y: middle.y },
    ],
  ]
  const key = ({ x, y }: Point) => `${x} ${y}`
  const cost = new Map<string, { cost: number; point: Point; from?: string; edge?: Point }>()
  const open: string[] = []
  for (const [outside, edge] of starts) {
    if (others.some(one => inside(one, outside))) continue
    cost.set(key(outside), { cost: 0, point: outside, edge })
    open.push(key(outside))
  }
  while (open.length > 0) {
    let best = 0
    open.forEach((one, at) => {
      if (cost.get(one)!.cost < cost.get(open[best]!)!.cost) best = at
    })
    const [now = ''] = open.splice(best, 1)
    const here = cost.get(now)!
    if (here.point.x === gutterX) return walked(cost, now)
    const [i, j] = [xs.indexOf(here.point.x), ys.indexOf(here.point.y)]
    const before = here.from ? cost.get(here.from)?.point : undefined
    const steps = [
      { x: xs[i - 1], y: here.point.y },
      { x: xs[i + 1], y: here.point.y },
      { x: here.point.x, y: ys[j - 1] },
      { x: here.point.x, y: ys[j + 1] },
    ]
    for (const { x, y } of steps) {
      if (x === undefined || y === undefined) continue
      const next = { x, y }
      if (blocked(here.point, next)) continue
      const turns = before && (before.x === here.point.x) !== (here.point.x === x) ? 20 : 0
      const sum = here.cost + Math.abs(x - here.point.x) + Math.abs(y - here.point.y) + turns
      const known = cost.get(key(next))
      if (known && known.cost <= sum) continue
      if (!known || !open.includes(key(next))) open.push(key(next))
      cost.set(key(next), { cost: sum, point: next, from: now })
    }
  }
  return undefined
}

const inside = (rect: Rect, { x, y }: Point) =>
  x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height

function walked(
  cost: ReadonlyMap<string, { point: Point; from?: string; edge?: Point }>,
  end: string,
): Point[] {
  const points: Point[] = []
  for (let at = cost.get(end); at; at = at.from === undefined ? undefined : cost.get(at.from)) {
    points.push(at.point)
    if (at.edge) points.push(at.edge)
  }
  return points
}
