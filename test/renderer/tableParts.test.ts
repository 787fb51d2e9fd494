/** The table's pure parts: where keys lead, what typing begins, and rows that keep their places. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { between, movedBy, writes, type Place } from '../../renderer/features/table/moving'
import { nextSort } from '../../renderer/features/table/nextSort'
import { stableOrder } from '../../renderer/features/table/stableOrder'
import type { InventoryRow } from '../../shared/queries'

const extent = { rows: 5, columns: 3, page: 2 }
const press = (key: string, held: { shift?: boolean; mod?: boolean } = {}) => ({
  key,
  shiftKey: held.shift ?? false,
  mod: held.mod ?? false,
})
const from =
  (row: number, column: number) =>
  (key: string, held?: { shift?: boolean; mod?: boolean }): string => {
    const to = movedBy(press(key, held), { row, column }, extent)
    return to ? `${to.row} ${to.column}` : 'stays'
  }

describe('keys', () => {
  test('arrows go by one cell and stop at the edges; above the rows are the headings', () => {
    expect(from(2, 1)('ArrowUp')).toBe('1 1')
    expect(from(0, 1)('ArrowUp')).toBe('-1 1')
    expect(from(-1, 1)('ArrowUp')).toBe('-1 1')
    expect(from(4, 1)('ArrowDown')).toBe('4 1')
    expect(from(2, 0)('ArrowLeft')).toBe('2 0')
    expect(from(2, 2)('ArrowRight')).toBe('2 2')
  })

  test('with Control they go to the end; Home, End and the page keys as in a spreadsheet', () => {
    expect(from(3, 1)('ArrowUp', { mod: true })).toBe('0 1')
    expect(from(1, 1)('ArrowDown', { mod: true })).toBe('4 1')
    expect(from(1, 1)('Home')).toBe('1 0')
    expect(from(1, 1)('End')).toBe('1 2')
    expect(from(3, 2)('Home', { mod: true })).toBe('0 0')
    expect(from(0, 0)('End', { mod: true })).toBe('4 2')
    expect(from(1, 1)('PageDown')).toBe('3 1')
    expect(from(4, 1)('PageUp')).toBe('2 1')
    expect(from(1, 1)('PageUp')).toBe('0 1')
  })

  test('Tab reads on over the ends of rows and leaves at both ends of the table', () => {
    expect(from(1, 2)('Tab')).toBe('2 0')
    expect(from(1, 0)('Tab', { shift: true })).toBe('0 2')
    expect(from(4, 2)('Tab')).toBe('stays')
    expect(from(-1, 0)('Tab', { shift: true })).toBe('stays')
  })

  test('no key leads outside', () => {
    const keys = [
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      'PageUp',
      'PageDown',
      'Tab',
    ]
    fc.assert(
      fc.property(
        fc.array(fc.record({ key: fc.constantFrom(...keys), shift: fc.boolean(), mod: fc.boolean() })),
        fc.integer({ min: 0, max: 4 }),
        (presses, rows) => {
          let place: Place = { row: rows - 1, column: 0 }
          for (const { key, ...held } of presses) {
            place = movedBy(press(key, held), place, { ...extent, rows }) ?? place
            expect(place.row).toBeGreaterThanOrEqual(-1)
            expect(place.row).toBeLessThan(Math.max(rows, 0))
            expect(place.column).toBeGreaterThanOrEqual(0)
            expect(place.column).toBeLessThan(extent.columns)
          }
        },
      ),
    )
  })

  test('letters and signs of any script begin to write; space, commands and named keys do not', () => {
    expect(['a', 'Ž', '5', '?', '+', '漢', '😀'].every(key => writes(press(key)))).toBe(true)
    expect([' ', 'Enter', 'F2', 'Dead'].some(key => writes(press(key)))).toBe(false)
    expect(writes(press('c', { mod: true }))).toBe(false)
  })
})

test('rows from one to another, in either direction', () => {
  const rows = ['a', 'b', 'c', 'd'].map(id => ({ id }))
  expect(between(rows, 1, 2)).toEqual(['b', 'c'])
  expect(between(rows, 3, 1)).toEqual(['b', 'c', 'd'])
  expect(between(rows, -1, 0)).toEqual(['a'])
})

test('a heading sorts up, down and no more', () => {
  const up = nextSort(null, 'effort')
  expect(up).toEqual({ column: 'effort', descending: false })
  expect(nextSort(up, 'effort')).toEqual({ column: 'effort', descending: true })
  expect(nextSort({ column: 'effort', descending: true }, 'effort')).toBeNull()
  expect(nextSort(up, 'gap')).toEqual({ column: 'gap', descending: false })
})

describe('rows keep their places while cells are written', () => {
  const row = (id: string, effort: number) => ({ id, rating: { effort } }) as unknown as InventoryRow
  const byEffort = (rows: readonly InventoryRow[]) =>
    rows.toSorted((a, b) => (a.rating.effort ?? 0) - (b.rating.effort ?? 0))
  const ids = (rows: readonly InventoryRow[]) =>
    rows.map(({ id, rating }) => `${id}${rating.effort}`).join(' ')

  test('a new value stays where it is; another order finds all places anew', () => {
    const ordered = stableOrder()
    expect(ids(ordered([row('a', 3), row('b', 1)], 'effort', byEffort))).toBe('b1 a3')
    const changed = [row('a', 3), row('b', 5)]
    expect(ids(ordered(changed, 'effort', byEffort))).toBe('b5 a3')
    expect(ids(ordered(changed, 'effort again', byEffort))).toBe('a3 b5')
  })

  test('a row that comes, goes or takes the place of another is found', () => {
    const ordered = stableOrder()
    ordered([row('a', 3), row('b', 1)], 'effort', byEffort)
    expect(ids(ordered([row('a', 3), row('b', 1), row('c', 2)], 'effort', byEffort))).toBe('b1 c2 a3')
    expect(ids(ordered([row('a', 3), row('c', 2)], 'effort', byEffort))).toBe('c2 a3')
    expect(ids(ordered([row('a', 3), row('d', 1)], 'effort', byEffort))).toBe('d1 a3')
  })

  test('what no longer passes the filter stays until the filter changes', () => {
    const ordered = stableOrder()
    const high = (rows: readonly InventoryRow[]) => rows.filter(({ rating }) => (rating.effort ?? 0) > 2)
    expect(ids(ordered([row('a', 3), row('b', 1)], 'high', high))).toBe('a3')
    expect(ids(ordered([row('a', 1), row('b', 1)], 'high', high))).toBe('a1')
    expect(ids(ordered([row('a', 1), row('b', 1)], 'high and more', high))).toBe('')
  })
})
