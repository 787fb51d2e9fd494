/** The measures of a business model canvas, px at 100 %. */
export const canvasMeasures = {
  /** A column never gets narrower; then the board scrolls. */
  columnMin: 160,
  /** Between a block's edge and its notes; at a border two of them are the gutter where links run. */
  padding: 8,
  /** Between notes, down and across. */
  gap: 8,
  /** Notes of a wide block stand in columns at least this wide. */
  noteMin: 196,
  /** How wide a note is where notes lie freely. */
  freeWidth: 144,
  noteMinHeight: 44,
  notePadding: 6,
  noteLeft: 10,
  /** Where an edge of colour stands before the text. */
  edgedLeft: 13,
  edge: 4,
  chipPadding: 4,
  chipGap: 4,
  /** Between the text and the codes at its right. */
  chipMargin: 6,
  /** From a block's upper edge to its notes, with and without the guiding question. */
  head: 44,
  plainHead: 32,
  emptyBlock: 96,
  pictureHeight: 72,
  pictureGap: 4,
  /** What of the height the lower row gets where there is room. */
  lowerShare: 0.25,
  /** Most lines of a title, of a text. */
  titleLines: 8,
  textLines: 2,
} as const
