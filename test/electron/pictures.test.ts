/** Pictures of a document: added, published, read again, let go of (SPEC-file F25, F37). */
import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeFile } from '../../electron/host/store/rows'
import { addPicture, maxPicturesBytes } from '../../electron/host/store/pictures'
import { assetCommands, removeRecords, updateProject } from '../../shared/commands'
import { completed, Doc, type ArgsOf, type Command } from '../../shared/document'
import type { InputOf, OpenDocument } from '../../shared/ipc/contract'
import type { RawRecord } from '../../shared/model'
import { recordsOf, startApp, type App } from '../helpers/app'
import { tempFolder } from '../helpers/folders'
import { guardHere } from '../helpers/guardHere'
import { gif, jpeg, png, webp } from '../helpers/pictures'
import { sampleRecord, sampleRows } from '../helpers/sampleRows'

let app: App
beforeEach(async () => {
  app = startApp({ spawnGuard: guardHere })
  await app.call('app.start', {})
})
afterEach(() => app.remove())

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const add = (open: OpenDocument, bytes: Buffer) =>
  app.call('picture.add', { document: open.handle, base64: bytes.toString('base64') })
const read = async (open: OpenDocument, sha256: string) => {
  const { base64, mime } = await app.call('picture.read', { document: open.handle, sha256 })
  return [mime, Buffer.from(base64, 'base64')] as const
}
const fileOf = (name: string) => join(app.documents, name)

/** The hashes of the pictures in a file. */
function inFile(path: string): string[] {
  const db = new Database(path, { readonly: true })
  try {
    return db.prepare<[], string>('SELECT sha256 FROM blob ORDER BY sha256').pluck().all()
  } finally {
    db.close()
  }
}

let count = 0
const fresh = { actor: 'tester01', random: () => `x${++count}`, now: () => '2026-01-01T00:00:00.000Z' }

/** One person at one document: runs commands and saves what they change, each as one step. */
function editing(open: OpenDocument) {
  const doc = new Doc(JSON.parse(open.records) as RawRecord[])
  let base = open.revision
  const save = async (change: object) => {
    const changes = [change] as InputOf<'document.save'>['changes']
    base = (await app.call('document.save', { document: open.handle, base, changes })).revision
  }
  return async <A extends object>(command: Command<A>, args: ArgsOf<Command<A>>) => {
    const full = completed(command, args, fresh)
    const patch = command.run(doc, full)
    doc.apply(patch)
    await save({ step: fresh.random(), command: command.name, patch })
    return full
  }
}

async function closed(open: OpenDocument, name: string): Promise<OpenDocument> {
  await app.call('document.publish', { document: open.handle })
  await app.call('document.close', { document: open.handle })
  return app.host.openPath(fileOf(name))
}

test('F25 what was added is in the file, and the same bytes come back wherever it is opened', async () => {
  const open = await app.call('document.create', { template: null, title: 'Album' })
  const run = editing(open)
  const pictures = [png(30, 20), jpeg, webp, gif]
  for (const bytes of pictures) {
    const facts = await add(open, bytes)
    expect(facts.sha256).toBe(hashOf(bytes))
    await run(assetCommands.add, { title: 'A picture', ...facts })
  }
  const twice = await add(open, jpeg)
  expect(twice).toEqual({ sha256: hashOf(jpeg), mime: 'image/jpeg', width: 12, height: 9 })
  const again = await closed(open, 'Album.jboard')
  expect(inFile(fileOf('Album.jboard'))).toEqual(pictures.map(hashOf).toSorted())
  // elsewhere nothing but the file is known
  const other = startApp({ spawnGuard: guardHere })
  const sent = await other.host.openPath(fileOf('Album.jboard'))
  for (const [at, mime] of ['image/png', 'image/jpeg', 'image/webp', 'image/gif'].entries()) {
    const bytes = pictures[at]!
    expect(await read(again, hashOf(bytes))).toEqual([mime, bytes])
    const { base64 } = await other.call('picture.read', { document: sent.handle, sha256: hashOf(bytes) })
    expect(Buffer.from(base64, 'base64')).toEqual(bytes)
  }
  expect(recordsOf(sent).filter(({ type }) => type === 'asset')).toHaveLength(4)
  await other.remove()
})

test('what is no picture, too large or too wide is refused, and nothing is kept of it', async () => {
  const open = await app.call('document.create', { template: null, title: 'Refused' })
  const cases = [
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'picture.unknown'],
    [Buffer.from('<!doctype html><p>'), 'picture.unknown'],
    [png(30, 20).subarray(0, 60), 'picture.broken'],
    [png(20_001, 1), 'picture.tooWide'],
    [png(9, 9, 0, 10 * 1024 * 1024), 'picture.tooLarge'],
  ] as const
  for (const [bytes, code] of cases) await expect(add(open, bytes)).rejects.toMatchObject({ code })
  await closed(open, 'Refused.jboard')
  expect(inFile(fileOf('Refused.jboard'))).toEqual([])
})

test('asking for a picture that is not there says so', async () => {
  const open = await app.call('document.create', { template: null, title: 'None' })
  await expect(read(open, 'a'.repeat(64))).rejects.toMatchObject({ code: 'picture.gone' })
})

test('what a received file calls a picture is shown only if it is one', async () => {
  const page = Buffer.from('<!doctype html><script>alert(1)</script>')
  const asset = { sha256: hashOf(page), mime: 'image/png', width: 1, height: 1 }
  const path = join(app.data, '..', 'Received.jboard')
  const rows = sampleRows(2, [sampleRecord('asset', 'page', asset)])
  writeFile(path, { ...rows, blobs: [{ sha256: asset.sha256, mime: 'text/html', bytes: page }] })
  const open = await app.host.openPath(path)
  await expect(read(open, asset.sha256)).rejects.toMatchObject({ code: 'picture.unknown' })
})

test('a file that can only be read shows its pictures and takes none', async () => {
  const path = join(app.data, '..', 'Newer.jboard')
  const bytes = png(5, 5)
  const asset = sampleRecord('asset', 'a', { sha256: hashOf(bytes), mime: 'image/png', width: 5, height: 5 })
  const rows = sampleRows(2, [asset])
  const blobs = [{ sha256: hashOf(bytes), mime: 'image/png', bytes }]
  writeFile(path, { ...rows, meta: { ...rows.meta, minimumReader: '99' }, blobs })
  const open = await app.host.openPath(path)
  expect(open.readOnly).toBe('file.newer')
  expect(await read(open, hashOf(bytes))).toEqual(['image/png', bytes])
  await expect(add(open, jpeg)).rejects.toMatchObject({ code: 'document.readOnly' })
})

test('F37 a removed picture stays while it can be undone or anything names it, and goes when the log forgot it', async () => {
  const open = await app.call('document.create', { template: null, title: 'Tidy' })
  let run = editing(open)
  const facts = await add(open, jpeg)
  const asset = await run(assetCommands.add, facts)
  const stray = await add(open, webp)
  await run(removeRecords, { ids: [asset.id] })
  let again = await closed(open, 'Tidy.jboard')
  // one that no record ever named was never part of the document
  await expect(read(again, stray.sha256)).rejects.toMatchObject({ code: 'picture.gone' })
  expect((await read(again, facts.sha256))[1]).toEqual(jpeg)

  run = editing(again)
  for (let n = 0; n < 1001; n++) await run(updateProject, { vision: `Vision ${n}` })
  again = await closed(again, 'Tidy.jboard')
  await expect(read(again, facts.sha256)).rejects.toMatchObject({ code: 'picture.gone' })
})

test('F72 an earlier version brings its pictures back', async () => {
  const open = await app.call('document.create', { template: null, title: 'Back' })
  const run = editing(open)
  const facts = await add(open, jpeg)
  const asset = await run(assetCommands.add, facts)
  await app.call('document.publish', { document: open.handle })
  await run(removeRecords, { ids: [asset.id] })
  await app.call('document.publish', { document: open.handle })
  const versions = await app.call('document.versions', { document: open.handle })
  forget()
  await expect(read(open, facts.sha256)).rejects.toMatchObject({ code: 'picture.gone' })
  const restored = await app.call('document.restore', {
    document: open.handle,
    version: versions.find(({ revision }) => revision === open.revision + 1)!.handle,
  })
  expect(recordsOf(restored).some(({ id }) => id === asset.id)).toBe(true)
  expect((await read(restored, facts.sha256))[1]).toEqual(jpeg)
})

/** As if the log had forgotten the picture and it had been let go of. */
function forget() {
  const name = readdirSync(join(app.data, 'working')).find(one => one.endsWith('.sqlite'))
  const db = new Database(join(app.data, 'working', name ?? ''))
  db.exec('DELETE FROM blob')
  db.close()
}

test('all pictures of a document together have a limit, and one more than that is refused', () => {
  const folder = tempFolder()
  const path = join(folder.path, 'full.jboard')
  writeFile(path, sampleRows(1))
  const db = new Database(path)
  db.exec(
    `INSERT INTO blob VALUES ('${'b'.repeat(64)}', 'image/png', zeroblob(${maxPicturesBytes - 30_000}))`,
  )
  expect(addPicture(db, { mime: 'image/gif', bytes: gif })).toBe(hashOf(gif))
  expect(() => addPicture(db, { mime: 'image/png', bytes: png(9, 9, 0, 30_000) })).toThrow('picture.noRoom')
  db.close()
  folder.remove()
})
