// Codes of the segment chart: written where they cover neither another bubble nor another code.
import { expect, test } from 'vitest'
import { bubbleLayout } from '../../renderer/features/segments/bubbleLayout'
import type { Bubble } from '../../shared/queries'

const bubble = (id: string, size: number, growth: number): Bubble => ({
  id,
  title: id,
  size,
  unit: '',
  growth,
  margin: null,
  revenueShare: null,
  missing: ['margin', 'revenueShare'],
})
const codes = new Map(['HOL', 'MER', 'PAR'].map(code => [code, code]))
const labels = (...bubbles: Bubble[]) =>
  new Map(bubbleLayout(bubbles, 'size', codes).bubbles.map(one => [one.bubble.id, one]))

test('a code stands in its bubble where there is room, else at its right', () => {
  const placed = labels(bubble('HOL', 310_000, 0), bubble('PAR', 25, 12))
  expect(placed.get('HOL')!.label).toMatchObject({ x: placed.get('HOL')!.x, anchor: 'middle' })
  expect(placed.get('PAR')!.label.anchor).toBe('start')
  expect(placed.get('PAR')!.label.x).toBeGreaterThan(placed.get('PAR')!.x)
})

test('beside a large neighbour the code of a small bubble goes to the free side', () => {
  const placed = labels(bubble('HOL', 310_000, 5), bubble('MER', 21_000, 4), bubble('PAR', 25, 12))
  expect(placed.get('MER')!.label.anchor).toBe('end')
  expect(placed.get('MER')!.label.x).toBeLessThan(placed.get('MER')!.x)
})

test('two of one place are told apart', () => {
  const placed = labels(bubble('MER', 10, 4), bubble('PAR', 10, 4))
  expect(placed.get('MER')!.label).not.toEqual(placed.get('PAR')!.label)
})
