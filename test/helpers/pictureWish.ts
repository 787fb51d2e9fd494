import type { PictureWish } from '../../shared/ipc/contract'

/** A picture as it is asked for where nothing else matters. */
export const pictureWish = {
  format: 'svg',
  scheme: 'light',
  scale: 1,
  paper: 'A4',
  orientation: 'landscape',
  layout: 'fit',
} as const satisfies PictureWish
