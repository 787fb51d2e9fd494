/** The map from afar: every box a few filled rectangles, batched by colour, and the curve thinned to what a screen shows. */
import type { Box, JourneyLayout, Rect } from '../../shared/layout/boxes'
import type { ColourToken, Theme } from '../../shared/layout/theme'

/** Screen px: below this height a card is one plain bar. */
const plainHeight = 7

/**
 * Paints boxes without their texts.
 * @param context at the place and scale of the map
 */
export function paintFarBoxes(
  context: CanvasRenderingContext2D,
  boxes: readonly Box[],
  theme: Theme,
  zoom: number,
  selection: ReadonlySet<string>,
): void {
  const px = 1 / zoom
  const small = 52 * zoom < plainHeight
  context.fillStyle = theme['line-strong']
  for (const { x, y, width, height, content } of boxes) {
    if (content.kind === 'touchpoint' || content.kind === 'card') {
      if (small) context.fillRect(x, y, width, height)
      else context.fillRect(x - px, y - px, width + 2 * px, height + 2 * px)
    } else if (content.kind === 'text' && !small) {
      for (let line = 0; line < content.lines.length; line++)
        context.fillRect(x, y + line * 16 + 4, width * 0.8, 6)
    }
  }
  context.fillStyle = theme['pain-soft']
  for (const { x, y, width, height, content } of boxes) {
    if (content.kind === 'pain') context.fillRect(x, y, width, height)
  }
  if (!small) paintInner(context, boxes, theme)
  if (selection.size === 0) return
  context.strokeStyle = theme.accent
  context.lineWidth = 2 * px
  for (const { recordId, x, y, width, height, content } of boxes) {
    if (content.kind !== 'text' && selection.has(recordId)) {
      context.strokeRect(x - px, y - px, width + 2 * px, height + 2 * px)
    }
  }
}

function paintInner(context: CanvasRenderingContext2D, boxes: readonly Box[], theme: Theme) {
  const cards = boxes.filter(({ content: { kind } }) => kind === 'touchpoint' || kind === 'card')
  context.fillStyle = theme.surface
  for (const { x, y, width, height } of cards) context.fillRect(x, y, width, height)
  context.fillStyle = theme.thumb
  for (const { x, y, content } of cards) {
    if (content.kind !== 'touchpoint' && content.kind !== 'card') continue
    const { length } = content.lines
    for (let line = 0; line < length; line++) {
      // about as long as the text it stands for
      context.fillRect(x + 9, y + 11 + line * 16, Math.min(162, 6 * (content.lines[line]?.length ?? 0)), 8)
    }
  }
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
      context.fillRect(x + width - 25, y + 7 + lines * 16 + 7, 14, 14)
    }
  }
}

/** Thinned lines by curve, kept for one step of zoom. */
const thinned = new WeakMap<object, { step: number; path: Path2D }>()

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
  // steps of powers of two, so that a zoom does not make a new line every frame
  const step = 2 ** Math.ceil(Math.log2(2 / zoom))
  for (const curve of layout.emotion.curves) {
    let known = thinned.get(curve)
    if (known?.step !== step) {
      const path = new Path2D()
      let last = -Infinity
      for (const { x, y } of curve.points) {
        if (x - last < step) continue
        if (last === -Infinity) path.moveTo(x, y)
        else path.lineTo(x, y)
        last = x
      }
      thinned.set(curve, (known = { step, path }))
    }
    context.strokeStyle = theme[curve.colour]
    context.lineWidth = 1.25 / zoom
    context.lineJoin = 'round'
    context.stroke(known.path)
  }
}
