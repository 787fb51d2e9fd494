/** F12: a medium that takes no writing, for real: a disk of our own, mounted, filled and turned read-only. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { OpenDocument } from '../../shared/ipc/contract'
import { recordsOf, Typist, until, type App } from '../helpers/app'
import { fileContent } from '../helpers/fileContent'
import { tempFolder } from '../helpers/folders'
import type { ChildOptions } from '../helpers/hostChild'
import { bundleHostChild, KillableHost, type Bundle } from '../helpers/killableHost'
import { placeFaults } from '../helpers/placeFaults'
import { smallDisk } from '../helpers/smallDisk'
import { sentencesOf } from '../helpers/words'

const disk = await smallDisk(8)
const { setReadOnly } = disk
if (!setReadOnly)
  console.warn('SKIPPED: a read-only medium needs leave to mount one (unshare, mount) on Linux')
const delays = { quiet: 30, longest: 90, retry: 40, retryLongest: 80, watch: 60_000 }

let bundle: Bundle
let good: ReturnType<typeof tempFolder>
let host: KillableHost
beforeAll(async () => {
  bundle = await bundleHostChild()
})
afterAll(() => {
  disk.end()
  bundle.remove()
})
afterEach(async () => {
  await host.kill()
  good.remove()
})

/** Starts the app on the disk, with its own data in a good place. */
async function started(more: Partial<ChildOptions> = {}, data = 'data'): Promise<App['call']> {
  const options = { data: join(good.path, data), documents: disk.path, delays, savesAs: picked(), ...more }
  host = new KillableHost(bundle, options, {}, disk.through)
  await host.ready
  return (async (name, input) => (await host.call(name, input))!) as App['call']
}

const picked = () => join(good.path, 'Kept.jboard')
const peek = (fileName: string) => join(disk.peek, fileName)

/** A document with its file on the disk, open. */
async function begun(more: Partial<ChildOptions> = {}) {
  good = tempFolder()
  setReadOnly!(false)
  const call = await started(more)
  await call('app.start', {})
  const open = await call('document.create', { template: null, title: 'Stick' })
  const typist = new Typist({ call }, open)
  await typist.edit(3)
  await call('document.publish', { document: open.handle })
  return { call, open, typist, file: peek(open.fileName) }
}

/** F12 holds; the document lives on in the good place, and the medium holds what it held. */
async function keptElsewhere(call: App['call'], open: OpenDocument, typist: Typist) {
  const before = readFileSync(peek(open.fileName))
  const [file, records] = [peek(open.fileName), typist.records()]
  const judged = { host: { call, heard: host.heard }, open, file, picked: picked(), records }
  expect(await placeFaults(judged)).toEqual([])
  const revision = await typist.edit()
  const published = await call('document.publish', { document: open.handle })
  expect(published).toEqual({ saved: revision, published: revision, place: 'ok' })
  expect(fileContent(picked()).records).toEqual(typist.records())
  expect(readFileSync(peek(open.fileName)).equals(before)).toBe(true)
  expect(readdirSync(disk.peek).filter(name => !name.endsWith('.jboard'))).toEqual([])
}

test.skipIf(!setReadOnly)(
  'a document opened from it is read-only, says why and can be saved elsewhere',
  async () => {
    const { open: made, typist } = await begun()
    host.child.kill('SIGTERM')
    await host.ended
    setReadOnly!(true)
    const call = await started({ open: [join(disk.path, made.fileName)] }, 'elsewhere')
    const open = (await call('app.start', {})).open[0]!
    expect(open).toMatchObject({ readOnly: 'file.readOnly', state: { place: 'readOnly' } })
    expect(recordsOf(open)).toEqual(typist.records())
    const code = open.readOnly!
    expect(await sentencesOf({ code, params: {} })).toHaveLength(5)
    const next = new Typist({ call }, open, 2)
    await expect(next.edit()).rejects.toMatchObject({ code: 'document.readOnly' })
    await keptElsewhere(call, open, new Typist({ call }, open, 3))
  },
)

test.skipIf(!setReadOnly)(
  'one that is open when it turns read-only says so, keeps everything, and can be saved elsewhere',
  async () => {
    const { call, open, typist, file } = await begun()
    const before = fileContent(file)
    setReadOnly!(true)
    const saved = await typist.edit(3)
    const state = await call('document.publish', { document: open.handle })
    expect(state).toEqual({ saved, published: before.revision, place: 'readOnly' })
    expect(fileContent(file)).toEqual(before)
    await host.kill()
    const again = await started()
    const reopened = (await again('app.start', {})).open[0]!
    expect(recordsOf(reopened)).toEqual(typist.records())
    expect(reopened.state.place).toBe('readOnly')
    await keptElsewhere(again, reopened, new Typist({ call: again }, reopened, 2))
  },
)

test.skipIf(!setReadOnly)('and when it can be written again, the file follows by itself', async () => {
  const { call, open, typist, file } = await begun()
  setReadOnly!(true)
  await typist.edit(3)
  expect(await call('document.publish', { document: open.handle })).toMatchObject({ place: 'readOnly' })
  setReadOnly!(false)
  const revision = await typist.edit()
  await until(() => fileContent(file).revision === revision)
  expect(fileContent(file).records).toEqual(typist.records())
})

test.skipIf(!setReadOnly)('control: a publish that swallows what the medium refuses is noticed', async () => {
  const { call, open, typist, file } = await begun({ swallows: true })
  setReadOnly!(true)
  await typist.edit(3)
  const judged = {
    host: { call, heard: host.heard },
    open,
    file,
    picked: picked(),
    records: typist.records(),
  }
  expect(await placeFaults(judged)).toContain('says of a file that it is up to date, and it is not')
})
