/** From what a step shows to boxes at their place on the map. */
import type { Box, Lane } from './boxes'
import { cellTop, gapBetween, spanWidth, type ColumnContent, type Item, type LaneSpec } from './columnContent'
import { measures as m } from './measures'

const boxAt = (item: Item, laneId: string, stepId: string, x: number, y: number): Box => ({
  id: item.id,
  recordId: item.recordId,
  laneId,
  stepId,
  x: x + m.gutter,
  y,
  width: spanWidth(item.span),
  height: item.height,
  content: item.content,
})

/**
 * The boxes of one column, lane after lane.
 * @param without lanes whose cards reach over several columns; those are placed together
 */
export function placedBoxes(
  stepId: string,
  x: number,
  lanes: readonly Lane[],
  content: ColumnContent,
  without: readonly boolean[],
): Box[] {
  return content.cells.flatMap((cell, at) => {
    const lane = lanes[at]
    if (!lane || without[at]) return []
    return cell.items.map(item => boxAt(item, lane.id, stepId, x, lane.y + item.y))
  })
}

/** Places a lane with wide cards: from left to right, each as high as the columns below it allow. */
export function spanningBoxes(
  lane: LaneSpec,
  laneAt: number,
  laneTop: number,
  slots: readonly { readonly x: number; readonly step: { readonly id: string } | undefined }[],
  contents: readonly (ColumnContent | undefined)[],
): { boxes: Box[]; height: number } {
  const boxes: Box[] = []
  const free = slots.map((): number => cellTop(lane.role))
  slots.forEach(({ x, step }, column) => {
    for (const item of contents[column]?.cells[laneAt]?.items ?? []) {
      const y = Math.max(...free.slice(column, column + item.span))
      boxes.push(boxAt(item, lane.id, step?.id ?? '', x, laneTop + y))
      free.fill(y + item.height + gapBetween('card', 'card'), column, column + item.span)
    }
  })
  return { boxes, height: Math.max(0, ...free) - gapBetween('card', 'card') + m.cellBottom }
}
