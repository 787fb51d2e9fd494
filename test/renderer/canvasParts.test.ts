/** Where keys and drags lead on the canvas board. */
import { describe, expect, test } from 'vitest'
import { freeLandingAt, landingAt } from '../../renderer/features/canvas/landing'
import { blockBeside, nearest, neighbour, type Direction } from '../../renderer/features/canvas/navigation'
import { layoutCanvas, type CanvasLayout } from '../../shared/layout/canvas'
import { canvasBench } from '../helpers/canvasBench'
import { canvasOptions } from '../helpers/canvases'

const { doc, note, model } = canvasBench()
const bakery = note('keyPartners', 'Bakery')
const courier = note('keyPartners', 'Courier')
const develop = note('keyActivities', 'Develop')
const snack = note('valuePropositions', 'Snack')
const rent = note('costStructure', 'Rent')
const pay = note('costStructure', 'Pay')
const oven = note('costStructure', 'Oven')
const layout: CanvasLayout = layoutCanvas(doc, model(), canvasOptions)
const box = (id: string) => layout.notes.find(one => one.id === id)!
const middle = (id: string) => {
  const { x, y, width, height } = box(id)
  return { x: x + width / 2, y: y + height / 2 }
}

describe('arrow keys', () => {
  const go = (note: string | undefined, direction: Direction) =>
    neighbour(layout, { note, block: null }, direction)

  test('lead to the note beside, above and below', () => {
    expect(go(bakery, 'down')).toEqual({ note: courier })
    expect(go(courier, 'up')).toEqual({ note: bakery })
    expect(go(bakery, 'right')).toEqual({ note: develop })
    expect(go(develop, 'right')).toEqual({ note: snack })
    expect(go(rent, 'right')).toEqual({ note: pay })
    expect(go(bakery, 'left')).toBeUndefined()
  })

  test('lead to blocks that have no note yet, and on from there', () => {
    expect(go(develop, 'down')).toEqual({ block: 'keyResources' })
    expect(go(snack, 'right')).toEqual({ block: 'customerRelationships' })
    expect(neighbour(layout, { note: undefined, block: 'customerRelationships' }, 'left')).toEqual({
      note: snack,
    })
  })

  test('every note and every empty block is reached from the first', () => {
    const seen = new Set<string>()
    const queue = [neighbour(layout, { note: undefined, block: null }, 'down')!]
    for (let spot = queue.shift(); spot; spot = queue.shift()) {
      const key = 'note' in spot ? spot.note : spot.block
      if (seen.has(key)) continue
      seen.add(key)
      const from = 'note' in spot ? { note: spot.note, block: null } : { note: undefined, block: spot.block }
      for (const direction of ['up', 'down', 'left', 'right'] as const) {
        const next = neighbour(layout, from, direction)
        if (next) queue.push(next)
      }
    }
    const empty = layout.blocks.filter(({ count }) => count === 0).map(({ block }) => block)
    expect([...seen].toSorted()).toEqual([...layout.notes.map(({ id }) => id), ...empty].toSorted())
  })

  test('the block beside is the one at the same height', () => {
    const beside = (id: string, direction: Direction) =>
      blockBeside(layout, box(id).block, box(id), direction)?.block
    expect(beside(bakery, 'right')).toBe('keyActivities')
    expect(beside(develop, 'down')).toBe('keyResources')
    expect(beside(snack, 'left')).toBe('keyActivities')
    expect(beside(rent, 'up')).toBe('keyPartners')
    expect(beside(rent, 'down')).toBeUndefined()
  })

  test('when notes went, what took their place is selected, else the one before', () => {
    expect(nearest(layout, [bakery])).toBe(courier)
    expect(nearest(layout, [courier])).toBe(bakery)
    expect(nearest(layout, [bakery, courier])).toBeUndefined()
  })
})

describe('a drag', () => {
  test('lands between notes, first, last, and in an empty block', () => {
    const at = (point: { x: number; y: number }, without: string[] = []) => {
      const found = landingAt(layout, point, without)
      return found && [found.block, found.after]
    }
    const { x, y } = middle(bakery)
    expect(at({ x, y: y - 10 })).toEqual(['keyPartners', null])
    expect(at({ x, y: y + 10 })).toEqual(['keyPartners', bakery])
    expect(at({ x, y: 400 })).toEqual(['keyPartners', courier])
    // what is on its way is no neighbour of itself
    expect(at({ x, y: 400 }, [courier])).toEqual(['keyPartners', bakery])
    const channels = layout.blocks.find(({ block }) => block === 'channels')!
    expect(at({ x: channels.x + 20, y: channels.y + 90 })).toEqual(['channels', null])
    expect(at({ x: -5, y: 10 })).toBeUndefined()
  })

  test('in a wide block lands before and behind in the row', () => {
    const after = (id: string, dx: number) => {
      const { x, y } = middle(id)
      return landingAt(layout, { x: x + dx, y }, [])?.after
    }
    expect(box(rent).y).toBe(box(pay).y)
    expect(after(rent, -20)).toBeNull()
    expect(after(rent, 20)).toBe(rent)
    expect(after(pay, 20)).toBe(pay)
    expect(after(oven, 20)).toBe(oven)
  })

  test('where notes lie freely keeps the corner of the note, inside the block', () => {
    const { x, y } = middle(bakery)
    const found = freeLandingAt(layout, { x, y }, { x: 30.4, y: 2 })
    expect(found).toMatchObject({ block: 'keyPartners', x: 22, y: 0 })
  })
})
