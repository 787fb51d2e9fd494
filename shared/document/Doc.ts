/**
 * A document in memory: a flat set of records with the indexes that reading needs. Records themselves are never
 * changed; `apply` is the only way anything changes.
 */
import { definitionOf, type RawRecord, type RecordOf, type RecordType } from '../model'
import { byOrder } from './order'
import { withChanges, type FieldChange, type Patch } from './patch'

/** What commands, queries and layout may do: read. */
export interface DocumentView {
  /** Any record, or undefined. */
  get(id: string | null | undefined): RawRecord | undefined
  /** A record of one type, or undefined when there is none of that id and type. */
  find<T extends RecordType>(type: T, id: string | null | undefined): RecordOf<T> | undefined
  /** All records of a type, by order, then id. */
  all<T extends RecordType>(type: T): readonly RecordOf<T>[]
  /** The records of a type whose `field` points to `id` (alone or in a list), by order, then id. */
  pointing<T extends RecordType>(
    type: T,
    field: string & keyof RecordOf<T>,
    id: string,
  ): readonly RecordOf<T>[]
  /** Every record with any reference to `id`. */
  referrers(id: string): readonly RawRecord[]
  /** The document's own record. Throws when the document has none. */
  project(): RecordOf<'project'>
  /** Everything, in no particular order. */
  records(): Iterable<RawRecord>
  readonly size: number
}

export class Doc implements DocumentView {
  readonly #records = new Map<string, RawRecord>()
  readonly #byType = new Map<string, Map<string, RawRecord>>()
  /** target id → ids of the records that point to it */
  readonly #pointers = new Map<string, Set<string>>()
  readonly #cache = new Map<string, Map<string, readonly RawRecord[]>>()
  readonly #sorted = new Map<string, readonly RawRecord[]>()

  constructor(records: Iterable<RawRecord> = []) {
    for (const record of records) this.#put(record)
  }

  get size() {
    return this.#records.size
  }

  records() {
    return this.#records.values()
  }

  get(id: string | null | undefined) {
    return id ? this.#records.get(id) : undefined
  }

  find<T extends RecordType>(type: T, id: string | null | undefined) {
    const record = this.get(id)
    return record?.type === type ? (record as unknown as RecordOf<T>) : undefined
  }

  all<T extends RecordType>(type: T) {
    let list = this.#sorted.get(type)
    if (!list) {
      list = [...(this.#byType.get(type)?.values() ?? [])].sort(byOrder)
      this.#sorted.set(type, list)
    }
    return list as unknown as readonly RecordOf<T>[]
  }

  pointing<T extends RecordType>(type: T, field: string & keyof RecordOf<T>, id: string) {
    const cached = this.#cache.get(id)?.get(`${type}.${field}`)
    if (cached) return cached as unknown as readonly RecordOf<T>[]
    const list = this.referrers(id)
      .filter(record => {
        const value = record[field]
        return record.type === type && (value === id || (Array.isArray(value) && value.includes(id)))
      })
      .sort(byOrder)
    if (!this.#cache.has(id)) this.#cache.set(id, new Map())
    this.#cache.get(id)!.set(`${type}.${field}`, list)
    return list as unknown as readonly RecordOf<T>[]
  }

  referrers(id: string): RawRecord[] {
    return [...(this.#pointers.get(id) ?? [])].flatMap(from => this.#records.get(from) ?? [])
  }

  project() {
    const project = this.all('project')[0]
    if (!project) throw new Error('a document has one project record')
    return project
  }

  /** Changes the document. Changes to records that are not here are passed over. */
  apply(patch: Patch): void {
    for (const record of patch.removed) this.#drop(record.id)
    for (const record of patch.added) this.#put(record)
    const byId = new Map<string, FieldChange[]>()
    for (const change of patch.updated) {
      const list = byId.get(change.id)
      if (list) list.push(change)
      else byId.set(change.id, [change])
    }
    for (const [id, changes] of byId) {
      const record = this.#records.get(id)
      if (record) this.#put(withChanges(record, changes))
    }
  }

  /** A document of its own with the same records. */
  clone(): Doc {
    return new Doc(this.#records.values())
  }

  #put(record: RawRecord) {
    this.#drop(record.id)
    this.#records.set(record.id, record)
    if (!this.#byType.has(record.type)) this.#byType.set(record.type, new Map())
    this.#byType.get(record.type)!.set(record.id, record)
    this.#sorted.delete(record.type)
    for (const target of targetsOf(record)) {
      if (!this.#pointers.has(target)) this.#pointers.set(target, new Set())
      this.#pointers.get(target)!.add(record.id)
      this.#cache.delete(target)
    }
  }

  #drop(id: string) {
    const record = this.#records.get(id)
    if (!record) return
    this.#records.delete(id)
    this.#byType.get(record.type)?.delete(id)
    this.#sorted.delete(record.type)
    for (const target of targetsOf(record)) {
      this.#pointers.get(target)?.delete(id)
      this.#cache.delete(target)
    }
  }
}

/** The ids a record points to. */
export function targetsOf(record: RawRecord): string[] {
  return (definitionOf(record.type)?.references ?? []).flatMap(({ field }) => {
    const value = record[field]
    if (Array.isArray(value)) return value.filter(item => typeof item === 'string')
    return typeof value === 'string' ? [value] : []
  })
}

/** The document that `patch` makes of `document`, which stays as it is. */
export function applied(document: DocumentView, patch: Patch): Doc {
  const next = new Doc(document.records())
  next.apply(patch)
  return next
}
