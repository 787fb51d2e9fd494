import { fieldChanges, type DocumentView, type Patch } from '../../shared/document'

/** The patch that makes `after` of `before`. */
export function patchBetween(before: DocumentView, after: DocumentView): Patch {
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
