import fc from 'fast-check'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { VersionRow } from '../../electron/host/store/appState'
import { keeping, surplus } from '../../electron/host/store/versions'
import { equal, invert, type History } from '../../shared/document'
import type { OpenDocument } from '../../shared/ipc/contract'
import { recordsOf, startApp, Typist, type App } from '../helpers/app'
import { guardHere } from '../helpers/guardHere'

const hour = 3_600_000
const now = Date.parse('2026-05-20T12:30:00.000Z')
let count = 0
const version = (age: number, bytes = 1000, documentId = 'a'): VersionRow => ({
  id: `version-${++count}`,
  documentId,
  path: '/a',
  at: new Date(now - age).toISOString(),
  revision: 100_000 - count,
  bytes,
  name: null,
})
const kept = (rows: readonly VersionRow[]) => {
  const gone = new Set(surplus(rows, now))
  return rows.filter(row => !gone.has(row))
}

test('of a year of publishes every ten seconds: the last ten, one an hour for a day, one a day for 30 days', () => {
  const rows = Array.from({ length: 9000 }, (_, n) => version(n * 10_000))
  const older = Array.from({ length: 365 * 24 }, (_, n) => version(25 * hour + n * hour))
  const left = kept([...rows, ...older])
  const ages = left.map(row => now - Date.parse(row.at))
  expect(ages.filter(age => age < 100_000)).toHaveLength(10)
  expect(ages.filter(age => age < 24 * hour).length).toBeLessThanOrEqual(10 + 25)
  expect(ages.filter(age => age < 24 * hour).length).toBeGreaterThanOrEqual(10 + 23)
  expect(ages.filter(age => age >= 24 * hour).length).toBeGreaterThanOrEqual(28)
  expect(ages.filter(age => age >= 24 * hour).length).toBeLessThanOrEqual(30)
  expect(Math.max(...ages)).toBeLessThan(30 * 24 * hour)
})

test('letting go in small steps keeps what letting go at once keeps', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 3 * hour }), { minLength: 1, maxLength: 80 }), gaps => {
      let at = now - 40 * 24 * hour
      let left: VersionRow[] = []
      for (const [n, gap] of gaps.entries()) {
        at += gap * 12
        const row = { ...version(0), id: `v${n}`, at: new Date(at).toISOString(), revision: n }
        left = [...left, row]
        const gone = new Set(surplus(left, at))
        left = left.filter(one => !gone.has(one))
        expect(left).toContain(row)
        expect(left.length).toBeLessThanOrEqual(keeping.newest + 26 + 31)
      }
      expect(surplus(left, at)).toEqual([])
    }),
  )
})

test('200 MB in all, oldest first, whatever document; the newest stays however large', () => {
  const large = 60 * 1024 * 1024
  const rows = [
    version(0, large, 'a'),
    version(1000, large, 'b'),
    version(2000, large, 'a'),
    version(3000, large, 'b'),
  ]
  expect(kept(rows)).toEqual(rows.slice(0, 3))
  const huge = [version(0, 5 * large), version(1000, 10)]
  expect(kept(huge)).toEqual(huge.slice(0, 1))
})

let app: App
let open: OpenDocument
let typist: Typist
beforeEach(async () => {
  app = startApp({ spawnGuard: guardHere })
  await app.call('app.start', {})
  open = await app.call('document.create', { template: null, title: 'Map' })
  typist = new Typist(app, open)
})
afterEach(() => app.remove())

const publish = () => app.call('document.publish', { document: open.handle })
const versions = () => app.call('document.versions', { document: open.handle })
const files = () => readdirSync(join(app.data, 'versions'))

test('each publish leaves a version; restoring one is one change, and undo takes it back', async () => {
  await typist.edit(5)
  await publish()
  const then = typist.records()
  await typist.edit(20)
  const last = typist.records()
  await publish()
  const list = await versions()
  expect(list.map(({ revision }) => revision)).toEqual([26, 6, 1])
  expect(files()).toHaveLength(3)

  const restored = await app.call('document.restore', { document: open.handle, version: list[1]!.handle })
  expect(recordsOf(restored)).toEqual(then)
  expect(restored.revision).toBe(27)
  const { undo } = JSON.parse(restored.history) as History
  expect(undo.at(-1)!.command).toBe('document.restore')
  const back = invert(undo.at(-1)!.patch) as never
  const changes = [{ step: 'back', command: 'undo', of: undo.at(-1)!.step, patch: back }]
  await app.call('document.save', { document: open.handle, base: 27, changes })
  app = await app.restart()
  const again = (await app.call('app.start', {})).open[0]!
  expect(equal(recordsOf(again), JSON.parse(JSON.stringify(last)))).toBe(true)
})

test('restoring what is there already is no change', async () => {
  const [newest] = await versions()
  const restored = await app.call('document.restore', { document: open.handle, version: newest!.handle })
  expect(restored.revision).toBe(1)
})

test('a version that was damaged or is another document’s is refused with one clear code', async () => {
  await typist.edit()
  await publish()
  const [newest] = await versions()
  const path = join(app.data, 'versions', `${newest!.handle}.jboard`)
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.subarray(0, bytes.length - 4096))
  await expect(
    app.call('document.restore', { document: open.handle, version: newest!.handle }),
  ).rejects.toMatchObject({
    code: 'version.damaged',
  })
  const other = await app.call('document.create', { template: null, title: 'Other' })
  const foreign = (await app.call('document.versions', { document: other.handle }))[0]!.handle
  await expect(
    app.call('document.restore', { document: open.handle, version: foreign }),
  ).rejects.toMatchObject({
    code: 'version.missing',
  })
  expect(typist.records()).toEqual(recordsOf((await app.call('app.start', {})).open[0]!))
})

test('only the last ten of a busy minute stay, and nothing else lies in their folder', async () => {
  for (let n = 0; n < 14; n++) {
    await typist.edit()
    await publish()
  }
  const list = await versions()
  expect(list).toHaveLength(10)
  expect(list[0]!.revision).toBe(15)
  expect(files().toSorted()).toEqual(list.map(({ handle }) => `${handle}.jboard`).toSorted())
})

test('a clock that jumps ten years keeps the last ten', async () => {
  for (let n = 0; n < 12; n++) {
    await typist.edit()
    await publish()
  }
  for (const years of [10, -10]) {
    app = await app.restart({ now: () => Date.now() + years * 365 * 24 * hour })
    open = (await app.call('app.start', {})).open[0]!
    typist = new Typist(app, open, 7 + years)
    await typist.edit()
    await publish()
    expect((await versions()).length).toBeGreaterThanOrEqual(10)
    expect(recordsOf((await app.call('app.start', {})).open[0]!)).toEqual(typist.records())
  }
})
