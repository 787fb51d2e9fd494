import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  connectorPaths,
  fillEnd,
  pathOf,
  slicesOf,
  type Slice,
} from '../../renderer/features/pyramid/pyramidShape'

const size = { width: 268, height: 236, gap: 6 }

/** How much of a slice lies left of x, by cutting it into thin lines: computed in another way than the drawing does. */
function areaLeftOf({ top, bottom, points }: Slice, x: number): number {
  const [topLeft, topRight, bottomRight, bottomLeft] = points
  const lines = 4000
  let area = 0
  for (let line = 0; line < lines; line++) {
    const down = (line + 0.5) / lines
    const left = topLeft.x + (bottomLeft.x - topLeft.x) * down
    const right = topRight.x + (bottomRight.x - topRight.x) * down
    area += Math.max(0, Math.min(x, right) - left)
  }
  return (area * (bottom - top)) / lines
}

describe('slices', () => {
  test.each([1, 2, 3, 4, 5, 6, 7])('%i levels fill the pyramid from base to tip', count => {
    const slices = slicesOf(count, size)
    expect(slices).toHaveLength(count)
    const [base, tip] = [slices[0]!, slices.at(-1)!]
    expect(base.points.slice(2)).toEqual([
      { x: 268, y: 236 },
      { x: 0, y: 236 },
    ])
    expect(tip.points.slice(0, 2)).toEqual([
      { x: 134, y: 0 },
      { x: 134, y: 0 },
    ])
    slices.forEach(({ top, bottom, points }, at) => {
      expect(bottom).toBeGreaterThan(top)
      const above = slices[at + 1]
      if (above) expect(top - above.bottom, 'a gap between two').toBeCloseTo(6, -0.5)
      // every corner lies on the pyramid's edge
      for (const { x, y } of points) expect(Math.abs(x - 134)).toBeCloseTo((134 * y) / 236, 6)
    })
    const heights = slices.map(({ top, bottom }) => bottom - top)
    expect(Math.max(...heights) - Math.min(...heights), 'equal heights').toBeLessThanOrEqual(2)
  })

  test('the corners are written as a closed path', () => {
    expect(pathOf(slicesOf(1, size)[0]!.points)).toBe('M134 0L134 0L268 236L0 236Z')
  })
})

describe('filling by area', () => {
  test('the part left of the edge is the share of the area, in every slice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.nat(6),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, nth, share) => {
          const slice = slicesOf(count, size)[nth % count]!
          const whole = areaLeftOf(slice, size.width)
          expect(areaLeftOf(slice, fillEnd(slice, share)) / whole).toBeCloseTo(share, 3)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('nothing and all are the slice’s own corners; beyond them nothing is drawn', () => {
    for (const slice of slicesOf(3, size)) {
      const [, , right, left] = slice.points
      expect(fillEnd(slice, 0)).toBe(left.x)
      expect(fillEnd(slice, 1)).toBe(right.x)
      expect(fillEnd(slice, -1)).toBe(left.x)
      expect(fillEnd(slice, 1.5)).toBe(right.x)
      expect(fillEnd(slice, 0.5), 'half is the middle').toBeCloseTo(134, 6)
    }
  })

  test('a base fulfilled to 31 % is filled to more than 31 % of its width: the left corner is thin', () => {
    const [base] = slicesOf(3, size)
    expect(fillEnd(base!, 0.3077)).toBeGreaterThan(0.31 * 268)
    expect(fillEnd(base!, 0.3077)).toBeLessThan(0.36 * 268)
  })
})

describe('lines from slices to headings', () => {
  const lanes = { left: 294, right: 322, end: 324 }
  const upright = (path: string) => Number(/Q([\d.]+) /.exec(path)?.[1])

  test('stand on one line where they do not meet', () => {
    const paths = connectorPaths(
      [
        { from: { x: 184, y: 66 }, to: 48 },
        { from: { x: 228, y: 145 }, to: 192 },
        { from: { x: 274, y: 225 }, to: 384 },
      ],
      lanes,
    )
    expect(paths.map(upright)).toEqual([308, 308, 308])
    expect(paths[0]).toBe('M184 66H302Q308 66 308 60V54Q308 48 314 48H324')
    expect(paths[1]).toBe('M228 145H302Q308 145 308 151V186Q308 192 314 192H324')
  })

  test('stand apart where they would lie on one another, the lower ones further left', () => {
    const paths = connectorPaths(
      [40, 80, 120, 160].map((y, at) => ({ from: { x: 200 + at * 20, y }, to: 48 + at * 200 })),
      lanes,
    )
    const xs = paths.map(upright)
    expect(new Set(xs).size).toBe(4)
    expect(xs).toEqual(xs.toSorted((one, other) => other - one))
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(lanes.left)
    expect(Math.max(...xs)).toBeLessThanOrEqual(lanes.right)
  })

  test('run straight where slice and heading are level', () => {
    expect(connectorPaths([{ from: { x: 184, y: 48 }, to: 48 }], lanes)).toEqual(['M184 48H324'])
  })
})
