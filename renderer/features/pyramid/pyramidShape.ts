/** The geometry of the pyramid drawing: slices, how far a share fills each, the lines to the level headings. */

export interface Point {
  readonly x: number
  readonly y: number
}

/** One level's slice: a trapezoid, or the triangle at the top, symmetric about the middle of the pyramid. */
export interface Slice {
  readonly top: number
  readonly bottom: number
  /** Top left, top right, bottom right, bottom left. */
  readonly points: readonly [Point, Point, Point, Point]
}

/**
 * Cuts a pyramid into slices of equal height.
 * @param count how many levels, 1 or more
 * @param size the whole pyramid and the gap between slices, in pixels
 * @returns the slices, base first, y growing downwards from the tip at 0
 */
export function slicesOf(count: number, size: { width: number; height: number; gap: number }): Slice[] {
  const { width, height, gap } = size
  const each = (height - gap * (count - 1)) / count
  const half = (y: number) => ((width / 2) * y) / height
  return Array.from({ length: count }, (_, at) => {
    const fromTop = count - 1 - at
    const top = Math.round(fromTop * (each + gap))
    const bottom = fromTop === count - 1 ? height : Math.round(fromTop * (each + gap) + each)
    const point = (side: number, y: number) => ({ x: width / 2 + side * half(y), y })
    return { top, bottom, points: [point(-1, top), point(1, top), point(1, bottom), point(-1, bottom)] }
  })
}

/**
 * Where a slice filled from the left by area ends.
 * @param share 0 … 1 of the slice's area
 * @returns the x of the filled part's right edge, between the slice's bottom corners
 */
export function fillEnd({ top, bottom, points }: Slice, share: number): number {
  const [topLeft, topRight, bottomRight, bottomLeft] = points
  const height = bottom - top
  const slope = topLeft.x - bottomLeft.x
  const flat = topRight.x - topLeft.x
  const wedge = (slope * height) / 2
  const area = Math.max(0, Math.min(1, share)) * (2 * wedge + flat * height)
  // the left wedge grows with the square of x, the middle with x, the right wedge mirrors the left
  if (area <= wedge) return bottomLeft.x + (wedge === 0 ? 0 : slope * Math.sqrt(area / wedge))
  if (area <= wedge + flat * height) return topLeft.x + (area - wedge) / height
  const rest = Math.max(0, 2 * wedge + flat * height - area)
  return bottomRight.x - (wedge === 0 ? 0 : slope * Math.sqrt(rest / wedge))
}

/** The corners as SVG path data. */
export const pathOf = (points: readonly Point[]): string =>
  `M${points.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}Z`

export interface Connector {
  readonly from: Point
  /** y of the heading it leads to. */
  readonly to: number
}

/**
 * Lines from slices to headings: across, up or down, and across again, with rounded corners.
 * @param connectors topmost first
 * @param lanes the x between which the upright parts stand where they would lie on one another, `end` the last x
 */
export function connectorPaths(
  connectors: readonly Connector[],
  lanes: { left: number; right: number; end: number },
): string[] {
  const spans = connectors.map(({ from, to }) => [Math.min(from.y, to), Math.max(from.y, to)] as const)
  const crowded = spans.some((span, at) => at > 0 && span[0] < spans[at - 1]![1])
  const step = crowded ? (lanes.right - lanes.left) / (connectors.length - 1) : 0
  return connectors.map(({ from, to }, at) => {
    const lane = crowded ? lanes.right - at * step : (lanes.left + lanes.right) / 2
    return connectorPath(from, to, lane, lanes.end)
  })
}

function connectorPath(from: Point, to: number, lane: number, end: number): string {
  const way = Math.sign(to - from.y)
  const r = Math.min(6, Math.abs(to - from.y) / 2)
  if (r === 0) return `M${round(from.x)} ${from.y}H${end}`
  const x = round(lane)
  return (
    `M${round(from.x)} ${from.y}H${x - r}Q${x} ${from.y} ${x} ${from.y + way * r}` +
    `V${to - way * r}Q${x} ${to} ${x + r} ${to}H${end}`
  )
}

const round = (value: number) => Math.round(value * 100) / 100
