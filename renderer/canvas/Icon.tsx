/** The signs of the board, which fields and lists show as well. */
export { Icon as BoardIcon } from '../ui/Icon'
export { PyramidGlyph } from '../ui/PyramidGlyph'
