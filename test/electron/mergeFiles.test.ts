/** The laws of merging, through real files: guard, working copy, publish, copies made in the file manager. */
import fc from 'fast-check'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newDocument } from '../../electron/host/store/newDocument'
import { writeFile } from '../../electron/host/store/rows'
import type { WorkingCopy } from '../../electron/host/store/workingCopy'
import { Doc, isEmpty } from '../../shared/document'
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

const nightly = process.env['JOURNEYBOARD_NIGHTLY'] === '1'
const numRuns = nightly ? 2000 : 25

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
function laws(replicas: FileReplicas, [a, b, c]: readonly [string, string, string]): void {
  const content = (path: string) => mergedContent(path, replicas.readers)
  const join = (...files: readonly [string, ...string[]]) => replicas.joined(...files)
  const ab = join(a, b)
  const whole = content(join(ab, c))
  expect(content(join(b, a))).toEqual(content(ab))
  expect(content(join(a, join(b, c)))).toEqual(whole)
  expect(content(join(c, b, a, b))).toEqual(whole)
  expect(content(join(a, a))).toEqual(content(a))
}

let n = 0
const inFolder = (actorOf?: (path: string) => string) =>
  new FileReplicas(join(folder.path, String(++n)), actorOf)

const lawsHold = (actorOf?: (path: string) => string) =>
  fc.property(beginnings, deeds, (records, list) => {
    const replicas = inFolder(actorOf)
    try {
      laws(replicas, played(replicas, records, list) as [string, string, string])
    } finally {
      rmSync(join(folder.path, String(n)), { recursive: true, force: true })
    }
  })

describe('M1 through files, copies of a document', () => {
  test('join the same in any order and however often, and open again', () => {
    fc.assert(lawsHold(), { numRuns })
  }, 3_600_000)

  test('with an editing session that copies share the laws break (control)', () => {
    const shared = (path: string) => `sharedActor${path.length % 2}`
    const { failed } = fc.check(lawsHold(shared), { numRuns: 40, endOnFailure: true })
    expect(failed).toBe(true)
  }, 600_000)
})
