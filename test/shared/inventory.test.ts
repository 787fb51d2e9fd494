/** R3, R18, R67: the inventory's rows, filters and orders, on the templates as they are opened. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { channelCommands, painPointCommands, rateExperience, touchpointCommands } from '../../shared/commands'
import { completed, Doc, type Command, type Session } from '../../shared/document'
import { importStarter, parseStarter, templateOf } from '../../shared/formats/cxStarter'
import type { RawRecord } from '../../shared/model'
import {
  everything,
  filterInventory,
  inventory,
  inventoryColumns,
  missingFrame,
  sortInventory,
  type InventoryColumn,
  type InventoryFilter,
} from '../../shared/queries'
import { root } from '../helpers/folders'

const file = parseStarter(readFileSync(join(root, 'test/files/templates.json'), 'utf8'))
const documentOf = (key: string) =>
  new Doc(
    importStarter(templateOf(file, key), { seed: 'seed', actor: 'tester01', channelName: () => undefined }),
  )
let made = 0
const session: Session = {
  actor: 'tester01',
  random: () => `fresh${++made}`,
  now: () => '2026-01-01T00:00:00Z',
}
function run<A extends object>(document: Doc, command: Command<A>, args: Partial<A>): void {
  document.apply(command.run(document, completed(command, args, session)))
}

const fold = (text: string) => text.toLowerCase()
const levels = ['functional', 'emotional', 'experiential']
const journeyOf = (document: Doc) => document.all('journey')[0]!.id
const rowsOf = (document: Doc, personaId: string | null = null) =>
  inventory()(document, journeyOf(document), personaId)
const filtered = (document: Doc, filter: Partial<InventoryFilter>) =>
  filterInventory(rowsOf(document, filter.personaId ?? null), { ...everything, ...filter }, fold)
const sorted = (document: Doc, column: InventoryColumn, descending = false) =>
  sortInventory(rowsOf(document), { column, descending }, levels, 'en')

describe('rows', () => {
  test('R3 the retail purchase has 21 rows, in the order they are walked', () => {
    const rows = rowsOf(documentOf('retail-purchase'))
    expect(rows).toHaveLength(21)
    expect(rows.map(({ at }) => at)).toEqual([...rows.keys()])
    const stages = rows.map(({ stage }) => stage.id)
    expect([...new Set(stages)]).toEqual(stages.filter((stage, at) => stage !== stages[at - 1]))
  })

  test('the whole document has the rows of all journeys', () => {
    const document = documentOf('retail-purchase')
    const both = new Doc([...document.records(), ...renamed(documentOf('yacht-charter'))])
    expect(inventory()(both, null, null)).toHaveLength(21 + 23)
  })

  test('a row stays the same object until something it shows changes', () => {
    const document = documentOf('retail-purchase')
    const source = inventory()
    const look = () => source(document, journeyOf(document), null)
    const before = look()
    expect(look().every((row, at) => row === before[at])).toBe(true)
    const changed = (change: () => void) => {
      const old = look()
      change()
      return look().flatMap((row, at) => (row === old[at] ? [] : at))
    }
    const { touchpoint } = before[3]!
    expect(
      changed(() => run(document, touchpointCommands.update, { id: touchpoint.id, title: 'X' })),
    ).toEqual([3])
    expect(changed(() => run(document, rateExperience, { touchpointId: touchpoint.id, effort: 5 }))).toEqual([
      3,
    ])
    expect(
      changed(() => run(document, painPointCommands.add, { touchpointIds: [touchpoint.id], title: 'Ouch' })),
    ).toEqual([3])
    const pain = document.pointing('painPoint', 'touchpointIds', touchpoint.id)[0]!
    expect(changed(() => run(document, painPointCommands.update, { id: pain.id, severity: 5 }))).toEqual([3])
    const channel = touchpoint.channelId!
    const users = look().flatMap((row, at) => (row.touchpoint.channelId === channel ? at : []))
    expect(users).toContain(3)
    expect(changed(() => run(document, channelCommands.update, { id: channel, title: 'Kiosk' }))).toEqual(
      users,
    )
  })

  test('of ten thousand rows one change makes one anew', () => {
    const document = manyTouchpoints(10_000)
    const source = inventory()
    const look = () => source(document, null, null)
    const before = look()
    expect(before).toHaveLength(10_000)
    run(document, touchpointCommands.update, { id: before[5000]!.id, title: 'changed' })
    const after = look()
    expect(after[5000]?.touchpoint.title).toBe('changed')
    expect(after.filter((row, at) => row !== before[at])).toHaveLength(1)
  })
})

describe('filters', () => {
  const retail = documentOf('retail-purchase')
  const all = rowsOf(retail)

  test('R18 not full: those whose completeness is none or partial', () => {
    const expected = all.filter(row => ['none', 'partial'].includes(row.touchpoint.completeness ?? ''))
    expect(expected.length).toBeGreaterThan(0)
    expect(filtered(retail, { notFull: true })).toEqual(expected)
  })

  test('R15 missed: experience below expectation', () => {
    expect(filtered(documentOf('bank-account-opening'), { missed: true })).toHaveLength(7)
  })

  test('R20 moments of truth: four in every template', () => {
    expect(filtered(retail, { momentsOfTruth: true })).toHaveLength(4)
  })

  test("R67 a persona's touchpoints: the planner meets 5 of 19", () => {
    const document = documentOf('b2b-supplier-onboarding')
    const counts = document.all('persona').map(({ id }) => filtered(document, { personaId: id }).length)
    expect(rowsOf(document)).toHaveLength(19)
    expect(counts).toContain(5)
  })

  test('R4 a channel, a level, a stage; several hold together', () => {
    const [row] = all
    const { channelId, level } = row!.touchpoint
    const expected = all.filter(
      one =>
        one.touchpoint.channelId === channelId && one.stage === row!.stage && one.touchpoint.level === level,
    )
    expect(filtered(retail, { channelId, level, stageId: row!.stage.id })).toEqual(expected)
  })

  test('text: every word is found in some name of the row', () => {
    const found = filtered(retail, { text: 'STORE till' })
    expect(found.map(({ touchpoint }) => touchpoint.title)).toEqual(['Payment at the till'])
    expect(filtered(retail, { text: 'no such words' })).toEqual([])
  })
})

describe('orders', () => {
  test('R18 by effort, the retail purchase begins with three rows of 5', () => {
    const efforts = sorted(documentOf('retail-purchase'), 'effort', true).map(({ rating }) => rating.effort)
    expect(efforts.slice(0, 4)).toEqual([5, 5, 5, 4])
  })

  test.each(inventoryColumns)('%s: nothing is lost, what says nothing comes last both ways', column => {
    const document = documentOf('yacht-charter')
    const up = sorted(document, column)
    const down = sorted(document, column, true)
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
    expect(ids(up).toSorted()).toEqual(ids(rowsOf(document)).toSorted())
    expect(ids(down).toSorted()).toEqual(ids(up).toSorted())
    if (column === 'wait') {
      const waits = (rows: typeof up) => rows.map(({ touchpoint }) => touchpoint.waitMinutes)
      const said = waits(up).filter(wait => wait !== null)
      expect(said).toEqual(said.toSorted((a, b) => a - b))
      expect(waits(up).slice(said.length)).toEqual(waits(down).slice(said.length))
      expect(waits(down).slice(0, said.length)).toEqual(said.toReversed())
    }
  })

  test('R10 by pains, the reception queue comes first', () => {
    expect(sorted(documentOf('yacht-charter'), 'pains', true)[0]?.touchpoint.title).toBe('Reception queue')
  })

  test('levels stand in the order of the pyramid, equal ones as they are walked', () => {
    const rows = sorted(documentOf('yacht-charter'), 'level')
    const places = rows.map(({ touchpoint }) => levels.indexOf(touchpoint.level ?? ''))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    for (const level of [0, 1, 2]) {
      const walked = rows.filter((_, at) => places[at] === level).map(({ at }) => at)
      expect(walked).toEqual(walked.toSorted((a, b) => a - b))
    }
  })
})

test('R7 what of the frame is missing is named, and no longer once it is filled in', () => {
  const journey = documentOf('retail-purchase').all('journey')[0]!
  expect(missingFrame({ ...journey, personaIds: [], start: ' ', end: 'home' })).toEqual(['persona', 'start'])
  expect(missingFrame({ ...journey, start: 'a', end: 'b' })).toEqual([])
})

/** Another document's records under ids that do not meet the first one's; its project stays behind. */
function renamed(document: Doc) {
  const other = (value: unknown): unknown => {
    if (typeof value === 'string' && document.get(value)) return `${value}b`
    return Array.isArray(value) ? value.map(other) : value
  }
  return [...document.records()]
    .filter(({ type }) => type !== 'project')
    .map(record =>
      Object.fromEntries(Object.entries(record).map(([field, value]) => [field, other(value)])),
    ) as unknown as RawRecord[]
}

function manyTouchpoints(count: number): Doc {
  const document = documentOf('retail-purchase')
  const [step] = document.all('step')
  const [pattern] = document.all('touchpoint')
  const records = [...document.records()].filter(({ type }) => type !== 'touchpoint')
  for (let at = 0; at < count; at++)
    records.push({
      ...pattern!,
      id: `touchpoint:many${at}`,
      order: String(at).padStart(6, '0'),
      stepId: step!.id,
    })
  return new Doc(records)
}
