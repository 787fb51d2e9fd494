/** Handovers and loops as lines with corners: they run in the gutters between columns and above the cards. */
import type { DocumentView } from '../document'
import type { Arrow, Box, Column, Lane } from './boxes'
import { measures as m } from './measures'

interface Point {
  readonly x: number
  readonly y: number
}

/**
 * @param columns with their boxes in place
 * @param lane the lane of the touchpoints; its upper edge is the way for long arrows
 */
export function flowArrows(
  document: DocumentView,
  columns: readonly Column[],
  lane: Lane | undefined,
): Arrow[] {
  if (!lane) return []
  const byStep = new Map(columns.map(column => [column.stepId, column]))
  const place = (touchpointId: string) => {
    const column = byStep.get(document.find('touchpoint', touchpointId)?.stepId ?? '')
    const box = column?.boxes.find(each => each.id === touchpointId)
    return column && box ? { column, box } : undefined
  }
  const used = new Map<string, number>()
  /** Arrows that share a gutter lie beside each other. */
  const beside = (gutter: string, most: number) => {
    const count = used.get(gutter) ?? 0
    used.set(gutter, count + 1)
    return (count % most) * 3
  }
  return document.all('flow').flatMap(flow => {
    const from = place(flow.fromId)
    const to = place(flow.toId)
    if (!from || !to || from.box === to.box) return []
    const { id, fromId, toId, kind, contextKept } = flow
    return [{ id, fromId, toId, kind, contextKept, points: route(from, to, lane, beside) }]
  })
}

interface Place {
  readonly column: Column
  readonly box: Box
}

function route(
  from: Place,
  to: Place,
  lane: Lane,
  beside: (gutter: string, most: number) => number,
): Point[] {
  // arrows leave below the middle of a card and arrive above it, so that two of them do not meet head on
  const leave = { x: from.box.x + from.box.width, y: from.box.y + Math.round(from.box.height * 0.62) }
  const arrive = { x: to.box.x, y: to.box.y + Math.round(to.box.height * 0.38) }
  const rightOf = (column: Column) => column.x + m.columnWidth - 4 - beside(`${column.x} right`, 2)
  const leftOf = (column: Column) => column.x + 3 + beside(`${column.x} left`, 2)
  if (from.column === to.column) {
    const x = rightOf(from.column)
    return [leave, { x, y: leave.y }, { x, y: arrive.y }, { x: to.box.x + to.box.width, y: arrive.y }]
  }
  if (to.column.x === from.column.x + m.columnPitch) {
    const x = leftOf(to.column)
    return [leave, { x, y: leave.y }, { x, y: arrive.y }, arrive]
  }
  const out = rightOf(from.column)
  const back = leftOf(to.column)
  const y = lane.y + 3 + beside('above', 2)
  return [leave, { x: out, y: leave.y }, { x: out, y }, { x: back, y }, { x: back, y: arrive.y }, arrive]
}

/** A line through the points with round corners. */
export function arrowPath(points: readonly Point[], radius = 4): string {
  let path = ''
  points.forEach((point, at) => {
    const before = points[at - 1]
    const after = points[at + 1]
    if (!before) path += `M${point.x} ${point.y}`
    else if (!after) path += `L${point.x} ${point.y}`
    else {
      const enter = towards(point, before, radius)
      const leave = towards(point, after, radius)
      path += `L${enter.x} ${enter.y}Q${point.x} ${point.y} ${leave.x} ${leave.y}`
    }
  })
  return path
}

/** The point at most `by` px from `from` on the way to `to`, and at most halfway. */
function towards(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length === 0) return from
  const share = Math.min(by, length / 2) / length
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

/** The head of an arrow that ends at the last point. */
export function arrowHead(points: readonly Point[]): string {
  const end = points.at(-1)
  const before = points.at(-2)
  if (!end || !before) return ''
  const way = Math.sign(end.x - before.x) || 1
  return `M${end.x - way * 5} ${end.y - 3.5}L${end.x} ${end.y}L${end.x - way * 5} ${end.y + 3.5}`
}
