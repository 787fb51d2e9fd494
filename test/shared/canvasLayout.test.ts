/** The layout of a canvas: notes beside notes, inside their blocks, and links in the gutters. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Rect } from '../../shared/layout'
import {
  canvasMeasures as m,
  codeWidth,
  layoutCanvas,
  type CanvasLayout,
  type CanvasOptions,
} from '../../shared/layout/canvas'
import { measure } from '../../shared/layout'
import { bigCanvas, canvasLabels, canvasOptions, type CanvasShape } from '../helpers/canvases'

const nightly = process.env['JOURNEYBOARD_NIGHTLY'] === '1'
const runs = { numRuns: nightly ? 2000 : 60 }

const shapes: fc.Arbitrary<CanvasShape> = fc.record({
  notes: fc.integer({ min: 0, max: 90 }),
  links: fc.integer({ min: 0, max: 60 }),
  segments: fc.integer({ min: 0, max: 6 }),
  kind: fc.constantFrom('bmc', 'lean'),
  seed: fc.integer({ min: 1, max: 1e9 }),
})
const rooms = fc.record({
  width: fc.integer({ min: 300, max: 2600 }),
  height: fc.integer({ min: 200, max: 1600 }),
})

const laidOut = (shape: CanvasShape, options: Partial<CanvasOptions> = {}): CanvasLayout => {
  const { document, model } = bigCanvas(shape)
  return layoutCanvas(document, model, { ...canvasOptions, links: model.links, ...options })
}

const within = (inner: Rect, outer: Rect) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Pairs of boxes that lie over one another. */
function overlaps(boxes: readonly (Rect & { readonly id?: string })[]): string[] {
  return boxes.flatMap((a, at) =>
    boxes.slice(at + 1).flatMap(b => (overlap(a, b) ? [`${a.id ?? at} over ${b.id ?? '?'}`] : [])),
  )
}

/** Stretches of lines that run over a note; they may end at the edge of their own. */
function crossings({ wires, notes }: CanvasLayout): string[] {
  return wires.flatMap(({ id, points }) =>
    points.slice(1).flatMap((to, at) => {
      const from = points[at]!
      const stretch = {
        x: Math.min(from.x, to.x),
        y: Math.min(from.y, to.y),
        width: Math.abs(to.x - from.x),
        height: Math.abs(to.y - from.y),
      }
      return notes.filter(note => overlap(stretch, note)).map(note => `${id} over ${note.id}`)
    }),
  )
}

describe('notes and blocks', () => {
  test('no note lies over another or outside its block, whatever the room', () => {
    fc.assert(
      fc.property(shapes, rooms, fc.boolean(), (shape, room, questions) => {
        const labels = questions ? canvasLabels : { ...canvasLabels, questions: null }
        const layout = laidOut(shape, { ...room, labels })
        expect(overlaps(layout.notes)).toEqual([])
        const blocks = new Map(layout.blocks.map(block => [block.block, block]))
        for (const note of layout.notes) {
          const { x, y, width, height, head } = blocks.get(note.block)!
          const inner = {
            x: x + m.padding,
            y: y + head,
            width: width - 2 * m.padding,
            height: height - head - m.padding,
          }
          expect(within(note, inner), note.id).toBe(true)
        }
      }),
      runs,
    )
  })

  test('nine blocks fill the room without gap or overlap and grow beyond it', () => {
    fc.assert(
      fc.property(shapes, rooms, (shape, room) => {
        const { blocks, width, height } = laidOut(shape, room)
        expect(blocks).toHaveLength(9)
        expect(overlaps(blocks)).toEqual([])
        const area = blocks.reduce((sum, block) => sum + block.width * block.height, 0)
        expect(area).toBe(width * height)
        expect(width).toBeGreaterThanOrEqual(room.width)
        expect(height).toBeGreaterThanOrEqual(room.height)
      }),
      runs,
    )
  })

  test('where everything has room the board is as large as the room', () => {
    const { width, height, blocks } = laidOut({ notes: 29, links: 12 })
    expect(width).toBe(916)
    expect(blocks.map(({ x }) => x)).toEqual([0, 183, 183, 366, 550, 550, 733, 0, 458])
    expect(height).toBeGreaterThanOrEqual(648)
  })

  test('the Lean layout has the same places', () => {
    const bmc = laidOut({ notes: 0, links: 0 })
    const lean = laidOut({ notes: 0, links: 0, kind: 'lean' })
    expect(lean.blocks.map(({ block }) => block)).toEqual([
      'problem',
      'solution',
      'keyMetrics',
      'valuePropositions',
      'unfairAdvantage',
      'channels',
      'customerSegments',
      'costStructure',
      'revenueStreams',
    ])
    const rect = ({ x, y, width, height }: Rect) => [x, y, width, height]
    expect(lean.blocks.map(rect)).toEqual(bmc.blocks.map(rect))
    expect(lean.credit).toContain('Ash Maurya')
  })

  test('long words stay inside their note, beside the codes', () => {
    fc.assert(
      fc.property(shapes, rooms, (shape, room) => {
        for (const note of laidOut(shape, room).notes) {
          const left = note.edges.length > 0 ? m.edgedLeft : m.noteLeft
          const right = note.width - m.notePadding
          const codes = note.codes.reduce((sum, { code }) => sum + codeWidth(code) + m.chipGap, 0)
          note.lines.forEach((line, at) => {
            const end = left + measure(line, 'noteTitle')
            expect(end, line).toBeLessThanOrEqual((at === 0 && line ? right - codes : right) + 0.01)
          })
          const rows = note.lines.length + note.text.length + note.meta.length
          expect(note.height).toBeGreaterThanOrEqual(rows * 16 + 2 * m.notePadding)
        }
      }),
      runs,
    )
  })

  test('freely arranged notes lie where they were put, and the block reaches round them', () => {
    fc.assert(
      fc.property(shapes, rooms, (shape, room) => {
        const { document, model } = bigCanvas({ ...shape, free: true })
        const layout = layoutCanvas(document, model, { ...canvasOptions, ...room })
        const blocks = new Map(layout.blocks.map(block => [block.block, block]))
        for (const note of layout.notes) {
          const block = blocks.get(note.block)!
          expect(within(note, block), note.id).toBe(true)
          const { x, y } = model.note(note.id)!.placement
          if (x === null || y === null) continue
          expect(note.x - block.x - m.padding).toBe(x)
          expect(note.y - block.y - block.head).toBe(y)
        }
      }),
      runs,
    )
  })

  test('boxes that did not change stay the same objects', () => {
    const { document, model } = bigCanvas({ notes: 60, links: 40 })
    const first = layoutCanvas(document, model, canvasOptions)
    const second = layoutCanvas(document, model, { ...canvasOptions }, first)
    expect(second.notes).toBe(first.notes)
    expect(second.blocks).toBe(first.blocks)
    const focused = layoutCanvas(document, model, { ...canvasOptions, focus: 'segment:s0' }, first)
    const changed = focused.notes.filter((note, at) => note !== first.notes[at])
    expect(changed.length).toBeGreaterThan(0)
    expect(changed.every(note => note.dim)).toBe(true)
    expect(focused.notes.filter(({ dim }) => dim)).toEqual(changed)
  })
})

describe('links', () => {
  test('no line runs over a note; each goes from the edge of one to the edge of the other', () => {
    let drawn = 0
    fc.assert(
      fc.property(shapes, rooms, (shape, room) => {
        const layout = laidOut(shape, room)
        drawn += layout.wires.length
        expect(crossings(layout)).toEqual([])
        for (const { from, to, points } of layout.wires) {
          for (const [id, point] of [
            [from, points[0]!],
            [to, points.at(-1)!],
          ] as const) {
            const { x, y, width, height } = layout.notes.find(note => note.id === id)!
            expect([x, x + width]).toContain(point.x)
            expect(point.y).toBeGreaterThan(y)
            expect(point.y).toBeLessThan(y + height)
          }
          points.slice(1).forEach((point, at) => {
            const before = points[at]!
            expect(point.x === before.x || point.y === before.y).toBe(true)
          })
        }
      }),
      runs,
    )
    expect(drawn).toBeGreaterThan(100)
  })

  test('control: a line drawn straight from note to note does run over others', () => {
    const layout = laidOut({ notes: 60, links: 30 })
    const straight = layout.wires.map(wire => ({
      ...wire,
      points: [wire.points[0]!, { x: wire.points.at(-1)!.x, y: wire.points[0]!.y }, wire.points.at(-1)!],
    }))
    expect(crossings({ ...layout, wires: straight })).not.toEqual([])
  })

  test('where notes lie freely and none covers another, no line runs over one either', () => {
    fc.assert(
      fc.property(shapes, rooms, (shape, room) => {
        const layout = laidOut({ ...shape, notes: Math.min(shape.notes, 30), free: true }, room)
        fc.pre(overlaps(layout.notes).length === 0)
        expect(crossings(layout)).toEqual([])
      }),
      { numRuns: nightly ? 400 : 40, maxSkipsPerRun: 1000 },
    )
  })

  test('lines that run side by side do not hide one another', () => {
    const { wires } = laidOut({ notes: 40, links: 14, seed: 11 })
    const down = wires.flatMap(({ id, points }) =>
      points.slice(1).flatMap((to, at) => {
        const from = points[at]!
        return from.x === to.x
          ? [{ id, x: to.x, low: Math.min(from.y, to.y), high: Math.max(from.y, to.y) }]
          : []
      }),
    )
    const hidden = down.flatMap((a, at) =>
      down
        .slice(at + 1)
        .filter(b => a.id !== b.id && a.x === b.x && a.low < b.high - 1 && b.low < a.high - 1)
        .map(b => `${a.id} | ${b.id}`),
    )
    expect(hidden).toEqual([])
  })
})
