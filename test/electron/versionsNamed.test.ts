import Database from 'better-sqlite3'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { surplus } from '../../electron/host/store/versions'
import type { VersionRow } from '../../electron/host/store/appState'
import { touchpointCommands, updateProject } from '../../shared/commands'
import { completed, type Command } from '../../shared/document'
import type { InputOf, OpenDocument } from '../../shared/ipc/contract'
import type { RawRecord } from '../../shared/model'
import { byId } from '../helpers/randomEdits'
import { recordsOf, startApp, Typist, type App } from '../helpers/app'
import { guardHere } from '../helpers/guardHere'

let app: App
let open: OpenDocument
let typist: Typist
let now = Date.parse('2026-05-20T12:00:00.000Z')
beforeEach(async () => {
  app = startApp({ spawnGuard: guardHere, now: () => now })
  await app.call('app.start', {})
  open = await app.call('document.create', { template: null, title: 'Map' })
  typist = new Typist(app, open)
})
afterEach(() => app.remove())

const document = () => open.handle
const publish = () => app.call('document.publish', { document: document() })
const versions = () => app.call('document.versions', { document: document() })
const name = (version: string | null, said: string) =>
  app.call('version.name', { document: document(), version, name: said })

test('what is named now is kept while the automatic ones are thinned out; renamed and unnamed again', async () => {
  await typist.edit(3)
  const then = typist.records()
  const named = await name(null, '  Before the workshop ')
  expect(named).toMatchObject({ name: 'Before the workshop', revision: 4 })
  for (let n = 0; n < 14; n++) {
    await typist.edit()
    await publish()
  }
  const list = await versions()
  expect(list.filter(one => one.name === null)).toHaveLength(10)
  expect(list.filter(one => one.name !== null)).toEqual([named])
  const { records } = await app.call('version.records', { document: document(), version: named.handle })
  expect(byId(JSON.parse(records) as RawRecord[])).toEqual(then)

  expect((await name(named.handle, 'First round')).name).toBe('First round')
  app = await app.restart()
  open = (await app.call('app.start', {})).open[0]!
  expect((await versions()).find(one => one.handle === named.handle)?.name).toBe('First round')
  expect((await name(named.handle, '')).name).toBeNull()
  await expect(name('version-neverthere', 'x')).rejects.toMatchObject({ code: 'version.missing' })
})

test('naming what is named already or what is published makes no second version', async () => {
  await typist.edit()
  await publish()
  const count = (await versions()).length
  await name(null, 'One')
  await name(null, 'Two')
  const list = await versions()
  expect(list).toHaveLength(count)
  expect(list[0]).toMatchObject({ name: 'Two' })
})

test('naming what is open names that, also where an earlier version counted as many changes', async () => {
  const path = join(app.documents, open.fileName)
  const copy = join(app.documents, 'copy.jboard')
  copyFileSync(path, copy)
  const mine = await typist.edit()
  await publish()
  await app.call('document.close', { document: document() })
  const elsewhere = startApp()
  const theirs = new Typist(elsewhere, await elsewhere.host.openPath(copy), 2)
  expect(await theirs.edit()).toBe(mine)
  await elsewhere.host.close()
  // their copy takes the place of the file, as a file manager would put it there
  copyFileSync(copy, path)
  await elsewhere.remove()
  open = await app.host.openPath(path)
  expect(recordsOf(open)).toEqual(theirs.records())
  const { handle } = await name(null, 'Theirs')
  const { records } = await app.call('version.records', { document: document(), version: handle })
  expect(byId(JSON.parse(records) as RawRecord[])).toEqual(theirs.records())
  const count = (await versions()).length
  expect((await name(null, 'Once more')).handle).toBe(handle)
  expect(await versions()).toHaveLength(count)
})

test('control: without its name the same version is let go of', () => {
  const row = (n: number, said: string | null): VersionRow => ({
    id: `v${n}`,
    documentId: 'a',
    path: '/a',
    at: new Date(now - n * 1000).toISOString(),
    revision: 1000 - n,
    bytes: 60 * 1024 * 1024,
    name: said,
  })
  const rows = Array.from({ length: 14 }, (_, n) => row(n, null))
  const old = 13
  expect(surplus(rows, now).map(({ id }) => id)).toContain(`v${old}`)
  const named = rows.map((one, n) => (n === old ? row(n, 'kept') : one))
  expect(surplus(named, now).map(({ id }) => id)).not.toContain(`v${old}`)
})

test('versions of the first release, which had no names, stay', async () => {
  const { host, data } = app
  await publish()
  const before = await versions()
  await host.close()
  const db = new Database(join(data, 'app.sqlite'))
  db.exec('ALTER TABLE version DROP COLUMN name')
  db.close()
  app = await app.restart()
  open = (await app.call('app.start', {})).open[0]!
  expect(await versions()).toEqual(before)
  expect((await name(before[0]!.handle, 'Named')).name).toBe('Named')
})

test('another file of the same document can be read, one of another document cannot', async () => {
  const path = join(app.documents, open.fileName)
  const then = typist.records()
  const copy = join(app.documents, 'copy.jboard')
  copyFileSync(path, copy)
  await typist.edit(5)
  const base64 = readFileSync(copy).toString('base64')
  const read = await app.call('version.other', {
    document: document(),
    file: { name: 'copy.jboard', base64 },
  })
  expect(read?.fileName).toBe('copy.jboard')
  expect(byId(JSON.parse(read!.records) as RawRecord[])).toEqual(then)
  expect(recordsOf((await app.call('app.start', {})).open[0]!)).toEqual(typist.records())

  const other = await app.call('document.create', { template: null, title: 'Other' })
  const foreign = readFileSync(join(app.documents, other.fileName)).toString('base64')
  await expect(
    app.call('version.other', { document: document(), file: { name: 'x.jboard', base64: foreign } }),
  ).rejects.toMatchObject({ code: 'merge.otherDocument' })
  const recent = (await app.call('recent.list', {})).find(entry => entry.title === 'Other')!
  await expect(
    app.call('version.other', { document: document(), file: { recent: recent.handle } }),
  ).rejects.toMatchObject({ code: 'merge.otherDocument' })
})

test('who wrote a field last and when, field by field, over two sessions', async () => {
  await app.call('app.set', { author: 'Jana' })
  await typist.edit(30)
  const touchpoint = typist.editor.doc.all('touchpoint')[0]!
  const authors = () => app.call('record.authors', { document: document(), id: touchpoint.id })
  const of = async (field: string) => {
    const list = await authors()
    return list.find(one => one.field === field) ?? list.find(one => one.field === '*')
  }
  expect(await of('backstage')).toMatchObject({ author: 'Jana', mine: true })

  app = await app.restart({ now: () => now })
  await app.call('app.set', { author: 'Petr' })
  open = (await app.call('app.start', {})).open[0]!
  const save = async (command: Command<never>, args: object) => {
    const { records, revision } = (await app.call('app.start', {})).open[0]!
    const doc = new Typist(app, { ...open, records }).editor.doc
    const session = { actor: 'tester01', random: () => 'x', now: () => '' }
    const patch = command.run(doc, completed(command, args as never, session) as never)
    const changes = [
      { step: `s${now}`, command: command.name, patch },
    ] as never as InputOf<'document.save'>['changes']
    await app.call('document.save', { document: document(), base: revision, changes })
  }
  now += 60_000
  await save(touchpointCommands.update as never, { id: touchpoint.id, backstage: 'The desk' })
  now += 60_000
  await save(updateProject as never, { vision: 'Calm' })
  expect(await of('backstage')).toEqual({
    field: 'backstage',
    author: 'Petr',
    at: '2026-05-20T12:01:00.000Z',
    mine: true,
  })
  expect(await of('frontstage')).toMatchObject({
    author: 'Jana',
    mine: false,
    at: '2026-05-20T12:00:00.000Z',
  })
  expect(await app.call('record.authors', { document: document(), id: 'touchpoint:gone' })).toEqual([])
})
