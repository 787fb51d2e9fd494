import type { DocumentView } from './Doc'
import { fieldChanges, type Patch } from './patch'

/** The patch that makes `after` of `before`. */
export function patchOf(before: DocumentView, after: DocumentView): Patch {
  const updated = [...after.records()].flatMap(record => {
    const old = before.get(record.id)
    return old ? fieldChanges(old, record) : []
  })
  return {
    added: [...after.records()].filter(record => !before.get(record.id)),
    updated,
    removed: [...before.records()].filter(record => !after.get(record.id)),
  }
}
