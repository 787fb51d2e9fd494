/** Paints a display list into a PDF: shapes stay vectors, texts stay texts. */
import { fonts, type Font } from '../../../shared/layout/fonts'
import { iconPaths } from '../../../shared/layout/icons'
import { iconStroke, paperLayers } from '../../../shared/layout/scene'
import { measure } from '../../../shared/layout/textMeasure'
import type { ColourToken, Theme } from '../../../shared/layout/theme'
import type { Placed } from './bounds'
import type { Picture, Pictures } from './pictures'

export type Pdf = PDFKit.PDFDocument & {
  /** Missing in the types. */
  openImage(source: Buffer): PDFKit.Mixins.ImageSrc
}

/** Texts were measured with figures of one width. */
const features = ['tnum'] as unknown as PDFKit.Mixins.OpenTypeFeatures[]

export interface PdfPainting {
  readonly theme: Theme
  readonly pictures: Pictures
}

/** Paints items in the present units and place of the page. */
export function paintPdf(pdf: Pdf, items: readonly Placed[], painting: PdfPainting): void {
  for (const placed of items) {
    pdf.save()
    if (placed.x || placed.y) pdf.translate(placed.x, placed.y)
    paint(pdf, placed.item, painting)
    pdf.restore()
  }
}

function paint(pdf: Pdf, item: Placed['item'], { theme, pictures }: PdfPainting): void {
  switch (item.kind) {
    case 'rect': {
      const { x, y, width, height, radius = 0, paper } = item
      const trace = (by: number, down: number) =>
        radius > 0
          ? pdf.roundedRect(x - by, y - by + down, width + 2 * by, height + 2 * by, radius + by)
          : pdf.rect(x - by, y - by + down, width + 2 * by, height + 2 * by)
      for (const { by, down, black } of paper ? paperLayers : []) {
        if (black === undefined) fillColour(pdf, theme, 'line')
        else pdf.fillColor('#000000', black)
        trace(by, down).fill()
      }
      finish(pdf, () => trace(0, 0), item, theme)
      break
    }
    case 'circle':
      finish(pdf, () => pdf.circle(item.x, item.y, item.radius), item, theme)
      break
    case 'path':
      finish(pdf, () => pdf.path(item.d), item, theme, item.opacity)
      break
    case 'icon': {
      const { stroke, filled } = item
      pdf.translate(item.x, item.y).scale(item.size / 24)
      const look = { stroke, strokeWidth: iconStroke, ...(filled && { fill: stroke }) }
      finish(pdf, () => pdf.path(iconPaths[item.name]), look, theme)
      break
    }
    case 'picture': {
      const picture = pictures.get(item.pictureId)
      if (picture) paintPicture(pdf, item, picture, theme)
      break
    }
    case 'text': {
      const { size, weight, spacing = 0 }: Font = fonts[item.font]
      // oxlint-disable-next-line no-control-regex -- signs that are no letters
      const text = item.text.replaceAll(/[\u0000-\u001f\u007f]|\p{Surrogate}/gu, ' ')
      const left = item.end ? item.x - measure(text, item.font) : item.x
      fillColour(pdf, theme, item.fill)
      pdf.font(faceName(weight)).fontSize(size)
      pdf.text(text, left, item.y, {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: spacing,
        // words without figures are laid out once and known from then on
        ...(/\d/.test(text) && { features }),
      })
      break
    }
  }
}

/** The name a face goes by in the PDF we make. */
export const faceName = (weight: Font['weight']): string => `Inter ${weight}`

interface Look {
  readonly fill?: ColourToken
  readonly stroke?: ColourToken
  readonly strokeWidth?: number
  readonly dash?: readonly number[]
}

/** Fills and strokes a shape; each needs its own outline, since a colour may be see-through. */
function finish(pdf: Pdf, trace: () => unknown, look: Look, theme: Theme, opacity = 1): void {
  const { fill, stroke, strokeWidth = 1, dash } = look
  if (fill) {
    fillColour(pdf, theme, fill, opacity)
    trace()
    pdf.fill()
  }
  if (stroke) {
    const [hex, alpha] = hexOf(theme, stroke)
    pdf
      .strokeColor(hex, alpha * opacity)
      .lineWidth(strokeWidth)
      .lineJoin('round')
      .lineCap(dash ? 'butt' : 'round')
    // a gap of nothing is no dash, and PDF knows no such one
    if (dash?.every(length => length > 0)) pdf.dash([...dash] as unknown as number, {})
    trace()
    pdf.stroke()
  }
}

function fillColour(pdf: Pdf, theme: Theme, token: ColourToken, opacity = 1): void {
  const [hex, alpha] = hexOf(theme, token)
  pdf.fillColor(hex, alpha * opacity)
}

function hexOf(theme: Theme, token: ColourToken): [hex: string, alpha: number] {
  const hex = theme[token]
  return [hex.slice(0, 7), hex.length === 9 ? Number.parseInt(hex.slice(7), 16) / 255 : 1]
}

/** Fills the room of a picture, cutting what is longer. */
function paintPicture(
  pdf: Pdf,
  { x, y, width, height, radius }: Placed['item'] & { kind: 'picture' },
  picture: Picture,
  theme: Theme,
): void {
  let image: PDFKit.Mixins.ImageSrc
  try {
    image = pdf.openImage(Buffer.from(picture.bytes))
  } catch {
    // a JPEG of a kind that PDF does not know
    return
  }
  pdf.roundedRect(x, y, width, height, radius).clip()
  fillColour(pdf, theme, 'sunken')
  pdf.rect(x, y, width, height).fill()
  pdf.image(image, x, y, { cover: [width, height], align: 'center', valign: 'center' })
}
