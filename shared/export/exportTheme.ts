import type { PictureWish } from '../ipc/contract'
import { darkTheme, lightTheme, type Theme } from '../layout/theme'

/** Paper is white as it is. */
const printed: Theme = { ...lightTheme, paper: '#ffffff' }

/** The colours of a board in a file. */
export const exportTheme = ({ format, scheme }: Pick<PictureWish, 'format' | 'scheme'>): Theme =>
  scheme === 'dark' ? darkTheme : format === 'pdf' ? printed : lightTheme
