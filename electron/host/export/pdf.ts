/** A board on paper: on one page as large as it lets it be, or at its own size over several. */
import PDFDocument from 'pdfkit'
import { KnownError, type PictureWish } from '../../../shared/ipc/contract'
import type { BoardPicture } from '../../../shared/export/boardPicture'
import type { Rect } from '../../../shared/layout/boxes'
import type { Theme } from '../../../shared/layout/theme'
import { meet, placedItems } from './bounds'
import { faceName, paintPdf, type Pdf } from './paintPdf'
import type { Pictures } from './pictures'
import { faceOf } from './png'

/** Paper by ISO 216, mm, upright. */
const papers = {
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  A0: [841, 1189],
} as const satisfies Record<PictureWish['paper'], readonly [number, number]>

/** What printers leave white, and where the number of a page stands, mm. */
const margin = 10
/** PDF's units in a millimetre, and in a px. */
const perMm = 72 / 25.4
const perPx = 72 / 96
const mostPages = 400

export type Paper = Pick<PictureWish, 'paper' | 'orientation' | 'layout' | 'scale'>

/** The room of a page for the board, mm. */
export function roomOn({ paper, orientation }: Pick<Paper, 'paper' | 'orientation'>) {
  const { width, height } = sizeOf({ paper, orientation })
  return { width: width - 2 * margin, height: height - 2 * margin }
}

/** mm */
function sizeOf({ paper, orientation }: Pick<Paper, 'paper' | 'orientation'>) {
  const [short, long] = papers[paper]
  return orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short }
}

/** How a board is laid over pages: PDF units for a px, and columns and rows of pages. */
export function pagesOf(
  { width, height }: { readonly width: number; readonly height: number },
  paper: Paper,
) {
  const room = roomOn(paper)
  const [wide, high] = [room.width * perMm, room.height * perMm]
  if (paper.layout === 'fit') return { scale: Math.min(wide / width, high / height), columns: 1, rows: 1 }
  const scale = perPx * paper.scale
  // a hair over a page is no page of its own
  const count = (length: number, most: number) => Math.max(1, Math.ceil((length * scale) / most - 0.001))
  return { scale, columns: count(width, wide), rows: count(height, high) }
}

export interface PdfOptions {
  readonly theme: Theme
  readonly pictures: Pictures
  readonly language: string
  readonly paper: Paper
}

/**
 * @returns the bytes of the file
 * @throws KnownError export.tooManyPages
 */
export async function pdfOf({ title, scene }: BoardPicture, options: PdfOptions): Promise<Buffer> {
  const { theme, pictures, paper, language } = options
  const { scale, columns, rows } = pagesOf(scene, paper)
  if (columns * rows > mostPages)
    throw new KnownError('export.tooManyPages', { pages: columns * rows, most: mostPages })
  const page = sizeOf(paper)
  const room = roomOn(paper)
  const pdf: Pdf = new PDFDocument({
    autoFirstPage: false,
    // without a font of its own it would look for one on the disk
    font: null as unknown as string,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: 'Journeyboard', Producer: 'Journeyboard' },
  })
  for (const weight of [400, 500, 600] as const) pdf.registerFont(faceName(weight), faceOf(weight))
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((done, fail) => pdf.on('end', done).on('error', fail))
  const items = placedItems(scene.items)
  const [wide, high] = [(room.width * perMm) / scale, (room.height * perMm) / scale]
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      pdf.addPage({ size: [page.width * perMm, page.height * perMm], margin: 0 })
      pdf.rect(0, 0, page.width * perMm, page.height * perMm).fill(theme.paper)
      const view: Rect = { x: column * wide, y: row * high, width: wide, height: high }
      // what is smaller than the page stands in the middle of it
      const spareX = columns === 1 ? (wide - scene.width) / 2 : 0
      const spareY = rows === 1 && paper.layout === 'fit' ? (high - scene.height) / 2 : 0
      pdf.save()
      pdf.rect(margin * perMm, margin * perMm, room.width * perMm, room.height * perMm).clip()
      pdf.translate(margin * perMm, margin * perMm).scale(scale)
      pdf.translate(spareX - view.x, spareY - view.y)
      paintPdf(
        pdf,
        items.filter(({ bounds }) => meet(bounds, view)),
        { theme, pictures },
      )
      pdf.restore()
      if (columns * rows > 1) numberOf(pdf, `${row * columns + column + 1} / ${columns * rows}`, page, theme)
    }
  }
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

function numberOf(pdf: Pdf, words: string, page: { width: number; height: number }, theme: Theme): void {
  pdf.font(faceName(400)).fontSize(8).fillColor(theme['ink-2'], 1)
  const left = (page.width - margin) * perMm - pdf.widthOfString(words)
  pdf.text(words, left, (page.height - margin / 2) * perMm, { lineBreak: false, baseline: 'middle' })
}
