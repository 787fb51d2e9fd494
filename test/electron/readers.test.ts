/** F8: two readers copy and open the user's file without pause, while it is published and the publisher is killed. */
import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { copyFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { examine } from '../../electron/host/guard/examine'
import { checkSeal } from '../../electron/host/store/seal'
import { KnownError, type InputOf, type OpenDocument } from '../../shared/ipc/contract'
import { recordsOf } from '../helpers/app'
import { tempFolder } from '../helpers/folders'
import { bundleHostChild, KillableHost, type Bundle } from '../helpers/killableHost'
import { Editor, randomFrom } from '../helpers/randomEdits'

const publishes = process.env['JOURNEYBOARD_NIGHTLY'] === '1' ? 1000 : 25
/** Only what is asked for is published. */
const delays = { quiet: 1e8, longest: 1e8, retry: 1e8, retryLongest: 1e8, watch: 1e8 }

let bundle: Bundle
const folder = tempFolder()
beforeAll(async () => {
  bundle = await bundleHostChild()
})
afterAll(() => {
  bundle.remove()
  folder.remove()
})

/** The revision of a file that is whole and sealed. Throws where it is not. */
function revisionOf(path: string): number {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('not intact')
    if (!checkSeal(db)) throw new Error('not what was sealed')
    return Number(db.prepare("SELECT value FROM meta WHERE key = 'revision'").pluck().get())
  } finally {
    db.close()
  }
}

/** Reads again and again until it is told to stop. */
class Readers {
  readonly tally = { copied: 0, opened: 0, guarded: 0, invalid: 0, backwards: 0 }
  readonly #file: string
  readonly #own: string
  #reading = true
  readonly #both: Promise<unknown>

  constructor(file: string, own: string) {
    this.#file = file
    this.#own = own
    this.#both = Promise.all([this.#copy(), this.#open()])
  }

  async stop() {
    this.#reading = false
    await this.#both
    return this.tally
  }

  async #copy() {
    const [copy, fresh] = [join(this.#own, 'copy.jboard'), join(this.#own, 'fresh.jboard')]
    let last = 0
    while (this.#reading) {
      copyFileSync(this.#file, copy)
      last = this.#look(copy, last)
      // now and then as the app itself would open it
      if (this.tally.copied % 20 === 0) {
        if (!examine({ copy, fresh, salvage: false }).ok) this.tally.invalid++
        rmSync(fresh, { force: true })
        this.tally.guarded++
      }
      this.tally.copied++
      await turn()
    }
  }

  async #open() {
    let last = 0
    while (this.#reading) {
      last = this.#look(this.#file, last)
      this.tally.opened++
      await turn()
    }
  }

  #look(path: string, last: number): number {
    try {
      const revision = revisionOf(path)
      if (revision < last) this.tally.backwards++
      return revision
    } catch {
      this.tally.invalid++
      return last
    }
  }
}

test(
  `F8 ${publishes} publishes with kills at random moments: every copy is whole and none is older than the one before`,
  async () => {
    const random = randomFrom(8)
    const options = { data: join(folder.path, 'data'), documents: join(folder.path, 'documents'), delays }
    const started = async () => {
      const host = new KillableHost(bundle, options)
      await host.ready
      return { host, start: (await host.call('app.start', {}))! }
    }
    let { host } = await started()
    let open: OpenDocument = (await host.call('document.create', { template: null, title: 'Read' }))!
    const file = join(options.documents, 'Read.jboard')
    const readers = new Readers(file, folder.path)
    let kills = 0
    let editor = new Editor(recordsOf(open), 1)
    let revision = open.revision
    for (let done = 0; done < publishes; done++) {
      const changes = [editor.next()] as unknown as InputOf<'document.save'>['changes']
      revision = (await host.call('document.save', { document: open.handle, base: revision, changes }))!
        .revision
      const published = host.call('document.publish', { document: open.handle })
      if (random() > 0.15) {
        expect(await published).toMatchObject({ published: revision, place: 'ok' })
        continue
      }
      await sleep(random() * 40)
      await host.kill()
      kills++
      await published.catch((error: unknown) => expect(error).toBeInstanceOf(KnownError))
      const again = await started()
      host = again.host
      open = again.start.open[0]!
      expect(open.revision).toBe(revision)
      editor = new Editor(recordsOf(open), done + 2)
    }
    const tally = await readers.stop()
    await host.kill()
    console.log(`${publishes} publishes, ${kills} kills: ${JSON.stringify(tally)}`)
    expect(tally).toMatchObject({ invalid: 0, backwards: 0 })
    expect(kills).toBeGreaterThan(publishes / 15)
    expect(tally.copied).toBeGreaterThan(publishes)
    // the next opening takes away what the last kill left
    const last = await started()
    await last.host.kill()
    expect(readdirSync(options.documents)).toEqual(['Read.jboard'])
    expect(revisionOf(file)).toBeGreaterThanOrEqual(revision - 1)
  },
  publishes * 10_000,
)

test('control: a file written in place is caught half written', async () => {
  const place = tempFolder()
  const [one, file] = [join(place.path, 'one.jboard'), join(place.path, 'file.jboard')]
  copyFileSync(join(folder.path, 'documents', 'Read.jboard'), one)
  copyFileSync(one, file)
  const script = `
    const fs = require('node:fs')
    const [one, file] = process.argv.slice(1)
    const bytes = fs.readFileSync(one)
    for (;;) {
      const to = fs.openSync(file, 'w')
      for (let at = 0; at < bytes.length; at += 4096) fs.writeSync(to, bytes, at, Math.min(4096, bytes.length - at))
      fs.closeSync(to)
    }`
  const writer = spawn(process.execPath, ['-e', script, one, file])
  const ended = new Promise(done => writer.once('close', done))
  const readers = new Readers(file, place.path)
  for (let n = 0; n < 400 && readers.tally.invalid === 0; n++) await sleep(10)
  const { invalid } = await readers.stop()
  writer.kill('SIGKILL')
  await ended
  place.remove()
  expect(invalid).toBeGreaterThan(0)
})
