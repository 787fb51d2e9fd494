/** What the table's columns are called, how wide they are and how their cells are written. */
import type { T } from '../../../shared/i18n'
import { inventoryColumns, type InventoryColumn } from '../../../shared/queries'

/** 'none' cannot be written here: it is computed, or has a place of its own. */
export type Writing = 'text' | 'minutes' | 'emotion' | 'scale' | 'choice' | 'toggle' | 'none'

export interface Column {
  readonly id: InventoryColumn
  /** px */
  readonly width: number
  readonly writing: Writing
  /** Numbers stand at the right. */
  readonly number?: true
}

const spec: Readonly<Record<InventoryColumn, Omit<Column, 'id'>>> = {
  touchpoint: { width: 248, writing: 'text' },
  stage: { width: 144, writing: 'none' },
  step: { width: 152, writing: 'choice' },
  channel: { width: 140, writing: 'choice' },
  emotion: { width: 80, writing: 'emotion' },
  expectation: { width: 96, writing: 'scale', number: true },
  experience: { width: 108, writing: 'scale', number: true },
  gap: { width: 104, writing: 'none' },
  effort: { width: 76, writing: 'scale', number: true },
  level: { width: 124, writing: 'choice' },
  wait: { width: 104, writing: 'minutes', number: true },
  completeness: { width: 116, writing: 'choice' },
  department: { width: 140, writing: 'choice' },
  momentOfTruth: { width: 124, writing: 'toggle' },
  pains: { width: 232, writing: 'none' },
}

export const columns: readonly Column[] = inventoryColumns.map(id => ({ id, ...spec[id] }))

/** Where each column begins, px. */
export const starts: readonly number[] = columns.map((_, at) =>
  columns.slice(0, at).reduce((sum, { width }) => sum + width, 0),
)

export const fullWidth = columns.reduce((sum, { width }) => sum + width, 0)

export function columnName(t: T, id: InventoryColumn): string {
  const names: Readonly<Record<InventoryColumn, string>> = {
    touchpoint: t($ => $.terms.journey.touchpoint),
    stage: t($ => $.terms.journey.stage),
    step: t($ => $.terms.journey.step),
    channel: t($ => $.terms.channel.channel),
    emotion: t($ => $.terms.emotion.emotion),
    expectation: t($ => $.inspector.expected),
    experience: t($ => $.inspector.experienced),
    gap: t($ => $.inspector.gap),
    effort: t($ => $.inspector.effort),
    level: t($ => $.inspector.level),
    wait: t($ => $.inspector.waiting),
    completeness: t($ => $.inspector.complete),
    department: t($ => $.terms.journey.department),
    momentOfTruth: t($ => $.table.moment),
    pains: t($ => $.inspector.pains),
  }
  return names[id]
}

/** The id of a cell on the page, by which the grid says where the cursor is. */
export const cellIdOf = (gridId: string, rowId: string, column: number): string =>
  `${gridId}-${rowId}-${column}`
