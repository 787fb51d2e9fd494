import { describe, expect, test } from 'vitest'
import { hitTest } from '../../renderer/canvas/hitTest'
import { layoutJourney } from '../../shared/layout'
import { bigMap, labels } from '../helpers/boards'

const { document, journeyId } = bigMap(40)
const layout = layoutJourney(document, journeyId, { labels })
const column = layout.columns[2]!
const card = column.boxes[0]!
const near = { x: 0, y: 0, zoom: 1 }
const middle = { x: column.x + 100, y: card.y + 20 }

describe('what lies under the pointer', () => {
  test('cards, headers, lane names, corner and free room at 100 %', () => {
    expect(hitTest(layout, near, middle).box?.id).toBe(card.id)
    expect(hitTest(layout, near, { x: middle.x, y: 20 }).box?.content.kind).toBe('stage')
    expect(hitTest(layout, near, { x: middle.x, y: 90 }).box?.id).toBe(column.stepId)
    expect(hitTest(layout, near, { x: 20, y: layout.lanes[1]!.y + 5 }).lane?.role).toBe('emotion')
    expect(hitTest(layout, near, { x: 20, y: 20 }).box).toBe(layout.corner)
    const free = hitTest(layout, near, { x: column.x + 3, y: layout.lanes[0]!.y + 3 })
    expect([free.box, free.cell?.lane.role, free.cell?.stepId]).toEqual([
      undefined,
      'touchpoints',
      column.stepId,
    ])
  })

  test('headers and names lie over what was moved below them', () => {
    const moved = { x: -300, y: -80, zoom: 1 }
    expect(hitTest(layout, moved, { x: middle.x - 300, y: 90 }).box?.id).toBe(column.stepId)
    expect(hitTest(layout, moved, { x: 100, y: layout.lanes[1]!.y - 75 }).lane?.role).toBe('emotion')
    const lower = { x: middle.x - 300, y: middle.y - 80 }
    expect(lower.y).toBeLessThan(122)
    expect(hitTest(layout, moved, lower).box?.id).not.toBe(card.id)
  })

  test('far cards have no element and answer all the same', () => {
    const far = { x: 50, y: 60, zoom: 0.2 }
    const place = { x: 50 + middle.x * 0.2, y: 60 + middle.y * 0.2 }
    expect(hitTest(layout, far, place).box?.id).toBe(card.id)
    expect(hitTest(layout, far, { x: place.x, y: 70 }).box?.content.kind).toBe('stage')
  })
})
