/** A conflict that was settled, undone and redone, in files that go round. */
import { copyFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeFile } from '../../electron/host/store/rows'
import type { WorkingCopy } from '../../electron/host/store/workingCopy'
import { emptyPatch, type ConflictChange, type Patch } from '../../shared/document'
import { by, FileReplicas, recordsIn, redoLast, undoLast } from '../helpers/fileReplicas'
import { tempFolder } from '../helpers/folders'
import { sampleRows } from '../helpers/sampleRows'

let folder: ReturnType<typeof tempFolder>
let replicas: FileReplicas
let mine: string
let theirs: string
const id = sampleRows(6).records.at(-1)!.id

/** Two copies that wrote the same title; the second came into the first. */
beforeEach(() => {
  folder = tempFolder()
  replicas = new FileReplicas(folder.path)
  ;[mine, theirs] = [replicas.fresh('mine'), replicas.fresh('theirs')]
  for (const path of [mine, theirs]) writeFile(path, sampleRows(6))
  const from = recordsIn(mine).find(record => record.id === id)!['title']
  for (const [path, to] of [
    [mine, 'Mine'],
    [theirs, 'Theirs'],
  ] as const)
    replicas.session(path, working => save(working, { updated: [{ id, field: 'title', from, to }] }, to))
  replicas.merge(mine, theirs)
})
afterEach(() => folder.remove())

function save(working: WorkingCopy, patch: Partial<Patch>, author = '') {
  const step = `s${working.revision}`
  working.save(working.revision, [{ step, command: 'x', patch: { ...emptyPatch, ...patch } }], by(author))
}

const byWord = (a: string, b: string) => (a < b ? -1 : 1)

/** The title that shows, and what stands against it. */
const titlesIn = (path: string) =>
  replicas.session(path, working => [
    working.record(id)!['title'],
    ...working.conflicts().flatMap(({ others }) => others.map(({ value }) => value)),
  ])

test('F7 undo of what settled it opens it again, redo settles it, and both travel', () => {
  const unsettled = replicas.fresh('unsettled')
  copyFileSync(mine, unsettled)
  const open = titlesIn(mine)
  const [shown, other] = open
  expect(new Set(open)).toEqual(new Set(['Mine', 'Theirs']))
  for (const to of [shown, other]) {
    replicas.session(mine, working => save(working, { updated: [{ id, field: 'title', from: shown, to }] }))
    expect(titlesIn(mine)).toEqual([to])
    replicas.merge(theirs, mine)
    expect(titlesIn(theirs)).toEqual([to])
    replicas.session(mine, undoLast)
    expect(titlesIn(mine)).toEqual(open)
    // to who saw it settled and to who did not, and back
    for (const path of [theirs, unsettled]) {
      replicas.merge(path, mine)
      expect(titlesIn(path)).toEqual(open)
      replicas.merge(mine, path)
      expect(titlesIn(mine)).toEqual(open)
    }
    replicas.session(mine, redoLast)
    expect(titlesIn(mine)).toEqual([to])
    replicas.merge(unsettled, mine)
    expect(titlesIn(unsettled)).toEqual([to])
    replicas.session(mine, undoLast)
    replicas.merge(unsettled, mine)
  }
})

test('F7 it comes back with its record, and with the merge that brought it', () => {
  const open = titlesIn(mine)
  replicas.session(mine, working => save(working, { removed: [working.record(id)!] }))
  replicas.session(mine, undoLast)
  expect(titlesIn(mine)).toEqual(open)
  replicas.session(mine, undoLast)
  expect(titlesIn(mine)).toEqual(['Mine'])
  replicas.session(mine, redoLast)
  expect(titlesIn(mine)).toEqual(open)
})

test('whoever undoes has not written it: the names stay, and where no log has them there are none', () => {
  const conflictsIn = (path: string) => replicas.session(path, working => working.conflicts())
  const before = conflictsIn(mine)
  expect([before[0]!.author, before[0]!.others[0]!.author].toSorted(byWord)).toEqual(['Mine', 'Theirs'])
  const [shown] = titlesIn(mine)
  replicas.session(mine, working =>
    save(working, { updated: [{ id, field: 'title', from: shown, to: shown }] }, 'Somebody'),
  )
  replicas.session(mine, undoLast)
  expect(conflictsIn(mine)).toEqual(before)
  // a merge brings no log along
  replicas.merge(theirs, mine)
  expect(conflictsIn(theirs)).toMatchObject([{ author: '', others: [{ author: '', at: '' }] }])
})

test('a log that does not tell of conflicts is read as before', () => {
  const [shown] = titlesIn(mine)
  replicas.session(mine, working => {
    save(working, { updated: [{ id, field: 'title', from: shown, to: 'Settled' }] })
    const { step: of, patch } = working.history().undo.at(-1)!
    expect(patch.conflicts).toMatchObject([{ id, field: 'title', from: { others: [{}] } }])
    const [change] = patch.updated
    const undone = { ...emptyPatch, updated: [{ ...change!, from: 'Settled', to: shown }] }
    working.save(working.revision, [{ step: 'u', command: 'undo', of, patch: undone }], by(''))
  })
  expect(titlesIn(mine)).toEqual([shown])
})

test.each<[string, Partial<ConflictChange>]>([
  ['a value the field cannot have', { to: { author: '', others: [{ value: 5, author: '', at: '' }] } }],
  ['one that takes away what must be there', { to: { author: '', others: [{ author: '', at: '' }] } }],
  ['the id', { field: 'id' }],
  ['a name of the stamps', { field: '-' }],
  [
    'too many',
    { to: { author: '', others: Array.from({ length: 1001 }, () => ({ value: '', author: '', at: '' })) } },
  ],
  [
    'a text too long for a file, in what was before',
    { from: { author: '', others: [{ value: 'x'.repeat(20_001), author: '', at: '' }] } },
  ],
])('%s is not put beside a value', (_name, change) => {
  replicas.session(mine, working => {
    const conflicts = [{ id, field: 'title', ...change }]
    expect(() => save(working, { conflicts })).toThrow('document.invalid')
    // control
    const others = [{ value: 'x', author: '', at: '' }]
    save(working, { conflicts: [{ id, field: 'title', to: { author: '', others } }] })
    expect(working.conflicts()).toMatchObject([{ id, field: 'title', others: [{ value: 'x' }] }])
  })
})
