/** Paints what is in view of a map on one canvas: whole cards when near, boxes in batches of one colour when far. */
import { overlaps, type Box, type JourneyLayout, type Rect } from '../../shared/layout/boxes'
import { measures as m } from '../../shared/layout/measures'
import { paintBox } from '../../shared/layout/paintBox'
import { curvePieces, paintArrows, type CurvePiece } from '../../shared/layout/paintJourney'
import type { SceneItem } from '../../shared/layout/scene'
import type { Theme } from '../../shared/layout/theme'
import { paintItems } from './canvasPainter'
import { paintFarBoxes, paintFarCurve } from './paintFar'
import { paintNarrowHeaders, paintWideHeaders } from './paintHeaders'
import { boxesIn, columnsIn, FAR, viewedRect, type Size, type Viewport } from './viewWindow'

export interface Picture {
  readonly layout: JourneyLayout
  readonly theme: Theme
  readonly viewport: Viewport
  /** px of the page */
  readonly size: Size
  /** Device px per px of the page. */
  readonly ratio: number
  readonly selection: ReadonlySet<string>
  /** Boxes that have an element of their own and need no paint. */
  readonly mounted: ReadonlySet<string>
  /** Lane names and corner have elements of their own. */
  readonly namesMounted: boolean
  /** Boxes on their way elsewhere, painted pale. */
  readonly dragged: ReadonlySet<string>
}

/** Below this zoom a text is a bar and a card a box. */
export const PLAIN = 0.35

interface Prepared {
  readonly curve: readonly CurvePiece[]
  readonly arrows: readonly { readonly bounds: Rect; readonly items: readonly SceneItem[] }[]
}
const prepared = new WeakMap<JourneyLayout, Prepared>()
const pointsPerPiece = 32
/** Up to so many points the curve of a far map is painted whole, with ribbon and points. */
const fewPoints = 200

function prepare(layout: JourneyLayout): Prepared {
  let known = prepared.get(layout)
  if (!known) {
    const arrows = layout.arrows.map(arrow => ({
      bounds: boundsOf(arrow.points),
      items: paintArrows({ ...layout, arrows: [arrow] }),
    }))
    known = { curve: curvePieces(layout, pointsPerPiece), arrows }
    prepared.set(layout, known)
  }
  return known
}

function boundsOf(points: readonly { readonly x: number; readonly y: number }[]): Rect {
  const [xs, ys] = [points.map(point => point.x), points.map(point => point.y)]
  const [x, y] = [Math.min(...xs) - 6, Math.min(...ys) - 6]
  return { x, y, width: Math.max(...xs) + 6 - x, height: Math.max(...ys) + 6 - y }
}

/** Paints the whole picture anew. */
export function paintBoard(context: CanvasRenderingContext2D, picture: Picture): void {
  const { layout, theme, viewport, size, ratio, mounted, selection, dragged } = picture
  const { x, y, zoom } = viewport
  const view = viewedRect(viewport, size)
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.fillStyle = theme.paper
  context.fillRect(0, 0, size.width, size.height)
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y)
  paintRules(context, layout, theme, view, zoom)
  const boxes = boxesIn(layout, view)
  if (zoom < PLAIN) {
    if (pointsOf(layout) > fewPoints) paintFarCurve(context, layout, theme, view, zoom)
    else paintCurve(context, layout, theme, view)
    paintFarBoxes(context, layout, boxes, theme, view, selection)
  } else {
    paintCurve(context, layout, theme, view)
    for (const box of boxes) {
      if (!mounted.has(box.id))
        paintWhole(context, box, theme, selection.has(box.recordId), dragged.has(box.id))
    }
    for (const arrow of prepare(layout).arrows)
      if (overlaps(arrow.bounds, view)) paintItems(context, arrow.items, theme)
  }
  if (zoom < FAR) paintNarrowHeaders(context, picture)
  else paintWideHeaders(context, picture)
}

const pointsOf = ({ emotion }: JourneyLayout) =>
  emotion?.curves.reduce((sum, { points }) => sum + points.length, 0) ?? 0

function paintCurve(context: CanvasRenderingContext2D, layout: JourneyLayout, theme: Theme, view: Rect) {
  for (const piece of prepare(layout).curve) {
    if (piece.x < view.x + view.width && view.x < piece.x + piece.width)
      paintItems(context, piece.items, theme)
  }
}

/** One box at its place, with its frame when it is selected. */
export function paintWhole(
  context: CanvasRenderingContext2D,
  box: Box,
  theme: Theme,
  selected: boolean,
  pale: boolean,
): void {
  if (pale) context.globalAlpha = 0.35
  context.translate(box.x, box.y)
  paintItems(context, paintBox(box), theme)
  if (selected && box.content.kind !== 'text' && box.content.kind !== 'empty') {
    context.strokeStyle = theme.accent
    context.lineWidth = 2
    context.beginPath()
    context.roundRect(-1, -1, box.width + 2, box.height + 2, 7)
    context.stroke()
  }
  context.translate(-box.x, -box.y)
  if (pale) context.globalAlpha = 1
}

/** Hairlines of lanes and columns, the scale of emotions, the line of visibility; never thinner than a device pixel. */
function paintRules(
  context: CanvasRenderingContext2D,
  layout: JourneyLayout,
  theme: Theme,
  view: Rect,
  zoom: number,
) {
  const { width, height, lanes, emotion, visibility } = layout
  const from = Math.max(0, view.x)
  const to = Math.min(width, view.x + view.width)
  const thin = Math.max(1, 0.75 / zoom)
  context.fillStyle = theme.line
  for (const lane of lanes) context.fillRect(from, lane.y + lane.height - thin, to - from, thin)
  if (m.columnPitch * zoom > 5) {
    const columns = columnsIn(layout, view)
    for (const { x } of columns) context.fillRect(x - thin, m.stepTop, thin, height - m.stepTop)
    const last = columns.at(-1)
    if (last) context.fillRect(last.x + last.width, m.stepTop, thin, height - m.stepTop)
  }
  if (zoom >= PLAIN) {
    emotion?.levels.forEach(({ y }, at) =>
      across(context, y, 1, at === 2 ? undefined : [2, 4], theme.line, from, to),
    )
  }
  if (visibility) {
    const dash = zoom >= PLAIN ? [3, 2] : [3 / zoom, 2 / zoom]
    across(context, visibility.y, Math.max(1.5, 1 / zoom), dash, theme['ink-3'], from, to)
  }
}

/** A level line through the view; its dashes stand still while the view moves. */
function across(
  context: CanvasRenderingContext2D,
  y: number,
  width: number,
  dash: number[] | undefined,
  colour: string,
  from: number,
  to: number,
) {
  const period = dash ? dash.reduce((sum, each) => sum + each, 0) : 1
  context.strokeStyle = colour
  context.lineWidth = width
  context.lineCap = 'butt'
  if (dash) context.setLineDash(dash)
  context.beginPath()
  context.moveTo(m.labelWidth + Math.max(0, Math.floor((from - m.labelWidth) / period)) * period, y)
  context.lineTo(to, y)
  context.stroke()
  if (dash) context.setLineDash([])
}
