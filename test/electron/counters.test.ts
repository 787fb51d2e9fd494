/** D37, F24: which change of the log has which counter, also where some changed nothing that people see. */
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createWorkingCopy } from '../../electron/host/store/createWorkingCopy'
import { newDocument } from '../../electron/host/store/newDocument'
import { snapshot } from '../../electron/host/store/publish'
import { keptChanges } from '../../electron/host/store/schema'
import { randomToken } from '../../electron/host/store/tokens'
import { WorkingCopy } from '../../electron/host/store/workingCopy'
import { emptyPatch, type Change, type Patch } from '../../shared/document'
import { recordTypes, type RawRecord } from '../../shared/model'
import { undoLast } from '../helpers/fileReplicas'
import { tempFolder } from '../helpers/folders'

const folder = tempFolder()
afterAll(folder.remove)

const at = (hour: number) => ({ author: 'Jana', at: `2026-03-01T0${hour}:00:00.000Z` })
const project: RawRecord = { ...recordTypes.project.defaults(), id: 'project:p', type: 'project', title: 'P' }
const phone: RawRecord = {
  ...recordTypes.channel.defaults(),
  id: 'channel:a',
  type: 'channel',
  title: 'Phone',
  order: 'a',
}

function begun(): WorkingCopy {
  const path = join(folder.path, `${randomToken()}.sqlite`)
  createWorkingCopy(path, newDocument([project, phone], { ...at(1), appVersion: '1' }))
  return new WorkingCopy(path)
}

/** Another copy, as it is published while the session goes on. */
function published(from: WorkingCopy): string {
  const into = join(folder.path, `${randomToken()}.jboard`)
  snapshot({ working: from.path, into })
  return into
}

const change = (patch: Partial<Patch>, step = randomToken()): Change => ({
  step,
  command: 'test',
  patch: { ...emptyPatch, ...patch },
})
const wrote = (field: string, from: unknown, to: unknown, step?: string) =>
  change({ updated: [{ id: 'channel:a', field, from, to }] }, step)
const save = (copy: WorkingCopy, hour: number, ...changes: readonly Change[]) =>
  copy.save(copy.revision, changes, at(hour))
const hours = (copy: WorkingCopy) =>
  Object.fromEntries(copy.authors('channel:a').map(one => [one.field, one.at.slice(11, 13)]))

test('who wrote a field says when, also after a change that changed nothing', () => {
  const copy = begun()
  save(copy, 2, wrote('title', 'Phone', 'Store'))
  save(copy, 3, change({}))
  save(copy, 4, wrote('hours', '', '9-17'))
  expect(hours(copy)).toEqual({ '*': '01', title: '02', hours: '04' })
  copy.close()
})

test('and after a merge of which nothing was taken, which is no step to undo', () => {
  const copy = begun()
  const theirs = new WorkingCopy(published(copy))
  save(theirs, 2, wrote('title', 'Phone', 'Shop'))
  theirs.close()
  save(copy, 3, wrote('hours', '', '9-17'))
  const steps = copy.history()
  copy.merge(theirs.path, at(4), { records: [{ id: 'channel:a', take: 'mine' }], fields: [] })
  expect(copy.history()).toEqual(steps)
  save(copy, 5, wrote('note', '', 'x'))
  expect(hours(copy)).toEqual({ '*': '01', title: '04', hours: '03', note: '05' })
  copy.close()
})

test('what stood in a field before two copies parted is told, also after a change that changed nothing', () => {
  const theirs = begun()
  save(theirs, 2, wrote('title', 'Phone', 'Store'))
  const mine = new WorkingCopy(published(theirs))
  save(theirs, 3, change({}))
  save(theirs, 4, wrote('title', 'Store', 'Shop'))
  theirs.close()
  expect(mine.previewMerge(theirs.path)[0]?.fields).toEqual([
    expect.objectContaining({ field: 'title', before: 'Store', mine: 'Store', theirs: 'Shop' }),
  ])
  mine.close()
})

test('D32 an undo of typing that came to nothing is still one after reopening', () => {
  let copy = begun()
  save(copy, 2, wrote('note', '', 'x'))
  save(copy, 3, wrote('title', 'Phone', 'Phones', 'typing'), wrote('title', 'Phones', 'Phone', 'typing'))
  undoLast(copy)
  const { path } = copy
  copy.close()
  copy = new WorkingCopy(path)
  const { undo, redo } = copy.history()
  expect(undo.map(({ patch }) => patch.updated.map(({ field }) => field))).toEqual([['note']])
  expect(redo.map(({ step }) => step)).toEqual(['typing'])
  copy.close()
})

test('a session that goes on elsewhere after its file was copied is still told right', () => {
  const theirs = begun()
  save(theirs, 2, wrote('title', 'Phone', 'Store'))
  const mine = new WorkingCopy(published(theirs))
  const third = new WorkingCopy(published(theirs))
  save(theirs, 3, wrote('hours', '', '9-17'))
  third.merge(published(theirs), at(4))
  save(theirs, 5, wrote('note', '', 'x'), wrote('title', 'Store', 'Shop'))
  mine.merge(published(theirs), at(6))
  // of what came in later only the end of the session is known
  expect(hours(mine)).toEqual({ '*': '01', title: '05', hours: '05', note: '05' })
  save(mine, 7, wrote('title', 'Shop', 'Branch'))
  theirs.close()
  mine.close()
  const [entry] = third.previewMerge(mine.path)
  expect(entry?.fields.map(({ field, ...one }) => [field, one.before])).toEqual([
    ['note', ''],
    ['title', 'Store'],
  ])
  third.close()
})

test('where the log was cut its first session is counted from the end', () => {
  let copy = begun()
  const typed = (times: number) =>
    Array.from({ length: times }, (_, n) => wrote('note', String(n), `${n + 1}`))
  save(copy, 2, ...typed(10))
  save(copy, 3, wrote('title', 'Phone', 'Store'))
  save(copy, 4, ...typed(keptChanges - 2))
  save(copy, 5, wrote('hours', '', '9-17'))
  const { path } = copy
  copy.close()
  copy = new WorkingCopy(path)
  expect(copy.history().undo).toHaveLength(keptChanges)
  save(copy, 6, wrote('mobile', false, true))
  expect(hours(copy)).toEqual({ '*': '01', title: '03', note: '04', hours: '05', mobile: '06' })
  copy.close()
})
