import { Doc } from '../../../shared/document'
import type { Language, PictureWish } from '../../../shared/ipc/contract'
import { withDocument } from '../store/readBoard'
import { exportBoard } from './exportBoard'

export interface Order {
  /** A file of our own or a working copy. */
  readonly path: string
  /** A journey or a canvas. */
  readonly boardId: string
  readonly wish: PictureWish
  /** Whose words headings and lanes have. */
  readonly language: Language
}

/** Makes a picture of a board in a file; throws as exportBoard does. */
export const paintOrder = ({ path, boardId, wish, language }: Order): Promise<Uint8Array> =>
  withDocument(path, ({ records, picture }) =>
    exportBoard({ document: new Doc(records), picture }, boardId, wish, language),
  )
