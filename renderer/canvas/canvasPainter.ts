/** Paints display lists on a canvas: the same lists that become SVG, so the board and its exports look alike. */
import { fonts, type Font, type FontName } from '../../shared/layout/fonts'
import { iconPaths, type IconName } from '../../shared/layout/icons'
import { iconStroke, paperLayers, type SceneItem } from '../../shared/layout/scene'
import type { Theme } from '../../shared/layout/theme'

const family = "'Inter Variable', Inter, system-ui, sans-serif"
const cssFonts = Object.fromEntries(
  Object.entries(fonts).map(([name, { size, weight }]) => [name, `${weight} ${size}px ${family}`]),
) as Record<FontName, string>

const icons = new Map<IconName, Path2D>()
const paths = new WeakMap<SceneItem, Path2D>()
const noDash: number[] = []

function iconPath(name: IconName): Path2D {
  let path = icons.get(name)
  if (!path) icons.set(name, (path = new Path2D(iconPaths[name])))
  return path
}

function pathOf(item: SceneItem & { readonly kind: 'path' }): Path2D {
  let path = paths.get(item)
  if (!path) paths.set(item, (path = new Path2D(item.d)))
  return path
}

/** Paints items at the context's present place and scale. */
export function paintItems(
  context: CanvasRenderingContext2D,
  items: readonly SceneItem[],
  theme: Theme,
): void {
  for (const item of items) {
    switch (item.kind) {
      case 'group':
        context.translate(item.x, item.y)
        paintItems(context, item.items, theme)
        context.translate(-item.x, -item.y)
        break
      case 'rect':
        paintRect(context, item, theme)
        break
      case 'text': {
        const { spacing = 0 }: Font = fonts[item.font]
        context.font = cssFonts[item.font]
        context.fillStyle = theme[item.fill]
        if (spacing) context.letterSpacing = `${spacing}px`
        if (item.end) context.textAlign = 'right'
        context.fillText(item.text, item.x, item.y)
        if (spacing) context.letterSpacing = '0px'
        if (item.end) context.textAlign = 'left'
        break
      }
      case 'path':
        if (item.opacity !== undefined) context.globalAlpha *= item.opacity
        drawPath(context, pathOf(item), item, theme)
        if (item.opacity !== undefined) context.globalAlpha /= item.opacity
        break
      case 'circle':
        context.beginPath()
        context.arc(item.x, item.y, item.radius, 0, 2 * Math.PI)
        drawPath(context, undefined, item, theme)
        break
      case 'icon': {
        const scale = item.size / 24
        context.translate(item.x, item.y)
        context.scale(scale, scale)
        const { stroke, filled } = item
        const look = { stroke, strokeWidth: iconStroke, ...(filled && { fill: stroke }) }
        drawPath(context, iconPath(item.name), look, theme)
        context.scale(1 / scale, 1 / scale)
        context.translate(-item.x, -item.y)
        break
      }
      case 'picture':
        break
    }
  }
}

type Look = Pick<SceneItem & { readonly kind: 'path' }, 'fill' | 'stroke' | 'strokeWidth' | 'dash'>

function drawPath(
  context: CanvasRenderingContext2D,
  path: Path2D | undefined,
  { fill, stroke, strokeWidth, dash }: Look,
  theme: Theme,
) {
  if (fill) {
    context.fillStyle = theme[fill]
    if (path) context.fill(path)
    else context.fill()
  }
  if (stroke) {
    context.strokeStyle = theme[stroke]
    context.lineWidth = strokeWidth ?? 1
    context.lineCap = dash ? 'butt' : 'round'
    context.lineJoin = 'round'
    if (dash) context.setLineDash(dash as number[])
    if (path) context.stroke(path)
    else context.stroke()
    if (dash) context.setLineDash(noDash)
  }
}

function paintRect(
  context: CanvasRenderingContext2D,
  item: SceneItem & { readonly kind: 'rect' },
  theme: Theme,
) {
  const { x, y, width, height, radius = 0, fill, stroke, paper } = item
  const trace = (by: number, down: number) => {
    context.beginPath()
    context.roundRect(x - by, y - by + down, width + 2 * by, height + 2 * by, radius + by)
  }
  if (paper) {
    for (const { by, down, black } of paperLayers) {
      context.fillStyle = black === undefined ? theme.line : `rgb(0 0 0 / ${black})`
      trace(by, down)
      context.fill()
    }
  }
  if (!radius && fill && !stroke) {
    context.fillStyle = theme[fill]
    context.fillRect(x, y, width, height)
    return
  }
  trace(0, 0)
  drawPath(context, undefined, item, theme)
}
