/** The tray for what a merge or a foreign file left without a parent: it lies below the map and can be dragged in. */
import type { Box, BoxContent, Lane } from './boxes'
import type { ColumnContext } from './columnContent'
import { cardContent, feelingOf, stepContent, touchpointContent, type Sized } from './contents'
import { measures as m } from './measures'
import { fit } from './textMeasure'

/**
 * @param lanes of the journey, from whose lanes cards may have come
 * @param y the lower end of the map, px
 * @param perRow how many fit beside each other
 * @returns undefined when everything has its place
 */
export function unplacedBoxes(
  context: ColumnContext,
  lanes: readonly Lane[],
  y: number,
  perRow: number,
): { lane: Lane; boxes: Box[] } | undefined {
  const found = lost(context, lanes)
  if (found.length === 0) return undefined
  const boxes: Box[] = []
  let top = y + m.cellTop
  for (let at = 0; at < found.length; at += perRow) {
    const row = found.slice(at, at + perRow)
    row.forEach(({ id, content, height }, column) =>
      boxes.push({
        id,
        recordId: id,
        laneId: 'unplaced',
        stepId: null,
        x: m.labelWidth + column * m.columnPitch + m.gutter,
        y: top,
        width: m.cardWidth,
        height,
        content,
      }),
    )
    top += Math.max(...row.map(({ height }) => height)) + m.cardGap
  }
  const title = fit(context.labels.unplaced, m.labelWidth - 2 * m.labelPadding, 'laneTitle')
  const lane: Lane = {
    id: 'unplaced',
    role: 'unplaced',
    title,
    y,
    height: top - m.cardGap + m.cellBottom - y,
  }
  return { lane, boxes }
}

function lost(context: ColumnContext, lanes: readonly Lane[]): ({ id: string } & Sized<BoxContent>)[] {
  const { document, labels, personaId, pyramid } = context
  const result: ({ id: string } & Sized<BoxContent>)[] = []
  const laneIds = new Set(lanes.map(lane => lane.id))
  const ids: string[] = []
  // one pass over all records: asking for sorted lists would cost more than the rest of the layout
  for (const record of document.records()) {
    if (record.type === 'touchpoint' && !document.find('step', record['stepId'] as string))
      ids.push(record.id)
    else if (record.type === 'step' && !document.find('stage', record['stageId'] as string))
      ids.push(record.id)
    else if (record.type === 'card' && laneIds.has(record['laneId'] as string)) {
      if (!document.find('step', record['stepId'] as string)) ids.push(record.id)
    }
  }
  for (const id of ids.sort()) {
    const touchpoint = document.find('touchpoint', id)
    const step = document.find('step', id)
    const card = document.find('card', id)
    if (touchpoint) {
      const feeling = feelingOf(document.pointing('experience', 'touchpointId', id), personaId)
      result.push({ id, ...touchpointContent(document, labels, touchpoint, feeling, pyramid) })
    } else if (step)
      result.push({
        id,
        content: stepContent(step, labels, context.conflicts(step.id), m.cardWidth),
        height: m.stepHeight,
      })
    else if (card) result.push({ id, ...cardContent(card, m.cardWidth) })
  }
  return result
}
