/** Every file we ever wrote still opens, through the guard and into a working copy (SPEC-file F10). */
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openForeign } from '../../electron/host/guard/openForeign'
import { WorkingCopy } from '../../electron/host/store/workingCopy'
import { dumpOf, rowsOfDump } from '../../electron/cli/dumpFormat'
import { readRows } from '../../electron/host/store/readRows'
import { writeFile } from '../../electron/host/store/rows'
import { snapshot } from '../../electron/host/store/publish'
import { upgradeRecord, type RawRecord } from '../../shared/model'
import { newerRecords } from '../helpers/everyRecord'
import { tempFolder } from '../helpers/folders'
import { keptFiles } from '../helpers/keptFiles'

const folder = tempFolder()
afterAll(folder.remove)

interface Content {
  readonly versions: Readonly<Record<string, number>>
  readonly records: readonly { readonly id: string; readonly json: string; readonly gone: number }[]
  readonly blobs: readonly unknown[]
  readonly changes: readonly unknown[]
}

function contentOf(path: string): Content {
  const db = new Database(path, { readonly: true })
  try {
    const versions = db.prepare("SELECT value FROM meta WHERE key = 'recordVersions'").pluck().get() as string
    return {
      versions: JSON.parse(versions) as Content['versions'],
      records: db.prepare('SELECT id, json, gone FROM record ORDER BY id').all() as Content['records'],
      blobs: db.prepare('SELECT * FROM blob ORDER BY sha256').all(),
      changes: db.prepare('SELECT * FROM change ORDER BY rev').all(),
    }
  } finally {
    db.close()
  }
}

test.each(keptFiles('.json').map(path => [path.split('/').slice(-2).join('/'), path] as const))(
  '%s is the dump of the file beside it, and loading it gives that file again',
  (_, path) => {
    const text = readFileSync(path, 'utf8').trimEnd()
    const beside = readRows(path.replace(/json$/, 'jboard'))
    expect(dumpOf(beside)).toBe(text)
    const loaded = join(folder.path, 'loaded.jboard')
    writeFile(loaded, rowsOfDump(text))
    expect(dumpOf(readRows(loaded))).toBe(text)
  },
)

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

describe.each(keptFiles('.jboard').map(path => [path.split('/').slice(-2).join('/'), path] as const))(
  '%s',
  (name, path) => {
    const before = contentOf(path)
    const working = join(folder.path, `${name.replace('/', '-')}.sqlite`)

    test('the guard takes it, with every record, picture and undo step', async () => {
      const hash = sha256(path)
      const result = await openForeign(path, { temporary: folder.path })
      try {
        expect(result).toMatchObject({ ok: true, readOnly: null, notices: [] })
        if (!result.ok) return
        copyFileSync(result.path, working)
        const after = contentOf(result.path)
        const upgraded = before.records.map(row => ({
          ...row,
          json: JSON.stringify(upgradeRecord(JSON.parse(row.json) as RawRecord, before.versions)),
        }))
        expect(after.records).toEqual(upgraded)
        expect(after.blobs).toEqual(before.blobs)
        expect(after.changes).toEqual(before.changes)
      } finally {
        await result.discard()
      }
      expect(sha256(path)).toBe(hash)
    })

    test('it is worked on and published, what this version does not know comes along', () => {
      const copy = new WorkingCopy(working)
      const step = { id: 'step:one', field: 'title', from: 'Check in', to: 'Arrive' }
      const patch = { added: [], updated: [step], removed: [] }
      copy.save(copy.revision, [{ step: 'another', command: 'step.update', patch }], { author: '', at: '' })
      expect(copy.history().undo).toHaveLength(before.changes.length + 1)
      copy.close()
      const published = join(folder.path, `${name.replace('/', '-')}`)
      snapshot({ working, into: published })
      const after = contentOf(published)
      for (const record of newerRecords()) {
        expect(after.records.find(({ id }) => id === record.id)?.json).toBe(JSON.stringify(record))
      }
      expect(after.versions['hologram']).toBe(before.versions['hologram'])
      expect(after.records.find(({ id }) => id === 'step:one')?.json).toContain('"title":"Arrive"')
    })
  },
)
