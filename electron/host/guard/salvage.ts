/**
 * Gathers what is readable of a damaged file into a fresh one. Undo history and what other copies have seen are not
 * taken over: with parts missing they would claim that the missing records were deleted, and a later merge would
 * delete them in the healthy copy too.
 */
import { closeSync, fstatSync, openSync } from 'node:fs'
import { recordTypes, recordVersions } from '../../../shared/model'
import { writeFile, type BlobRow, type DocumentRows, type RecordRow } from '../store/rows'
import { formatVersion } from '../store/schema'
import { randomToken } from '../store/tokens'
import { counted } from './readRows'
import { rowsOnPages, type Value } from './pages'
import type { Opened } from './protocol'
import { Unfit } from './refuse'
import { checkBlob, checkMeta, checkRecord, maxRecords, type Context, type Meta } from './validate'

/**
 * Writes what can be read of the damaged file `copy` to `fresh`.
 * @returns undefined when nothing could be recovered
 */
export function salvage(copy: string, fresh: string): Opened | undefined {
  const file = openSync(copy, 'r')
  try {
    const { size } = fstatSync(file)
    const found = gather(rowsOnPages(file, size))
    const recovered = found.records.filter(row => !row.gone).length
    if (recovered === 0) return undefined
    const records = withOneProject(found.records)
    const rows = { meta: metaOf(found, records), records, blobs: blobsOf(rowsOnPages(file, size)) }
    let blobs = 0
    writeFile(fresh, { ...rows, blobs: counted(rows.blobs, () => blobs++) } satisfies DocumentRows)
    const total = Math.max(recovered + found.rejected, Number(found.meta?.rows['recordCount'] ?? 0))
    return {
      facts: {
        documentId: rows.meta.documentId,
        revision: Number(rows.meta.revision),
        contentHash: null,
        format: formatVersion,
        records: records.filter(row => !row.gone).length,
        changes: 0,
        blobs,
      },
      readOnly: null,
      notices: [{ code: 'file.salvaged', params: { recovered, total } }],
    }
  } finally {
    closeSync(file)
  }
}

interface Found {
  readonly meta: Meta | undefined
  readonly records: readonly RecordRow[]
  /** Records that were there and broke a rule. */
  readonly rejected: number
}

function gather(rows: Iterable<Value[]>): Found {
  const tally = { replaced: 0 }
  const metaRows = new Map<string, string>()
  const candidates = new Map<string, Value[]>()
  for (const row of rows) {
    const [key, second, , , rev] = row
    if (typeof key !== 'string') continue
    if (row.length === 2 && typeof second === 'string' && metaRows.size < 100) metaRows.set(key, second)
    // of a row that is there twice the younger counts
    const other = candidates.get(key)
    const isRecord = row.length === 6 && typeof second === 'string' && typeof rev === 'number'
    if (isRecord && candidates.size < maxRecords && !(other && Number(other[4]) > rev))
      candidates.set(key, row)
  }
  const meta = attempt(() =>
    checkMeta(
      [...metaRows].map(([key, value]) => ({ key, value })),
      tally,
    ),
  )
  const context: Context = { versions: meta?.versions ?? recordVersions, tally }
  const records: RecordRow[] = []
  let rejected = 0
  for (const [id, type, json, stamps, rev, gone] of candidates.values()) {
    const record = attempt(() => checkRecord({ id, type, json, stamps, rev, gone }, context))
    if (record) records.push(record)
    else if (gone === 0) rejected++
  }
  return { meta, records, rejected }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Unfit) return undefined
    throw error
  }
}

/** A document has one project record: the youngest found, or a fresh one. */
function withOneProject(records: readonly RecordRow[]): RecordRow[] {
  const isProject = (row: RecordRow) => row.type === 'project' && !row.gone
  const found = records.filter(isProject).sort((a, b) => b.rev - a.rev)[0]
  const others = records.filter(row => !isProject(row))
  if (found) return [found, ...others]
  const id = `project:${randomToken()}`
  const json = JSON.stringify({ id, type: 'project', ...recordTypes.project.defaults() })
  const stamps = JSON.stringify({ '*': [randomToken(), 1, highestLamport(records) + 1] })
  return [{ id, type: 'project', json, stamps, rev: 0, gone: 0 }, ...others]
}

function metaOf({ meta }: Found, records: readonly RecordRow[]) {
  const rows: Record<string, string> = meta?.rows ?? { recordVersions: JSON.stringify(recordVersions) }
  const revision = records.reduce((highest, row) => Math.max(highest, row.rev), meta?.revision ?? 0)
  return {
    minimumReader: String(formatVersion),
    ...rows,
    documentId: meta?.documentId ?? randomToken(20),
    revision: String(revision),
    lamport: String(Math.max(Number(rows['lamport'] ?? 0), highestLamport(records))),
  }
}

/** The next change must be numbered above every stamp that was recovered. */
function highestLamport(records: readonly RecordRow[]): number {
  let highest = 0
  for (const { stamps } of records) {
    for (const [, , lamport] of stamps.matchAll(/\["[A-Za-z0-9]+",(\d+),(\d+)\]/g)) {
      highest = Math.max(highest, Number(lamport))
    }
  }
  return highest
}

function* blobsOf(rows: Iterable<Value[]>): Generator<BlobRow> {
  const seen = new Set<string>()
  for (const [sha256, mime, bytes, ...rest] of rows) {
    if (rest.length > 0 || !(bytes instanceof Uint8Array) || seen.has(String(sha256))) continue
    const blob = attempt(() => checkBlob({ sha256, mime, bytes }))
    if (!blob) continue
    seen.add(blob.sha256)
    yield blob
  }
}
