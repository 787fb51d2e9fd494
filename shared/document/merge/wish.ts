/** What somebody chose in a merge, as the change that follows it. */
import type { DocumentView } from '../Doc'
import { edit } from '../edit'
import type { FieldChange, Patch } from '../patch'
import type { MergedRecord } from './merge'

export interface MergeWish {
  /** Whole records: as it was here, or as it came. What is not named comes in; fields in conflict stay open. */
  readonly records: readonly { readonly id: string; readonly take: 'mine' | 'theirs' }[]
  /** Single fields with the value they shall have; without `value` the field goes. */
  readonly fields: readonly { readonly id: string; readonly field: string; readonly value?: unknown }[]
}

export const noWish: MergeWish = { records: [], fields: [] }

/**
 * The change that makes a merged document what was wished for. A field that was decided is written even where its value
 * stays, which settles the conflict.
 * @param document after the merge
 */
export function settling(document: DocumentView, entries: readonly MergedRecord[], wish: MergeWish): Patch {
  const byId = new Map(entries.map(entry => [entry.id, entry]))
  const draft = edit(document)
  const values = new Map<string, { id: string; field: string; value?: unknown }>()
  const write = (one: { id: string; field: string; value?: unknown }) =>
    values.set(`${one.id} ${one.field}`, one)
  for (const { id, take } of wish.records) {
    const entry = byId.get(id)
    if (!entry) continue
    const { kind } = entry
    if (kind === 'changed') {
      for (const one of entry.fields) {
        if (take === 'mine' || one.conflict)
          write({ id, field: one.field, ...(take in one ? { value: one[take] } : {}) })
      }
    } else if (kind === 'removed' && take === 'mine' && !draft.get(id)) draft.put(entry.record)
    else if (kind === 'kept' && take === 'theirs') draft.remove(id)
    else if ((kind === 'added' || kind === 'returned') && take === 'mine') draft.remove(id)
  }
  for (const one of wish.fields) write(one)
  const patch = draft.patch()
  const updated: FieldChange[] = [...values.values()].flatMap(({ id, field, ...value }) => {
    const record = draft.get(id)
    if (!record) return []
    const from = Object.hasOwn(record, field) ? { from: record[field] } : {}
    return [{ id, field, ...from, ...('value' in value ? { to: value.value } : {}) }]
  })
  return { ...patch, updated: [...patch.updated, ...updated] }
}
