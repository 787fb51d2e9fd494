/** A file of an older version: what was removed there, and what its undo steps hold, comes back in today's shape. */
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeFile } from '../../electron/host/store/rows'
import { invert, type History } from '../../shared/document'
import type { InputOf } from '../../shared/ipc/contract'
import { definitionOf, recordVersions, type RawRecord } from '../../shared/model'
import { recordsOf, startApp, type App } from '../helpers/app'
import { guardHere } from '../helpers/guardHere'
import { sampleRecord, sampleRows } from '../helpers/sampleRows'

type Saved = InputOf<'document.save'>['changes'][number]

let app: App
beforeEach(async () => {
  app = startApp({ spawnGuard: guardHere })
  await app.call('app.start', {})
})
afterEach(() => app.remove())

/** As the first version wrote them: no trash, a pattern for every segment, no rank, no arrangement. */
const oldShape = (record: RawRecord, fields: object, ...unknownThen: string[]): RawRecord =>
  Object.fromEntries(
    Object.entries({ ...record, ...fields }).filter(([field]) => !unknownThen.includes(field)),
  ) as unknown as RawRecord

const canvas = sampleRecord('canvas', 'c', { title: 'Today', order: 'a' })
const canvasThen = oldShape(canvas, {}, 'arrangement', 'storyNoteIds')
const note = sampleRecord('note', 'n', { block: 'keyResources', title: 'House' })
const gone = [
  oldShape(
    sampleRecord('placement', 'p', {
      canvasId: 'canvas:c',
      noteId: 'note:n',
      block: 'keyResources',
      order: 'a',
    }),
    {},
    'trashed',
  ),
  oldShape(
    sampleRecord('segment', 's', { title: 'Families', order: 'a' }),
    { pattern: 'solid' },
    'focusRank',
  ),
]

/** A document whose last change removed a placement and a segment. */
function oldFile(): string {
  const rows = sampleRows(3, [canvasThen, note])
  const revision = Number(rows.meta.revision) + 1
  const patch = { added: [], updated: [], removed: gone }
  const [change] = rows.changes
  const path = join(app.data, '..', 'Old.jboard')
  writeFile(path, {
    ...rows,
    meta: {
      ...rows.meta,
      revision: String(revision),
      lamport: String(revision),
      recordVersions: JSON.stringify({ ...recordVersions, canvas: 1, placement: 1, segment: 1, note: 1 }),
    },
    records: [
      ...rows.records,
      ...gone.map(record => ({
        id: record.id,
        type: record.type,
        json: JSON.stringify(record),
        stamps: JSON.stringify({
          '*': ['sampleActor', 1, 1],
          '-': [
            ['sampleActor', revision, revision],
            ['sampleActor', 1, 1],
          ],
        }),
        rev: revision,
        gone: 1,
      })),
    ],
    changes: [
      change!,
      { ...change!, rev: revision, step: 'step-2', command: 'records.remove', patch: JSON.stringify(patch) },
    ],
  })
  return path
}

test('undo of a removal brings records back in today’s shape, and they can be saved, published and opened', async () => {
  const open = await app.host.openPath(oldFile())
  const { undo } = JSON.parse(open.history) as History
  const step = undo.at(-1)!
  for (const record of step.patch.removed) {
    expect(definitionOf(record.type)?.schema.safeParse(record).error?.issues ?? []).toEqual([])
  }
  const back = { step: 'back', command: 'undo', of: step.step, patch: invert(step.patch) } as Saved
  await app.call('document.save', { document: open.handle, base: open.revision, changes: [back] })
  await app.call('document.publish', { document: open.handle })
  await app.call('document.close', { document: open.handle })
  const again = await app.host.openPath(join(app.data, '..', 'Old.jboard'))
  const found = (id: string) => recordsOf(again).find(record => record.id === id)
  expect(found('placement:p')).toMatchObject({ trashed: false, noteId: 'note:n' })
  expect(found('segment:s')).toMatchObject({ title: 'Families', pattern: null, focusRank: null })
  expect(found('canvas:c')).toMatchObject({ arrangement: 'list', storyNoteIds: [] })
})

test('control: in the shape they had then, they would not be taken back', async () => {
  const open = await app.host.openPath(oldFile())
  const back = {
    step: 'back',
    command: 'undo',
    of: 'step-2',
    patch: { added: gone, updated: [], removed: [] },
  }
  await expect(
    app.call('document.save', { document: open.handle, base: open.revision, changes: [back] }),
  ).rejects.toMatchObject({ code: 'document.invalid' })
})
