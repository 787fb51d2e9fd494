/** A copy that is open beside the document it is merged into. */
import Database from 'better-sqlite3'
import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { formatVersion } from '../../electron/host/store/schema'
import type { PreviewRecord } from '../../shared/document/merge'
import type { OpenDocument } from '../../shared/ipc/contract'
import { recordsOf, startApp, Typist, type App } from '../helpers/app'

let app: App
beforeEach(async () => {
  app = startApp()
  await app.call('app.start', {})
})
afterEach(() => app.remove())

const all = { records: [], fields: [] }

/** A document, and a copy of its file made in the file manager, both open. */
async function twoOpen(): Promise<[OpenDocument, OpenDocument]> {
  const made = await app.call('document.create', { template: null, title: 'Ours' })
  await app.call('document.publish', { document: made.handle })
  const copy = join(app.documents, 'Copy.jboard')
  copyFileSync(join(app.documents, made.fileName), copy)
  return [made, await app.host.openPath(copy)]
}

const read = async (into: OpenDocument, from: OpenDocument) =>
  (await app.call('merge.read', { document: into.handle, file: { from: from.handle } }))!

test('what was typed into the copy a moment ago comes in, once, and the copy stays as it is', async () => {
  const [mine, copy] = await twoOpen()
  expect(copy).toMatchObject({ documentId: mine.documentId, isPart: false, readOnly: null })
  expect(copy.handle).not.toBe(mine.handle)
  const typist = new Typist(app, copy)
  await typist.edit(6)

  const first = await read(mine, copy)
  expect(first).toMatchObject({ fileName: 'Copy.jboard', isPart: false })
  const entries = JSON.parse(first.entries) as PreviewRecord[]
  expect(entries.length).toBeGreaterThan(0)
  // the guard read it: nothing of the copy waits among what comes in but the one plan
  expect(readdirSync(join(app.data, 'incoming'))).toHaveLength(1)
  const merged = await app.call('merge.apply', { document: mine.handle, plan: first.plan, wish: all })
  expect(recordsOf(merged)).toEqual(typist.records())
  expect(readdirSync(join(app.data, 'incoming'))).toEqual([])

  const again = await read(mine, copy)
  expect(JSON.parse(again.entries)).toEqual([])
  await app.call('merge.drop', { document: mine.handle, plan: again.plan })
  // it can be worked on as before, and closed
  await typist.edit(2)
  await app.call('document.close', { document: copy.handle })
})

test('a document that is none of its copies is refused, as is one that was closed', async () => {
  const [mine, copy] = await twoOpen()
  const other = await app.call('document.create', { template: null, title: 'Other' })
  await expect(read(mine, other)).rejects.toMatchObject({
    code: 'merge.otherDocument',
    params: { name: 'Other.jboard' },
  })
  await app.call('document.close', { document: copy.handle })
  await expect(read(mine, copy)).rejects.toMatchObject({ code: 'document.closed' })
})

test('a copy of a newer version, of which only a part is known here, is not merged', async () => {
  const [mine, copy] = await twoOpen()
  const path = join(app.documents, 'Newer.jboard')
  copyFileSync(join(app.documents, copy.fileName), path)
  const db = new Database(path)
  db.pragma(`user_version = ${formatVersion + 1}`)
  db.close()
  const newer = await app.host.openPath(path)
  expect(newer).toMatchObject({ documentId: mine.documentId, readOnly: 'file.newer' })
  await expect(read(mine, newer)).rejects.toMatchObject({
    code: 'merge.newer',
    params: { name: 'Newer.jboard' },
  })
  // it is the version that is in the way: the other copy is read
  expect(await read(mine, copy)).toMatchObject({ fileName: 'Copy.jboard' })
})

test('a part that is open adds and changes only', async () => {
  const [mine, copy] = await twoOpen()
  await app.call('document.close', { document: copy.handle })
  const journey = recordsOf(mine).find(({ type }) => type === 'journey')!
  const sent = await app.call('document.share', {
    document: mine.handle,
    roots: [journey.id],
    leaveOut: [],
    name: 'Part',
  })
  const path = join(app.documents, 'Part.jboard')
  writeFileSync(path, Buffer.from(sent!.base64!, 'base64'))
  const part = await app.host.openPath(path)
  expect(part).toMatchObject({ documentId: mine.documentId, isPart: true })
  const updated = [{ id: journey.id, field: 'scenario', from: journey['scenario'], to: 'Told anew' }]
  const change = { step: 's', command: 'journey.update', patch: { added: [], updated, removed: [] } }
  await app.call('document.save', { document: part.handle, base: part.revision, changes: [change] })

  const plan = await read(mine, part)
  expect(plan.isPart).toBe(true)
  const merged = await app.call('merge.apply', { document: mine.handle, plan: plan.plan, wish: all })
  expect(recordsOf(merged)).toEqual(
    recordsOf(mine).map(record => (record.id === journey.id ? { ...record, scenario: 'Told anew' } : record)),
  )
})

test('a start tells which documents somebody named and which come back by themselves', async () => {
  const [mine, copy] = await twoOpen()
  await app.call('document.close', { document: copy.handle })
  app = await app.restart()
  await app.host.openPaths([join(app.documents, 'Copy.jboard')])
  const start = await app.call('app.start', {})
  expect(start.open.map(({ fileName }) => fileName).sort()).toEqual(['Copy.jboard', mine.fileName].sort())
  expect(start.named).toEqual(
    start.open.filter(({ fileName }) => fileName === 'Copy.jboard').map(({ handle }) => handle),
  )
  // a page that loads anew begins with what was open
  expect((await app.call('app.start', {})).named).toEqual([])
})

test('a file opened for the first time says of which document it is another copy, once', async () => {
  const made = await app.call('document.create', { template: null, title: 'Ours' })
  await app.call('document.publish', { document: made.handle })
  const mine = join(app.documents, made.fileName)
  const copies = ['Beside', 'First', 'Later', 'Last'].map(name => join(app.documents, `${name}.jboard`))
  for (const copy of copies) copyFileSync(mine, copy)
  const [besideIt, first, later, last] = copies
  // while it is open the page sees for itself
  expect((await app.host.openPath(besideIt!)).copyOf).toBeNull()
  await closeAll()
  const listed = await app.call('recent.list', {})
  expect(listed.map(({ fileName }) => fileName)).toEqual(['Beside.jboard', made.fileName])
  const [, { handle } = { handle: '' }] = listed
  await app.call('recent.remove', { recent: listed[0]!.handle })

  const opened = await app.host.openPath(first!)
  expect(opened.copyOf).toEqual({ recent: handle, title: 'Ours' })
  expect((await app.host.openPath(first!)).copyOf).toBeNull()
  await closeAll()
  expect((await app.host.openPath(first!)).copyOf).toBeNull()
  await closeAll()

  // what is gone from the disk or the list is nothing to merge with
  rmSync(mine)
  const { handle: recent } = (await app.call('recent.list', {})).find(
    ({ fileName }) => fileName === 'First.jboard',
  )!
  expect((await app.host.openPath(later!)).copyOf).toEqual({ recent, title: 'Ours' })
  await closeAll()
  for (const { handle } of await app.call('recent.list', {}))
    await app.call('recent.remove', { recent: handle })
  expect((await app.host.openPath(last!)).copyOf).toBeNull()
})

async function closeAll(): Promise<void> {
  for (const { handle } of (await app.call('app.start', {})).open)
    await app.call('document.close', { document: handle })
}
