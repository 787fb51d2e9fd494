/** A document with secrets in every place that a redacted copy must not carry on, and the list of them. */
import { createHash } from 'node:crypto'
import type { DocumentRows, RecordRow } from '../../electron/host/store/rows'
import { recordVersions, type RawRecord, type RecordType } from '../../shared/model'
import { sampleRecord } from './sampleRows'

const actor = 'sampleActor'
const at = '2026-01-01T10:00:00.000Z'

/** @param each how many of each kind */
export function plantedSecrets(each = 7): {
  readonly rows: DocumentRows
  readonly secrets: readonly string[]
} {
  const secrets: string[] = []
  const word = () => {
    secrets.push(`Tajomstvo${String(secrets.length).padStart(4, '0')}žŽ`)
    return secrets.at(-1)!
  }
  const number = () => {
    secrets.push(String(731_000_001 + secrets.length * 17))
    return Number(secrets.at(-1))
  }
  const many = <R>(make: (n: number) => R) => Array.from({ length: each }, (_, n) => make(n))
  const one = (type: RecordType, n: number | string, fields: object) =>
    sampleRecord(type, `x${n}`, {
      ...fields,
      ...('order' in fields ? {} : ordered.has(type) ? { order: `b${n}` } : {}),
    })
  const pictures = many(() => Buffer.from(`${word()} ${'.'.repeat(5000)}`))
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

  const living: RawRecord[] = [
    sampleRecord('project', 'p', { title: 'Open', discountRate: 0.0731 }),
    one('journey', 0, { title: 'Journey' }),
    one('stage', 0, { journeyId: 'journey:x0' }),
    one('step', 0, { stageId: 'stage:x0' }),
    one('canvas', 0, { title: 'Canvas' }),
    sampleRecord('lane', 'line', { journeyId: 'journey:x0', role: 'backstage', order: 'a' }),
    ...many(n => one('journey', n + 1, { title: 'Open', owner: word() })),
    ...many(n => one('opportunity', n, { owner: word() })),
    ...many(n => one('action', n, { owner: word() })),
    ...many(n => one('department', n, { owner: word(), title: word() })),
    ...many(n => one('system', n, { title: word() })),
    ...many(n => one('touchpoint', n, { stepId: 'step:x0', backstage: word(), systemIds: [`system:x${n}`] })),
    ...many(n =>
      one('lane', n, { journeyId: 'journey:x0', role: n % 2 ? 'support' : 'custom', title: word() }),
    ),
    ...many(n => one('card', n, { laneId: `lane:x${n}`, stepId: 'step:x0', text: word() })),
    ...many(n =>
      one('painPoint', n, { touchpointIds: [`touchpoint:x${n}`], causeLayer: 'backOffice', cause: word() }),
    ),
    ...many(n => one('segment', n, { title: 'Open', margin: number(), revenueShare: number() })),
    ...many(n => one('loyalty', n, { title: 'Open', costPerMember: number() })),
    ...many(n => one('note', n, { title: 'Open', block: 'costStructure' })),
    ...many(n =>
      one('placement', n, {
        canvasId: 'canvas:x0',
        noteId: `note:x${n}`,
        block: 'costStructure',
        override: { later: word() },
      }),
    ),
    ...many(n =>
      one('quantity', n, { ownerId: `note:x${n}`, name: word(), low: number(), likely: number() }),
    ),
    ...many(n =>
      one('quantity', `m${n}`, { ownerId: `segment:x${n}`, name: 'fee', unit: 'EUR', high: number() }),
    ),
    ...many(n => one('metric', n, { title: word(), unit: 'tis. Kč' })),
    ...many(n => one('reading', n, { metricId: `metric:x${n}`, value: number() })),
    ...many(n => one('comment', n, { targetId: 'journey:x0', at, text: word(), author: word() })),
    one('checklistRun', 0, { list: 'open' }),
    ...many(n => one('checklistAnswer', n, { runId: 'checklistRun:x0', item: 'open', comment: word() })),
    ...many(n => one('snapshot', n, { title: word() })),
    ...many(n => one('note', `t${n}`, { title: word(), block: 'channels' })),
    ...many(n =>
      one('placement', `t${n}`, {
        canvasId: 'canvas:x0',
        noteId: `note:xt${n}`,
        block: 'channels',
        trashed: true,
      }),
    ),
    ...many(n =>
      one('asset', n, { title: word(), sha256: hash(pictures[n]!), mime: 'image/png', width: 1, height: 1 }),
    ),
    ...many(n => ({ id: `hologram:x${n}`, type: 'hologram', text: word() })),
    ...many(n => ({ ...one('channel', n, { title: 'Open' }), salary: word() })),
    ...many(n => one('persona', n, { title: 'Open', needs: [], laterWords: { deep: [word()] } })),
  ]
  const removed = many(n => one('touchpoint', `gone${n}`, { stepId: 'step:x0', title: word() }))
  const row = (record: RawRecord, gone: 0 | 1): RecordRow => ({
    id: record.id,
    type: record.type,
    json: JSON.stringify(record),
    stamps: JSON.stringify({
      '*': [actor, 1, 1],
      ...(gone
        ? {
            '-': [
              [actor, 2, 2],
              [actor, 1, 1],
            ],
          }
        : {}),
      // the other side of a conflict that nobody has settled yet
      ...(record.type === 'segment' ? { '?': { title: [[[actor, 3, 3], word()]] } } : {}),
    }),
    rev: 1,
    gone,
  })
  const patch = () =>
    JSON.stringify({
      added: [],
      updated: [{ id: 'journey:x0', field: 'title', from: word(), to: 'Journey' }],
      removed: [],
    })
  return {
    rows: {
      meta: {
        documentId: 'planted',
        revision: String(each + 1),
        lamport: String(each + 1),
        minimumReader: '1',
        recordVersions: JSON.stringify(recordVersions),
        appVersion: '0.0.0',
        remark: word(),
      },
      records: [...living.map(one => row(one, 0)), ...removed.map(one => row(one, 1))],
      changes: many(n => ({
        rev: n + 2,
        step: `s${n}`,
        at,
        actor,
        author: word(),
        command: 'journey.update',
        of: null,
        patch: patch(),
      })),
      blobs: pictures.map(bytes => ({ sha256: hash(bytes), mime: 'image/png', bytes })),
      sessions: many(n => ({ actor: `${actor}${n || ''}`, author: word(), counter: each + 1, at })),
    },
    secrets: ['0.0731', ...secrets],
  }
}

const ordered: ReadonlySet<string> = new Set(
  (
    'journey stage step touchpoint lane card painPoint opportunity action department system segment loyalty ' +
    'placement metric channel persona canvas'
  ).split(' '),
)
