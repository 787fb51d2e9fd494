/** The measures of the board, px at 100 %. */
export const measures = {
  labelWidth: 148,
  stageHeight: 52,
  stepTop: 53,
  stepHeight: 69,
  headerHeight: 122,
  columnWidth: 204,
  /** From one column to the next: a hairline lies between them. */
  columnPitch: 205,
  headerPadding: 12,
  /** From a column's edge to its cards. */
  gutter: 12,
  cardWidth: 180,
  cardPadding: 9,
  cardGap: 8,
  textGap: 6,
  cellTop: 10,
  painTop: 8,
  textTop: 8,
  cellBottom: 10,
  /** Free room below the tallest stack of touchpoints: there the next one goes. */
  addRoom: 40,
  emotionHeight: 118,
  emotionTop: 15,
  emotionPitch: 22,
  painMin: 92,
  textMin: 66,
  touchpointMin: 120,
  pictureHeight: 120,
  /** Between the lanes that the line of visibility parts. */
  visibilityGap: 8,
  labelPadding: 14,
} as const
