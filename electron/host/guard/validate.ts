/** Every row of a received file passes here, by the same schemas that guard all other ways in. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isGone, maxLamport, maxSiblings, type Siblings, type Stamps } from '../../../shared/document/stamps'
import { definitionOf, recordVersions, upgradeRecord, type RawRecord } from '../../../shared/model'
import { anyId, moment } from '../../../shared/model/field'
import type { BlobRow, ChangeRow, RecordRow, SessionRow } from '../store/rows'
import { cleanText, parseObject, type Tally } from './clean'
import { Unfit } from './refuse'

/** Most records a file may hold, removed ones included. */
export const maxRecords = 200_000

const actor = z.string().regex(/^[A-Za-z0-9]{4,40}$/)
const count = z.number().int().min(0)
const lamport = count.max(maxLamport)
const word = z.string().max(200)
const json = z.string()

const recordRow = z.object({
  id: anyId(),
  type: z.string().max(60),
  json,
  stamps: json,
  rev: count,
  gone: z.union([z.literal(0), z.literal(1)]),
})
const dot = z.tuple([actor, count, lamport])
/** What else was written into a field: a dot and a value, or a dot that took the field away. */
const siblings = z.record(
  z.string(),
  z
    .array(z.union([z.tuple([dot]), z.tuple([dot, z.unknown()])]))
    .min(1)
    .max(maxSiblings),
)
/** What a removal covers. */
const covered = z.array(dot)
/** Names that mean something else in stamps. */
const marks = new Set(['*', '-', '?', ''])
const stampsOfRecord = z
  .object({ '*': dot, '-': z.array(dot).min(1).optional(), '?': siblings.optional() })
  .catchall(dot)
const changeRow = z.object({
  rev: count,
  step: word,
  at: moment(),
  actor,
  author: word,
  command: word,
  of: word.nullable(),
  patch: json,
})
/** A patch holds records, which may be as deep as they like themselves. */
const patchDepth = -3
const identified = z.looseObject({ id: anyId(), type: z.string().max(60) })
const place = { id: anyId(), field: z.string().max(80) }
const sides = z.looseObject({ author: word, others: z.array(z.looseObject({ author: word, at: word })) })
const patch = z.object({
  added: z.array(identified),
  updated: z.array(z.looseObject(place)),
  removed: z.array(identified),
  conflicts: z.array(z.looseObject({ ...place, from: sides.optional(), to: sides.optional() })).optional(),
})
const blobRow = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mime: z.string().max(80),
  bytes: z.instanceof(Uint8Array),
})
const sessionRow = z.object({ actor, author: word, counter: count, at: moment() })

/** @throws Unfit naming the place */
function fit<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (!result.success) throw new Unfit(result.error.issues[0]?.path.join('.') ?? 'row')
  return result.data
}

/** Of a record type only this matters here. */
type Definition = {
  readonly version: number
  readonly schema: z.ZodType
  readonly fields: Readonly<Record<string, z.ZodType>>
}

/** What is known of the file while its rows are read. */
export interface Context {
  /** Version of each record type in the file. */
  readonly versions: Readonly<Record<string, number>>
  readonly tally: Tally
}

/**
 * Checks one record: the row, its JSON by the schema of its type after upgrading, its stamps. Types this version does
 * not know, and types of a newer version, are kept as they are.
 * @throws Unfit
 */
export function checkRecord(raw: unknown, { versions, tally }: Context): RecordRow {
  const row = fit(recordRow, raw)
  if (!row.id.startsWith(`${row.type}:`)) throw new Unfit('id of another type')
  const { value, json: text } = parseObject(row.json, tally)
  const stamps = parseObject(row.stamps, tally)
  const { '?': others = {}, ...own } = fit(stampsOfRecord, stamps.value)
  const kept = { ...row, json: text, stamps: stamps.json }
  if (value['id'] !== row.id || value['type'] !== row.type) throw new Unfit('row and record differ')
  for (const name of Object.keys(value)) if (marks.has(name)) throw new Unfit('name of a field')
  // a merge believes the stamps
  if (isGone(stamps.value as Stamps) !== (row.gone === 1)) throw new Unfit('stamps of another fate')
  const definition: Definition | undefined = definitionOf(row.type)
  const version = versions[row.type] ?? 1
  requireNoIdentity(own)
  checkSiblings(others as Siblings, version === definition?.version ? definition : undefined)
  if (row.gone) {
    if (version === definition?.version) checkFields(value, definition)
    return { ...kept, json: JSON.stringify(inTodaysShape(value, versions)) }
  }
  if (!definition || version > definition.version) return kept
  if (version === definition.version) {
    fit(definition.schema, value)
    return kept
  }
  const upgraded = broughtUpToDate(value as RawRecord, versions)
  fit(definition.schema, upgraded)
  return { ...kept, json: JSON.stringify(upgraded) }
}

/**
 * Of a removed record what is there must be such as its fields may have. What is missing is looked at when something
 * brings the record back: older versions kept less of it.
 * @throws Unfit
 */
function checkFields(value: object, { fields }: Definition) {
  for (const [field, content] of Object.entries(value)) {
    if (Object.hasOwn(fields, field)) fit(fields[field]!, content)
  }
}

/** What a record is was written once, when it was made: nobody writes it again. @throws Unfit */
function requireNoIdentity(stamps: object) {
  if ('id' in stamps || 'type' in stamps) throw new Unfit('stamps of an identity')
}

/**
 * The other side of a conflict may be chosen any day, so it must be such as the field may have. Of types and fields
 * this version does not know, and of types of another version, only the form is known.
 * @throws Unfit
 */
function checkSiblings(siblings: Siblings, definition: Definition | undefined) {
  requireNoIdentity(siblings)
  for (const [field, list] of Object.entries(siblings)) {
    if (field !== '-' && marks.has(field)) throw new Unfit('name of a field')
    const known = definition && Object.hasOwn(definition.fields, field) ? definition.fields[field] : undefined
    const schema = field === '-' ? covered : known
    if (schema) for (const [, value] of list) fit(schema, value)
  }
}

function broughtUpToDate(record: RawRecord, versions: Readonly<Record<string, number>>) {
  try {
    return upgradeRecord(record, versions)
  } catch {
    // an upgrade trips over a field that is not what its version promised
    throw new Unfit('cannot be upgraded')
  }
}

/** A removed record as today's version would have kept it, so that undo brings back what fits; else as it is. */
function inTodaysShape(value: object, versions: Readonly<Record<string, number>>): object {
  try {
    return upgradeRecord(value as RawRecord, versions)
  } catch {
    return value
  }
}

/** Checks one change of the log; the whole records in it are brought up to date. @throws Unfit */
export function checkChange(raw: unknown, { versions, tally }: Context): ChangeRow {
  const row = fit(changeRow, raw)
  const parsed = parseObject(row.patch, tally, patchDepth)
  const { added, removed, ...rest } = fit(patch, parsed.value)
  const today = (records: typeof added) => records.map(record => inTodaysShape(record, versions))
  const upgraded = JSON.stringify({ ...parsed.value, ...rest, added: today(added), removed: today(removed) })
  return { ...row, author: cleanText(row.author, tally), patch: upgraded }
}

/** Checks one picture: its name must be the hash of its bytes. @throws Unfit */
export function checkBlob(raw: unknown): BlobRow {
  const row = fit(blobRow, raw)
  if (createHash('sha256').update(row.bytes).digest('hex') !== row.sha256) throw new Unfit('blob hash')
  return row
}

/** Checks one editing session. @throws Unfit */
export function checkSession(raw: unknown, { tally }: Context): SessionRow {
  const row = fit(sessionRow, raw)
  return { ...row, author: cleanText(row.author, tally) }
}

const wholeNumber = z.string().regex(/^\d{1,15}$/)
const knownMeta = z.looseObject({
  documentId: z.string().min(1).max(120),
  revision: wholeNumber,
  /** Written when the file is sealed: what a salvage should have found. */
  recordCount: wholeNumber.optional(),
  minimumReader: wholeNumber.optional(),
  recordVersions: z.string().optional(),
  lamport: wholeNumber.optional(),
})
const versionMap = z.record(z.string().max(60), z.number().int().min(1))

export interface Meta {
  readonly rows: Record<string, string>
  readonly documentId: string
  readonly revision: number
  readonly minimumReader: number
  readonly versions: Readonly<Record<string, number>>
}

/** Checks the meta table as a whole. Unknown keys are kept. @throws Unfit */
export function checkMeta(
  raw: readonly { readonly key: string; readonly value: string }[],
  tally: Tally,
): Meta {
  if (raw.length > 100 || raw.some(row => row.key.length > 80 || row.value.length > 100_000))
    throw new Unfit('meta')
  const rows = Object.fromEntries(raw.map(row => [row.key, row.value]))
  const known = fit(knownMeta, rows)
  const versions = fit(versionMap, parseObject(known.recordVersions ?? '{}', tally).value)
  return {
    // records are handed on in today's shape, so the versions are today's too; those of unknown types stay
    rows: { ...rows, recordVersions: JSON.stringify({ ...versions, ...todaysVersions(versions) }) },
    documentId: known.documentId,
    revision: Number(known.revision),
    minimumReader: Number(known.minimumReader ?? '1'),
    versions,
  }
}

/** Versions after upgrading: never lower than the file's, so that types of a newer version stay marked. */
const todaysVersions = (inFile: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(recordVersions).map(([type, version]) => [type, Math.max(version, inFile[type] ?? 1)]),
  )
