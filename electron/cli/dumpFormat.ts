/**
 * The whole of a document file as JSON: records, stamps, changes, sessions and pictures. The text is canonical (keys
 * sorted, rows in order of their ids), so equal documents give equal texts, and loading one gives the document back.
 */
import { z } from 'zod'
import { KnownError } from '../../shared/ipc/contract'
import { recordVersions, type RawRecord } from '../../shared/model'
import { checkRecord } from '../host/store/checkRecord'
import type { WholeDocument } from '../host/store/readRows'
import type { DocumentRows, RecordRow } from '../host/store/rows'
import { randomToken } from '../host/store/tokens'

/** Meta rows that are computed when a file is written. */
const computed = new Set(['contentHash', 'recordCount'])
/** Meta rows with a place of their own in a dump. */
const named = new Set(['documentId', 'revision', 'recordVersions'])

/** JSON with sorted keys and no blanks. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`).join(',')}}`
}

/** The dump of a document; one row a line, so that two dumps can be compared line by line. */
export function dumpOf({ meta, records, changes, blobs, sessions }: WholeDocument): string {
  const parse = (json: string): unknown => JSON.parse(json)
  const living = records.filter(({ gone }) => !gone)
  const rest = Object.entries(meta).filter(([key]) => !computed.has(key) && !named.has(key))
  const parts: Record<string, unknown> = {
    format: 'journeyboard-dump',
    formatVersion: 1,
    documentId: meta['documentId'],
    revision: Number(meta['revision']),
    recordVersions: parse(meta['recordVersions'] ?? '{}'),
    meta: Object.fromEntries(rest),
    records: living.map(({ json }) => parse(json)),
    stamps: living.map(({ id, rev, stamps }) => ({ id, rev, stamps: parse(stamps) })),
    removed: records
      .filter(({ gone }) => gone)
      .map(({ rev, json, stamps }) => ({ rev, record: parse(json), stamps: parse(stamps) })),
    changes: changes.map(({ patch, ...row }) => ({ ...row, patch: parse(patch) })),
    sessions,
    blobs: blobs.map(({ bytes, ...row }) => ({ ...row, base64: Buffer.from(bytes).toString('base64') })),
  }
  const lines = Object.entries(parts).map(([name, value]) => {
    const text =
      Array.isArray(value) && value.length > 0
        ? `[\n${value.map(canonical).join(',\n')}\n]`
        : canonical(value)
    return `${JSON.stringify(name)}:${text}`
  })
  return `{\n${lines.join(',\n')}\n}`
}

const count = z.number().int().min(0)
const isRecord = (value: unknown) => {
  const { id, type } = (value ?? {}) as Record<string, unknown>
  return typeof id === 'string' && typeof type === 'string'
}
// kept as they are read: copying them could lose fields of odd names
const record = z.custom<RawRecord>(isRecord)
const json = z.custom<object>(value => typeof value === 'object' && value !== null)

/** The shape of a dump; what stands in its records is checked by their types. */
export const dump = z.object({
  format: z.literal('journeyboard-dump'),
  formatVersion: z.literal(1),
  documentId: z.string().min(1),
  revision: count,
  recordVersions: z.record(z.string(), z.number().int().min(1)),
  meta: z.record(z.string(), z.string()),
  records: z.array(record),
  stamps: z.array(z.object({ id: z.string(), rev: count, stamps: json })),
  removed: z.array(z.object({ rev: count, record, stamps: json })),
  changes: z.array(
    z.object({
      rev: count,
      step: z.string(),
      at: z.string(),
      actor: z.string(),
      author: z.string(),
      command: z.string(),
      of: z.string().nullable(),
      patch: json,
    }),
  ),
  sessions: z.array(z.object({ actor: z.string(), author: z.string(), counter: count, at: z.string() })),
  blobs: z.array(z.object({ sha256: z.string(), mime: z.string(), base64: z.base64() })),
})

/**
 * The rows of a dump. A record without stamps, put in by hand, counts as written by a session of its own.
 * @throws KnownError cli.notDump, cli.badDump with the place, document.invalid naming a record and its field
 */
export function rowsOfDump(text: string): DocumentRows {
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    throw new KnownError('cli.notDump')
  }
  if ((input as { format?: unknown } | null)?.format !== 'journeyboard-dump')
    throw new KnownError('cli.notDump')
  const parsed = dump.safeParse(input)
  if (!parsed.success)
    throw new KnownError('cli.badDump', { place: parsed.error.issues[0]?.path.join('.') ?? '' })
  const { documentId, revision, meta, changes, sessions, blobs, ...rest } = parsed.data
  const stamps = new Map(rest.stamps.map(row => [row.id, row]))
  const unstamped = rest.records.filter(({ id }) => !stamps.has(id))
  const actor = randomToken()
  const lamport = Number(meta['lamport'] ?? 0) + (unstamped.length > 0 ? 1 : 0)
  const records = rest.records.map(one => {
    if (isOfToday(one.type, rest.recordVersions)) checkRecord(one)
    const { rev = revision, stamps: own = { '*': [actor, 1, lamport] } } = stamps.get(one.id) ?? {}
    return rowOf(one, own, rev, 0)
  })
  return {
    meta: {
      ...meta,
      documentId,
      revision: String(revision),
      lamport: String(lamport),
      recordVersions: canonical(rest.recordVersions),
    },
    records: [...records, ...rest.removed.map(one => rowOf(one.record, one.stamps, one.rev, 1))],
    changes: changes.map(row => ({ ...row, patch: canonical(row.patch) })),
    blobs: blobs.map(({ base64, ...row }) => ({ ...row, bytes: Buffer.from(base64, 'base64') })),
    sessions: unstamped.length > 0 ? [...sessions, { actor, author: '', counter: 1, at: '' }] : sessions,
  }
}

const isOfToday = (type: string, versions: Readonly<Record<string, number>>) =>
  (versions[type] ?? 1) === recordVersions[type]

const rowOf = (one: RawRecord, stamps: object, rev: number, gone: 0 | 1): RecordRow => ({
  id: one.id,
  type: one.type,
  json: canonical(one),
  stamps: canonical(stamps),
  rev,
  gone,
})
