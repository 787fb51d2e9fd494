/** F3: a disk that runs full under the real host, and has room again later. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { equal, type History } from '../../shared/document'
import { KnownError, type InputOf, type Notice, type OpenDocument } from '../../shared/ipc/contract'
import type { RawRecord } from '../../shared/model'
import { recordsOf, until } from '../helpers/app'
import { fileContent } from '../helpers/fileContent'
import { bundleHostChild, KillableHost, type Bundle } from '../helpers/killableHost'
import { byId, Editor } from '../helpers/randomEdits'
import { smallDisk, type SmallDisk } from '../helpers/smallDisk'

const nightly = process.env['JOURNEYBOARD_NIGHTLY'] === '1'
/** What is left on the disk, in kilobytes: 0 to 400 in steps of 2. */
const rooms = Array.from({ length: 201 }, (_, n) => 2 * n).filter(room => nightly || room % 36 === 0)
const delays = { quiet: 30, longest: 90, retry: 40, retryLongest: 80, watch: 60_000 }

let bundle: Bundle
let disk: SmallDisk
beforeAll(async () => {
  bundle = await bundleHostChild()
  disk = await smallDisk(8)
})
afterAll(() => {
  disk.end()
  bundle.remove()
})

/** What a page holds that saves edit after edit and keeps those that were refused. */
class Page {
  readonly editor: Editor
  acknowledged: RawRecord[]
  /** The content of every revision that was acknowledged. */
  readonly states = new Map<number, RawRecord[]>()
  revision: number
  readonly #host: KillableHost
  readonly #handle: string
  #refused: InputOf<'document.save'>['changes'] | undefined

  constructor(host: KillableHost, open: OpenDocument, seed: number) {
    this.#host = host
    this.#handle = open.handle
    this.revision = open.revision
    this.editor = new Editor(recordsOf(open), seed, JSON.parse(open.history) as History)
    this.acknowledged = recordsOf(open)
    this.states.set(this.revision, this.acknowledged)
  }

  /** Saves one edit more, or that which was refused; gives the code of the refusal. */
  async save(): Promise<string | null> {
    this.#refused ??= [this.editor.next()] as unknown as InputOf<'document.save'>['changes']
    try {
      const input = { document: this.#handle, base: this.revision, changes: this.#refused }
      const answer = await this.#host.call('document.save', input)
      this.revision = answer!.revision
    } catch (error) {
      if (error instanceof KnownError) return error.code
      throw error
    }
    this.#refused = undefined
    this.acknowledged = byId(this.editor.doc.records())
    this.states.set(this.revision, this.acknowledged)
    return null
  }
}

const foldersOf = (room: number) => {
  const folder = join(disk.path, `room${room}`)
  const peek = join(disk.peek, `room${room}`)
  return { options: { data: join(folder, 'data'), documents: join(folder, 'documents'), delays }, peek }
}

const started = async (options: ReturnType<typeof foldersOf>['options'], liesBy?: number) => {
  const host = new KillableHost(
    bundle,
    liesBy === undefined ? options : { ...options, liesBy },
    {},
    disk.through,
  )
  await host.ready
  return { host, start: (await host.call('app.start', {}))! }
}

const toldFull = (host: KillableHost) =>
  host.heard.filter(({ name, value }) => name === 'app.notice' && (value as Notice).code === 'disk.full')
    .length

interface Tally {
  refusedSaves: number
  failedPublishes: number
  lost: number
}

/** Lets the disk run full with each of these rooms, and then once more for a kill and a restart without room. */
async function session(number: number, group: readonly number[], tally: Tally) {
  const { options, peek } = foldersOf(number)
  const { host } = await started(options)
  const open = (await host.call('document.create', { template: null, title: 'Full' }))!
  const file = join(peek, 'documents', 'Full.jboard')
  const page = new Page(host, open, number + 1)
  const publish = async () => (await host.call('document.publish', { document: open.handle }))!
  for (const room of group) {
    for (let n = 0; n < 3; n++) expect(await page.save(), 'there is room').toBeNull()
    expect(await publish()).toEqual({ saved: page.revision, published: page.revision, place: 'ok' })
    const published = page.revision
    const told = toldFull(host)

    disk.leave(room * 1024, host.child.pid!)
    let code: string | null = null
    for (let n = 0; n < 40 && code === null; n++) code = await page.save()
    if (code !== null) {
      tally.refusedSaves++
      expect(disk.kind === 'tmpfs' ? ['disk.full'] : ['disk.full', 'disk.failed']).toContain(code)
    }
    for (let n = 0; n < 3; n++) await publish()
    const state = await publish()
    expect(state.saved).toBe(page.revision)
    if (state.place !== 'ok') tally.failedPublishes++
    if (disk.kind === 'tmpfs' && state.place !== 'ok') expect(toldFull(host) - told, `at ${room} KB`).toBe(1)
    expect(toldFull(host) - told).toBeLessThanOrEqual(1)
    const found = fileContent(file)
    expect(found.revision).toBeGreaterThanOrEqual(published)
    expect(equal(found.records, page.states.get(found.revision)), 'the file is one of the saved').toBe(true)

    disk.free(host.child.pid!)
    // by itself, without anybody asking
    await until(() => fileContent(file).revision === page.revision)
    expect(await page.save(), 'writable again').toBeNull()
    expect(toldFull(host) - told).toBeLessThanOrEqual(1)
    expect(readdirSync(join(peek, 'documents'))).toEqual(['Full.jboard'])
  }

  disk.leave(group.at(-1)! * 1024, host.child.pid!)
  for (let n = 0; n < 40 && (await page.save()) === null; n++);
  // every other time in order, so that the working copy is put away before it is opened again without room
  if (number % 2 === 0) await host.kill()
  else {
    host.child.kill('SIGTERM')
    await host.ended
  }
  await startWithoutRoom(options, page, tally)
  const again = await started(options)
  const [reopened] = again.start.open
  expect(reopened, 'opens again').toBeDefined()
  if (!equal(recordsOf(reopened!), page.acknowledged)) tally.lost++
  const next = new Page(again.host, reopened!, number + 2)
  expect(await next.save()).toBeNull()
  expect(await again.host.call('document.publish', { document: reopened!.handle })).toMatchObject({
    published: next.revision,
    place: 'ok',
  })
  expect(fileContent(file).revision).toBe(next.revision)
  expect(readdirSync(join(peek, 'documents'))).toEqual(['Full.jboard'])
  await again.host.kill()
  rmSync(peek, { recursive: true })
}

/** The app opens what it has, or says that the disk is full. */
async function startWithoutRoom(options: ReturnType<typeof foldersOf>['options'], page: Page, tally: Tally) {
  const host = new KillableHost(bundle, options, {}, disk.through)
  try {
    await host.ready
    const start = (await host.call('app.start', {}))!
    for (const { code } of start.notices) expect(['disk.full', 'disk.failed']).toContain(code)
    expect(start.open.length + start.notices.length).toBeGreaterThan(0)
    for (const open of start.open) if (!equal(recordsOf(open), page.acknowledged)) tally.lost++
  } finally {
    await host.kill()
    disk.free(host.child.pid!)
  }
}

test(
  `F3 a disk that runs full ${rooms.length} times: nothing acknowledged is lost, told once, writable again`,
  async () => {
    const tally: Tally = { refusedSaves: 0, failedPublishes: 0, lost: 0 }
    for (let n = 0; n < rooms.length; n += 4) await session(n / 4, rooms.slice(n, n + 4), tally)
    console.log(`${rooms.length} times full (${disk.kind}): ${JSON.stringify(tally)}`)
    expect(tally.lost).toBe(0)
    expect(tally.refusedSaves).toBeGreaterThan(rooms.length / 10)
    expect(tally.failedPublishes).toBeGreaterThan(rooms.length / 4)
  },
  rooms.length * 20_000,
)

test('control: saves acknowledged before they are committed are caught', async () => {
  const { options, peek } = foldersOf(999)
  const { host } = await started(options, 0)
  const open = (await host.call('document.create', { template: null, title: 'Full' }))!
  const page = new Page(host, open, 7)
  disk.leave(0, host.child.pid!)
  const editor = new Editor(recordsOf(open), 8)
  // the child says of each save that it is done, and lets it fail
  for (let n = 0; n < 5; n++) {
    const changes = [editor.next()] as unknown as InputOf<'document.save'>['changes']
    await host.call('document.save', { document: open.handle, base: page.revision + n, changes })
  }
  await host.call('document.publish', { document: open.handle }).catch(() => null)
  await host.kill()
  disk.free(host.child.pid!)
  const again = await started(options)
  expect(equal(recordsOf(again.start.open[0]!), byId(editor.doc.records()))).toBe(false)
  await again.host.kill()
  rmSync(peek, { recursive: true })
})
