/**
 * F11: a clock that jumps by up to ten years whenever somebody looks at it. Two people work on copies of one document
 * and merge them; what they come to is what they come to with a steady clock, but for the times that are shown.
 */
import Database from 'better-sqlite3'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { InputOf, OpenDocument } from '../../shared/ipc/contract'
import { recordsOf, startApp, Typist, type App } from '../helpers/app'
import { tempFolder } from '../helpers/folders'
import { guardHere } from '../helpers/guardHere'
import { randomFrom } from '../helpers/randomEdits'

/** The same names for both clocks: they decide between values that were written at the same time. */
const names = vi.hoisted(() => ({ run: 0, count: 0 }))
vi.mock('../../electron/host/store/tokens', () => ({
  randomToken: (length = 10) => {
    const name = `r${names.run.toString(36)}x${(++names.count).toString(36)}`
    return name.padEnd(length, 'x')
  },
}))

const runs = process.env['JOURNEYBOARD_NIGHTLY'] === '1' ? 1000 : 10
/** So many runs share two apps. */
const perApp = 10
const never = { quiet: 1e8, longest: 1e8, retry: 1e8, retryLongest: 1e8, watch: 1e8 }
const decade = 10 * 365.25 * 86_400_000
const begin = Date.parse('2026-03-01T10:00:00.000Z')

type Clock = () => number
const steady = (): Clock => {
  let now = begin
  return () => (now += 1000)
}
/** Ten years back or ahead, at random, each time it is read. */
const jumping = (seed: number): Clock => {
  const random = randomFrom(seed)
  return () => Math.round(begin + (random() * 2 - 1) * decade)
}

const apps: App[] = []
const folder = tempFolder()
afterEach(async () => {
  for (const app of apps.splice(0)) await app.remove()
})

/** Two people with an app each. */
function pairWith(clock: Clock): readonly [App, App] {
  const started = () =>
    startApp({ now: clock, publishDelays: never, spawnGuard: guardHere, checkOutput: false })
  const pair = [started(), started()] as const
  apps.push(...pair)
  return pair
}

interface Outcome {
  /** All that must not depend on the clock, as text. */
  readonly told: readonly string[]
  /** Times that people are shown. */
  readonly times: readonly string[]
  /** Who would win where the later time won. */
  readonly laterByClock: string
  readonly conflicts: number
}

/** What one run comes to. Everything random in it comes from its number. */
async function outcomeOf([anna, boris]: readonly [App, App], run: number): Promise<Outcome> {
  Object.assign(names, { run, count: 0 })
  const told: string[] = []
  const times: string[] = []
  let conflicts = 0
  const note = (open: OpenDocument) => {
    const { records: _, conflicts: open_, handle: _handle, history, ...rest } = open
    conflicts += open_.length
    told.push(withoutTimes([recordsOf(open), open_, JSON.parse(history), rest]))
  }
  const bytesOf = async (app: App, open: OpenDocument) => {
    const { base64 } = await app.call('document.download', { document: open.handle })
    const content = contentOf(Buffer.from(base64, 'base64'))
    told.push(content.text)
    times.push(...content.times)
    return base64
  }
  const merged = async (app: App, open: OpenDocument, base64: string) => {
    const file = { name: 'Other.jboard', base64 }
    const { plan, entries } = (await app.call('merge.read', { document: open.handle, file }))!
    told.push(withoutTimes(JSON.parse(entries)))
    const wish = { records: [], fields: [] }
    return app.call('merge.apply', { document: open.handle, plan, wish })
  }

  let hers = await anna.call('document.create', { template: null, title: `Clock ${run}` })
  await new Typist(anna, hers, run + 1).edit(3)
  let his = await boris.call('document.openBytes', {
    name: `Clock ${run}.jboard`,
    base64: await bytesOf(anna, hers),
  })
  hers = await reopened(anna, hers)
  note(hers)
  note(his)
  // first she, then he, without knowing of each other
  await rename(anna, hers, 'Hers')
  await rename(boris, his, 'His')
  hers = await reopened(anna, hers)
  his = await reopened(boris, his)
  await new Typist(anna, hers, 3 * run + 2).edit(4)
  await new Typist(boris, his, 3 * run + 4).edit(4)
  const [fromHer, fromHim] = [await bytesOf(anna, hers), await bytesOf(boris, his)]
  const laterByClock = laterOf(fromHer, fromHim)
  hers = await merged(anna, hers, fromHim)
  his = await merged(boris, his, fromHer)
  note(hers)
  note(his)
  await new Typist(anna, hers, 5 * run + 6).edit(2)
  his = await merged(boris, his, await bytesOf(anna, hers))
  note(his)
  note(await reopened(boris, his))
  note(await reopened(anna, hers))
  return { told, times, laterByClock, conflicts }
}

const withoutTimes = (value: unknown) =>
  JSON.stringify(value, (key, inner: unknown) => (key === 'at' ? undefined : inner))

/** Published, closed and opened again, by a session of its own. */
async function reopened(app: App, open: OpenDocument): Promise<OpenDocument> {
  await app.call('document.publish', { document: open.handle })
  await app.call('document.close', { document: open.handle })
  const recent = (await app.call('recent.list', {})).find(({ fileName }) => fileName === open.fileName)!
  return app.call('document.openRecent', { recent: recent.handle })
}

async function rename(app: App, open: OpenDocument, title: string) {
  const project = recordsOf(open).find(({ type }) => type === 'project')!
  const updated = [{ id: project.id, field: 'title', from: project['title'], to: title }]
  const changes: InputOf<'document.save'>['changes'] = [
    { step: title, command: 'project.update', patch: { added: [], removed: [], updated } },
  ]
  await app.call('document.save', { document: open.handle, base: open.revision, changes })
}

/** Rows, stamps, log, sessions and numbering of a file, and apart from it the times in it. */
function contentOf(bytes: Buffer): { text: string; times: string[] } {
  return reading(bytes, db => {
    const all = (sql: string) => db.prepare<[], unknown[]>(sql).raw().all()
    const times = all('SELECT at FROM change UNION ALL SELECT at FROM session').map(String)
    const text = JSON.stringify([
      all('SELECT id, json, stamps, rev, gone FROM record ORDER BY id'),
      all('SELECT rev, step, actor, author, command, of FROM change ORDER BY rev'),
      all('SELECT patch FROM change ORDER BY rev').map(([patch]) => withoutTimes(JSON.parse(String(patch)))),
      all('SELECT actor, author, counter FROM session ORDER BY actor'),
      all("SELECT key, value FROM meta WHERE key <> 'contentHash' ORDER BY key"),
    ])
    return { text, times }
  })
}

/** Whose title a merge would take that went by the time of the change. */
function laterOf(hers: string, his: string): string {
  const written = (base64: string) =>
    reading(Buffer.from(base64, 'base64'), db =>
      db.prepare<[], string>("SELECT at FROM change WHERE step IN ('Hers', 'His')").pluck().get(),
    )!
  return written(hers) > written(his) ? 'Hers' : 'His'
}

function reading<R>(bytes: Buffer, read: (db: Database.Database) => R): R {
  const path = join(folder.path, 'read.jboard')
  writeFileSync(path, bytes)
  const db = new Database(path, { readonly: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

/** Where two lists of texts part, with what stands around there. */
function differenceOf(wanted: readonly string[], found: readonly string[]): string | null {
  const [one, other] = [wanted.join('\n'), found.join('\n')]
  if (one === other) return null
  let place = 0
  while (one[place] === other[place]) place++
  const around = (text: string) => text.slice(Math.max(0, place - 100), place + 100)
  return `${around(one)}\n--- but ---\n${around(other)}`
}

test(
  `F11 ${runs} runs with a clock that jumps by up to ten years come to the same as with a steady one`,
  async () => {
    const tally = { runs: 0, times: 0, otherTimes: 0, otherByClock: 0, conflicts: 0 }
    while (tally.runs < runs) {
      const [right, wrong] = [pairWith(steady()), pairWith(jumping(tally.runs + 1))]
      for (const pair of [right, wrong]) for (const app of pair) await app.call('app.start', {})
      for (let n = 0; n < perApp && tally.runs < runs; n++, tally.runs++) {
        const expected = await outcomeOf(right, tally.runs)
        const found = await outcomeOf(wrong, tally.runs)
        expect(differenceOf(expected.told, found.told), `run ${tally.runs}`).toBeNull()
        expect(found.conflicts).toBe(expected.conflicts)
        tally.conflicts += expected.conflicts
        tally.times += expected.times.length
        tally.otherTimes += found.times.filter((time, place) => time !== expected.times[place]).length
        if (found.laterByClock !== expected.laterByClock) tally.otherByClock++
      }
      for (const app of apps.splice(0)) await app.remove()
    }
    console.log(`clocks: ${JSON.stringify(tally)}`)
    expect(tally.conflicts).toBeGreaterThan(runs)
    // control: the times did differ, and a merge that went by them would have come to something else
    expect(tally.otherTimes).toBe(tally.times)
    expect(tally.otherByClock).toBeGreaterThan(runs / 8)
  },
  runs * 10_000,
)
