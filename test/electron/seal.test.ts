import Database from 'better-sqlite3'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeFile, type DocumentRows } from '../../electron/host/store/rows'
import { checkSeal, contentHash, sealFile } from '../../electron/host/store/seal'
import { tempFolder } from '../helpers/folders'
import { altered, healthy } from '../helpers/guarded'
import { sampleRows } from '../helpers/sampleRows'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => (folder = tempFolder()))
afterEach(() => folder.remove())

function reading<T>(path: string, read: (db: Database.Database) => T): T {
  const db = new Database(path, { readonly: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

const hashOf = (rows: DocumentRows) => writeFile(join(folder.path, 'hashed.jboard'), rows)

describe('the content hash', () => {
  test('is the same for the same rows in any order, page layout and file', () => {
    const rows = sampleRows()
    const path = healthy(folder.path, { ...rows, records: rows.records.toReversed() })
    expect(hashOf(rows)).toBe(reading(path, contentHash))
    altered(path, 'PRAGMA page_size = 8192', 'VACUUM')
    expect(reading(path, contentHash)).toBe(hashOf(rows))
  })

  const [first, second, ...others] = sampleRows().records
  const base = sampleRows()
  const withFirst = (change: object) => ({ ...base, records: [{ ...first!, ...change }, second!, ...others] })
  test.each([
    ['a letter of a record', withFirst({ json: first!.json.replace('Sample', 'Simple') })],
    ['a stamp', withFirst({ stamps: '{}' })],
    ['a revision', withFirst({ rev: 999 })],
    ['a removal', withFirst({ gone: 1 })],
    ['a missing record', { ...base, records: others }],
    [
      'text that moves from one column to the next',
      withFirst({ json: `${first!.json}{`, stamps: first!.stamps.slice(1) }),
    ],
    ['a meta row', { ...base, meta: { ...base.meta, appVersion: '9' } }],
    ['an author', { ...base, sessions: [{ ...base.sessions[0]!, author: 'Jano' }] }],
    ['a change without “of” or with an empty one', { ...base, changes: [{ ...base.changes[0]!, of: '' }] }],
    ['a byte of a picture', { ...base, blobs: [{ ...base.blobs[0]!, bytes: Buffer.alloc(20_000) }] }],
    ['no log', { ...base, changes: [] }],
  ] satisfies [string, DocumentRows][])('notices %s', (_name, rows) => {
    expect(hashOf(rows)).not.toBe(hashOf(base))
  })

  test('is checked against the one in the file', () => {
    const path = healthy(folder.path)
    expect(reading(path, checkSeal)).toBe(true)
    altered(path, "UPDATE session SET author = 'Eva'")
    expect(reading(path, checkSeal)).toBe(false)
    expect(sealFile(path)).toBe(reading(path, contentHash))
    expect(reading(path, checkSeal)).toBe(true)
    altered(path, "DELETE FROM meta WHERE key = 'contentHash'")
    expect(reading(path, checkSeal)).toBe(false)
  })

  test('ten times the records take about ten times as long', () => {
    const fastest = (records: number) => {
      const path = healthy(folder.path, sampleRows(records))
      const times = [1, 2, 3].map(() => {
        const since = performance.now()
        reading(path, contentHash)
        return performance.now() - since
      })
      return Math.min(...times)
    }
    expect(fastest(10_000) / fastest(1000)).toBeLessThan(40)
  })
})

describe('a complete file', () => {
  test('is in DELETE mode, sound, says how many records it has, and stands alone', () => {
    const path = healthy(folder.path)
    reading(path, db => {
      expect(db.pragma('journal_mode', { simple: true })).toBe('delete')
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(db.prepare("SELECT value FROM meta WHERE key = 'recordCount'").pluck().get()).toBe('64')
    })
    expect(readdirSync(folder.path)).toEqual(['Received.jboard'])
  })

  test('leaves the old one in place when it cannot be made', () => {
    const path = healthy(folder.path)
    const before = reading(path, contentHash)
    const twice = [...sampleRows().records, sampleRows().records[0]!]
    expect(() => writeFile(path, { ...sampleRows(), records: twice })).toThrow(/UNIQUE/)
    expect(reading(path, contentHash)).toBe(before)
    expect(readdirSync(folder.path)).toEqual(['Received.jboard'])
  })
})
