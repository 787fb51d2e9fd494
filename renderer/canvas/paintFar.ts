/** The map from afar: every box a few filled rectangles, batched by colour, and the curve thinned to what a screen shows. */
import type { Box, Curve, CurvePoint, JourneyLayout, Rect } from '../../shared/layout/boxes'
import type { ColourToken, Theme } from '../../shared/layout/theme'

/** How much of a card is painted: a bar, a bar with its emotion, or a sheet with bars for its lines of text too. */
type Detail = 'bar' | 'felt' | 'sheet'

/**
 * What a map can afford at a zoom, so that a frame stays a frame: from how many boxes are in view on average. Panning
 * does not change it, so nothing flickers on the way.
 */
function detailOf(layout: JourneyLayout, view: Rect): Detail {
  const share = Math.min(1, view.width / layout.width) * Math.min(1, view.height / layout.height)
  const inView = layout.columns.reduce((sum, column) => sum + column.boxes.length, 0) * share
  return inView > 2400 ? 'bar' : inView > 700 ? 'felt' : 'sheet'
}

const isPaper = ({ content: { kind } }: Box) => kind === 'touchpoint' || kind === 'card'

/** Fills a rectangle of the map on whole device pixels: crisper than blurred edges, and twice as fast to paint. */
type Fill = (x: number, y: number, width: number, height: number) => void

function filler(context: CanvasRenderingContext2D): Fill {
  const { a: scale, e, f } = context.getTransform()
  return (x, y, width, height) => {
    const left = Math.round(x * scale + e)
    const top = Math.round(y * scale + f)
    const right = Math.max(left + 1, Math.round((x + width) * scale + e))
    const bottom = Math.max(top + 1, Math.round((y + height) * scale + f))
    context.fillRect(left, top, right - left, bottom - top)
  }
}

/**
 * Paints boxes without their texts.
 * @param context at the place and scale of the map
 */
export function paintFarBoxes(
  context: CanvasRenderingContext2D,
  layout: JourneyLayout,
  boxes: readonly Box[],
  theme: Theme,
  view: Rect,
  selection: ReadonlySet<string>,
): void {
  const detail = detailOf(layout, view)
  const fill = filler(context)
  const px = 1 / context.getTransform().a
  context.save()
  context.resetTransform()
  context.fillStyle = detail === 'felt' ? theme.line : theme['line-strong']
  for (const box of boxes) {
    const { x, y, width, height, content } = box
    if (isPaper(box)) {
      if (detail !== 'sheet') fill(x, y, width, height)
      else fill(x - px, y - px, width + 2 * px, height + 2 * px)
    } else if (content.kind === 'text' && detail !== 'bar') {
      fill(x, y + 4, width * 0.8, content.lines.length * 16 - 10)
    }
  }
  context.fillStyle = theme['pain-soft']
  for (const { x, y, width, height, content } of boxes) if (content.kind === 'pain') fill(x, y, width, height)
  const cards = detail === 'bar' ? [] : boxes.filter(isPaper)
  if (detail === 'sheet') paintSheets(context, fill, cards, theme)
  paintEmotions(context, fill, cards, theme)
  context.restore()
  if (selection.size === 0) return
  context.strokeStyle = theme.accent
  context.lineWidth = 2 * px
  for (const { recordId, x, y, width, height, content } of boxes) {
    if (content.kind !== 'text' && selection.has(recordId)) {
      context.strokeRect(x - px, y - px, width + 2 * px, height + 2 * px)
    }
  }
}

function paintSheets(context: CanvasRenderingContext2D, fill: Fill, cards: readonly Box[], theme: Theme) {
  context.fillStyle = theme.surface
  for (const { x, y, width, height } of cards) fill(x, y, width, height)
  context.fillStyle = theme.thumb
  for (const { x, y, content } of cards) {
    if (content.kind !== 'touchpoint' && content.kind !== 'card') continue
    content.lines.forEach((line, at) => {
      // about as long as the text it stands for
      fill(x + 9, y + 11 + at * 16, Math.min(162, 6 * line.length), 8)
    })
  }
}

function paintEmotions(context: CanvasRenderingContext2D, fill: Fill, cards: readonly Box[], theme: Theme) {
  const byColour = new Map<ColourToken, Box[]>()
  for (const box of cards) {
    const colour = box.content.kind === 'touchpoint' ? box.content.mood?.colour : undefined
    if (!colour) continue
    const same = byColour.get(colour)
    if (same) same.push(box)
    else byColour.set(colour, [box])
  }
  for (const [colour, same] of byColour) {
    context.fillStyle = theme[colour]
    for (const { x, y, width, content } of same) {
      const lines = content.kind === 'touchpoint' ? content.lines.length : 1
      fill(x + width - 25, y + 7 + lines * 16 + 7, 14, 14)
    }
  }
}

/** Thinned points by curve, kept for one step of zoom. */
const thinned = new WeakMap<object, { step: number; points: readonly CurvePoint[] }>()

function thin(curve: Curve, step: number): readonly CurvePoint[] {
  const known = thinned.get(curve)
  if (known?.step === step) return known.points
  let last = -Infinity
  const points = curve.points.filter(({ x }) => {
    if (x - last < step) return false
    last = x
    return true
  })
  thinned.set(curve, { step, points })
  return points
}

/** The emotion curves as lines from point to point, at most one point per two px of the screen. */
export function paintFarCurve(
  context: CanvasRenderingContext2D,
  layout: JourneyLayout,
  theme: Theme,
  view: Rect,
  zoom: number,
): void {
  const lane = layout.lanes.find(each => each.role === 'emotion')
  if (!layout.emotion || !lane || lane.y > view.y + view.height || lane.y + lane.height < view.y) return
  // steps of powers of two, so that a zoom does not thin anew in every frame
  const step = 2 ** Math.ceil(Math.log2(2 / zoom))
  for (const curve of layout.emotion.curves) {
    context.strokeStyle = theme[curve.colour]
    context.lineWidth = 1.25 / zoom
    context.lineJoin = 'round'
    context.beginPath()
    let before: CurvePoint | undefined
    for (const point of thin(curve, step)) {
      if (point.x >= view.x && before) {
        if (before.x < view.x || before === curve.points[0]) context.moveTo(before.x, before.y)
        context.lineTo(point.x, point.y)
      }
      if (point.x > view.x + view.width) break
      before = point
    }
    context.stroke()
  }
}
