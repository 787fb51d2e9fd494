/** Every row of a received file is held to the same rules as any other way in. The hash is right in all of these. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examine } from '../../electron/host/guard/examine'
import type { DocumentRows, RecordRow } from '../../electron/host/store/rows'
import type { RawRecord } from '../../shared/model'
import { tempFolder } from '../helpers/folders'
import { contentOf, healthy } from '../helpers/guarded'
import { sampleRecord, sampleRows } from '../helpers/sampleRows'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => (folder = tempFolder()))
afterEach(() => folder.remove())

function examined(rows: DocumentRows) {
  const fresh = join(folder.path, 'fresh.jboard')
  const verdict = examine({ copy: healthy(folder.path, rows), fresh, salvage: true })
  return { verdict, content: verdict.ok ? (contentOf(fresh) as { record: RecordRow[] }) : undefined }
}

const base = sampleRows(10)
const stamps = '{"*":["sampleActor",1,1]}'
const plus = (...records: RecordRow[]) => ({ ...base, records: [...base.records, ...records] })
const rowOf = (record: RawRecord, change: Partial<RecordRow> = {}): RecordRow => ({
  id: record.id,
  type: record.type,
  json: JSON.stringify(record),
  stamps,
  rev: 1,
  gone: 0,
  ...change,
})
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const strange = (field: string) => `{"id":"mood:a","type":"mood",${field}}`
const mood = (json: string): RecordRow => ({ id: 'mood:a', type: 'mood', json, stamps, rev: 1, gone: 0 })

describe('is kept', () => {
  test('an unknown type and unknown fields, letter for letter', () => {
    const json = ' {"type":"mood", "id":"mood:a","since":{"x":[1,2.50,null]},"x y":"ž"} '
    const channel = sampleRecord('channel', 'c', {
      title: 'Phone',
      order: 'a',
      kind: 'digital',
      owner: 'own',
      aura: { 1: 2 },
    })
    const { verdict, content } = examined(plus(mood(json), rowOf(channel)))
    expect(verdict).toMatchObject({ ok: true, notices: [] })
    expect(content!.record.find(row => row.id === 'mood:a')!.json).toBe(json)
    expect(content!.record.find(row => row.id === 'channel:c')!.json).toBe(JSON.stringify(channel))
  })

  test('a removed record with its stamps', () => {
    const gone = rowOf(sampleRecord('touchpoint', 'gone', { stepId: 'step:one', order: 'x' }), {
      gone: 1,
      stamps: '{"*":["sampleActor",1,1],"-":[["sampleActor",2,2],["sampleActor",1,1]]}',
    })
    const { verdict, content } = examined(plus(gone))
    expect(verdict).toMatchObject({ ok: true, facts: { records: 14 } })
    expect(content!.record.find(row => row.id === gone.id)).toEqual(gone)
  })

  test('a text of 20,000 characters and depth 64', () => {
    expect(examined(plus(mood(strange(`"a":"${'š'.repeat(20_000)}"`)))).verdict.ok).toBe(true)
    expect(examined(plus(mood(strange(`"a":${nested(63)}`)))).verdict.ok).toBe(true)
  })
})

describe('is made harmless, counted and told', () => {
  test.each([
    ['NUL', strange('"a":"one\\u0000two"'), 'one\uFFFDtwo', 1],
    ['lone surrogates', strange('"a":"\\ud800x\\udc00 \\ud83d\\ude00"'), '\uFFFDx\uFFFD \u{1F600}', 2],
  ])('%s', (_name, json, wanted, count) => {
    const { verdict, content } = examined(plus(mood(json)))
    expect(verdict).toMatchObject({
      ok: true,
      notices: [{ code: 'file.cleaned', params: { number: count } }],
    })
    expect(JSON.parse(content!.record.find(row => row.id === 'mood:a')!.json).a).toBe(wanted)
  })

  test('names that reach into every object', () => {
    const json = strange('"__proto__":{"polluted":1},"a":{"constructor":{"prototype":{"polluted":1}},"b":1}')
    const { verdict, content } = examined(plus(mood(json)))
    expect(verdict).toMatchObject({ ok: true, notices: [{ code: 'file.cleaned', params: { number: 2 } }] })
    expect(content!.record.find(row => row.id === 'mood:a')!.json).toBe(strange('"a":{"b":1}'))
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})

describe('is refused, and a salvage drops that row alone', () => {
  const touchpoint = (fields: object) =>
    sampleRecord('touchpoint', 'bad', { stepId: 'step:one', order: 'x', ...fields })
  const bad: [string, RecordRow][] = [
    ['a text of 20,001 characters', mood(strange(`"a":"${'š'.repeat(20_001)}"`))],
    ['depth 65', mood(strange(`"a":${nested(65)}`))],
    ['depth 100,000', mood(strange(`"a":${nested(100_000)}`))],
    ['a number that is not finite', mood(strange('"a":1e999'))],
    ['no JSON', mood('{"id":')],
    ['a list', mood('[]')],
    ['null', mood('null')],
    ['an id that is none', { ...mood(strange('"a":1')), id: 'mood:../../x' }],
    ['an id of another type', { ...mood(strange('"a":1')), id: 'step:zz' }],
    ['a record that names itself differently', { ...mood(strange('"a":1')), id: 'mood:b' }],
    ['a scale that is out of range', rowOf(touchpoint({ waitMinutes: -1 }))],
    ['a missing field', rowOf({ id: 'touchpoint:bad', type: 'touchpoint', title: '' })],
    ['a reference to another type', rowOf(touchpoint({ stepId: 'journey:one' }))],
    ['stamps that are none', { ...mood(strange('"a":1')), stamps: '{"*":["a",-1]}' }],
    ['a revision below zero', { ...mood(strange('"a":1')), rev: -1 }],
    ['a mark that is neither there nor gone', { ...mood(strange('"a":1')), gone: 2 }],
  ]
  test.each(bad)('%s', (_name, row) => {
    const { verdict } = examined(plus(row))
    expect(verdict).toMatchObject({
      ok: false,
      error: { code: 'file.damaged' },
      salvaged: { facts: { records: 14 }, notices: [{ code: 'file.salvaged', params: { recovered: 14 } }] },
    })
  })

  const sha256 = 'a'.repeat(64)
  test.each([
    ['two projects', plus(rowOf(sampleRecord('project', 'other', { title: 'Other' })))],
    ['no project', { ...base, records: base.records.slice(1) }],
    [
      'a picture whose bytes are others',
      { ...base, blobs: [{ sha256, mime: 'image/png', bytes: Buffer.from('x') }] },
    ],
    ['a change that is no patch', { ...base, changes: [{ ...base.changes[0]!, patch: '{"added":1}' }] }],
    [
      'a change of a conflict that is none',
      {
        ...base,
        changes: [
          {
            ...base.changes[0]!,
            patch:
              '{"added":[],"updated":[],"removed":[],"conflicts":[{"id":"step:a","field":"title","to":1}]}',
          },
        ],
      },
    ],
    ['a session of nobody', { ...base, sessions: [{ actor: '', author: '', counter: 0, at: '' }] }],
    ['no document id', { ...base, meta: { revision: '1' } }],
    ['a revision that is no number', { ...base, meta: { ...base.meta, revision: 'ten' } }],
    ['versions that are none', { ...base, meta: { ...base.meta, recordVersions: '[]' } }],
    ['no records', { ...base, records: [] }],
  ] satisfies [string, DocumentRows][])('%s', (_name, rows) => {
    expect(examined(rows).verdict).toMatchObject({ ok: false, error: { code: 'file.damaged' } })
  })
})
