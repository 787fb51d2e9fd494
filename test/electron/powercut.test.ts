/**
 * F2: what a power cut leaves. A child edits and publishes through the real store; its writes and syncs are recorded
 * and replayed onto a simulated disk that may lose, tear and reorder whatever was not synced.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examine } from '../../electron/host/guard/examine'
import { WorkingCopy } from '../../electron/host/store/workingCopy'
import { root, tempFolder } from '../helpers/folders'
import { Disk } from '../helpers/powerCut/disk'
import { canRecord, record, type Event } from '../helpers/powerCut/record'

const points = process.env['JOURNEYBOARD_NIGHTLY'] === '1' ? 2000 : 250
const possible = canRecord()
if (!possible) console.warn('SKIPPED: the power-cut replay needs strace (package "strace") on Linux')

/** The sample's own revision, before the first edit. */
const first = 24

let folder: ReturnType<typeof tempFolder>
let script: string
/** Where images are opened: in memory where that is, because what is left on the simulated disk needs no real one. */
let images: string
beforeAll(async () => {
  folder = tempFolder()
  images = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : folder.path, 'journeyboard-test-'))
  if (!possible) return
  // beside node_modules, so that better-sqlite3 is found
  const outDir = join(root, `node_modules/.cache/powerCut-${process.pid}`)
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: join(root, 'test/helpers/powerCut/child.ts'), outDir, minify: false, copyPublicDir: false },
  })
  script = join(outDir, readdirSync(outDir)[0]!)
})
afterAll(() => {
  folder.remove()
  rmSync(images, { recursive: true, force: true })
  if (script) rmSync(join(script, '..'), { recursive: true, force: true })
})

interface Recording {
  readonly folder: string
  readonly events: readonly Event[]
}

function recorded(level: 'FULL' | 'NORMAL' | 'OFF'): Recording {
  const place = join(folder.path, level)
  const trace = join(folder.path, `${level}-trace`)
  mkdirSync(place)
  mkdirSync(trace)
  return { folder: place, events: record(script, place, [level], trace) }
}

/** Numbers that look random and repeat. */
function randoms(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Outcome {
  cuts: number
  /** Working copies that lack an acknowledged edit. */
  lost: number
  /** Working copies that cannot be opened or hold half an edit. */
  corrupt: number
  /** Published files that are missing, partial or older than acknowledged. */
  unpublished: number
}

/** Cuts the power at random moments of a recording. */
function replay({ folder: from, events }: Recording, cuts: number, honest = true): Outcome {
  const outcome: Outcome = { cuts, lost: 0, corrupt: 0, unpublished: 0 }
  const random = randoms(cuts + events.length)
  const begin = events.findIndex(event => event.kind === 'said')
  const moments = Array.from(
    { length: cuts },
    () => begin + 1 + Math.floor(random() * (events.length - begin)),
  )
  moments.sort((a, b) => a - b)
  const disk = new Disk(honest)
  const said = { saved: first, published: 0 }
  let done = 0
  for (const moment of moments) {
    for (; done < moment; done++) {
      const event = events[done]!
      disk.follow(event)
      const [what, revision] = event.kind === 'said' ? event.line.split(' ') : []
      if (what === 'saved' || what === 'published') said[what] = Number(revision)
    }
    const image = join(images, 'image')
    rmSync(image, { recursive: true, force: true })
    disk.cut(random, from, image)
    const working = stateOf(join(image, 'own/working.jboard'))
    if (working === undefined) outcome.corrupt++
    else if (working < said.saved) outcome.lost++
    if (said.published > 0 && publishedAt(image) < said.published) outcome.unpublished++
  }
  return outcome
}

/** The revision a working copy stands at, or undefined when it is not exactly the document of that revision. */
function stateOf(path: string): number | undefined {
  let copy: WorkingCopy | undefined
  try {
    copy = new WorkingCopy(path)
    const { revision } = copy
    const edits = copy.records().filter(record => record.id.startsWith('touchpoint:edit'))
    const wanted = Array.from({ length: revision - first }, (_, n) => `touchpoint:edit${first + n + 1}`)
    const whole =
      edits
        .map(record => record.id)
        .sort()
        .join() === wanted.sort().join() &&
      (revision === first || copy.title() === `edit${revision}`)
    return whole ? revision : undefined
  } catch {
    return undefined
  } finally {
    copy?.close()
  }
}

/** The revision of the published file; 0 when there is none that opens. */
function publishedAt(image: string): number {
  const verdict = examine({
    copy: join(image, 'user/Map.jboard'),
    fresh: join(image, 'fresh.jboard'),
    salvage: false,
  })
  return verdict.ok ? verdict.facts.revision : 0
}

describe.skipIf(!possible)('F2 power cut', () => {
  test(
    `${points} cuts: no acknowledged edit and no acknowledged publish is lost`,
    () => {
      const recording = recorded('FULL')
      const syncs = recording.events.filter(event => event.kind === 'sync').length
      expect(syncs, 'each of 120 edits is synced').toBeGreaterThan(120)
      const outcome = replay(recording, points)
      console.log(`power cuts: ${JSON.stringify(outcome)}, ${recording.events.length} events, ${syncs} syncs`)
      expect(outcome).toEqual({ cuts: points, lost: 0, corrupt: 0, unpublished: 0 })

      const lying = replay(recording, 50, false)
      console.log(`control, a disk that does not sync: ${JSON.stringify(lying)}`)
      expect(lying.lost + lying.corrupt).toBeGreaterThan(25)
      expect(lying.unpublished).toBeGreaterThan(5)
    },
    points * 400,
  )

  test('control: synchronous=NORMAL loses acknowledged edits', () => {
    const outcome = replay(recorded('NORMAL'), 50)
    console.log(`control NORMAL: ${JSON.stringify(outcome)}`)
    expect(outcome.lost).toBeGreaterThan(10)
  })

  test('control: synchronous=OFF corrupts or loses', () => {
    const outcome = replay(recorded('OFF'), 100)
    console.log(`control OFF: ${JSON.stringify(outcome)}`)
    expect(outcome.lost + outcome.corrupt).toBeGreaterThan(50)
    expect(outcome.corrupt).toBeGreaterThan(0)
  })
})
