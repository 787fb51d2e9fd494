/** What lies under the pointer: geometry alone decides, so that far cards without elements answer too. */
import type { Box, JourneyLayout, Lane } from '../../shared/layout/boxes'
import { measures as m } from '../../shared/layout/measures'
import { headersOf } from './paintHeaders'
import { stickyAt } from './sticky'
import { boxAt, columnsIn, FAR, type Viewport } from './viewWindow'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Hit {
  readonly box?: Box
  /** The lane whose name was hit. */
  readonly lane?: Lane
  /** Place on the map; in the headers the y of the headers, not of what lies below them. */
  readonly at: Point
  /** Free room in the cell of a lane and a step. */
  readonly cell?: { readonly lane: Lane; readonly stepId: string | null }
}

/** @param point px from the board's top left corner */
export function hitTest(layout: JourneyLayout, viewport: Viewport, point: Point): Hit {
  const { x, y, zoom } = viewport
  const sticky = stickyAt(viewport)
  const at = { x: (point.x - x) / zoom, y: (point.y - y) / zoom }
  const inNames = point.x >= sticky.x && point.x < sticky.x + sticky.width
  const inHeaders = point.y >= sticky.y && point.y < sticky.y + sticky.height
  if (inNames && inHeaders) return { box: layout.corner, at }
  if (inNames) {
    const lane = layout.lanes.find(each => at.y >= each.y && at.y < each.y + each.height)
    return lane ? { lane, at } : { at }
  }
  if (inHeaders) {
    const height = zoom < FAR ? 0 : (point.y - sticky.y) / zoom
    const box = headersOf(layout).find(
      each =>
        at.x >= each.x && at.x < each.x + each.width && height >= each.y && height < each.y + each.height,
    )
    return { ...(box && { box }), at: { x: at.x, y: height } }
  }
  if (at.y < m.headerHeight) return { at }
  const box = boxAt(layout, at.x, at.y)
  if (box) return { box, at }
  const lane = layout.lanes.find(each => at.y >= each.y && at.y < each.y + each.height)
  const column = at.x < m.labelWidth ? undefined : columnsIn(layout, { ...at, width: 0, height: 0 })[0]
  return lane && column ? { at, cell: { lane, stepId: column.stepId } } : { at }
}
