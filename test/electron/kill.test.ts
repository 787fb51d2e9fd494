/** F1: what was acknowledged is there after SIGKILL at any moment, and so are the steps to undo. */
import Database from 'better-sqlite3'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { equal, type Change, type History } from '../../shared/document'
import type { OpenDocument } from '../../shared/ipc/contract'
import type { RawRecord } from '../../shared/model'
import { tempFolder } from '../helpers/folders'
import { bundleHostChild, KillableHost, type Bundle } from '../helpers/killableHost'
import { byId, Editor, randomFrom } from '../helpers/randomEdits'

const kills = process.env['JOURNEYBOARD_NIGHTLY'] === '1' ? 1000 : 40
/** So many make a document long enough; then another begins, so that opening stays what it is. */
const perDocument = Math.min(50, kills / 4)
/** So short that kills fall into publishes as often as into saves. */
const delays = { quiet: 15, longest: 40, retry: 50, retryLongest: 100, watch: 60_000 }

let bundle: Bundle
beforeAll(async () => {
  bundle = await bundleHostChild()
})
afterAll(() => bundle.remove())

interface Tally {
  kills: number
  acknowledged: number
  lost: number
  /** Milliseconds the host took to open what was open, of every reopening. */
  reopened: number[]
}

/** Edits, kills, reopens and compares, over and over on one data folder. */
async function rounds(count: number, seed: number, liesBy?: number): Promise<Tally> {
  const folder = tempFolder()
  const options = {
    data: join(folder.path, 'data'),
    documents: join(folder.path, 'documents'),
    delays,
    ...(liesBy === undefined ? {} : { liesBy }),
  }
  const random = randomFrom(seed)
  const tally: Tally = { kills: 0, acknowledged: 0, lost: 0, reopened: [] }
  let host = new KillableHost(bundle, options)
  await host.ready
  await host.call('app.start', {})
  let open = await host.call('document.create', { template: null, title: 'Killed' })
  for (let round = 0; round < count; round++) {
    if (round % perDocument === perDocument - 1) {
      await host.call('document.close', { document: open!.handle })
      open = await host.call('document.create', { template: null, title: 'Killed' })
    }
    const moment = { saves: Math.floor(random() * 15), milliseconds: random() * 8 }
    const session = await editUntilKilled(host, open!, seed * 1000 + round, moment)
    tally.kills++
    tally.acknowledged += session.acknowledged

    host = new KillableHost(bundle, options)
    await host.ready
    const start = await host.call('app.start', {})
    tally.reopened.push(host.took)
    open = start!.open.find(document => document.documentId === session.documentId)!
    expect(start!.notices).toEqual([])
    if (!isAmong(session.outcomes, open)) tally.lost++
    if (liesBy === undefined) requireSoundFiles(options.documents)
  }
  await host.kill()
  folder.remove()
  return tally
}

/** What the document may be after the kill: with all that was acknowledged, and any of what was under way. */
interface Session {
  readonly documentId: string
  readonly acknowledged: number
  readonly outcomes: readonly { readonly records: readonly RawRecord[]; readonly history: History }[]
}

/** When to kill: after so many acknowledged saves, and then so many milliseconds. */
interface Moment {
  readonly saves: number
  readonly milliseconds: number
}

async function editUntilKilled(
  host: KillableHost,
  open: OpenDocument,
  seed: number,
  moment: Moment,
): Promise<Session> {
  const history = JSON.parse(open.history) as History
  const editor = new Editor(JSON.parse(open.records) as RawRecord[], seed, history)
  const state = () => ({ records: byId(editor.doc.records()), history: editor.history })
  let outcomes = [state()]
  let acknowledged = 0
  let revision = open.revision
  let dead = false
  let saved = 0
  let reached = () => {}
  const killed = new Promise<void>(done => (reached = done))
    .then(() => sleep(moment.milliseconds))
    .then(() => {
      dead = true
      return host.kill()
    })
  if (moment.saves === 0) reached()
  const saves: Promise<void>[] = []
  while (!dead) {
    const size = 1 + (seed % 3)
    const changes: Change[] = Array.from({ length: size }, () => editor.next())
    const result = state()
    outcomes.push(result)
    const base = revision
    revision += size
    const save = host
      .call('document.save', { document: open.handle, base, changes: changes as never })
      .then(answer => {
        if (answer === null) return
        acknowledged += size
        if (++saved === moment.saves) reached()
        outcomes = outcomes.slice(outcomes.indexOf(result))
      })
    saves.push(save)
    // One more is always under way, as when somebody types on while the disk works.
    await (saves.length > 1 ? saves.at(-2) : undefined)
  }
  await killed
  await Promise.all(saves)
  return { documentId: open.documentId, acknowledged, outcomes }
}

function isAmong(outcomes: Session['outcomes'], open: OpenDocument): boolean {
  const records = byId(JSON.parse(open.records) as RawRecord[])
  const history: unknown = JSON.parse(open.history)
  return outcomes.some(
    outcome => equal(outcome.records, records) && equal(JSON.parse(JSON.stringify(outcome.history)), history),
  )
}

/** The user's folder holds complete documents and nothing else. */
function requireSoundFiles(folder: string) {
  for (const name of readdirSync(folder)) {
    expect(name).toMatch(/^Killed( \d+)?\.jboard$/)
    const db = new Database(join(folder, name), { readonly: true })
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('journal_mode', { simple: true })).toBe('delete')
    db.close()
  }
}

test(
  `${kills} kills lose nothing that was acknowledged, and every reopening takes less than a second`,
  async () => {
    const tallies = await Promise.all([rounds(kills / 2, 1), rounds(kills / 2, 2)])
    const all = (of: (tally: Tally) => number) => tallies.reduce((sum, tally) => sum + of(tally), 0)
    const reopened = tallies.flatMap(tally => tally.reopened).sort((a, b) => a - b)
    const slowest = reopened.at(-1)!
    console.log(
      `${all(t => t.kills)} kills, ${all(t => t.acknowledged)} acknowledged edits, ${all(t => t.lost)} lost; ` +
        `reopening ${reopened[reopened.length >> 1]!.toFixed(0)} ms, slowest ${slowest.toFixed(0)} ms`,
    )
    expect(all(t => t.acknowledged)).toBeGreaterThan(kills)
    expect(all(t => t.lost)).toBe(0)
    expect(slowest).toBeLessThan(1000)
  },
  kills * 1000,
)

test('control: a host that acknowledges before it saves is caught losing edits', async () => {
  const { lost } = await rounds(6, 3, 20)
  expect(lost).toBeGreaterThan(0)
})
