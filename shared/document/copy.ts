/** Copy and paste of parts of a journey: what belongs to a copied part comes along, what it uses is found again. */
import { definitionOf, type RawRecord } from '../model'
import type { DocumentView } from './Doc'
import { targetsOf } from './Doc'
import { byOrder } from './order'

/** What lies on the clipboard: whole records; `used` are the channels, departments… that they point to. */
export interface Clipboard {
  readonly format: 'journeyboard-clipboard'
  /** Ids of what was chosen, in the order of the board. */
  readonly chosen: readonly string[]
  readonly records: readonly RawRecord[]
  readonly used: readonly RawRecord[]
}

/** The kinds that can be copied by choosing them. */
export const copyable = ['stage', 'step', 'touchpoint', 'painPoint', 'card'] as const

/** Kinds that go along with what they hang on. */
const following = new Set(['step', 'touchpoint', 'experience', 'painPoint', 'card', 'flow', 'evidence'])

/** Kinds that are shared by name between documents. */
const sharedKinds = new Set(['channel', 'department', 'system', 'persona', 'segment'])

/**
 * What copying some records takes along.
 * @param ids chosen records; those below another chosen one are part of that one
 * @returns null when nothing of it can be copied
 */
export function copied(document: DocumentView, ids: readonly string[]): Clipboard | null {
  const wanted = ids
    .flatMap(id => document.get(id) ?? [])
    .filter(record => copyable.includes(record.type as never))
  const taken = new Map<string, RawRecord>()
  const take = (record: RawRecord) => {
    if (taken.has(record.id)) return
    taken.set(record.id, record)
    for (const other of document.referrers(record.id)) if (following.has(other.type)) take(other)
  }
  wanted.forEach(take)
  // a handover needs both its ends, a free card its lane; a pain keeps only those of its touchpoints that come along
  for (const record of taken.values()) {
    const broken = record.type === 'flow' && !targetsOf(record).every(id => taken.has(id))
    if (broken) taken.delete(record.id)
  }
  const parents = new Set(wanted.map(record => record.id))
  const chosen = wanted.filter(record => !targetsOf(record).some(id => parents.has(id))).sort(byOrder)
  if (chosen.length === 0) return null
  const used = [...taken.values()]
    .flatMap(targetsOf)
    .flatMap(id => (taken.has(id) ? [] : (document.get(id) ?? [])))
    .filter(record => sharedKinds.has(record.type))
  return {
    format: 'journeyboard-clipboard',
    chosen: chosen.map(record => record.id),
    records: [...taken.values()],
    used: [...new Map(used.map(record => [record.id, record])).values()],
  }
}

/** A record with every reference sent through `find`; what is not found is forgotten. */
export function redirected(record: RawRecord, find: (id: string) => string | undefined): RawRecord {
  const next: Record<string, unknown> = { ...record }
  for (const { field, list } of definitionOf(record.type)?.references ?? []) {
    const value = record[field]
    if (list && Array.isArray(value)) next[field] = value.flatMap((id: string) => find(id) ?? [])
    else if (typeof value === 'string') next[field] = find(value) ?? null
  }
  return next as unknown as RawRecord
}
