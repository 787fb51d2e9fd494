/** Where the headers and lane names stand on screen: with the map, but never out of view. */
import { measures as m } from '../../shared/layout/measures'
import { FAR, narrow, type Viewport } from './viewWindow'

export interface Sticky {
  /** Left edge of the lane names, px of the screen. */
  readonly x: number
  /** Upper edge of the headers, px of the screen. */
  readonly y: number
  readonly width: number
  readonly height: number
}

export function stickyAt({ x, y, zoom }: Viewport): Sticky {
  const [width, height] = [m.labelWidth * zoom, m.headerHeight * zoom]
  if (zoom >= FAR) return { x: Math.max(0, x), y: Math.max(0, y), width, height }
  // narrow ones end where the wide ones would
  return {
    x: Math.max(0, x + width - narrow.names),
    y: Math.max(0, y + height - narrow.header),
    width: narrow.names,
    height: narrow.header,
  }
}
