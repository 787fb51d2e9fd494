/** Where something that is being dragged would land. */
import type { Box, Column, JourneyLayout, Rect } from '../../shared/layout/boxes'
import { measures as m } from '../../shared/layout/measures'
import { boxesIn } from './viewWindow'

/** A place among siblings: under `parentId`, after `after`, or first. */
export interface Drop {
  readonly ids: readonly string[]
  readonly parentId: string
  readonly after: string | null
}

export interface Landing {
  readonly drop: Drop
  /** Where the place is shown: a thin bar between siblings, or the frame of what receives. */
  readonly slot: Rect
}

export type Draggable = 'stage' | 'step' | 'touchpoint' | 'pain' | 'card'

/**
 * Where the dragged records would go.
 * @param point of the pointer on the map
 * @param ids the dragged records; they are no siblings of themselves
 */
export function landing(
  layout: JourneyLayout,
  kind: Draggable,
  ids: readonly string[],
  point: { readonly x: number; readonly y: number },
): Landing | undefined {
  switch (kind) {
    case 'stage':
      return stageLanding(layout, ids, point.x)
    case 'step':
      return stepLanding(layout, ids, point.x)
    case 'touchpoint':
      return touchpointLanding(layout, ids, point)
    case 'pain':
      return ontoTouchpoint(layout, ids, point)
    case 'card':
      return ontoStep(layout, ids, point.x)
  }
}

const BAR = 3

const columnAt = (layout: JourneyLayout, x: number): Column | undefined => {
  const at = Math.floor((x - m.labelWidth) / m.columnPitch)
  return layout.columns[Math.max(0, Math.min(layout.columns.length - 1, at))]
}

function stageLanding(layout: JourneyLayout, ids: readonly string[], x: number): Landing | undefined {
  const stages = layout.stages.filter(box => box.content.kind === 'stage')
  const before = stages.filter(box => box.x + box.width / 2 < x)
  const after = before.findLast(box => !ids.includes(box.recordId))
  const edge = before.at(-1)
  const left = edge ? edge.x + edge.width : m.labelWidth
  return {
    drop: { ids, parentId: layout.journeyId, after: after?.recordId ?? null },
    slot: { x: left - BAR / 2, y: 0, width: BAR, height: m.headerHeight },
  }
}

function stepLanding(layout: JourneyLayout, ids: readonly string[], x: number): Landing | undefined {
  const column = columnAt(layout, x)
  if (!column) return undefined
  const siblings = layout.columns.filter(other => other.stageId === column.stageId && other.stepId)
  const before = siblings.filter(other => other.x + other.width / 2 < x)
  const after = before.findLast(other => !ids.includes(other.stepId ?? ''))
  const edge = before.at(-1)
  const left = edge ? edge.x + edge.width : (siblings[0]?.x ?? column.x)
  return {
    drop: { ids, parentId: column.stageId, after: after?.stepId ?? null },
    slot: { x: left - BAR / 2, y: m.stageHeight, width: BAR, height: layout.height - m.stageHeight },
  }
}

function touchpointLanding(
  layout: JourneyLayout,
  ids: readonly string[],
  { x, y }: { readonly x: number; readonly y: number },
): Landing | undefined {
  const column = columnAt(layout, x)
  if (!column?.stepId) return undefined
  const stack = touchpoints(column)
  const before = stack.filter(box => box.y + box.height / 2 < y)
  const after = before.findLast(box => !ids.includes(box.recordId))
  const edge = before.at(-1)
  const lane = layout.lanes.find(one => one.role === 'touchpoints')
  const top = edge
    ? edge.y + edge.height + m.cardGap / 2
    : (lane?.y ?? m.headerHeight) + m.cellTop - m.cardGap / 2
  return {
    drop: { ids, parentId: column.stepId, after: after?.recordId ?? null },
    slot: { x: column.x + m.gutter, y: top - BAR / 2, width: m.cardWidth, height: BAR },
  }
}

function ontoTouchpoint(
  layout: JourneyLayout,
  ids: readonly string[],
  { x, y }: { readonly x: number; readonly y: number },
): Landing | undefined {
  const near = boxesIn(layout, { x, y, width: 0.01, height: 0.01 }).find(
    box => box.content.kind === 'touchpoint',
  )
  const target = near ?? touchpoints(columnAt(layout, x)).at(-1)
  return target && { drop: { ids, parentId: target.recordId, after: null }, slot: frame(target) }
}

function ontoStep(layout: JourneyLayout, ids: readonly string[], x: number): Landing | undefined {
  const column = columnAt(layout, x)
  if (!column?.stepId) return undefined
  return { drop: { ids, parentId: column.stepId, after: null }, slot: frame(column.header) }
}

const touchpoints = (column: Column | undefined): Box[] =>
  (column?.boxes ?? []).filter(box => box.content.kind === 'touchpoint').toSorted((a, b) => a.y - b.y)

const frame = ({ x, y, width, height }: Rect): Rect => ({
  x: x - 2,
  y: y - 2,
  width: width + 4,
  height: height + 4,
})
