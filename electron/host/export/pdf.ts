/** A board on paper: on one page as large as it lets it be, or at its own size over several. */
import PDFDocument from 'pdfkit'
import { KnownError, type PictureWish } from '../../../shared/ipc/contract'
import type { BoardPicture } from '../../../shared/export/boardPicture'
import { mostPages, pageMargin, pageSize, pagesOf, roomOn } from '../../../shared/export/pages'
import type { Theme } from '../../../shared/layout/theme'
import { meet, placedItems } from './bounds'
import { faceName, paintPdf, type Pdf } from './paintPdf'
import type { Pictures } from './pictures'
import { faceOf } from './png'

/** PDF's units in a millimetre. */
const perMm = 72 / 25.4

export interface PdfOptions {
  readonly theme: Theme
  readonly pictures: Pictures
  readonly language: string
  readonly paper: Pick<PictureWish, 'paper' | 'orientation' | 'layout' | 'scale'>
}

/**
 * @returns the bytes of the file
 * @throws KnownError export.tooManyPages
 */
export async function pdfOf({ title, scene }: BoardPicture, options: PdfOptions): Promise<Buffer> {
  const { theme, pictures, paper, language } = options
  const { scale, columns, rows, views } = pagesOf(scene, paper)
  const count = columns * rows
  if (count > mostPages) throw new KnownError('export.tooManyPages', { pages: count, most: mostPages })
  const page = pageSize(paper)
  const room = roomOn(paper)
  const pdf = new PDFDocument({
    autoFirstPage: false,
    // without a font of its own it would look for one on the disk
    font: null as unknown as string,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: 'Journeyboard', Producer: 'Journeyboard' },
  }) as Pdf
  for (const weight of [400, 500, 600] as const) pdf.registerFont(faceName(weight), faceOf(weight))
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((done, fail) => pdf.on('end', done).on('error', fail))
  const items = placedItems(scene.items)
  const corner = pageMargin * perMm
  views.forEach((view, at) => {
    pdf.addPage({ size: [page.width * perMm, page.height * perMm], margin: 0 })
    pdf.rect(0, 0, page.width * perMm, page.height * perMm).fill(theme.paper)
    pdf.save()
    pdf.rect(corner, corner, room.width * perMm, room.height * perMm).clip()
    pdf
      .translate(corner, corner)
      .scale(scale * perMm)
      .translate(-view.x, -view.y)
    const here = items.filter(({ bounds }) => meet(bounds, view))
    paintPdf(pdf, here, { theme, pictures })
    pdf.restore()
    if (count > 1) numberOf(pdf, `${at + 1} / ${count}`, page, theme)
  })
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

function numberOf(pdf: Pdf, words: string, page: { width: number; height: number }, theme: Theme): void {
  pdf.font(faceName(400)).fontSize(8).fillColor(theme['ink-2'], 1)
  const left = (page.width - pageMargin) * perMm - pdf.widthOfString(words)
  pdf.text(words, left, (page.height - pageMargin / 2) * perMm, { lineBreak: false, baseline: 'middle' })
}
