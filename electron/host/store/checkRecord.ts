/** What a change must look like before it is written. Types of a newer version are taken as they are. */
import { clean } from '../guard/clean'
import type { ConflictChange, FieldChange, Patch } from '../../../shared/document'
import { maxSiblings, type Stamps } from '../../../shared/document/stamps'
import { KnownError } from '../../../shared/ipc/contract'
import { definitionOf, type RawRecord } from '../../../shared/model'
import { idPattern } from '../../../shared/model/field'

/** Names that mean something else: in stamps the first three, in JavaScript the next three. */
const reserved = new Set(['*', '-', '?', '__proto__', 'constructor', 'prototype', ''])

/** Throws KnownError document.invalid, naming record and field, unless this is a whole record of its type. */
export function checkRecord(record: RawRecord): void {
  const { id, type } = record
  if (!idPattern.test(id) || !id.startsWith(`${type}:`)) throw invalid(id, 'id')
  const strange = Object.keys(record).find(field => reserved.has(field))
  if (strange !== undefined) throw invalid(id, strange)
  requireLimits(id, 'type', record)
  const parsed = definitionOf(type)?.schema.safeParse(record)
  if (parsed && !parsed.success) throw invalid(id, String(parsed.error.issues[0]?.path[0] ?? 'type'))
}

/** Throws KnownError document.invalid when a field has more other values, or deeper ones, than may be read again. */
export function checkStamps(id: string, { '?': siblings = {} }: Stamps): void {
  requireLimits(id, '?', [siblings])
  for (const [field, list] of Object.entries(siblings))
    if (list.length > maxSiblings) throw invalid(id, field)
}

/** Throws KnownError document.invalid unless the field of a record of this type may have the new value. */
export function checkChange(type: string, { id, field, to }: FieldChange): void {
  requireField(id, field)
  requireLimits(id, field, to)
  const fields = definitionOf(type)?.fields
  const schema = fields && Object.hasOwn(fields, field) ? fields[field] : undefined
  if (schema && !schema.safeParse(to).success) throw invalid(id, field)
}

/** Throws KnownError document.invalid unless the field of a record of this type may have what is put beside its value. */
export function checkConflict(type: string, { id, field, to }: ConflictChange): void {
  const others = to?.others ?? []
  requireField(id, field)
  if (others.length > maxSiblings) throw invalid(id, field)
  // as deep as they will lie in the stamps
  requireLimits(id, field, [[to]])
  for (const { value } of others) checkChange(type, { id, field, to: value })
}

/** What a change says was there before is kept for undo: it must be possible to write and to read again. */
export function checkPast({ updated, removed, conflicts = [] }: Patch): void {
  for (const record of removed) requireLimits(record.id, 'type', record)
  for (const { id, field, from } of updated) requireLimits(id, field, from)
  for (const { id, field, from, to } of conflicts)
    for (const sides of [from, to]) requireLimits(id, field, sides)
}

/** Only what is a field can be written. */
function requireField(id: string, field: string) {
  if (field === 'id' || field === 'type' || reserved.has(field)) throw invalid(id, field)
}

/** What we write must pass the guard when it comes back as a file: length of texts, depth, finite numbers. */
function requireLimits(id: string, field: string, value: unknown) {
  try {
    clean(value, { replaced: 0 })
  } catch {
    throw invalid(id, field)
  }
}

const invalid = (record: string, field: string) => new KnownError('document.invalid', { record, field })
