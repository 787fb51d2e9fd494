/** Writes test/files/format-1: the document of `everyRecord` as a file and as its dump. Run by writeSamples.mjs. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dumpOf } from '../../electron/cli/dumpFormat'
import { readRows } from '../../electron/host/store/readRows'
import { writeFile, type DocumentRows } from '../../electron/host/store/rows'
import { formatVersion } from '../../electron/host/store/schema'
import { recordVersions } from '../../shared/model'
import { everyRecord, samplePng, samplePngHash } from './everyRecord'
import { root } from './folders'
import { at } from './samples/make'

const actor = 'sampleActor'

/** The rows of the sample: its records, one removed, a change that can be undone, a picture, an editing session. */
export function everyRow(): DocumentRows {
  const records = everyRecord()
  const rows = records.map((record, n) => ({
    id: record.id,
    type: record.type,
    json: JSON.stringify(record),
    stamps: JSON.stringify({ '*': [actor, n + 1, n + 1] }),
    rev: n + 1,
    gone: 0,
  }))
  const revision = records.length + 2
  const removed = {
    id: 'department:gone',
    type: 'department',
    rev: revision,
    gone: 1,
    json: JSON.stringify({ id: 'department:gone', type: 'department', note: '', title: 'Closed', owner: '' }),
    stamps: JSON.stringify({
      '*': [actor, revision - 1, revision - 1],
      '-': [
        [actor, revision, revision],
        [actor, revision - 1, revision - 1],
      ],
    }),
  }
  const last = records.find(({ id }) => id === 'step:two')
  const patch = {
    added: [],
    updated: [{ id: 'step:two', field: 'title', from: '', to: last?.['title'] }],
    removed: [],
  }
  return {
    meta: {
      documentId: 'sampleOfEveryRecord1',
      revision: String(revision),
      minimumReader: String(formatVersion),
      recordVersions: JSON.stringify({ ...recordVersions, hologram: 2 }),
      lamport: String(revision),
      appVersion: '0.1.0',
    },
    records: [...rows, removed],
    changes: [
      {
        rev: revision,
        step: 'sampleStep',
        at,
        actor,
        author: 'Front office',
        command: 'step.update',
        of: null,
        patch: JSON.stringify(patch),
      },
    ],
    blobs: [{ sha256: samplePngHash, mime: 'image/png', bytes: samplePng }],
    sessions: [{ actor, author: 'Front office', counter: revision, at }],
  }
}

/** Writes both samples of today; the number in their names counts the states of the record types. */
export function writeSamples(): void {
  const folder = join(root, `test/files/format-${formatVersion}`)
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'everyRecord-2.jboard')
  writeFile(file, everyRow())
  writeFileSync(join(folder, 'everyRecord-2.json'), `${dumpOf(readRows(file))}\n`)
}
