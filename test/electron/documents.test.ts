/** How files become open documents: made new, found again, received, changed elsewhere, damaged. */
import Database from 'better-sqlite3'
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileNameFrom } from '../../electron/host/fileNames'
import { hashOf } from '../../electron/host/store/publish'
import { bundledTemplates } from '../../shared/formats/templates'
import { lifecycles } from '../../shared/model/stage'
import { recordsOf, startApp, Typist, type App } from '../helpers/app'
import { tempFolder } from '../helpers/folders'

let app: App
beforeEach(async () => {
  app = startApp()
  await app.call('app.start', {})
})
afterEach(() => app.remove())

const create = (title: string) => app.call('document.create', { template: null, title })
const fileOf = (name: string) => join(app.documents, name)
const names = () => readdirSync(app.documents).toSorted()
const started = async () => (await app.call('app.start', {})).open

/** Working copies, without what SQLite keeps beside them. */
const workingCopies = () =>
  readdirSync(join(app.data, 'working'))
    .filter(name => name.endsWith('.sqlite'))
    .map(name => join(app.data, 'working', name))

function damage(path: string) {
  writeFileSync(path, readFileSync(path).fill(0xa5, 100, 9000))
  rmSync(`${path}-wal`, { force: true })
}

test('R1 a new document has one journey with the stages of a life cycle, in the language of the person', async () => {
  await app.call('app.set', { language: 'sk' })
  const open = await create('Trajekt')
  const stages = recordsOf(open).filter(({ type }) => type === 'stage')
  expect(new Set(stages.map(({ lifecycle }) => lifecycle))).toEqual(new Set(lifecycles.slice(0, -1)))
  expect(stages).toHaveLength(8)
  expect(stages.map(({ title }) => title)).toContain('Nákup')
  expect(recordsOf(open).filter(({ type }) => type === 'journey')).toEqual([
    expect.objectContaining({ title: 'Trajekt' }),
  ])
  expect(open).toMatchObject({ fileName: 'Trajekt.jboard', history: '{"undo":[],"redo":[]}', readOnly: null })
  expect(open.state).toEqual({ saved: 1, published: 1, place: 'ok' })
})

test('every template is listed and opens as a document', async () => {
  const list = await app.call('template.list', {})
  expect(list.map(({ key }) => key)).toEqual(bundledTemplates().templates.map(({ key }) => key))
  for (const entry of list) {
    const scene = JSON.parse(entry.thumbnail ?? 'null') as { items: unknown[] } | null
    expect((scene?.items.length ?? 0) > 10).toBe(entry.kind === 'journey')
    const open = await app.call('document.create', { template: entry.key })
    const of = (type: string) => recordsOf(open).filter(record => record.type === type).length
    expect([of('touchpoint'), of('note')]).toEqual([entry.touchpoints, entry.notes])
  }
  await expect(app.call('document.create', { template: 'none' })).rejects.toMatchObject({
    code: 'template.unknown',
  })
  await expect(started()).resolves.toHaveLength(list.length)
})

test('names of new files come from the title, are free, and never those of somebody else’s file', async () => {
  mkdirSync(app.documents)
  writeFileSync(fileOf('Map.jboard'), 'somebody else’s')
  expect((await create('Map')).fileName).toBe('Map 2.jboard')
  expect((await create('Map')).fileName).toBe('Map 3.jboard')
  expect((await create('a/b\\c:d*?"<>|')).fileName).toBe('a b c d.jboard')
  expect((await create('con')).fileName).toBe('_con.jboard')
  expect((await create('...')).fileName).toBe('Journeyboard.jboard')
  expect((await create('\u{1F6A2}'.repeat(300))).state.place).toBe('ok')
  expect(readFileSync(fileOf('Map.jboard'), 'utf8')).toBe('somebody else’s')
})

test('a name made from any title is one every system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), title => {
      const name = fileNameFrom(title)
      expect([...name].length).toBeLessThanOrEqual(121)
      expect(Buffer.byteLength(`${name}.jboard`)).toBeLessThanOrEqual(255)
      // eslint-disable-next-line no-control-regex
      expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]|^\.|[. ]$/)
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
      expect(fileNameFrom(name)).toBe(name)
    }),
    { numRuns: 2000 },
  )
})

test('one file is one document, whatever way leads to it', async () => {
  const open = await create('One')
  symlinkSync(app.documents, join(app.data, '..', 'other way'))
  const ways = [
    fileOf('One.jboard'),
    join(app.data, '..', 'other way', 'One.jboard'),
    join(app.documents, '.', 'One.jboard'),
  ]
  for (const way of ways) expect((await app.host.openPath(way)).handle).toBe(open.handle)
  const base64 = readFileSync(fileOf('One.jboard')).toString('base64')
  expect((await app.call('document.openBytes', { name: 'One.jboard', base64 })).handle).toBe(open.handle)
  const both = await Promise.all([app.host.openPath(ways[0]!), app.host.openPath(ways[1]!)])
  expect(both[0].handle).toBe(both[1].handle)
  expect(names()).toEqual(['One.jboard'])
})

test('opening what is just being closed opens it anew; closing twice is closing once', async () => {
  const open = await create('One')
  const typist = new Typist(app, open)
  await typist.edit(3)
  const [, again] = await Promise.all([
    app.call('document.close', { document: open.handle }),
    app.host.openPath(fileOf('One.jboard')),
    app.call('document.close', { document: open.handle }),
  ])
  expect(again.handle).not.toBe(open.handle)
  expect(recordsOf(again)).toEqual(typist.records())
  await new Typist(app, again, 5).edit(3)
  await expect(app.call('document.publish', { document: open.handle })).rejects.toMatchObject({
    code: 'document.closed',
  })
})

test('bytes that were never seen become a document of their own', async () => {
  const other = startApp()
  const sent = await other.call('document.create', { template: 'yacht-charter' })
  const { name, base64 } = await other.call('document.download', { document: sent.handle })
  const open = await app.call('document.openBytes', { name: `/etc/${name}`, base64 })
  expect(recordsOf(open)).toEqual(recordsOf(sent))
  expect(open.state.place).toBe('ok')
  expect(names()).toEqual([basename(name)])
  await other.remove()
})

test.each([
  ['nothing', '', 'file.empty'],
  ['a text', 'not a document', 'file.notADocument'],
])('bytes that are %s are refused and leave nothing', async (_, content, code) => {
  const base64 = Buffer.from(content).toString('base64')
  await expect(app.call('document.openBytes', { name: 'a.jboard', base64 })).rejects.toMatchObject({ code })
  expect(readdirSync(join(app.data, '..'))).toEqual(['data'])
  expect(readdirSync(join(app.data, 'incoming'))).toEqual([])
  expect(workingCopies()).toEqual([])
  expect(await app.call('recent.list', {})).toEqual([])
})

test('files in the app’s own folder are not documents', async () => {
  await create('One')
  await expect(app.host.openPath(workingCopies()[0]!)).rejects.toMatchObject({ code: 'file.inAppFolder' })
})

test('a file that somebody replaced while it was closed is read anew, through the guard', async () => {
  const open = await create('Shared')
  const typist = new Typist(app, open)
  await typist.edit(10)
  await app.call('document.close', { document: open.handle })
  const theirs = startApp()
  mkdirSync(theirs.documents)
  copyFileSync(fileOf('Shared.jboard'), join(theirs.documents, 'Shared.jboard'))
  const there = await theirs.host.openPath(join(theirs.documents, 'Shared.jboard'))
  const them = new Typist(theirs, there, 2)
  await them.edit(10)
  await theirs.call('document.publish', { document: there.handle })
  copyFileSync(join(theirs.documents, 'Shared.jboard'), fileOf('Shared.jboard'))
  const again = await app.host.openPath(fileOf('Shared.jboard'))
  expect(recordsOf(again)).toEqual(them.records())
  expect(again.notices).toEqual([])
  expect(names()).toEqual(['Shared.jboard'])
  await theirs.remove()
})

test('another document under the name of ours, over unpublished edits: ours goes beside it', async () => {
  const open = await create('Shared')
  const typist = new Typist(app, open)
  const other = await create('Other')
  await new Typist(app, other, 3).edit(4)
  await app.call('document.close', { document: other.handle })
  const foreign = readFileSync(fileOf('Other.jboard'))
  rmSync(fileOf('Other.jboard'))
  await typist.edit(10)
  await app.call('document.publish', { document: open.handle })
  writeFileSync(fileOf('Shared.jboard'), foreign)
  await typist.edit(5)
  await app.call('document.close', { document: open.handle })
  const again = await app.host.openPath(fileOf('Shared.jboard'))
  expect(again.documentId).toBe(other.documentId)
  expect(again.notices).toEqual([
    { code: 'document.setAside', params: { name: 'Shared.jboard', copy: 'Shared (recovered).jboard' } },
  ])
  expect(names()).toEqual(['Shared (recovered).jboard', 'Shared.jboard'])
  const ours = await app.host.openPath(fileOf('Shared (recovered).jboard'))
  expect(recordsOf(ours)).toEqual(typist.records())
  expect(JSON.parse(ours.history)).toEqual(JSON.parse(JSON.stringify(typist.editor.history)))
  expect(readFileSync(fileOf('Shared.jboard')).equals(foreign)).toBe(true)
})

test('F14 a damaged working copy falls back to the file', async () => {
  const typist = new Typist(app, await create('Map'))
  await typist.edit(20)
  await app.host.close()
  damage(workingCopies()[0]!)
  app = startApp({ folder: join(app.data, '..') })
  const start = await app.call('app.start', {})
  expect(start.notices).toEqual([{ code: 'document.fellBackToFile', params: { name: 'Map.jboard' } }])
  expect(recordsOf(start.open[0]!)).toEqual(typist.records())
  expect(readdirSync(join(app.data, 'damaged'))).toHaveLength(1)
  const again = new Typist(app, start.open[0]!, 9)
  await again.edit(3)
  expect(await app.call('document.publish', { document: start.open[0]!.handle })).toMatchObject({
    place: 'ok',
    saved: 24,
  })
})

test('F14 where the file is gone too, to the newest version; where that is damaged, to the one before', async () => {
  const open = await create('Map')
  const typist = new Typist(app, open)
  await typist.edit(10)
  await app.call('document.publish', { document: open.handle })
  const earlier = typist.records()
  await typist.edit(10)
  await app.call('document.publish', { document: open.handle })
  const versions = await app.call('document.versions', { document: open.handle })
  for (const [harmed, expected] of [
    [[], typist.records()],
    [[versions[0]!.handle], earlier],
  ] as const) {
    await app.host.close()
    damage(workingCopies()[0]!)
    rmSync(fileOf('Map.jboard'), { force: true })
    for (const handle of harmed) damage(join(app.data, 'versions', `${handle}.jboard`))
    app = startApp({ folder: join(app.data, '..') })
    const start = await app.call('app.start', {})
    expect(start.notices.map(({ code }) => code)).toEqual(['document.fellBackToVersion'])
    expect(recordsOf(start.open[0]!)).toEqual(expected)
    expect(start.open[0]!.state.place).toBe('unreachable')
  }
})

test('F14 where nothing is left that can be read, it says so and shows no empty document', async () => {
  await create('Map')
  await app.host.close()
  damage(workingCopies()[0]!)
  rmSync(fileOf('Map.jboard'))
  for (const name of readdirSync(join(app.data, 'versions'))) damage(join(app.data, 'versions', name))
  app = startApp({ folder: join(app.data, '..') })
  const start = await app.call('app.start', {})
  expect(start.open).toEqual([])
  expect(start.notices).toEqual([{ code: 'document.damaged', params: { name: 'Map.jboard' } }])
})

test('a working copy that a newer version of the app left waits for that version, untouched', async () => {
  const open = await create('Map')
  rmSync(app.documents, { recursive: true })
  await new Typist(app, open).edit(3)
  await app.host.close()
  const [path] = workingCopies()
  const db = new Database(path!)
  db.pragma('user_version = 2')
  db.close()
  const before = hashOf(path!)
  app = startApp({ folder: join(app.data, '..') })
  const start = await app.call('app.start', {})
  expect(start.open).toEqual([])
  expect(start.notices).toEqual([{ code: 'file.newer', params: { name: 'Map.jboard' } }])
  expect(workingCopies()).toEqual([path])
  expect(hashOf(path!)).toBe(before)
})

test('a damaged file is salvaged beside the original, which stays as it is', async () => {
  const open = await app.call('document.create', { template: 'yacht-charter', title: 'Yacht' })
  const folder = tempFolder()
  const path = join(folder.path, 'Broken.jboard')
  const bytes = readFileSync(fileOf(open.fileName))
  const page = Math.floor(bytes.lastIndexOf('"type":"touchpoint"') / 4096)
  bytes.fill(0x5a, page * 4096, (page + 1) * 4096)
  writeFileSync(path, bytes)
  const salvaged = await app.host.openPath(path)
  expect(salvaged.fileName).toBe('Broken (recovered).jboard')
  await app.call('app.set', { language: 'pl' })
  expect((await app.host.openPath(path)).fileName).toBe('Broken (odzyskane).jboard')
  expect(salvaged.notices.map(({ code }) => code)).toEqual(['file.salvaged', 'file.salvagedAs'])
  const found = recordsOf(salvaged)
  expect(found.length).toBeGreaterThan(20)
  expect(found.length).toBeLessThan(recordsOf(open).length)
  for (const record of found.filter(({ type }) => type !== 'project'))
    expect(recordsOf(open)).toContainEqual(record)
  expect(readFileSync(path).equals(bytes)).toBe(true)
  folder.remove()
})

test('the recent list: pinned, removed, missing, found again elsewhere', async () => {
  const found = join(app.data, '..', 'Found.jboard')
  app = await app.restart({ shell: { dialogs: true, pickOpen: () => Promise.resolve(found) } })
  await app.call('app.start', {})
  const open = await app.call('document.create', { template: 'yacht-charter', title: 'Yacht' })
  await app.call('document.thumbnail', { document: open.handle, scene: '{"boxes":[]}' })
  await app.call('document.close', { document: open.handle })
  const list = () => app.call('recent.list', {})
  const [entry] = await list()
  expect(entry).toMatchObject({
    title: 'Yacht',
    fileName: 'Yacht.jboard',
    folder: 'documents',
    pinned: false,
    missing: false,
  })
  expect(entry).toMatchObject({ counts: { journeys: 1, touchpoints: 23 }, thumbnail: '{"boxes":[]}' })
  await app.call('recent.pin', { recent: entry!.handle, pinned: true })
  copyFileSync(fileOf('Yacht.jboard'), found)
  rmSync(fileOf('Yacht.jboard'))
  expect((await list())[0]).toMatchObject({ pinned: true, missing: true })
  await expect(app.call('document.openRecent', { recent: entry!.handle })).rejects.toMatchObject({
    code: 'file.missing',
  })
  const again = await app.call('recent.locate', { recent: entry!.handle })
  expect(recordsOf(again!)).toEqual(recordsOf(open))
  expect(await list()).toEqual([
    expect.objectContaining({ fileName: 'Found.jboard', pinned: true, missing: false }),
  ])
  await app.call('recent.remove', { recent: (await list())[0]!.handle })
  expect(await list()).toEqual([])
})

test('Save As goes on in the new file; what stands open elsewhere or lies in our folder is not overwritten', async () => {
  let target = ''
  app = await app.restart({ shell: { dialogs: true, pickSave: () => Promise.resolve(target) } })
  await app.call('app.start', {})
  const other = await create('Other')
  const open = await create('Map')
  const saveAs = () => app.call('document.saveAs', { document: open.handle })
  target = fileOf('Other.jboard')
  await expect(saveAs()).rejects.toMatchObject({ code: 'file.openElsewhere' })
  target = join(app.data, 'working', 'x.jboard')
  await expect(saveAs()).rejects.toMatchObject({ code: 'file.inAppFolder' })
  await app.call('document.close', { document: other.handle })
  target = fileOf('Other.jboard')
  const typist = new Typist(app, open)
  await typist.edit(2)
  expect(await saveAs()).toEqual({ fileName: 'Other.jboard', state: { saved: 3, published: 3, place: 'ok' } })
  const map = hashOf(fileOf('Map.jboard'))
  await typist.edit(2)
  await app.call('document.publish', { document: open.handle })
  expect(hashOf(fileOf('Map.jboard'))).toBe(map)
  app = await app.restart()
  const again = (await app.call('app.start', {})).open
  expect(again.map(({ fileName }) => fileName)).toEqual(['Other.jboard'])
  expect(recordsOf(again[0]!)).toEqual(typist.records())
})
