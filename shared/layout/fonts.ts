/** The text styles of the board: one table for measuring, for the page and for every painter. */

export interface Font {
  /** px */
  readonly size: number
  /** Line height, px. */
  readonly line: number
  readonly weight: 400 | 500 | 600
  /** Letter spacing, px. */
  readonly spacing?: number
}

export const fonts = {
  stageTitle: { size: 14, line: 18, weight: 600, spacing: -0.14 },
  stageGoal: { size: 12, line: 18, weight: 400 },
  stageMean: { size: 12, line: 18, weight: 600 },
  stepTitle: { size: 13, line: 18, weight: 500 },
  stepText: { size: 12, line: 16, weight: 400 },
  laneTitle: { size: 12, line: 18, weight: 500 },
  cornerTitle: { size: 12, line: 18, weight: 500 },
  cornerText: { size: 12, line: 18, weight: 400 },
  cardTitle: { size: 12.5, line: 16, weight: 500 },
  cardMeta: { size: 11, line: 18, weight: 400 },
  cardEmotion: { size: 11, line: 18, weight: 600 },
  cardGap: { size: 11, line: 18, weight: 500 },
  pain: { size: 12, line: 15, weight: 400 },
  painScore: { size: 12, line: 15, weight: 600 },
  cellText: { size: 12, line: 16, weight: 400 },
  axis: { size: 10.5, line: 14, weight: 400 },
  visibility: { size: 11, line: 14, weight: 400 },
  blockTitle: { size: 12.5, line: 16, weight: 600, spacing: -0.06 },
  blockText: { size: 11, line: 16, weight: 400 },
  noteTitle: { size: 12.5, line: 16, weight: 500 },
  noteText: { size: 11, line: 16, weight: 400 },
  noteLikely: { size: 11, line: 16, weight: 600 },
  sheetTitle: { size: 20, line: 26, weight: 600, spacing: -0.3 },
  sheetText: { size: 13, line: 18, weight: 400 },
  noteCode: { size: 10.5, line: 16, weight: 600, spacing: 0.21 },
} as const satisfies Record<string, Font>

export type FontName = keyof typeof fonts

/** Inter's ascent and descent in em; a line's text sits in the middle of its line height. */
const ascent = 0.96875
const descent = 0.2412109375

/** From the top of a line to its baseline, whole px: the metrics and the room above are rounded as browsers do. */
export function baseline(name: FontName): number {
  const { size, line } = fonts[name]
  const up = Math.round(ascent * size)
  const down = Math.round(descent * size)
  return Math.floor((line - up - down) / 2) + up
}
