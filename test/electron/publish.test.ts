import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Publisher, usualDelays } from '../../electron/host/publisher'
import { hashOf, put } from '../../electron/host/store/publish'
import { checkSeal } from '../../electron/host/store/seal'
import type { OpenDocument } from '../../shared/ipc/contract'
import { recordsOf, startApp, Typist, until, type App } from '../helpers/app'
import { bundleHostChild, KillableHost } from '../helpers/killableHost'
import { tempFolder } from '../helpers/folders'
import { guardHere } from '../helpers/guardHere'

const nightly = process.env['JOURNEYBOARD_NIGHTLY'] === '1'
/** A tenth of the usual times. */
const tenth = { quiet: 200, longest: 800, retry: 100, retryLongest: 400, watch: 60_000 }

let app: App
let open: OpenDocument
let file: string
beforeEach(async () => {
  app = startApp({ spawnGuard: guardHere, publishDelays: tenth })
  open = await app.call('document.create', { template: null, title: 'Ferry trip' })
  file = join(app.documents, 'Ferry trip.jboard')
})
afterEach(() => app.remove())

const publish = () => app.call('document.publish', { document: open.handle })
const placeNow = () => app.heardOf('document.state').at(-1)?.state.place

/** Asserts that a file is complete and sound by itself. */
function requireSound(path: string) {
  const db = new Database(path, { readonly: true })
  try {
    expect(db.pragma('journal_mode', { simple: true })).toBe('delete')
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(checkSeal(db)).toBe(true)
    return Number(db.prepare("SELECT value FROM meta WHERE key = 'revision'").pluck().get())
  } finally {
    db.close()
  }
}

test('the file is complete in itself, nothing lies beside it, and it opens elsewhere with its steps to undo', async () => {
  const typist = new Typist(app, open)
  const revision = await typist.edit(40)
  expect(await publish()).toEqual({ saved: revision, published: revision, place: 'ok' })
  expect(readdirSync(app.documents)).toEqual(['Ferry trip.jboard'])
  expect(requireSound(file)).toBe(revision)
  const elsewhere = startApp({ spawnGuard: guardHere })
  const copy = join(elsewhere.documents, 'Received.jboard')
  mkdirSync(elsewhere.documents, { recursive: true })
  copyFileSync(file, copy)
  const received = await elsewhere.host.openPath(copy)
  expect(recordsOf(received)).toEqual(typist.records())
  expect(JSON.parse(received.history)).toEqual(JSON.parse(JSON.stringify(typist.editor.history)))
  expect(received.documentId).toBe(open.documentId)
  expect(received.readOnly).toBeNull()
  expect(readdirSync(elsewhere.documents)).toEqual(['Received.jboard'])
  await elsewhere.remove()
})

test('it follows by itself shortly after the last edit', async () => {
  const revision = await new Typist(app, open).edit(3)
  expect(requireSound(file)).toBe(1)
  await until(() => requireSound(file) === revision, 2000)
})

test('while somebody types without pause it is never more than 2.5 s behind, a quarter of what is promised', async () => {
  await app.remove()
  app = startApp({ spawnGuard: guardHere, publishDelays: { ...tenth, quiet: 500, longest: 2000 } })
  open = await app.call('document.create', { template: null, title: 'Ferry trip' })
  file = join(app.documents, 'Ferry trip.jboard')
  const typist = new Typist(app, open)
  /** When each revision was acknowledged, in milliseconds. */
  const saved = new Map<number, number>()
  let worst = 0
  const end = performance.now() + 5000
  while (performance.now() < end) {
    saved.set(await typist.edit(), performance.now())
    const published = requireSound(file)
    const firstMissing = saved.get(published + 1)
    if (firstMissing !== undefined) worst = Math.max(worst, performance.now() - firstMissing)
    await sleep(20)
  }
  console.log(`${saved.size} edits in 5 s, at most ${worst.toFixed(0)} ms behind`)
  expect(saved.size).toBeGreaterThan(25)
  expect(worst).toBeLessThan(2500)
  // Nothing but the longest wait can have published.
  expect(worst).toBeGreaterThan(1500)
})

test('with the usual times: ten minutes of typing, publishes that take a second, never 10 s behind', async () => {
  vi.useFakeTimers()
  try {
    let saved = 0
    let published = 0
    let publishes = 0
    const times: number[] = []
    const publisher = new Publisher(async () => {
      const snapshot = saved
      await sleepFake(1000)
      published = snapshot
      publishes++
      return true
    }, usualDelays)
    let worst = 0
    for (let second = 0; second < 600; second += 0.25) {
      times[++saved] = Date.now()
      publisher.edited()
      await vi.advanceTimersByTimeAsync(250)
      if (published < saved) worst = Math.max(worst, Date.now() - (times[published + 1] ?? 0))
    }
    expect(worst).toBeLessThanOrEqual(10_000)
    expect(publishes).toBeGreaterThan(60)
    await vi.advanceTimersByTimeAsync(3001)
    expect(published).toBe(saved)
    publisher.stop()
  } finally {
    vi.useRealTimers()
  }
})
const sleepFake = (milliseconds: number) => new Promise(done => setTimeout(done, milliseconds))

test('a publish that fails is tried again with growing waits, edits do not hurry it, and success starts afresh', async () => {
  vi.useFakeTimers()
  try {
    const attempts: number[] = []
    let works = false
    const begun = Date.now()
    const publisher = new Publisher(() => {
      attempts.push(Date.now() - begun)
      return Promise.resolve(works)
    }, usualDelays)
    publisher.edited()
    for (let n = 0; n < 200; n++) {
      await vi.advanceTimersByTimeAsync(500)
      publisher.edited()
    }
    // 6 s after the first edit, then 2, 4, 8, 16, 32 and at most 60 s apart.
    expect(attempts).toEqual([6000, 8000, 12_000, 20_000, 36_000, 68_000])
    works = true
    await publisher.now()
    publisher.edited()
    await vi.advanceTimersByTimeAsync(2000)
    expect(attempts).toHaveLength(8)
    publisher.stop()
    publisher.edited()
    await vi.advanceTimersByTimeAsync(100_000)
    expect(attempts).toHaveLength(8)
  } finally {
    vi.useRealTimers()
  }
})

test('a folder that goes away keeps nobody from working; when it is back the file follows', async () => {
  const typist = new Typist(app, open)
  renameSync(app.documents, `${app.documents}-away`)
  await typist.edit(5)
  expect(await publish()).toMatchObject({ saved: 6, published: 1, place: 'unreachable' })
  await typist.edit(5)
  expect(existsSync(app.documents)).toBe(false)
  renameSync(`${app.documents}-away`, app.documents)
  await until(() => placeNow() === 'ok')
  expect(requireSound(file)).toBe(11)
  expect(readdirSync(app.documents)).toEqual(['Ferry trip.jboard'])
})

test('a file that was deleted is not made again behind the back of whoever deleted it; Save As works', async () => {
  const elsewhere = tempFolder()
  await app.remove()
  const target = join(elsewhere.path, 'Kept.jboard')
  app = startApp({
    spawnGuard: guardHere,
    publishDelays: tenth,
    shell: { dialogs: true, pickSave: () => Promise.resolve(target) },
  })
  open = await app.call('document.create', { template: null, title: 'Ferry trip' })
  const typist = new Typist(app, open)
  rmSync(join(app.documents, 'Ferry trip.jboard'))
  await typist.edit(3)
  expect(await publish()).toMatchObject({ place: 'unreachable' })
  expect(readdirSync(app.documents)).toEqual([])
  const kept = await app.call('document.saveAs', { document: open.handle })
  expect(kept).toEqual({ fileName: 'Kept.jboard', state: { saved: 4, published: 4, place: 'ok' } })
  expect(requireSound(target)).toBe(4)
  elsewhere.remove()
})

test('a file that is no copy of the document any more is never overwritten, and what was saved here stays', async () => {
  const typist = new Typist(app, open)
  await typist.edit(3)
  await publish()
  const theirs = Buffer.from('theirs')
  writeFileSync(file, theirs)
  await typist.edit(3)
  expect(await publish()).toEqual({ saved: 7, published: 4, place: 'changedElsewhere' })
  await sleep(600)
  await app.call('document.close', { document: open.handle })
  expect(readFileSync(file).equals(theirs)).toBe(true)
  expect(readdirSync(app.documents)).toEqual(['Ferry trip.jboard'])
})

test('control: it is the comparison that protects the other file', () => {
  const folder = tempFolder()
  const target = join(folder.path, 'a.jboard')
  writeFileSync(target, 'theirs')
  const input = { sealed: file, target, temporary: join(folder.path, '.journeyboard-abcdefghijkl.tmp') }
  expect(() => put({ ...input, expected: [hashOf(file)] })).toThrow(
    expect.objectContaining({ place: 'changedElsewhere' }),
  )
  expect(readFileSync(target, 'utf8')).toBe('theirs')
  expect(readdirSync(folder.path)).toEqual(['a.jboard'])
  put({ ...input, expected: [hashOf(target)] })
  expect(hashOf(target)).toBe(hashOf(file))
  folder.remove()
})

test('the rights of the file stay as its owner set them', async () => {
  chmodSync(file, 0o640)
  await new Typist(app, open).edit()
  await publish()
  expect(statSync(file).mode & 0o777).toBe(0o640)
})

test('a file with a second name is shown and left alone', async () => {
  await app.call('document.close', { document: open.handle })
  linkSync(file, join(app.documents, 'Second name.jboard'))
  const again = await app.host.openPath(file)
  expect(again.readOnly).toBe('file.linked')
  await expect(new Typist(app, again).edit()).rejects.toMatchObject({ code: 'document.readOnly' })
})

test('what a killed publish left in a folder goes when a document of that folder is opened', async () => {
  await app.call('document.close', { document: open.handle })
  const leftover = (letter: string) => join(app.documents, `.journeyboard-${letter.repeat(12)}.tmp`)
  writeFileSync(leftover('a'), 'old')
  utimesSync(leftover('a'), new Date(), new Date(Date.now() - 2 * 3_600_000))
  writeFileSync(leftover('b'), 'somebody publishes here now')
  await app.host.openPath(file)
  expect(readdirSync(app.documents).toSorted()).toEqual([
    `.journeyboard-${'b'.repeat(12)}.tmp`,
    'Ferry trip.jboard',
  ])
})

test('two readers who copy and open without pause see complete files only', async () => {
  const typist = new Typist(app, open)
  const folder = tempFolder()
  let publishing = true
  let copies = 0
  const read = async (name: string) => {
    for (; publishing; copies++) {
      const copy = join(folder.path, name)
      copyFileSync(file, copy)
      requireSound(copy)
      requireSound(file)
      await sleep(0)
    }
  }
  const readers = [read('a'), read('b')]
  const count = nightly ? 1000 : 30
  for (let n = 0; n < count; n++) {
    await typist.edit(2)
    expect(await publish()).toMatchObject({ place: 'ok', published: 3 + 2 * n })
  }
  publishing = false
  await Promise.all(readers)
  console.log(`${count} publishes, ${copies} copies taken meanwhile, all sound`)
  expect(copies).toBeGreaterThan(count / 2)
  expect(readdirSync(app.documents)).toEqual(['Ferry trip.jboard'])
  folder.remove()
})

test('from a folder or a file that takes no writing it opens read-only and says why', async () => {
  const bundle = await bundleHostChild()
  const folder = tempFolder()
  // The superuser may write everywhere: there the host runs as nobody.
  const uid = process.getuid?.() === 0 ? 65_534 : undefined
  const own = (path: string) => {
    if (uid !== undefined) chownSync(path, uid, uid)
  }
  const documents = join(folder.path, 'documents')
  mkdirSync(documents)
  mkdirSync(join(folder.path, 'data'))
  for (const path of [folder.path, documents, join(folder.path, 'data')]) own(path)
  const copy = join(documents, 'Stick.jboard')
  copyFileSync(file, copy)
  own(copy)
  const before = createHash('sha256').update(readFileSync(copy)).digest('hex')
  const spawning = uid === undefined ? {} : { uid, gid: uid }
  const host = new KillableHost(
    bundle,
    { data: join(folder.path, 'data'), documents, open: [copy] },
    spawning,
  )
  await host.ready

  chmodSync(documents, 0o555)
  const inFolder = (await host.call('app.start', {}))!.open[0]!
  expect(inFolder).toMatchObject({
    fileName: 'Stick.jboard',
    readOnly: 'file.readOnlyFolder',
    state: { place: 'readOnly' },
  })
  expect(recordsOf(inFolder)).toEqual(recordsOf(open))
  await host.call('document.close', { document: inFolder.handle })

  chmodSync(documents, 0o755)
  chmodSync(copy, 0o444)
  const recent = (await host.call('recent.list', {}))![0]!
  const asFile = (await host.call('document.openRecent', { recent: recent.handle }))!
  expect(asFile.readOnly).toBe('file.readOnly')
  await host.call('document.close', { document: asFile.handle })

  chmodSync(copy, 0o644)
  const free = (await host.call('document.openRecent', { recent: recent.handle }))!
  expect(free.readOnly).toBeNull()
  // Taken away while it is open: saved here, and said so.
  chmodSync(documents, 0o555)
  const project = recordsOf(free).find(({ type }) => type === 'project')!
  const updated = [{ id: project.id, field: 'vision', from: '', to: 'Calm seas' }]
  const patch = { added: [], removed: [], updated }
  const changes = [{ step: 'a', command: 'project.update', patch }]
  await host.call('document.save', { document: free.handle, base: free.revision, changes })
  expect(await host.call('document.publish', { document: free.handle })).toMatchObject({
    saved: 2,
    published: 1,
    place: 'readOnly',
  })
  expect(hashOf(copy)).toBe(before)
  chmodSync(documents, 0o755)
  expect(readdirSync(documents)).toEqual(['Stick.jboard'])
  await host.kill()
  folder.remove()
  bundle.remove()
})

afterAll(() => vi.useRealTimers())
