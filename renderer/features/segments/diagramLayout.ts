/** Where the sides of a market stand and how the arrows between them run; in the units of the drawing. */
import type { SegmentDependency } from '../../../shared/model'

export const diagram = { width: 480, height: 250, node: { width: 164, height: 38 } } as const

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Arrow {
  readonly id: string
  readonly kind: SegmentDependency['kind']
  readonly strength: number
  readonly path: string
  readonly label: Point
  /** Where it ends, and its direction there in degrees. */
  readonly tip: Point & { readonly angle: number }
}

/** The middle of each node: two stand opposite each other, more on an ellipse with the first on top. */
export function places(ids: readonly string[]): ReadonlyMap<string, Point> {
  const [cx, cy] = [diagram.width / 2, diagram.height / 2]
  const [rx, ry] = [cx - diagram.node.width / 2 - 4, cy - diagram.node.height / 2 - 14]
  const start = ids.length === 2 ? Math.PI : -Math.PI / 2
  return new Map(
    ids.map((id, at) => {
      const angle = start + (at * 2 * Math.PI) / ids.length
      return [id, { x: cx + rx * Math.cos(angle), y: cy + ry * Math.sin(angle) }]
    }),
  )
}

/** The part of the drawing that holds nodes and bows: its top and its height. */
export function extent(at: ReadonlyMap<string, Point>): { readonly top: number; readonly height: number } {
  const ys = [...at.values()].map(({ y }) => y)
  const room = diagram.node.height / 2 + (Math.max(...ys) - Math.min(...ys) < 1 ? 30 : 4)
  return { top: Math.min(...ys) - room, height: Math.max(...ys) - Math.min(...ys) + 2 * room }
}

/** Each dependency as a bow to the right of its direction, so that there and back do not lie on each other. */
export function arrows(at: ReadonlyMap<string, Point>, dependencies: readonly SegmentDependency[]): Arrow[] {
  const used = new Map<string, number>()
  return dependencies.flatMap(({ id, fromId, toId, kind, strength }) => {
    const [from, to] = [at.get(fromId), at.get(toId)]
    if (!from || !to || fromId === toId) return []
    const turn = (used.get(`${fromId} ${toId}`) ?? 0) + 1
    used.set(`${fromId} ${toId}`, turn)
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const length = Math.hypot(dx, dy) || 1
    const bow = 26 * turn
    const middle = {
      x: (from.x + to.x) / 2 - (dy / length) * bow,
      y: (from.y + to.y) / 2 + (dx / length) * bow,
    }
    const [begin, end] = [edgeOf(from, middle), edgeOf(to, middle)]
    return {
      id,
      kind,
      strength,
      path: `M${begin.x} ${begin.y}Q${middle.x} ${middle.y} ${end.x} ${end.y}`,
      label: {
        x: (begin.x + 2 * middle.x + end.x) / 4,
        y: (begin.y + 2 * middle.y + end.y) / 4,
      },
      tip: { ...end, angle: (Math.atan2(end.y - middle.y, end.x - middle.x) * 180) / Math.PI },
    }
  })
}

/** Where the line from the middle of a node to a point leaves the node. */
function edgeOf({ x, y }: Point, towards: Point): Point {
  const [dx, dy] = [towards.x - x, towards.y - y]
  const half = { x: diagram.node.width / 2 + 3, y: diagram.node.height / 2 + 3 }
  const part = Math.min(half.x / Math.abs(dx || 1e-9), half.y / Math.abs(dy || 1e-9))
  return { x: x + dx * part, y: y + dy * part }
}
