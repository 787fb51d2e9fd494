/** Stage and step headers and lane names, which stay in view while the map moves below them. */
import { headerBoxes, type Box, type JourneyLayout } from '../../shared/layout/boxes'
import { measures as m } from '../../shared/layout/measures'
import { paintBox } from '../../shared/layout/paintBox'
import { paintLaneNames } from '../../shared/layout/paintJourney'
import type { SceneItem } from '../../shared/layout/scene'
import { fit, measure } from '../../shared/layout/textMeasure'
import { paintItems } from './canvasPainter'
import type { Picture } from './paintBoard'
import { stickyAt } from './sticky'

const headers = new WeakMap<JourneyLayout, readonly Box[]>()

/** All header boxes of a layout, collected once. */
export function headersOf(layout: JourneyLayout): readonly Box[] {
  let known = headers.get(layout)
  if (!known) headers.set(layout, (known = headerBoxes(layout)))
  return known
}

/** Headers in the size of the map; what has an element of its own is left out. */
export function paintWideHeaders(context: CanvasRenderingContext2D, picture: Picture): void {
  const { layout, theme, viewport, size, ratio, mounted, namesMounted, selection, dragged } = picture
  const { zoom } = viewport
  const sticky = stickyAt(viewport)
  const from = -viewport.x / zoom
  const to = from + size.width / zoom
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * viewport.x, ratio * sticky.y)
  const end = Math.min(to, layout.width)
  const begin = Math.max(from, 0)
  context.fillStyle = theme.paper
  context.fillRect(begin, 0, end - begin, m.headerHeight)
  context.fillStyle = theme.line
  context.fillRect(begin, m.headerHeight - 1, end - begin, 1)
  for (const box of headersOf(layout)) {
    if (box.x > to || box.x + box.width < from || mounted.has(box.id)) continue
    if (dragged.has(box.id)) context.globalAlpha = 0.35
    context.translate(box.x, box.y)
    paintItems(context, paintBox(box), theme)
    if (selection.has(box.recordId)) {
      context.strokeStyle = theme.accent
      context.lineWidth = 2
      context.strokeRect(1, 1, box.width - 2, box.height - 2)
    }
    context.translate(-box.x, -box.y)
    context.globalAlpha = 1
  }
  context.fillStyle = theme.line
  for (const { x } of layout.columns) {
    if (x > from - 1 && x < to) context.fillRect(x - 1, m.stepTop, 1, m.stepHeight)
  }
  if (namesMounted) return
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * sticky.x, ratio * viewport.y)
  paintItems(context, paintLaneNames(layout, (sticky.y + sticky.height - viewport.y) / zoom), theme)
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * sticky.x, ratio * sticky.y)
  paintItems(context, paintBox(layout.corner), theme)
}

/** Headers in the size of the screen, for a map so small that its own could not be read: stages and lanes by name. */
export function paintNarrowHeaders(context: CanvasRenderingContext2D, picture: Picture): void {
  const { layout, theme, viewport, size, ratio, selection } = picture
  const { x, y, zoom } = viewport
  const sticky = stickyAt(viewport)
  const right = Math.min(size.width, x + layout.width * zoom)
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.fillStyle = theme.surface
  context.fillRect(sticky.x, sticky.y, right - sticky.x, sticky.height)
  const middle = sticky.y + 17
  for (const { x: left, width, content, recordId } of layout.stages) {
    const [from, to] = [x + left * zoom, x + (left + width) * zoom]
    if (from > size.width || to < 0 || content.kind !== 'stage') continue
    context.fillStyle = theme.line
    if (to - from > 4) context.fillRect(to, sticky.y, 1, sticky.height)
    const start = Math.max(from, sticky.x + sticky.width)
    const room = Math.floor(to - start) - 12
    const mean = content.mean && room > 90 ? content.mean : null
    if (selection.has(recordId)) {
      context.fillStyle = theme['accent-soft']
      context.fillRect(from, sticky.y, to - from, sticky.height)
    }
    if (room < 18) continue
    const title = fit(content.title, room - (mean ? 34 : 0), 'cardEmotion')
    const items: SceneItem[] = [
      {
        kind: 'text',
        x: start + 6,
        y: middle,
        text: title,
        font: 'cardEmotion',
        fill: content.faint ? 'ink-3' : 'ink',
      },
    ]
    if (mean) {
      const at = to - 6 - measure(mean.text, 'cardEmotion')
      items.push({ kind: 'text', x: at, y: middle, text: mean.text, font: 'cardEmotion', fill: mean.colour })
    }
    paintItems(context, items, theme)
  }
  context.fillStyle = theme.paper
  const bottom = Math.min(size.height, y + layout.height * zoom)
  context.fillRect(sticky.x, sticky.y, sticky.width, bottom - sticky.y)
  context.fillStyle = theme.line
  context.fillRect(sticky.x, sticky.y + sticky.height - 1, right - sticky.x, 1)
  context.fillRect(sticky.x + sticky.width - 1, sticky.y, 1, bottom - sticky.y)
  for (const { title, y: top, height } of layout.lanes) {
    const [from, to] = [Math.max(y + top * zoom, sticky.y + sticky.height), y + (top + height) * zoom]
    if (to < from || from > size.height) continue
    context.fillStyle = theme.line
    context.fillRect(sticky.x, to, sticky.width, 1)
    if (to - from < 15) continue
    const text = fit(title, sticky.width - 18, 'cardGap')
    const baseline = from + Math.min(19, (to - from) / 2 + 4)
    paintItems(
      context,
      [{ kind: 'text', x: sticky.x + 10, y: baseline, text, font: 'cardGap', fill: 'ink-2' }],
      theme,
    )
  }
}
