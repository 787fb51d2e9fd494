/** The rows of a small but complete document: project, journey, stage, steps, touchpoints, log, picture, session. */
import { createHash } from 'node:crypto'
import { recordTypes, recordVersions, type RawRecord, type RecordType } from '../../shared/model'
import type { DocumentRows, RecordRow } from '../../electron/host/store/rows'

const actor = 'sampleActor'
const at = '2026-01-01T10:00:00.000Z'

const row = (record: RawRecord, rev: number): RecordRow => ({
  id: record.id,
  type: record.type,
  json: JSON.stringify(record),
  stamps: JSON.stringify({ '*': [actor, rev, rev] }),
  rev,
  gone: 0,
})

/** A record of a type with its defaults and these fields. */
export const sampleRecord = (type: RecordType, name: string, fields: object = {}): RawRecord => ({
  id: `${type}:${name}`,
  type,
  ...recordTypes[type].defaults(),
  ...fields,
})

/** A picture's bytes, so many of them that they need pages of their own. */
export const samplePicture = Buffer.from(Array.from({ length: 20_000 }, (_, at) => (at * 7) % 251))

/** @param touchpoints how many; 40 bytes of title and a note each */
export function sampleRows(touchpoints = 60, extra: readonly RawRecord[] = []) {
  const records = [
    sampleRecord('project', 'sample', { title: 'Sample of Žilina' }),
    sampleRecord('journey', 'one', { title: 'Journey', order: 'a' }),
    sampleRecord('stage', 'one', { journeyId: 'journey:one', title: 'Stage', order: 'a' }),
    sampleRecord('step', 'one', { stageId: 'stage:one', title: 'Step', order: 'a' }),
    ...Array.from({ length: touchpoints }, (_, n) =>
      sampleRecord('touchpoint', `t${String(n).padStart(6, '0')}`, {
        stepId: 'step:one',
        title: `Touchpoint ${n} přichází s mnoha slovy`,
        note: `Note ${n} `.repeat(n % 50 === 7 ? 900 : 8),
        order: `a${String(n).padStart(6, '0')}`,
      }),
    ),
    ...extra,
  ].map((record, n) => row(record, n + 1))
  const revision = records.length
  const patch = { added: [JSON.parse(records.at(-1)!.json) as RawRecord], updated: [], removed: [] }
  const change = {
    rev: revision,
    step: 'step-1',
    at,
    actor,
    author: 'Jana',
    command: 'touchpoint.add',
    of: null,
    patch: JSON.stringify(patch),
  }
  const sha256 = createHash('sha256').update(samplePicture).digest('hex')
  return {
    meta: {
      documentId: 'sampleDocument',
      revision: String(revision),
      minimumReader: '1',
      recordVersions: JSON.stringify(recordVersions),
      lamport: String(revision),
      appVersion: '0.1.0',
    },
    records,
    changes: [change],
    blobs: [{ sha256, mime: 'image/png', bytes: samplePicture }],
    sessions: [{ actor, author: 'Jana', counter: revision, at }],
  } satisfies DocumentRows
}
