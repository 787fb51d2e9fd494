/** Which part of the map is in view, in the map's own px. */
import { overlaps, type Box, type Column, type JourneyLayout, type Rect } from '../../shared/layout/boxes'
import { measures as m } from '../../shared/layout/measures'

/** Where the board stands: a point p of the map lies at p × zoom + (x, y) on screen. */
export interface Viewport {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** Below this zoom no card has an element of its own: the canvas shows them all. */
export const FAR = 0.5
export const MIN_ZOOM = 0.001
export const MAX_ZOOM = 2

/** The part of the map in view, wider by `overscan` (a share of the screen) on every side. */
export function viewedRect({ x, y, zoom }: Viewport, { width, height }: Size, overscan = 0): Rect {
  const [beside, above] = [width * overscan, height * overscan]
  return {
    x: (-x - beside) / zoom,
    y: (-y - above) / zoom,
    width: (width + 2 * beside) / zoom,
    height: (height + 2 * above) / zoom,
  }
}

/** The columns that a stretch of the map crosses; columns are equally wide, so none is searched for. */
export function columnsIn({ columns }: JourneyLayout, { x, width }: Rect): readonly Column[] {
  const at = (position: number) => Math.floor((position - m.labelWidth) / m.columnPitch)
  return columns.slice(Math.max(0, at(x)), Math.max(0, at(x + width) + 1))
}

/** The boxes of the map's body that a rectangle touches. */
export function boxesIn(layout: JourneyLayout, rect: Rect): Box[] {
  const boxes: Box[] = []
  for (const column of columnsIn(layout, rect)) {
    for (const box of column.boxes) if (overlaps(box, rect)) boxes.push(box)
  }
  for (const box of layout.loose) if (overlaps(box, rect)) boxes.push(box)
  return boxes
}

/** What lies at a point of the map; the uppermost where boxes lie over one another. */
export const boxAt = (layout: JourneyLayout, x: number, y: number): Box | undefined =>
  boxesIn(layout, { x, y, width: 0.01, height: 0.01 }).at(-1)

/** Far headers and lane names keep a size that can be read, px of the screen. */
export const narrow = { header: 26, names: 96 } as const

/** The viewport that shows the whole map in a window, at most at 100 %, beside and below headers of a readable size. */
export function fitted({ width, height }: Size, window: Size): Viewport {
  const margin = 24
  const near = Math.min(1, (window.width - margin) / width, (window.height - margin) / height)
  if (near >= FAR) return { x: Math.max(0, (window.width - width * near) / 2), y: 0, zoom: near }
  const room = { width: window.width - margin - narrow.names, height: window.height - margin - narrow.header }
  const far = Math.min(
    FAR - 0.01,
    room.width / (width - m.labelWidth),
    room.height / (height - m.headerHeight),
  )
  const zoom = Math.max(MIN_ZOOM, far)
  const free = Math.max(0, room.width - (width - m.labelWidth) * zoom)
  return {
    x: narrow.names + free / 2 - m.labelWidth * zoom,
    y: Math.max(0, narrow.header - m.headerHeight * zoom),
    zoom,
  }
}

/** Moves a viewport as little as needed to bring a box into view below the headers and beside the lane names. */
export function revealed(viewport: Viewport, box: Rect, window: Size, header: boolean): Viewport {
  const { zoom } = viewport
  const left = m.labelWidth * zoom
  const top = header ? 0 : m.headerHeight * zoom
  const along = (position: number, from: number, length: number, start: number, end: number) => {
    const first = from * zoom + position
    const last = (from + length) * zoom + position
    if (first < start || last - first > end - start) return position + (start - first)
    return last > end ? position - (last - end) : position
  }
  const x = along(viewport.x, box.x, box.width, left, window.width - 12)
  const y = header ? viewport.y : along(viewport.y, box.y, box.height, top, window.height - 12)
  return { x, y, zoom }
}
