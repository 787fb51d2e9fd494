/** Where the arrow keys lead on the board: up and down a column, left and right to what lies beside. */
import type { Box, JourneyLayout } from '../../../shared/layout/boxes'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** What can be selected: everything but texts, which belong to their touchpoint. */
const selectable = (box: Box) => box.content.kind !== 'text' && box.content.kind !== 'empty'

/**
 * The record an arrow key leads to.
 * @param id the record selected now; null starts at the first stage
 * @returns undefined where there is nothing in that direction
 */
export function neighbour(
  layout: JourneyLayout,
  id: string | null,
  direction: Direction,
): string | undefined {
  const stage = layout.stages.findIndex(box => box.recordId === id)
  if (stage >= 0) return fromStage(layout, stage, direction)
  const column = layout.columns.findIndex(({ header, boxes }) =>
    [header, ...boxes].some(box => box.recordId === id),
  )
  if (column < 0 || !id) return layout.stages.find(selectable)?.recordId
  return direction === 'left' || direction === 'right'
    ? besides(layout, column, id, direction === 'left' ? -1 : 1)
    : alongColumn(layout, column, id, direction === 'up' ? -1 : 1)
}

/** What to select when something went: the nearest of its kind that stays, else what it hung on. */
export function nearest(
  layout: JourneyLayout,
  gone: readonly string[],
  stays: (id: string) => boolean,
): string | undefined {
  const id = gone.at(-1)
  if (!id) return undefined
  const kindOf = (one: string) => one.split(':', 1)[0]
  const headers = [...layout.stages, ...layout.columns.map(column => column.header)]
  const inRow = headers.some(box => box.recordId === id)
  const along = (direction: Direction, alike: boolean) => {
    for (let next = neighbour(layout, id, direction); next; next = neighbour(layout, next, direction)) {
      if (stays(next) && (!alike || kindOf(next) === kindOf(id))) return next
    }
    return undefined
  }
  return along(inRow ? 'right' : 'down', true) ?? along(inRow ? 'left' : 'up', true) ?? along('up', false)
}

function fromStage(layout: JourneyLayout, at: number, direction: Direction): string | undefined {
  switch (direction) {
    case 'left':
      return layout.stages.slice(0, at).findLast(selectable)?.recordId
    case 'right':
      return layout.stages.slice(at + 1).find(selectable)?.recordId
    case 'down':
      return (
        layout.columns.find(column => column.stageId === layout.stages[at]?.recordId && column.stepId)
          ?.stepId ?? undefined
      )
    case 'up':
      return undefined
  }
}

function alongColumn(layout: JourneyLayout, at: number, id: string, step: 1 | -1): string | undefined {
  const column = layout.columns[at]
  if (!column) return undefined
  const stack = inColumn(column)
  const next = stack[stack.findIndex(box => box.recordId === id) + step]
  if (next) return next.recordId
  return step < 0 ? column.stageId : undefined
}

function besides(layout: JourneyLayout, at: number, id: string, step: 1 | -1): string | undefined {
  const from = layout.columns[at]
  const here = from && inColumn(from).find(box => box.recordId === id)
  if (!here) return undefined
  for (let next = at + step; layout.columns[next]; next += step) {
    const column = layout.columns[next]
    const alike = column ? inColumn(column).filter(box => box.content.kind === here.content.kind) : []
    const nearest = alike.toSorted((a, b) => Math.abs(a.y - here.y) - Math.abs(b.y - here.y))[0]
    if (nearest) return nearest.recordId
  }
  return undefined
}

/** A column from top to bottom: its step, then what lies in the lanes. */
function inColumn({ header, boxes }: JourneyLayout['columns'][number]): Box[] {
  return [header as Box, ...boxes.toSorted((a, b) => a.y - b.y)].filter(selectable)
}
