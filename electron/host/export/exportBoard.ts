/** A board as the bytes of an SVG, PNG or PDF, all painted from the one layout. */
import type { DocumentView } from '../../../shared/document'
import { boardPicture } from '../../../shared/export/boardPicture'
import { exportTheme } from '../../../shared/export/exportTheme'
import { roomOn } from '../../../shared/export/pages'
import { textsIn } from '../../../shared/i18n'
import { KnownError, type Language, type PictureWish } from '../../../shared/ipc/contract'
import { paintSvg } from '../../../shared/layout/svgPainter'
import { pdfOf } from './pdf'
import { dataUrl, forPaper, picturesIn, withoutWebp } from './pictures'
import { pngOfSvg } from './png'

export interface ExportSource {
  readonly document: DocumentView
  /** The bytes of a picture by their SHA-256. */
  readonly picture: (sha256: string) => Uint8Array | undefined
}

/**
 * @param boardId a journey or a canvas
 * @returns the file's bytes
 * @throws KnownError export.noBoard, export.tooLarge, export.tooManyPages
 */
export async function exportBoard(
  { document, picture }: ExportSource,
  boardId: string,
  wish: PictureWish,
  language: Language,
): Promise<Uint8Array> {
  const { t } = await textsIn(language)
  const { format, look } = wish
  const board = boardPicture(document, boardId, {
    t,
    language,
    ...(look && { look }),
    ...(format === 'pdf' && wish.layout === 'fit' && { sheet: roomOn(wish) }),
  })
  if (!board) throw new KnownError('export.noBoard', { board: boardId })
  const { title, scene } = board
  const theme = exportTheme(wish)
  const kept = picturesIn(document, scene.items, picture)
  if (format === 'pdf') return pdfOf(board, { theme, pictures: await forPaper(kept), language, paper: wish })
  const pictures = format === 'png' ? await withoutWebp(kept) : kept
  const svg = paintSvg(scene, {
    theme,
    title,
    picture: id => {
      const found = pictures.get(id)
      return found && dataUrl(found)
    },
    ...(format === 'svg' ? { fixedWidths: true } : { fontFamily: 'Inter' }),
  })
  return format === 'svg' ? Buffer.from(svg) : pngOfSvg(svg, scene, wish.scale)
}
