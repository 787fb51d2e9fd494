/**
 * Links as lines: out of a note straight into the gutter beside it, along it, through gaps between notes where columns
 * lie between, and into the other note. No line runs over a note.
 */
import type { CanvasModel, ModelLink } from '../../queries/canvas/model'
import { wayOut } from './wayOut'
import { tracksOf, type Row, type Tracks } from './tracks'
import type { CanvasLayout, NoteBox, Wire } from './types'

type Point = Wire['points'][number]

/** A line that is being drawn: y and gutter by turns, from the first note's edge to the other's. */
interface Route {
  readonly wire: Omit<Wire, 'points'>
  readonly ends: readonly [End, End]
  /** Gutters passed, and the height at which the line goes from each to the next. */
  readonly gutters: { row: Row; at: number; x: number }[]
  readonly across: number[]
}

interface End {
  readonly box: NoteBox
  readonly right: boolean
  y: number
  /** From the gutter to the note's edge, where the straight way is not free; the gutter's side first. */
  readonly detour?: readonly Point[] | undefined
}

/** Lines side by side lie so far apart where there is room, px. */
const apart = 4

/** The lines of links between notes that both stand on the board. */
export function wiresOf(layout: CanvasLayout, model: CanvasModel, links: readonly ModelLink[]): Wire[] {
  const boxes = new Map(layout.notes.map(box => [box.id, box]))
  const boxOf = (id: string) => boxes.get(id) ?? boxes.get(model.noteOf(id)?.id ?? '')
  const tracks = tracksOf(layout)
  const routes = links.flatMap(link => {
    const [from, to] = [boxOf(link.from), boxOf(link.to)]
    return from && to && from !== to ? planned(tracks, layout, link, from, to) : []
  })
  spreadEnds(routes)
  const used: Used[] = []
  for (const route of routes) cross(route, tracks, used)
  spreadGutters(routes)
  return routes.map(route => ({ ...route.wire, points: pointsOf(route) }))
}

/** The side on which a line leaves each note, and the gutters it passes. */
function planned(tracks: Tracks, layout: CanvasLayout, link: ModelLink, from: NoteBox, to: NoteBox): Route {
  const [a, b] = [placeOf(tracks, layout, from), placeOf(tracks, layout, to)]
  const wire = {
    id: `${link.kind} ${link.from} ${link.to}`,
    link,
    from: from.id,
    to: to.id,
    dim: from.dim || to.dim,
  }
  const steps = a.row === b.row ? inOneRow(a, b) : overTheBand(a, b)
  const gutters = steps.map(({ row, at }) => ({ row, at, x: row.gutters[at]!.x }))
  const end = (box: NoteBox, place: Place, gutter: { at: number; x: number }): End => {
    const right = gutter.at === place.column + 1
    const y = box.y + box.height / 2
    // in lists the gutter is right beside the note
    return { box, right, ...(layout.free ? wayOut(layout.notes, box, gutter.x, y) : { y }) }
  }
  return {
    wire,
    ends: [end(from, a, gutters[0]!), end(to, b, gutters.at(-1)!)],
    gutters,
    across: [],
  }
}

interface Place {
  readonly row: Row
  readonly column: number
  readonly middle: number
}

function placeOf({ upper, lower }: Tracks, { blocks }: CanvasLayout, box: NoteBox): Place {
  const row = blocks.find(({ block }) => block === box.block)?.row === 'lower' ? lower : upper
  const middle = box.x + box.width / 2
  const column = row.columns.findIndex(({ x, right }) => middle >= x && middle <= right)
  return { row, column: Math.max(0, column), middle }
}

function inOneRow(a: Place, b: Place): { row: Row; at: number }[] {
  const { row } = a
  if (a.column === b.column) {
    const last = a.column === row.columns.length - 1
    return [{ row, at: last ? a.column : a.column + 1 }]
  }
  const step = a.column < b.column ? 1 : -1
  const first = step > 0 ? a.column + 1 : a.column
  const last = step > 0 ? b.column : b.column + 1
  return Array.from({ length: Math.abs(last - first) + 1 }, (_, n) => ({ row, at: first + n * step }))
}

/** From row to row: by the gutters that are nearest each other. */
function overTheBand(a: Place, b: Place): { row: Row; at: number }[] {
  const sides = (place: Place) => [place.column, place.column + 1].map(at => ({ row: place.row, at }))
  const pairs = sides(a).flatMap(one => sides(b).map(other => [one, other] as const))
  const way = ([one, other]: (typeof pairs)[number]) => {
    const [x1, x2] = [one.row.gutters[one.at]!.x, other.row.gutters[other.at]!.x]
    return Math.abs(a.middle - x1) + Math.abs(x1 - x2) + Math.abs(x2 - b.middle)
  }
  return [...pairs.reduce((best, pair) => (way(pair) < way(best) ? pair : best))]
}

/** Several lines at one side of a note: one below the other, in the order of where they lead. */
function spreadEnds(routes: readonly Route[]): void {
  const sides = new Map<string, { end: End; other: End; alone: boolean }[]>()
  for (const { ends } of routes) {
    ends.forEach((end, at) => {
      if (end.detour) return
      const key = `${end.box.id} ${end.right}`
      const list = sides.get(key) ?? []
      sides.set(key, list)
      list.push({ end, other: ends[1 - at]!, alone: false })
    })
  }
  for (const list of sides.values()) {
    list.sort((a, b) => a.other.box.y + a.other.box.height / 2 - (b.other.box.y + b.other.box.height / 2))
    list.forEach(({ end }, at) => (end.y = end.box.y + (end.box.height * (at + 1)) / (list.length + 1)))
  }
  for (const { ends, gutters } of routes) {
    const [a, b] = ends
    const single = ends.every(end => !end.detour && sides.get(`${end.box.id} ${end.right}`)?.length === 1)
    if (!single || gutters.length !== 1 || a.right === b.right) continue
    // neighbours side by side: a straight line where both are
    const top = Math.max(a.box.y, b.box.y)
    const bottom = Math.min(a.box.y + a.box.height, b.box.y + b.box.height)
    if (bottom - top >= 16) a.y = b.y = (top + bottom) / 2
  }
}

interface Used {
  readonly y: number
  readonly from: number
  readonly to: number
}

/** Finds the gap in each column between the two notes; lines that were there before keep their place. */
function cross({ ends, gutters, across }: Route, { band }: Tracks, used: Used[]): void {
  let y = ends[0].y
  const goal = ends[1].y
  for (let n = 0; n + 1 < gutters.length; n++) {
    const [here, next] = [gutters[n]!, gutters[n + 1]!]
    const [from, to] = [Math.min(here.x, next.x), Math.max(here.x, next.x)]
    const busy = used.filter(one => one.from < to && one.to > from)
    if (here.row !== next.row) y = freeNear(band, [band - 6, band + 6], busy)
    else {
      const column = here.row.columns[Math.min(here.at, next.at)]!
      const way = ([low, high]: readonly [number, number]) => {
        const at = Math.max(low, Math.min(high, y))
        return Math.abs(at - y) + Math.abs(at - goal)
      }
      const [first, ...others] = column.gaps
      const gap = others.reduce((best, one) => (way(one) < way(best) ? one : best), first ?? [y, y])
      y = freeNear(Math.max(gap[0], Math.min(gap[1], y)), gap, busy)
    }
    across.push(y)
    used.push({ y, from, to })
  }
}

/** The height next to the wished one that no other line has; where all are taken the wished one. */
function freeNear(wish: number, [low, high]: readonly [number, number], busy: readonly Used[]): number {
  for (const distance of [apart - 1, 1.5]) {
    for (let away = 0; away <= high - low; away += 1) {
      for (const y of away === 0 ? [wish] : [wish + away, wish - away]) {
        if (y >= low && y <= high && busy.every(one => Math.abs(one.y - y) >= distance)) return y
      }
    }
  }
  return wish
}

/** Lines that run along the same stretch of a gutter lie side by side. */
function spreadGutters(routes: readonly Route[]): void {
  interface Stretch {
    readonly from: number
    readonly to: number
    readonly gutter: Route['gutters'][number]
  }
  const byGutter = new Map<object, Stretch[]>()
  for (const { ends, gutters, across } of routes) {
    gutters.forEach((gutter, n) => {
      const [a, b] = [across[n - 1] ?? ends[0].y, across[n] ?? ends[1].y]
      if (Math.abs(a - b) < 0.5) return
      const key = gutter.row.gutters[gutter.at]!
      const list = byGutter.get(key) ?? []
      byGutter.set(key, list)
      list.push({ from: Math.min(a, b), to: Math.max(a, b), gutter })
    })
  }
  for (const list of byGutter.values()) {
    list.sort((a, b) => a.from - b.from)
    let group: Stretch[] = []
    let end = -Infinity
    for (const stretch of list) {
      if (stretch.from > end + apart) {
        place(group)
        group = []
        end = -Infinity
      }
      group.push(stretch)
      end = Math.max(end, stretch.to)
    }
    place(group)
  }

  function place(group: readonly Stretch[]): void {
    const lanes: number[] = []
    const laneOf = group.map(({ from, to }) => {
      const free = lanes.findIndex(until => until + apart < from)
      const lane = free < 0 ? lanes.length : free
      lanes[lane] = to
      return lane
    })
    group.forEach(({ gutter }, at) => {
      const { x, reach } = gutter.row.gutters[gutter.at]!
      const step = lanes.length > 1 ? Math.min(apart, (2 * reach) / (lanes.length - 1)) : 0
      gutter.x = x + (laneOf[at]! - (lanes.length - 1) / 2) * step
    })
  }
}

function pointsOf({ ends, gutters, across }: Route): Point[] {
  const [a, b] = ends
  const edge = ({ box, right, y }: End): Point => ({ x: right ? box.x + box.width : box.x, y })
  const points: Point[] = a.detour ? a.detour.toReversed() : [edge(a)]
  gutters.forEach(({ x }, n) => {
    points.push({ x, y: across[n - 1] ?? a.y }, { x, y: across[n] ?? b.y })
  })
  points.push(...(b.detour ?? [edge(b)]))
  return corners(points)
}

/** Without points that are there twice or lie on the way from the one before to the next. */
function corners(points: readonly Point[]): Point[] {
  const apart = points.filter(({ x, y }, at) => x !== points[at - 1]?.x || y !== points[at - 1]?.y)
  return apart.filter((point, at) => {
    const [before, after] = [apart[at - 1], apart[at + 1]]
    const straight = (axis: 'x' | 'y') => before?.[axis] === point[axis] && point[axis] === after?.[axis]
    return !before || !after || (!straight('x') && !straight('y'))
  })
}

/** The path of a line as SVG writes it, with rounded corners. */
export function wirePath(points: readonly Point[], radius = 5): string {
  const n = (value: number) => Math.round(value * 10) / 10
  const [start] = points
  if (!start) return ''
  let d = `M${n(start.x)} ${n(start.y)}`
  for (let at = 1; at < points.length; at++) {
    const [before, corner, after] = [points[at - 1]!, points[at]!, points[at + 1]]
    if (!after) {
      d += `L${n(corner.x)} ${n(corner.y)}`
      break
    }
    const arriving = Math.hypot(corner.x - before.x, corner.y - before.y)
    const leaving = Math.hypot(after.x - corner.x, after.y - corner.y)
    const r = Math.min(radius, arriving / 2, leaving / 2)
    const towards = (to: Point, length: number) =>
      length === 0
        ? corner
        : { x: corner.x + ((to.x - corner.x) * r) / length, y: corner.y + ((to.y - corner.y) * r) / length }
    const [one, other] = [towards(before, arriving), towards(after, leaving)]
    d += `L${n(one.x)} ${n(one.y)}Q${n(corner.x)} ${n(corner.y)} ${n(other.x)} ${n(other.y)}`
  }
  return d
}
