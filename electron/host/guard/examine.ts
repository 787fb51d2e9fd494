/** The examination itself, as it runs in the guard's process: from the private copy to our own fresh file. */
import Database from 'better-sqlite3'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { KnownError } from '../../../shared/ipc/contract'
import { columns, writeFile } from '../store/rows'
import { formatVersion } from '../store/schema'
import { checkSeal } from '../store/seal'
import { headerBytes, isNewer, readHeader, type Header } from './header'
import type { GuardRequest, Opened, Verdict } from './protocol'
import { answerFor, isDamage, refusal, Unfit } from './refuse'
import { readRows, type CheckedRows } from './readRows'
import { salvage } from './salvage'
import { isOurSchema, readableTables, requireOurSchema } from './schemaText'

/**
 * Examines a received file and writes our own file with its content.
 * @param compareSchema false only in the control of the test that proves the comparison is what refuses
 * @returns what to tell the host; it never throws for anything the file holds
 */
export function examine(request: GuardRequest, compareSchema = true): Verdict {
  try {
    return { ok: true, ...opened(request, compareSchema) }
  } catch (thrown) {
    return refused(request, answerFor(thrown))
  }
}

function refused(request: GuardRequest, error: KnownError): Verdict {
  try {
    const salvaged = rescued(request, error)
    const { code, params } = salvaged && !isDamage(error) ? refusal('file.damaged') : error
    return { ok: false, error: { code, params }, salvaged }
  } catch (thrown) {
    // no room for what was salvaged
    const { code, params } = answerFor(thrown)
    return { ok: false, error: { code, params }, salvaged: null }
  }
}

function rescued({ copy, fresh, salvage: wanted }: GuardRequest, error: KnownError): Opened | null {
  return wanted && mayHoldRecords(error) ? (salvage(copy, fresh) ?? null) : null
}

/** A file whose first page is lost looks like no document of ours, but its other pages may tell. */
const mayHoldRecords = (error: KnownError) => isDamage(error) || error.code === 'file.notADocument'

function opened({ copy, fresh }: GuardRequest, compareSchema: boolean): Opened {
  const header = headerOf(copy)
  const db = new Database(copy, { readonly: true, fileMustExist: true })
  try {
    distrust(db)
    const newer = isNewer(header)
    const tables = newer ? readableTables(db, columns) : new Set(Object.keys(columns))
    if (!newer && compareSchema) requireOurSchema(db)
    if (!tables.has('record') || !tables.has('meta')) throw refusal('file.damaged')
    // a newer number over our own schema is held to our own rules, so that a flipped bit opens nothing unchecked
    if (!newer || isOurSchema(db)) requireIntact(db)
    return rebuilt(readRows(db, tables, newer), header, fresh)
  } finally {
    db.close()
  }
}

function headerOf(path: string): Header {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const start = Buffer.alloc(Math.min(headerBytes, size))
    readSync(file, start, 0, start.length, 0)
    return readHeader(start, size)
  } finally {
    closeSync(file)
  }
}

/** SQLite's own advice for files from others. */
function distrust(db: Database.Database) {
  for (const setting of [
    'trusted_schema = OFF',
    'cell_size_check = ON',
    'mmap_size = 0',
    'query_only = ON',
  ]) {
    db.pragma(setting)
  }
}

function requireIntact(db: Database.Database) {
  if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw refusal('file.damaged')
  if (!checkSeal(db)) throw refusal('file.damaged')
}

/** Copies every row through the checks into a file of our own. */
function rebuilt({ meta, rows, counts }: CheckedRows, header: Header, fresh: string): Opened {
  const newer = isNewer(header) || meta.minimumReader > formatVersion
  writeFile(fresh, rows)
  if (counts.projects !== 1) throw newer ? refusal('file.newer') : new Unfit('project')
  return {
    facts: {
      documentId: meta.documentId,
      revision: meta.revision,
      contentHash: meta.rows['contentHash'] ?? null,
      format: header.format,
      records: counts.records,
      changes: counts.changes,
      blobs: counts.blobs,
    },
    readOnly: newer ? 'file.newer' : null,
    notices: [...told('file.cleaned', counts.replaced), ...told('file.newerSkipped', counts.skipped)],
  }
}

const told = (code: string, count: number) => (count > 0 ? [{ code, params: { number: count } }] : [])
