/** F4: whatever call to the system fails while saving and publishing, the user's file is the old or the new one, whole. */
import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examine } from '../../electron/host/guard/examine'
import { readRecords } from '../../electron/host/store/checkDocument'
import { WorkingCopy } from '../../electron/host/store/workingCopy'
import type { RawRecord } from '../../shared/model'
import { errors, run, type Failing, type Ran } from '../helpers/failingCalls/inject'
import { root } from '../helpers/folders'
import { canRecord } from '../helpers/powerCut/record'

const nightly = process.env['JOURNEYBOARD_NIGHTLY'] === '1'
const possible = canRecord()
if (!possible) console.warn('SKIPPED: failing calls need strace (package "strace") on Linux')

/** The sample's own revision, before the first edit. */
const first = 24

/** In memory where that is: nothing here is about what a disk keeps. */
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'journeyboard-test-'))
const template = join(folder, 'template')
const pathsIn = (place: string) =>
  [
    'own',
    'own/working.jboard',
    'own/working.jboard-wal',
    'own/working.jboard-shm',
    'own/sealed-1',
    'own/sealed-1-journal',
    'own/sealed-2',
    'own/sealed-2-journal',
    'user',
    'user/Map.jboard',
    'user/.Map.tmp',
  ].map(path => join(place, path))
/** So many run at once: some of them mostly wait for SQLite, which tries again for seconds. */
const lanes = Array.from({ length: 6 }, (_, n) => join(folder, `lane${n}`))
const outDir = join(root, `node_modules/.cache/failingCalls-${process.pid}`)
let script: string

beforeAll(async () => {
  if (!possible) return
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: join(root, 'test/helpers/failingCalls/child.ts'),
      outDir,
      minify: false,
      copyPublicDir: false,
    },
  })
  script = join(outDir, readdirSync(outDir)[0]!)
  const prepared = await run([script, template, 'prepare'], pathsIn(template), join(folder, 'trace'))
  if (prepared.status !== 0) throw new Error(prepared.stderr)
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(outDir, { recursive: true, force: true })
})

async function worked(
  place: string,
  task: 'work' | 'inPlace',
  failing?: Failing & { readonly usual: readonly string[] },
) {
  rmSync(place, { recursive: true, force: true })
  cpSync(template, place, { recursive: true })
  return run([script, place, task], pathsIn(place), `${place}.trace`, failing)
}

/** Whether these are exactly the records of a revision. */
function isOf(revision: number, records: readonly RawRecord[]): boolean {
  const edits = records.filter(({ id }) => id.startsWith('touchpoint:edit')).map(({ id }) => id)
  const wanted = Array.from({ length: revision - first }, (_, n) => `touchpoint:edit${first + n + 1}`)
  const title = revision === first ? 'Sample of Žilina' : `edit${revision}`
  const project = records.find(({ type }) => type === 'project')
  return edits.sort().join() === wanted.sort().join() && project?.['title'] === title
}

/** The revision of the user's file, or undefined where it is gone or not whole. */
function publishedRevision(file: string): number | undefined {
  const [copy, fresh] = [join(folder, 'copy'), join(folder, 'fresh')]
  if (!existsSync(file)) return undefined
  try {
    copyFileSync(file, copy)
    const verdict = examine({ copy, fresh, salvage: false })
    return verdict.ok && isOf(verdict.facts.revision, readRecords(fresh)) ? verdict.facts.revision : undefined
  } finally {
    rmSync(fresh, { force: true })
  }
}

/** The revision of the working copy, or undefined where it is not whole. */
function savedRevision(place: string): number | undefined {
  let copy: WorkingCopy | undefined
  try {
    copy = new WorkingCopy(join(place, 'own/working.jboard'))
    return isOf(copy.revision, copy.records()) ? copy.revision : undefined
  } catch {
    return undefined
  } finally {
    copy?.close()
  }
}

interface Tally {
  cases: number
  /** In which something was refused. */
  refused: number
  partial: number
  lost: number
  crashed: number
  unforeseen: string[]
}

const told = (said: readonly string[], what: string) =>
  Math.max(first, ...said.filter(line => line.startsWith(`${what} `)).map(line => Number(line.split(' ')[1])))

function judge(place: string, { said, status }: Ran, tally: Tally, which: string) {
  tally.cases++
  if (status !== 0) tally.crashed++
  const failed = said.filter(line => line.startsWith('failed '))
  if (failed.length > 0) tally.refused++
  for (const line of failed)
    if (line.endsWith(' unknown')) tally.unforeseen.push(`${which}: ${said.join('; ')}`)
  const published = publishedRevision(join(place, 'user/Map.jboard'))
  if (published === undefined || published < told(said, 'published')) tally.partial++
  const saved = savedRevision(place)
  if (saved === undefined || saved < told(said, 'saved')) tally.lost++
  expect(['Map.jboard', '.Map.tmp']).toEqual(expect.arrayContaining(readdirSync(join(place, 'user'))))
}

const none = (): Tally => ({ cases: 0, refused: 0, partial: 0, lost: 0, crashed: 0, unforeseen: [] })

describe.skipIf(!possible)('F4 failing calls', () => {
  // by night all cases, in seven runs; a part is every seventh, which meets every error, both ways and all of the run
  const parts = nightly ? [1, 2, 3, 4, 5, 6, 7] : [1]
  const title = 'each call fails, once and for ever, with every error: no partial file, nothing lost'
  test.each(parts)(
    `${title} (part %i)`,
    async part => {
      const { made: usual, said } = await worked(lanes[0]!, 'work')
      const steps = said.map(line => line.split(' ')[0]).join(' ')
      expect(steps).toBe('opened saved published saved published closed')
      expect(usual.length).toBeGreaterThan(100)
      const cases = usual.flatMap((_, at) =>
        errors.flatMap(error => [false, true].map(forEver => ({ at, error, forEver }))),
      )
      // a stride that shares no factor with errors and ways is as good a sample
      const stride = nightly ? parts.length : 6 * Math.ceil(cases.length / 70) + 1
      const waiting = cases.filter((_, n) => n % stride === part - 1)
      const tally = none()
      const work = async (place: string) => {
        for (let failing = waiting.pop(); failing; failing = waiting.pop()) {
          const ran = await worked(place, 'work', { ...failing, usual })
          judge(place, ran, tally, `${usual[failing.at]} ${JSON.stringify(failing)}`)
        }
      }
      await Promise.all(lanes.map(work))
      console.log(`failing calls: ${usual.length} calls, ${JSON.stringify(tally)}`)
      expect(tally).toMatchObject({ partial: 0, lost: 0, crashed: 0, unforeseen: [] })
      expect(tally.refused).toBeGreaterThan(tally.cases / 4)
    },
    3_600_000,
  )

  test('control: a publish written in place leaves partial files', async () => {
    const place = lanes[0]!
    const { made: usual } = await worked(place, 'inPlace')
    const writes = usual.flatMap((name, at) =>
      ['copy_file_range', 'sendfile', 'write', 'ftruncate'].includes(name) ? [at] : [],
    )
    let partial = 0
    for (const at of writes) {
      if (partial > 0) break
      await worked(place, 'inPlace', { at, error: 'ENOSPC', forEver: false, usual })
      if (publishedRevision(join(place, 'user/Map.jboard')) === undefined) partial++
    }
    expect(partial).toBeGreaterThan(0)
  })
})
