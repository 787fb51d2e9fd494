/** Writes patches: commands say what they want on a draft, `patch()` says what that changed. */
import { definitionOf, recordTypes, type RawRecord, type RecordOf, type RecordType } from '../model'
import type { DocumentView } from './Doc'
import { fieldChanges, type Patch } from './patch'

/** Some fields of a record; undefined leaves a field as it is. */
export type Fields<T extends RecordType> = {
  readonly [F in Exclude<keyof RecordOf<T>, 'id' | 'type'>]?: RecordOf<T>[F] | undefined
}

export interface Draft {
  /** A new record; what is not given takes its default. */
  add<T extends RecordType>(type: T, id: string, fields: Fields<T>): Draft
  /** Puts in a whole record as it is. */
  put(record: RawRecord): Draft
  /** Changes some fields; a record that is not there is an error of the caller. */
  update<T extends RecordType>(type: T, id: string, fields: Fields<T>): Draft
  /** Takes a record out, with all that cannot be without it; what merely mentions it forgets it. */
  remove(id: string): Draft
  /** The record as the draft has it now. */
  get(id: string): RawRecord | undefined
  /** What all this changes. */
  patch(): Patch
}

/** A command was asked for something that is not there; shown to people as `errors.missing`. */
export class MissingRecord extends Error {
  readonly id: string
  constructor(id: string) {
    super(`there is no record ${id}`)
    this.id = id
  }
}

/** A command will not do what it was asked; `code` is worded under `errors.*`. */
export class RefusedCommand extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** Begins a draft over a document, which stays as it is. */
export function edit(document: DocumentView): Draft {
  /** undefined stands for removed */
  const drafted = new Map<string, RawRecord | undefined>()
  /** ids of drafted records that are there, kept apart so that taking out thousands stays quick */
  const living = new Set<string>()
  const get = (id: string) => (drafted.has(id) ? drafted.get(id) : document.get(id))
  const set = (record: RawRecord) => {
    drafted.set(record.id, record)
    living.add(record.id)
  }

  const remove = (id: string) => {
    if (!get(id)) return
    drafted.set(id, undefined)
    living.delete(id)
    const stored = document.referrers(id).filter(record => !drafted.has(record.id))
    const fresh = [...living]
      .flatMap(other => drafted.get(other) ?? [])
      .filter(record => mentions(record, id))
    for (const other of [...stored, ...fresh]) {
      // as it is by now: it may have gone, or forgotten something else, with the one before
      const pointing = get(other.id)
      if (!pointing) continue
      const next = withoutTarget(pointing, id)
      if (next) set(next)
      else remove(pointing.id)
    }
  }

  const draft: Draft = {
    add(type, id, fields) {
      set({ ...recordTypes[type].defaults(), ...given(fields), id, type })
      return draft
    },
    put(record) {
      set(record)
      return draft
    },
    update(type, id, fields) {
      const record = get(id)
      if (record?.type !== type) throw new MissingRecord(id)
      set({ ...record, ...given(fields) })
      return draft
    },
    remove(id) {
      remove(id)
      return draft
    },
    get,
    patch() {
      const added: RawRecord[] = []
      const removed: RawRecord[] = []
      const updated = [...drafted].flatMap(([id, after]) => {
        const before = document.get(id)
        if (before && after) return fieldChanges(before, after)
        if (before) removed.push(before)
        else if (after) added.push(after)
        return []
      })
      return { added, updated, removed }
    },
  }
  return draft
}

const given = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const mentions = (record: RawRecord, id: string) =>
  (definitionOf(record.type)?.references ?? []).some(({ field }) => {
    const value = record[field]
    return value === id || (Array.isArray(value) && value.includes(id))
  })

/** The record after its target went, or undefined when it cannot be without it. */
function withoutTarget(record: RawRecord, id: string): RawRecord | undefined {
  const next: Record<string, unknown> = { ...record }
  for (const { field, list, onDelete } of definitionOf(record.type)?.references ?? []) {
    const value = record[field]
    if (list && Array.isArray(value) && value.includes(id)) {
      const rest = value.filter(item => item !== id)
      if (rest.length === 0 && onDelete === 'cascade') return undefined
      next[field] = rest
    } else if (value === id) {
      if (onDelete === 'cascade') return undefined
      next[field] = null
    }
  }
  return next as unknown as RawRecord
}
