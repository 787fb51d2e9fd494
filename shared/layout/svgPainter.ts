/** Paints a display list as an SVG document: no script, no foreign content, every text escaped. */
import { fonts } from './fonts'
import { iconPaths } from './icons'
import { iconStroke, paperLayers, type Scene, type SceneItem } from './scene'
import { measure } from './textMeasure'
import type { ColourToken, Theme } from './theme'

export interface SvgOptions {
  readonly theme: Theme
  /** Read out instead of the picture. */
  readonly title?: string
  /** Size on the page, px; the scene's own when left out. */
  readonly width?: number
  readonly height?: number
  /** Names of font families, as CSS writes them. */
  readonly fontFamily?: string
  /**
   * Says how long each line of text is, so that it keeps its room where another font stands in for Inter. For texts of
   * scripts whose widths are known.
   */
  readonly fixedWidths?: boolean
  /** The picture of an asset as a `data:` address; what stands for it is shown when there is none. */
  readonly picture?: ((pictureId: string) => string | undefined) | undefined
}

/** What all items of one picture share. */
interface Painting {
  readonly theme: Theme
  readonly fixedWidths: boolean
  readonly picture: (pictureId: string) => string | undefined
  /** Rectangles that pictures are cut to, by number. */
  clips: number
}

/** The scene as a complete SVG text. */
export function paintSvg(scene: Scene, options: SvgOptions): string {
  const { theme, title = '', width = scene.width, height = scene.height } = options
  const painting: Painting = {
    theme,
    fixedWidths: options.fixedWidths ?? false,
    picture: options.picture ?? (() => undefined),
    clips: 0,
  }
  const family = options.fontFamily ?? "'Inter Variable', Inter, sans-serif"
  const label = title ? ` role="img" aria-label="${escaped(title)}"` : ' aria-hidden="true"'
  const background = scene.background
    ? `<rect width="${n(scene.width)}" height="${n(scene.height)}"${colour('fill', theme, scene.background)}/>`
    : ''
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}"` +
    ` viewBox="0 0 ${n(scene.width)} ${n(scene.height)}" font-family="${escaped(family)}"` +
    ` font-variant-numeric="tabular-nums"${label}>` +
    (title ? `<title>${escaped(title)}</title>` : '') +
    background +
    scene.items.map(item => painted(item, painting)).join('') +
    '</svg>'
  )
}

const n = (value: number) => String(Math.round(value * 100) / 100)

/** Text as XML holds it; signs that XML forbids are left out. */
export function escaped(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- exactly the signs XML 1.0 has no place for
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
  )
}

/** A colour with its transparency apart, as SVG 1.1 and every renderer of it knows. */
function colour(attribute: 'fill' | 'stroke', theme: Theme, token: ColourToken): string {
  const hex = theme[token]
  const alpha = hex.length === 9 ? Number.parseInt(hex.slice(7), 16) / 255 : 1
  return ` ${attribute}="${hex.slice(0, 7)}"${alpha < 1 ? ` ${attribute}-opacity="${n(alpha)}"` : ''}`
}

interface Look {
  readonly fill?: ColourToken
  readonly stroke?: ColourToken
  readonly strokeWidth?: number
  readonly dash?: readonly number[]
  readonly opacity?: number
}

function look({ fill, stroke, strokeWidth, dash, opacity }: Look, theme: Theme): string {
  return (
    (fill ? colour('fill', theme, fill) : ' fill="none"') +
    (stroke ? colour('stroke', theme, stroke) : '') +
    (stroke && strokeWidth !== undefined ? ` stroke-width="${n(strokeWidth)}"` : '') +
    (dash ? ` stroke-dasharray="${dash.join(' ')}"` : '') +
    (opacity === undefined ? '' : ` opacity="${n(opacity)}"`)
  )
}

/** Signs whose widths are measured, not guessed. */
const knownSigns = /^[\u0020-\u017f‐-―‘-„•…‰‹›€™−←-↓≤≥≠≈✓]+$/

function painted(item: SceneItem, painting: Painting): string {
  const { theme } = painting
  switch (item.kind) {
    case 'group':
      return `<g transform="translate(${n(item.x)} ${n(item.y)})">${item.items.map(each => painted(each, painting)).join('')}</g>`
    case 'rect': {
      const box = (by: number, down: number) =>
        `x="${n(item.x - by)}" y="${n(item.y - by + down)}" width="${n(item.width + 2 * by)}" height="${n(item.height + 2 * by)}"` +
        (item.radius ? ` rx="${n(item.radius + by)}"` : '')
      const under = (item.paper ? paperLayers : []).map(({ by, down, black }) =>
        black === undefined
          ? `<rect ${box(by, down)}${colour('fill', theme, 'line')}/>`
          : `<rect ${box(by, down)} fill="#000000" fill-opacity="${black}"/>`,
      )
      return `${under.join('')}<rect ${box(0, 0)}${look(item, theme)}/>`
    }
    case 'circle':
      return `<circle cx="${n(item.x)}" cy="${n(item.y)}" r="${n(item.radius)}"${look(item, theme)}/>`
    case 'path':
      return `<path d="${escaped(item.d)}"${look(item, theme)} stroke-linejoin="round" stroke-linecap="${item.dash ? 'butt' : 'round'}"/>`
    case 'icon': {
      const fill = item.filled ? item.stroke : undefined
      return (
        `<g transform="translate(${n(item.x)} ${n(item.y)}) scale(${item.size / 24})">` +
        `<path d="${iconPaths[item.name]}"${look({ stroke: item.stroke, strokeWidth: iconStroke, ...(fill ? { fill } : {}) }, theme)}` +
        ' stroke-linejoin="round" stroke-linecap="round"/></g>'
      )
    }
    case 'picture': {
      const url = painting.picture(item.pictureId)
      if (!url) return ''
      const { x, y, width, height, radius } = item
      const box = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`
      const clip = `picture${++painting.clips}`
      return (
        `<clipPath id="${clip}"><rect ${box} rx="${radius}"/></clipPath>` +
        `<g clip-path="url(#${clip})"><rect ${box}${colour('fill', theme, 'sunken')}/>` +
        `<image ${box} preserveAspectRatio="xMidYMid slice" href="${escaped(url)}"/></g>`
      )
    }
    case 'text': {
      const { size, weight, ...font } = fonts[item.font]
      const spacing = 'spacing' in font ? ` letter-spacing="${font.spacing}"` : ''
      const long = painting.fixedWidths && knownSigns.test(item.text) ? measure(item.text, item.font) : 0
      return (
        `<text x="${n(item.x)}" y="${n(item.y)}" font-size="${size}" font-weight="${weight}"${spacing}` +
        `${long > 0 ? ` textLength="${n(long)}" lengthAdjust="spacingAndGlyphs"` : ''}${item.end ? ' text-anchor="end"' : ''}${colour('fill', theme, item.fill)} xml:space="preserve">${escaped(item.text)}</text>`
      )
    }
  }
}
