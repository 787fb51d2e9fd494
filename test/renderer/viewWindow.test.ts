import { expect, test } from 'vitest'
import { stickyAt } from '../../renderer/canvas/sticky'
import { fitted, revealed } from '../../renderer/canvas/viewWindow'
import { measures as m } from '../../shared/layout/measures'

const window = { width: 920, height: 830 }

test.each([
  ['a map of three cards', 620, 700],
  ['a map of eleven steps', 2403, 746],
  ['a map of 300 steps', 61_648, 900],
  ['a map of deep columns', 1200, 9000],
])('%s fits beside the lane names and below the headers', (_name, width, height) => {
  const at = fitted({ width, height }, window)
  const sticky = stickyAt(at)
  expect(at.x + m.labelWidth * at.zoom).toBeGreaterThanOrEqual(sticky.x + sticky.width - 0.5)
  expect(at.y + m.headerHeight * at.zoom).toBeGreaterThanOrEqual(sticky.y + sticky.height - 0.5)
  expect(at.x + width * at.zoom).toBeLessThanOrEqual(window.width)
  expect(at.zoom).toBeLessThanOrEqual(1)
})

test('a card that is in view moves nothing; one that is not moves just into view', () => {
  const start = { x: 0, y: 0, zoom: 1 }
  const card = (x: number) => ({ x, y: 200, width: 180, height: 54 })
  expect(revealed(start, card(160), window, false)).toEqual(start)
  const moved = revealed(start, card(900), window, false)
  expect(moved.x + 900 + 180).toBeCloseTo(window.width - 12)
  expect(revealed(moved, card(160), window, false).x + 160).toBeCloseTo(m.labelWidth)
})
