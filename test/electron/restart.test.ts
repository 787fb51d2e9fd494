import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { recordsOf, startApp, Typist, type App } from '../helpers/app'
import { tempFolder } from '../helpers/folders'
import { bundleHostChild, KillableHost, type Bundle } from '../helpers/killableHost'

let bundle: Bundle
beforeAll(async () => {
  bundle = await bundleHostChild()
})
afterAll(() => bundle.remove())

let app: App
beforeEach(() => {
  app = startApp()
})
afterEach(() => app.remove())

const view = {
  board: 'journey',
  selection: ['touchpoint:a', 'step:b'],
  zoom: 1.25,
  scroll: { x: -40, y: 12.5 },
}

test('after a kill the same documents open again in their order, with selection and view, within 3 seconds', async () => {
  const folder = tempFolder()
  const options = { data: join(folder.path, 'data'), documents: join(folder.path, 'documents') }
  const host = new KillableHost(bundle, options)
  await host.ready
  await host.call('app.start', {})
  const first = (await host.call('document.create', { template: 'yacht-charter' }))!
  const second = (await host.call('document.create', { template: null, title: 'Second' }))!
  const third = (await host.call('document.create', { template: null, title: 'Closed' }))!
  await host.call('document.remember', { document: first.handle, view })
  await host.call('document.remember', { document: second.handle, view: { ...view, zoom: 2 } })
  await host.call('document.close', { document: third.handle })
  const project = recordsOf(second).find(({ type }) => type === 'project')!
  const updated = [{ id: project.id, field: 'vision', from: '', to: 'Not published yet' }]
  const changes = [{ step: 'a', command: 'project.update', patch: { added: [], removed: [], updated } }]
  await host.call('document.save', { document: second.handle, base: second.revision, changes })
  await host.kill()

  const begun = performance.now()
  const again = new KillableHost(bundle, options)
  await again.ready
  const start = (await again.call('app.start', {}))!
  const took = performance.now() - begun
  console.log(`process, host and two documents again after ${took.toFixed(0)} ms`)
  expect(took).toBeLessThan(3000)
  expect(start.notices).toEqual([])
  expect(start.open.map(({ fileName }) => fileName)).toEqual([first.fileName, 'Second.jboard'])
  expect(start.open.map(open => open.view)).toEqual([view, { ...view, zoom: 2 }])
  expect(recordsOf(start.open[0]!)).toEqual(recordsOf(first))
  expect(recordsOf(start.open[1]!)).toContainEqual({ ...project, vision: 'Not published yet' })
  expect(start.open[1]!.state).toEqual({ saved: 2, published: 1, place: 'ok' })
  expect(start.open.every((open, at) => open.actor !== [first, second][at]!.actor)).toBe(true)
  await again.kill()
  folder.remove()
})

test('after an orderly end too; the page that loads anew finds the same handles', async () => {
  await app.call('app.start', {})
  const open = await app.call('document.create', { template: null, title: 'Kept' })
  await app.call('document.remember', { document: open.handle, view })
  expect((await app.call('app.start', {})).open.map(({ handle }) => handle)).toEqual([open.handle])
  app = await app.restart()
  const { open: again } = await app.call('app.start', {})
  expect(again).toHaveLength(1)
  expect(again[0]).toMatchObject({ fileName: 'Kept.jboard', view, documentId: open.documentId })
  await app.call('document.close', { document: again[0]!.handle })
  app = await app.restart()
  expect((await app.call('app.start', {})).open).toEqual([])
  const [recent] = await app.call('recent.list', {})
  const opened = await app.call('document.openRecent', { recent: recent!.handle })
  expect(opened.view).toEqual(view)
})

test('a document whose file is gone is told of once; one with unpublished edits opens all the same', async () => {
  await app.call('app.start', {})
  await app.call('document.create', { template: null, title: 'Gone' })
  const open = await app.call('document.create', { template: null, title: 'Ahead' })
  const typist = new Typist(app, open)
  rmSync(app.documents, { recursive: true })
  await typist.edit(4)
  app = await app.restart()
  const start = await app.call('app.start', {})
  expect(start.notices).toEqual([{ code: 'file.missing', params: { name: 'Gone.jboard' } }])
  expect(start.open.map(({ fileName }) => fileName)).toEqual(['Ahead.jboard'])
  expect(start.open[0]!.state).toEqual({ saved: 5, published: 1, place: 'unreachable' })
  expect(recordsOf(start.open[0]!)).toEqual(typist.records())
  app = await app.restart()
  expect((await app.call('app.start', {})).notices).toEqual([])
})

test('one host at a time uses a data folder, and a killed one leaves no lock', async () => {
  expect(() => startApp({ folder: join(app.data, '..') })).toThrow(
    expect.objectContaining({ code: 'app.alreadyRunning' }),
  )
  const folder = tempFolder()
  const options = { data: join(folder.path, 'data'), documents: folder.path }
  const first = new KillableHost(bundle, options)
  await first.ready
  const second = new KillableHost(bundle, options)
  await expect(second.ready).rejects.toMatchObject({ code: 'app.alreadyRunning' })
  await first.kill()
  const third = new KillableHost(bundle, options)
  await third.ready
  await Promise.all([second.kill(), third.kill()])
  folder.remove()
})

test('settings are kept; what nobody set is as the shell wants it', async () => {
  const started = async () => (await app.call('app.start', {})).settings
  app = await app.restart({ language: 'cs' })
  expect(await started()).toEqual({ language: 'cs', theme: 'system', author: '', closedHints: [] })
  await app.call('app.set', { theme: 'dark', author: 'Jana' })
  app = await app.restart({ language: 'pl' })
  expect(await started()).toEqual({ language: 'pl', theme: 'dark', author: 'Jana', closedHints: [] })
})

test('app state that cannot be read is begun anew, and unpublished edits become a document again', async () => {
  await app.call('app.start', {})
  const open = await app.call('document.create', { template: null, title: 'Orphan' })
  const typist = new Typist(app, open)
  rmSync(app.documents, { recursive: true })
  await typist.edit(6)
  await app.host.close()
  writeFileSync(join(app.data, 'app.sqlite'), 'no database any more')
  rmSync(join(app.data, 'app.sqlite-wal'), { force: true })
  app = startApp({ folder: join(app.data, '..') })
  const start = await app.call('app.start', {})
  expect(start.notices).toEqual([
    { code: 'document.recovered', params: { copy: expect.stringMatching(/\(recovered\)\.jboard$/) } },
  ])
  const [recent] = await app.call('recent.list', {})
  const again = await app.call('document.openRecent', { recent: recent!.handle })
  expect(recordsOf(again)).toEqual(typist.records())
})
