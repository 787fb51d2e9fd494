import Database from 'better-sqlite3'
import fc from 'fast-check'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newDocument } from '../../electron/host/store/newDocument'
import { keptChanges } from '../../electron/host/store/schema'
import { randomToken } from '../../electron/host/store/tokens'
import { createWorkingCopy } from '../../electron/host/store/createWorkingCopy'
import { DamagedWorkingCopy, WorkingCopy } from '../../electron/host/store/workingCopy'
import { importStarter } from '../../shared/formats/cxStarter'
import { bundledTemplates } from '../../shared/formats/templates'
import { emptyPatch, historyOf, type Change, type Patch } from '../../shared/document'
import { recordTypes, type RawRecord } from '../../shared/model'
import { tempFolder } from '../helpers/folders'
import { byId, Editor } from '../helpers/randomEdits'

const folder = tempFolder()
afterAll(folder.remove)

const by = { author: 'Jana', at: '2026-03-01T09:00:00.000Z' }
const project: RawRecord = { ...recordTypes.project.defaults(), id: 'project:p', type: 'project', title: 'P' }
const channel = (id: string, title = 'Phone'): RawRecord => ({
  ...recordTypes.channel.defaults(),
  id: `channel:${id}`,
  type: 'channel',
  title,
  order: 'a',
})

function working(records: Iterable<RawRecord> = [project, channel('a')]): WorkingCopy {
  const path = join(folder.path, `${randomToken()}.sqlite`)
  createWorkingCopy(path, newDocument(records, { ...by, appVersion: '1' }))
  return new WorkingCopy(path)
}

function reopened(copy: WorkingCopy): WorkingCopy {
  copy.close()
  return new WorkingCopy(copy.path)
}

const change = (patch: Partial<Patch>, step = randomToken()): Change => ({
  step,
  command: 'test',
  patch: { ...emptyPatch, ...patch },
})
const renamed = (id: string, from: string, to: string) =>
  change({ updated: [{ id, field: 'title', from, to }] })

interface Row {
  json: string
  stamps: string
  rev: number
  gone: number
}
function rowOf(copy: WorkingCopy, id: string) {
  const db = new Database(copy.path, { readonly: true })
  const row = db.prepare<[string], Row>('SELECT * FROM record WHERE id = ?').get(id)
  db.close()
  return row && { ...row, stamps: JSON.parse(row.stamps) as Record<string, unknown> }
}
function rowsOf(copy: WorkingCopy, table: string): unknown[] {
  const db = new Database(copy.path, { readonly: true })
  const rows = db.prepare(`SELECT * FROM ${table}`).all()
  db.close()
  return rows
}

test('every template comes back as it was put in', () => {
  for (const template of bundledTemplates().templates) {
    const records = importStarter(template, { seed: 's', actor: 'tester01', channelName: () => undefined })
    const copy = reopened(working(records))
    expect(byId(copy.records())).toEqual(byId(records))
    expect(copy.counts()['project']).toBe(1)
    copy.close()
  }
})

test('unknown fields and record types of a newer version come back, through changes too', () => {
  const future = { id: 'dream:a1', type: 'dream', deep: { list: [1, { x: null }], text: 'ž' } }
  const richer = { ...channel('b'), mood: ['calm', { level: 3 }] }
  const copy = working([project, future, richer])
  copy.save(1, [renamed('channel:b', 'Phone', 'Store')], by)
  copy.save(2, [change({ updated: [{ id: 'dream:a1', field: 'deep', from: future.deep, to: 7 }] })], by)
  const again = reopened(copy)
  expect(byId(again.records())).toEqual(
    byId([project, { ...future, deep: 7 }, { ...richer, title: 'Store' }]),
  )
  again.close()
})

test('a change made on an older revision is refused and writes nothing', () => {
  const copy = working()
  expect(copy.save(1, [renamed('channel:a', 'Phone', 'Store')], by)).toBe(2)
  expect(() => copy.save(1, [renamed('channel:a', 'Phone', 'Shop')], by)).toThrow(
    expect.objectContaining({ code: 'document.stale', params: { base: 1, revision: 2 } }),
  )
  expect(copy.revision).toBe(2)
  expect(rowsOf(copy, 'change')).toHaveLength(1)
  copy.close()
})

const unfit: readonly (readonly [string, Partial<Patch>, string, string])[] = [
  [
    'a value out of range',
    { updated: [{ id: 'channel:a', field: 'kind', to: 'pigeon' }] },
    'channel:a',
    'kind',
  ],
  [
    'a field that must be there',
    { updated: [{ id: 'channel:a', field: 'title', from: 'Phone' }] },
    'channel:a',
    'title',
  ],
  ['another id', { updated: [{ id: 'channel:a', field: 'id', to: 'channel:b' }] }, 'channel:a', 'id'],
  [
    'a name of the language',
    { updated: [{ id: 'channel:a', field: '__proto__', to: {} }] },
    'channel:a',
    '__proto__',
  ],
  ['a name of the stamps', { updated: [{ id: 'channel:a', field: '-', to: 1 }] }, 'channel:a', '-'],
  [
    'a record that is not there',
    { updated: [{ id: 'channel:z', field: 'title', to: 'x' }] },
    'channel:z',
    'id',
  ],
  ['removing what is not there', { removed: [channel('z')] }, 'channel:z', 'id'],
  ['adding what is there', { added: [channel('a')] }, 'channel:a', 'id'],
  ['a record of another type than its id', { added: [{ ...channel('b'), id: 'step:b' }] }, 'step:b', 'id'],
  ['a record without what it needs', { added: [{ id: 'channel:b', type: 'channel' }] }, 'channel:b', 'note'],
  [
    'a text beyond all measure',
    { updated: [{ id: 'channel:a', field: 'extra', to: 'x'.repeat(20_001) }] },
    'channel:a',
    'extra',
  ],
  ['a second project', { added: [{ ...project, id: 'project:q' }] }, 'project:q', 'type'],
  ['no project at all', { removed: [project] }, 'project:p', 'type'],
]
test.each(unfit)(
  '%s is refused, naming record and field, and the whole batch with it',
  (_, patch, record, field) => {
    const copy = working()
    const before = [
      rowsOf(copy, 'record'),
      rowsOf(copy, 'change'),
      rowsOf(copy, 'session'),
      rowsOf(copy, 'meta'),
    ]
    expect(() => copy.save(1, [renamed('channel:a', 'Phone', 'Store'), change(patch)], by)).toThrow(
      expect.objectContaining({ code: 'document.invalid', params: { record, field } }),
    )
    expect([
      rowsOf(copy, 'record'),
      rowsOf(copy, 'change'),
      rowsOf(copy, 'session'),
      rowsOf(copy, 'meta'),
    ]).toEqual(before)
    expect(copy.save(1, [renamed('channel:a', 'Phone', 'Store')], by)).toBe(2)
    copy.close()
  },
)

test('stamps name the change that made a record, wrote a field, removed it and brought it back', () => {
  const copy = working()
  const first = copy.actor
  copy.save(1, [change({ added: [channel('b')] }), renamed('channel:b', 'Phone', 'Store')], by)
  expect(rowOf(copy, 'channel:b')).toMatchObject({
    stamps: { '*': [first, 1, 2], title: [first, 2, 3] },
    rev: 3,
    gone: 0,
  })
  const again = reopened(copy)
  const second = again.actor
  expect(second).not.toBe(first)
  again.save(3, [change({ removed: [channel('b', 'Store')] })], by)
  const gone = rowOf(again, 'channel:b')
  expect(gone).toMatchObject({ gone: 1, rev: 4 })
  expect(gone?.stamps['-']).toEqual([
    [second, 1, 4],
    [first, 1, 2],
    [first, 2, 3],
  ])
  expect(JSON.parse(gone?.json ?? '')).toMatchObject({ title: 'Store' })
  expect(again.records().map(({ id }) => id)).toEqual(['channel:a', 'project:p'])
  again.save(4, [change({ added: [{ ...channel('b', 'Store'), hours: '9-17' }] })], by)
  expect(rowOf(again, 'channel:b')).toMatchObject({
    gone: 0,
    stamps: { '*': [first, 1, 2], title: [first, 2, 3], hours: [second, 2, 5], '-': [[second, 2, 5]] },
  })
  expect(rowsOf(again, 'session')).toHaveLength(3)
  expect(rowsOf(again, 'session')).toContainEqual({ actor: second, author: 'Jana', counter: 2, at: by.at })
  again.close()
})

test('every opening is an editing session of its own, and looking leaves no trace', () => {
  const copy = working()
  const sessions = rowsOf(copy, 'session')
  const actors = new Set([copy.actor])
  let last = copy
  for (let n = 0; n < 20; n++) actors.add((last = reopened(last)).actor)
  expect(actors.size).toBe(21)
  for (const actor of actors) expect(actor).toMatch(/^[A-Za-z0-9]{10}$/)
  expect(rowsOf(last, 'session')).toEqual(sessions)
  last.close()
})

test('random edits, undo and redo among them, are all there after reopening, with the steps to undo', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 25 }),
      (seed, batches) => {
        let copy = working([project])
        const editor = new Editor(copy.records(), seed)
        for (const [at, size] of batches.entries()) {
          copy.save(
            copy.revision,
            Array.from({ length: size }, () => editor.next()),
            by,
          )
          if (at % 7 === 6) copy = reopened(copy)
        }
        copy = reopened(copy)
        expect(byId(copy.records())).toEqual(byId(editor.doc.records()))
        expect(copy.history()).toEqual(JSON.parse(JSON.stringify(editor.history)))
        copy.close()
      },
    ),
    { numRuns: process.env['JOURNEYBOARD_NIGHTLY'] === '1' ? 1000 : 60 },
  )
})

test('the log is cut to the last changes at opening, and never within a step', () => {
  let copy = working()
  const typing = (from: number, to: number, step: string) =>
    Array.from({ length: to - from }, (_, n) => ({
      ...renamed('channel:a', String(from + n), String(from + n + 1)),
      step,
    }))
  copy.save(1, [renamed('channel:a', 'Phone', '0'), ...typing(0, 5, 'early')], by)
  copy.save(7, typing(5, 15, 'cut'), by)
  copy.save(17, typing(15, 15 + keptChanges - 4, 'late'), by)
  copy = reopened(copy)
  expect(rowsOf(copy, 'change')).toHaveLength(keptChanges + 6)
  const { undo } = copy.history()
  expect(undo.map(({ step }) => step)).toEqual(['cut', 'late'])
  expect(undo[0]?.patch.updated).toEqual([{ id: 'channel:a', field: 'title', from: '5', to: '15' }])
  expect(historyOf([])).toEqual({ undo: [], redo: [] })
  copy.close()
})

test.each([
  ['a byte of a page', (bytes: Buffer) => bytes.fill(0xff, bytes.length - 2000, bytes.length - 1000)],
  ['its end', (bytes: Buffer) => bytes.subarray(0, 5000)],
  ['everything', (bytes: Buffer) => bytes.subarray(0, 0)],
  ['what it is', (bytes: Buffer) => Buffer.from('a text, no database'.repeat(bytes.length % 7 || 1))],
])('a working copy that lost %s is known as damaged', (_, harm) => {
  const records = importStarter(bundledTemplates().templates[0]!, {
    seed: 's',
    actor: 'tester01',
    channelName: () => undefined,
  })
  const copy = working(records)
  copy.close()
  writeFileSync(copy.path, harm(readFileSync(copy.path)))
  expect(() => new WorkingCopy(copy.path)).toThrow(DamagedWorkingCopy)
})
