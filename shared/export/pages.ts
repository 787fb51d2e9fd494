/** Paper, and how a board is laid over it. */
import type { PictureWish } from '../ipc/contract'

/** Paper by ISO 216, mm, upright. */
const papers = {
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  A0: [841, 1189],
} as const satisfies Record<PictureWish['paper'], readonly [number, number]>

export const paperNames = Object.keys(papers) as readonly PictureWish['paper'][]

/** What printers leave white, and where the number of a page stands, mm. */
export const pageMargin = 10
/** A px at 100 % is the 96th part of an inch, mm. */
const mmPerPx = 25.4 / 96
/** Most pages a board is laid over. */
export const mostPages = 400

interface Size {
  readonly width: number
  readonly height: number
}

type Sheet = Pick<PictureWish, 'paper' | 'orientation'>

/** The size of a page, mm. */
export function pageSize({ paper, orientation }: Sheet): Size {
  const [short, long] = papers[paper]
  return orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short }
}

/** The room of a page for the board, mm. */
export function roomOn(sheet: Sheet): Size {
  const { width, height } = pageSize(sheet)
  return { width: width - 2 * pageMargin, height: height - 2 * pageMargin }
}

export interface Pages {
  /** mm for one px of the board */
  readonly scale: number
  readonly columns: number
  readonly rows: number
  /** What of the board stands on each page, px, page by page in the order they are read. */
  readonly views: readonly {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }[]
}

/** Lays a board over pages: on one as large as it lets it be, or at its own size times `scale` over several. */
export function pagesOf(
  { width, height }: Size,
  wish: Pick<PictureWish, 'paper' | 'orientation' | 'layout' | 'scale'>,
): Pages {
  const room = roomOn(wish)
  const fits = wish.layout === 'fit'
  const scale = fits ? Math.min(room.width / width, room.height / height) : mmPerPx * wish.scale
  // a hair over a page is no page of its own
  const count = (length: number, most: number) =>
    fits ? 1 : Math.max(1, Math.ceil((length * scale) / most - 0.001))
  const [columns, rows] = [count(width, room.width), count(height, room.height)]
  const view = { width: room.width / scale, height: room.height / scale }
  // what is smaller than its page stands in the middle of it, and over several pages at their top
  const x = columns === 1 ? (width - view.width) / 2 : 0
  const y = fits ? (height - view.height) / 2 : 0
  const views =
    columns * rows > mostPages
      ? []
      : Array.from({ length: columns * rows }, (_, at) => ({
          ...view,
          x: x + (at % columns) * view.width,
          y: y + Math.floor(at / columns) * view.height,
        }))
  return { scale, columns, rows, views }
}
