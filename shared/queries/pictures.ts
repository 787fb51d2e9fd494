import type { DocumentView } from '../document'

/** Whether anything shows a picture: a record that points to it, or a canvas that shows a note with it here only. */
export const isPictureUsed = (document: DocumentView, assetId: string): boolean =>
  document.referrers(assetId).length > 0 ||
  document.all('placement').some(({ override }) => override['pictureId'] === assetId)
