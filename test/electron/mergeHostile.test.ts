/** A received copy with forged stamps is refused, or it is harmless: what a merge leaves always opens again. */
import Database from 'better-sqlite3'
import { copyFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeFile, type DocumentRows, type RecordRow } from '../../electron/host/store/rows'
import { maxRecords } from '../../electron/host/guard/validate'
import { WorkingCopy } from '../../electron/host/store/workingCopy'
import { maxLamport } from '../../shared/document/stamps'
import { by, FileReplicas, hashIn, recordsIn } from '../helpers/fileReplicas'
import { tempFolder } from '../helpers/folders'
import { altered } from '../helpers/guarded'
import { sampleRecord, sampleRows } from '../helpers/sampleRows'

let folder: ReturnType<typeof tempFolder>
let replicas: FileReplicas
let mine: string
beforeEach(() => {
  folder = tempFolder()
  replicas = new FileReplicas(folder.path)
  mine = replicas.fresh('mine')
  writeFile(mine, base)
})
afterEach(() => folder.remove())

const base = sampleRows(6)
const target = base.records.at(-1)!
const [actor, own] = ['sampleActor', target.rev]

/** A copy in which the last touchpoint is another. */
const copyWith = (change: Partial<RecordRow>, rest: Partial<DocumentRows> = {}): string => {
  const path = replicas.fresh('theirs')
  const records = [...base.records.slice(0, -1), { ...target, ...change }]
  writeFile(path, { ...base, records, ...rest })
  return path
}
const stamps = (more: object) => JSON.stringify({ '*': [actor, own, own], ...more })
const stranger = (n: number, height = 50) => [`stranger${n}`, 1, height] as const

/** Merges without the guard, as the control. @returns the file of the result */
function mergedUnguarded(incoming: string): string {
  const into = replicas.fresh('unguarded')
  copyFileSync(mine, into)
  const working = new WorkingCopy(into)
  try {
    working.merge(incoming, by('Reader'))
  } finally {
    working.close()
  }
  return into
}

const gone = (fields: object, more: object) => ({
  json: JSON.stringify({ ...JSON.parse(target.json), ...fields }),
  stamps: stamps(more),
  gone: 1,
})

describe('is refused', () => {
  const refused: [string, Partial<RecordRow>][] = [
    ['siblings that are no list', { stamps: stamps({ '?': { title: 'x' } }) }],
    ['a sibling without a dot', { stamps: stamps({ '?': { title: [['x']] } }) }],
    ['an empty list of siblings', { stamps: stamps({ '?': { title: [] } }) }],
    ['a sibling of another type than the field', { stamps: stamps({ '?': { title: [[stranger(1), 5]] } }) }],
    ['a sibling out of range', { stamps: stamps({ '?': { waitMinutes: [[stranger(1), -1]] } }) }],
    [
      'a sibling that takes away what must be there',
      { stamps: stamps({ '?': { stepId: [[stranger(1)]] } }) },
    ],
    ['a reference to another type', { stamps: stamps({ '?': { stepId: [[stranger(1), 'journey:one']] } }) }],
    ['a text too long', { stamps: stamps({ '?': { title: [[stranger(1), 'x'.repeat(20_001)]] } }) }],
    ['a sibling of the id', { stamps: stamps({ '?': { id: [[stranger(1), 'step:one']] } }) }],
    ['a stamp of the type', { stamps: stamps({ type: stranger(1) }) }],
    ['a removal that covers no dots', { stamps: stamps({ '?': { '-': [[stranger(1), 'all']] } }) }],
    ['siblings of a mark', { stamps: stamps({ '?': { '*': [[stranger(1), 1]] } }) }],
    ['a number above all that count', { stamps: stamps({ title: [actor, own, maxLamport + 1] }) }],
    ['gone by the row, there by the stamps', { gone: 1 }],
    ['there by the row, gone by the stamps', { stamps: stamps({ '-': [stranger(1), [actor, own, own]] }) }],
    ['removed and not of its type', gone({ title: 5 }, { '-': [stranger(1), [actor, own, own]] })],
    ['removed and another', gone({ id: 'touchpoint:x' }, { '-': [stranger(1), [actor, own, own]] })],
    ['a field with the name of a mark', { json: JSON.stringify({ ...JSON.parse(target.json), '?': 1 }) }],
  ]
  test.each(refused)('%s', (_name, change) => {
    const path = copyWith(change)
    expect(() => replicas.received(path)).toThrow('file.damaged')
  })

  test('control: unguarded, a value that does not fit would leave a document that does not open', () => {
    const misfit = (value: unknown) =>
      copyWith({ stamps: stamps({ '?': { title: [[stranger(1, 1), value]] } }) })
    expect(() => replicas.opensAgain(mergedUnguarded(misfit(5)))).toThrow('file.damaged')
    expect(recordsIn(replicas.opensAgain(mergedUnguarded(misfit('5'))))).toHaveLength(base.records.length)
  })

  test('without the guard a merge still writes no record that is none', () => {
    const misfit = JSON.stringify({ ...JSON.parse(target.json), title: 5 })
    const path = copyWith({ json: misfit, stamps: stamps({ title: stranger(1) }) })
    expect(() => mergedUnguarded(path)).toThrow('document.invalid')
  })
})

describe('is harmless', () => {
  const merged = (path: string) => {
    replicas.merge(mine, path)
    const found = recordsIn(replicas.received(mine))
    expect(found.map(({ id }) => id)).toEqual(base.records.map(({ id }) => id).toSorted())
    return found.find(({ id }) => id === target.id)!
  }

  test('1,000 siblings are kept; more are refused, whole, whether in one copy or in two', () => {
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => [stranger(from + n, 50 + n), `value ${from + n}`])
    const path = (from: number, count: number) =>
      copyWith({ stamps: stamps({ '?': { title: many(from, count) } }) })
    expect(() => replicas.received(path(0, 10_000))).toThrow('file.damaged')
    merged(path(0, 1000))
    const before = hashIn(mine)
    expect(() => replicas.merge(mine, path(1000, 1000))).toThrow('document.invalid')
    expect(hashIn(mine)).toBe(before)
    replicas.session(mine, working => {
      expect(working.conflicts()).toMatchObject([{ id: target.id, field: 'title' }])
      expect(working.conflicts()[0]!.others.length).toBe(1000)
    })
  })

  test('dots of unknown actors show one value and keep the other', () => {
    const other = JSON.stringify({ ...JSON.parse(target.json), title: 'Forged' })
    expect(merged(copyWith({ json: other, stamps: stamps({ title: stranger(1) }) }))['title']).toBe('Forged')
  })

  test('the highest number there is: the document can be edited and opened ever after', () => {
    const other = JSON.stringify({ ...JSON.parse(target.json), title: 'Forged' })
    const forged = copyWith(
      { json: other, stamps: stamps({ title: stranger(1, maxLamport) }) },
      {
        meta: { ...base.meta, lamport: String(maxLamport) },
        sessions: [...base.sessions, { actor: 'stranger1', author: '', counter: 1, at: by('').at }],
      },
    )
    expect(merged(forged)['title']).toBe('Forged')
    replicas.session(mine, working => {
      const updated = [{ id: target.id, field: 'title', from: 'Forged', to: 'Put right' }]
      const patch = { added: [], removed: [], updated }
      working.save(working.revision, [{ step: 's1', command: 'touchpoint.update', patch }], by('Mine'))
    })
    expect(merged(forged)['title']).toBe('Put right')
  })

  test('sessions that claim to have seen everything lose nothing that they do not have', () => {
    const claims = [{ actor, author: '', counter: Number.MAX_SAFE_INTEGER, at: by('').at }]
    const path = replicas.fresh('theirs')
    writeFile(path, { ...base, records: base.records.slice(0, 4), sessions: claims })
    merged(path)
  })

  test('more records than can be opened are refused whole', () => {
    const path = replicas.fresh('theirs')
    const record = sampleRecord('channel', 'c', { title: 'C', order: 'a', kind: 'digital', owner: 'own' })
    const db = new Database(mine)
    const insert = db.prepare('INSERT INTO record VALUES (?, ?, ?, ?, 1, 0)')
    const add = (name: string) =>
      insert.run(name, 'channel', JSON.stringify({ ...record, id: name }), `{"*":["stranger1",1,1]}`)
    db.transaction(() => {
      for (let n = 0; n < maxRecords - base.records.length; n++) add(`channel:c${n}`)
    })()
    db.close()
    // both are full of the same, and theirs has one in place of another
    copyFileSync(mine, path)
    altered(
      path,
      "UPDATE record SET id = 'channel:theirs', json = replace(json, 'c0', 'theirs') WHERE id = 'channel:c0'",
    )
    const working = new WorkingCopy(mine)
    const before = hashIn(mine)
    expect(() => working.merge(path, by('Mine'))).toThrow('file.tooManyRecords')
    working.close()
    expect(hashIn(mine)).toBe(before)
  })
})
