/** The laws of merging, through real files: guard, working copy, publish, copies made in the file manager. */
import fc from 'fast-check'
import { copyFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { sharedRows } from '../../electron/host/share'
import { newDocument } from '../../electron/host/store/newDocument'
import { readRows } from '../../electron/host/store/readRows'
import { writeFile } from '../../electron/host/store/rows'
import type { WorkingCopy } from '../../electron/host/store/workingCopy'
import { Doc, emptyPatch, equal, isEmpty, positions, type Patch } from '../../shared/document'
import type { RawRecord } from '../../shared/model'
import { countingSession, documents, doings, perform, type Doing } from '../helpers/arbitrary'
import {
  by,
  FileReplicas,
  hashIn,
  mergedContent,
  recordsIn,
  rowsWithStamps,
  undoLast,
} from '../helpers/fileReplicas'
import { tempFolder } from '../helpers/folders'
import { Editor, randomFrom } from '../helpers/randomEdits'
import { samplePng } from '../helpers/everyRecord'
import { sampleRecord, sampleRows } from '../helpers/sampleRows'

const nightly = process.env['JOURNEYBOARD_NIGHTLY'] === '1'
const numRuns = nightly ? 2000 : 12
/** Shrinking through files takes minutes; the seed of a failure is printed, and finds it again. */
const untilTheFirst = { endOnFailure: true }

const folder = tempFolder()
afterAll(() => folder.remove())

/** What somebody does with one of the copies. */
type Deed =
  | { readonly kind: 'type'; readonly at: number; readonly seed: number; readonly times: number }
  | { readonly kind: 'do'; readonly at: number; readonly doings: readonly Doing[] }
  | { readonly kind: 'copy' | 'merge' | 'undoMerge'; readonly at: number; readonly from: number }

const copies = 3
const at = fc.nat(copies - 1)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      at,
      seed: fc.nat(),
      times: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('do' as const),
      at,
      doings: fc.array(doings, { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('merge' as const, 'merge' as const, 'copy' as const, 'undoMerge' as const),
      at,
      from: at,
    }),
  },
)
const beginnings = documents(8)
const deeds = fc.array(deed, { minLength: 2, maxLength: 7 })

let session = 0
/** For whoever waits for the long run. */
let ran = 0
function make(replicas: FileReplicas, records: readonly RawRecord[]): string {
  const path = replicas.fresh('own')
  writeFile(path, newDocument(records, { ...by('Author'), appVersion: '1' }))
  return path
}

/** Makes random changes the way a person makes them. */
function typed(working: WorkingCopy, seed: number, times: number, author = 'Typist'): void {
  const editor = new Editor(working.records(), seed * 1000 + session++, working.history())
  for (let n = 0; n < times; n++) working.save(working.revision, [editor.next()], by(author))
}

function save(working: WorkingCopy, patch: Partial<Patch>): void {
  const change = { step: 's', command: 'x', patch: { ...emptyPatch, ...patch } }
  working.save(working.revision, [change], by(''))
}

/** Lets commands of any kind act. */
function done(working: WorkingCopy, list: readonly Doing[]): void {
  const doc = new Doc(working.records())
  const counting = countingSession(`doer${session++}`)
  for (const doing of list) {
    const patch = perform(doc, doing, counting)
    if (!patch || isEmpty(patch)) continue
    doc.apply(patch)
    const step = counting.random()
    working.save(working.revision, [{ step, command: doing.command, patch }], by('Doer'))
  }
}

/** Plays deeds on copies of one document. @returns the files */
function played(replicas: FileReplicas, records: readonly RawRecord[], list: readonly Deed[]): string[] {
  const first = make(replicas, records)
  const files = [first]
  while (files.length < copies) {
    const copy = replicas.fresh('own')
    copyFileSync(first, copy)
    files.push(copy)
  }
  for (const one of list) {
    const path = files[one.at]!
    if (one.kind === 'type') replicas.session(path, working => typed(working, one.seed, one.times))
    else if (one.kind === 'do') replicas.session(path, working => done(working, one.doings))
    else if (one.kind === 'copy') copyFileSync(files[one.from]!, `${path}.copy`)
    else replicas.merge(path, files[one.from]!, one.kind === 'undoMerge')
    if (one.kind === 'copy') {
      rmSync(path)
      copyFileSync(`${path}.copy`, path)
      rmSync(`${path}.copy`)
    }
  }
  return files
}

/** Every law on three files; throws where one does not hold. */
function laws(replicas: FileReplicas, files: readonly string[]): void {
  const [a, b, c] = files.map(path => replicas.received(path)) as [string, string, string]
  const content = (path: string) => mergedContent(path, replicas.readers)
  const join = (...of: readonly [string, ...string[]]) => replicas.joined(...of)
  const ab = join(a, b)
  const all = join(ab, c)
  const whole = content(all)
  expect(content(join(b, a))).toEqual(content(ab))
  expect(content(join(a, join(b, c)))).toEqual(whole)
  expect(content(join(c, b, a, b))).toEqual(whole)
  expect(content(join(a, a))).toEqual(content(a))
  expect(content(replicas.opensAgain(all))).toEqual(whole)
}

let n = 0
/** What is done in it depends on nothing that was done before: else the seed of a failure would not find it again. */
function inFolder(actorOf?: (path: string) => string): FileReplicas {
  session = 0
  return new FileReplicas(join(folder.path, String(++n)), actorOf)
}

describe('M1 through files, copies of a document', () => {
  test('join the same in any order and however often, and open again', () => {
    fc.assert(
      fc.property(beginnings, deeds, (records, list) => {
        const replicas = inFolder()
        laws(replicas, played(replicas, records, list))
        replicas.remove()
        if (nightly && ++ran % 100 === 0) console.log(`${ran} of ${numRuns}`)
      }),
      { numRuns, ...untilTheFirst },
    )
  }, 3_600_000)

  test('with an editing session that copies share the laws break (control)', () => {
    const breaks = (seed: number, actorOf?: (path: string) => string) => {
      const replicas = inFolder(actorOf)
      const edits: Deed[] = [0, 1, 2].map(copy => ({
        kind: 'type',
        at: copy,
        seed: seed + copy,
        times: 2 + copy * 4,
      }))
      const files = played(replicas, sampleRecords(), edits)
      try {
        laws(replicas, files)
        return false
      } catch {
        return true
      } finally {
        replicas.remove()
      }
    }
    const seeds = [10, 20]
    expect(seeds.filter(seed => breaks(seed))).toEqual([])
    expect(seeds.filter(seed => breaks(seed, () => 'sharedActor'))).toEqual(seeds)
  })

  test('the same deeds come to the same again, so that the seed of a failure finds it', () => {
    const outcome = (actorOf?: (path: string) => string) => {
      const replicas = inFolder(actorOf)
      const files = played(replicas, sampleRecords(), []) as [string, ...string[]]
      for (const [n, path] of files.entries()) {
        replicas.session(path, working => {
          typed(working, n, 5)
          const updated = [{ id: 'project:sample', field: 'vision', from: '', to: `Of copy ${n}` }]
          save(working, { updated })
        })
      }
      const records = recordsIn(replicas.joined(...files))
      replicas.remove()
      return records
    }
    expect(outcome()).toEqual(outcome())
    // control: with other names of the sessions others win in a conflict
    const numberOf = (path: string) => Number.parseInt(basename(path), 10)
    const rising = outcome(path => `session${numberOf(path)}`)
    expect(outcome(path => `session${9 - numberOf(path)}`)).not.toEqual(rising)
  })

  test('merged with itself, a file keeps its content hash and its revision', () => {
    fc.assert(
      fc.property(beginnings, deeds, (records, list) => {
        const replicas = inFolder()
        for (const path of played(replicas, records, list.slice(0, 4))) {
          const before = hashIn(path)
          replicas.merge(path, path)
          expect(hashIn(path)).toBe(before)
        }
        replicas.remove()
      }),
      { numRuns: nightly ? 334 : 10, ...untilTheFirst },
    )
  }, 3_600_000)

  test('ten copies with 30 edits each give equal content in any order, and every value is there', () => {
    for (let round = 0; round < (nightly ? 20 : 1); round++) {
      const replicas = inFolder()
      const first = make(replicas, sampleRecords())
      const random = randomFrom(round)
      const files = Array.from({ length: 10 }, (_, seed) => {
        const path = replicas.fresh('own')
        copyFileSync(first, path)
        replicas.session(path, working => typed(working, seed + round * 10, 30))
        return replicas.received(path)
      })
      const orders = [files, files.toReversed(), shuffled(files, random)] as [string, ...string[]][]
      const results = orders.map(order => replicas.joined(...order))
      const [one, ...others] = results.map(path => mergedContent(path, replicas.readers))
      for (const other of others) expect(other).toEqual(one)
      expect(conflictsIn(results[0]!)).toBeGreaterThan(5)
      for (const file of files) everyNewValueIsIn(results[0]!, file, first)
      replicas.remove()
    }
  }, 3_600_000)

  test('undo of a merge shows exactly what was there, and the same file again does not bring it back', () => {
    fc.assert(
      fc.property(beginnings, deeds, fc.nat(), (records, list, seed) => {
        const replicas = inFolder()
        const [a, b] = played(replicas, records, list.slice(0, 4)) as [string, string]
        replicas.session(b, working => typed(working, seed, 3))
        const before = recordsIn(a)
        replicas.merge(a, b)
        // what changed nothing is no step to undo
        fc.pre(!equal(recordsIn(a), before))
        replicas.session(a, undoLast)
        expect(recordsIn(a)).toEqual(before)
        replicas.merge(a, b)
        expect(recordsIn(a)).toEqual(before)
        // and where the undo goes round, theirs is gone there too
        replicas.merge(b, a)
        expect(recordsIn(b)).toEqual(before)
        replicas.remove()
      }),
      { numRuns: nightly ? 300 : 8, ...untilTheFirst },
    )
  }, 3_600_000)

  test('a merge of which people see nothing is no step to undo, also where nothing else is', () => {
    const replicas = inFolder()
    const first = make(replicas, sampleRecords())
    const other = replicas.fresh('own')
    copyFileSync(first, other)
    const { id, title } = recordsIn(first).findLast(({ type }) => type === 'touchpoint')!
    const updated = [{ id, field: 'title', from: title, to: 'Thought better of' }]
    replicas.session(first, working => {
      save(working, { updated })
      undoLast(working)
      expect(working.history().undo).toEqual([])
    })
    replicas.session(other, working => {
      save(working, { removed: working.records().filter(record => record.id === id) })
    })
    const before = recordsIn(first)
    replicas.merge(first, other, true)
    expect(recordsIn(first)).toEqual(before)
  })

  test('pictures and the names of those who wrote come along', () => {
    const replicas = inFolder()
    const first = make(replicas, sampleRecords())
    const other = replicas.fresh('own')
    copyFileSync(first, other)
    let sha256 = ''
    replicas.session(other, working => {
      sha256 = working.addPicture({ mime: 'image/png', bytes: samplePng })
      const asset = sampleRecord('asset', 'new', {
        sha256,
        mime: 'image/png',
        width: 1,
        height: 1,
        title: 'Dot',
      })
      const touchpoint = working.records().find(({ type }) => type === 'touchpoint')!
      const patch = {
        added: [asset],
        removed: [],
        updated: [{ id: touchpoint.id, field: 'title', from: touchpoint['title'], to: 'By Jana' }],
      }
      working.save(working.revision, [{ step: 'jana1', command: 'asset.add', patch }], by('Jana'))
    })
    replicas.merge(first, other)
    replicas.session(first, working => {
      expect(working.picture(sha256)?.equals(samplePng)).toBe(true)
      const { id } = working.records().find(one => one['title'] === 'By Jana')!
      expect(working.authors(id)).toContainEqual(expect.objectContaining({ field: 'title', author: 'Jana' }))
      expect(working.authors('asset:new')).toContainEqual(
        expect.objectContaining({ field: '*', author: 'Jana' }),
      )
    })
  })

  test('a part adds and changes, takes nothing away, and can come again', () => {
    const replicas = inFolder()
    const whole = make(replicas, sampleRecords())
    const part = replicas.fresh('part')
    const rows = sharedRows(
      readRows(whole),
      { roots: ['journey:one'], leaveOut: [] },
      { at: '', appVersion: '1' },
    )
    writeFile(part, rows)
    const ids = (path: string) => recordsIn(path).map(({ id }) => id)
    const parted = ids(whole)
    replicas.session(whole, working => typed(working, 1, 20))
    replicas.session(part, working => typed(working, 2, 40))
    const before = recordsIn(whole)
    // what was removed here meanwhile, and not changed there, stays removed
    const removed = new Set(parted.filter(id => !ids(whole).includes(id)))
    replicas.merge(whole, part)
    expect(ids(whole)).toEqual(expect.arrayContaining(before.map(({ id }) => id)))
    expect(ids(whole)).toEqual(expect.arrayContaining(ids(part).filter(id => !removed.has(id))))
    const after = hashIn(whole)
    replicas.merge(whole, part)
    expect(hashIn(whole)).toBe(after)
    // what was written over it here stays so when the part comes once more
    const changed = { title: 'Written over' }
    replicas.session(whole, working => {
      const updated = working
        .records()
        .filter(({ type }) => type === 'touchpoint')
        .map(({ id, title }) => ({ id, field: 'title', from: title, to: changed.title }))
      save(working, { updated })
    })
    const over = hashIn(whole)
    replicas.merge(whole, part)
    expect(hashIn(whole)).toBe(over)
  })
})

const orders = positions('sample', [], undefined, 16)
const sampleRecords = () =>
  sampleRows(12).records.map(({ json }, n) => {
    const record = JSON.parse(json) as RawRecord
    return 'order' in record ? { ...record, order: orders[n] } : record
  })

const shuffled = <T>(list: readonly T[], random: () => number): T[] =>
  list
    .map(item => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)

const conflictsIn = (path: string): number =>
  rowsWithStamps(path).reduce((sum, { stamps }) => sum + Object.keys(stamps['?'] ?? {}).length, 0)

/** What one copy wrote since `first` shows in the whole or is kept as the other side. */
function everyNewValueIsIn(whole: string, copy: string, first: string): void {
  const known = new Set(rowsWithStamps(first).flatMap(({ stamps }) => Object.values(stamps).map(String)))
  const after = new Map(rowsWithStamps(whole).map(row => [row.id, row]))
  let written = 0
  for (const { id, record, stamps } of rowsWithStamps(copy)) {
    const there = after.get(id)!
    for (const [field, value] of Object.entries(record)) {
      const dot = stamps[field] ?? stamps['*']
      if (field === 'id' || field === 'type' || known.has(String(dot))) continue
      written++
      const winner = [there.stamps[field] ?? there.stamps['*'], there.record[field]]
      const living = [winner, ...(there.stamps['?']?.[field] ?? [])]
      expect(living).toContainEqual([dot, value])
    }
  }
  expect(written).toBeGreaterThan(5)
}
