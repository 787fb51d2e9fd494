/** The open conflicts of a document, with the names of those who wrote. */
import type Database from 'better-sqlite3'
import { equal, type OpenConflict, type Patch, type Sides } from '../../../shared/document'
import { conflictsIn, puttingBack, sidesOf, type Conflict, type NameOf } from '../../../shared/document/merge'
import { keptIn, namesIn, sessionsIn, type Row } from './merging'

/** Every conflict in a document, in the order of the records' ids. */
export function conflictsOf(db: Database.Database): OpenConflict[] {
  const rows = db
    .prepare<[], Row>(
      `SELECT id, json, stamps FROM record WHERE gone = 0 AND instr(stamps, '"?":') > 0 ORDER BY id`,
    )
    .all()
  if (rows.length === 0) return []
  const names = namesIn(sessionsIn(db))
  let read: ReadonlyMap<string, Sides> | undefined
  // only undo that opened a conflict again needs the log, and then once for all
  const putBack: PutBack = ({ id, field }) => (read ??= putBackIn(db)).get(`${id} ${field}`)
  return rows.flatMap(row =>
    conflictsIn(keptIn(row)).map(one => ({
      id: one.id,
      field: one.field,
      ...namedSides(one, names, putBack),
    })),
  )
}

/** What undo or redo put beside a field last. */
type PutBack = (conflict: Conflict) => Sides | undefined

/** Who had written what undo put back, the log remembers, or nobody does. */
function namedSides(conflict: Conflict, names: NameOf, putBack: PutBack): Sides {
  const sides = sidesOf(conflict, names)
  const isPutBack = puttingBack(conflict)
  if (!conflict.others.some(({ dot }) => isPutBack(dot))) return sides
  const before = putBack(conflict)
  return {
    author: isPutBack(conflict.dot) ? (before?.author ?? '') : sides.author,
    others: sides.others.map((other, n) => {
      if (!isPutBack(conflict.others[n]!.dot)) return other
      const { author = '', at = '' } = before?.others.find(one => equal(one.value, other.value)) ?? {}
      return { ...other, author, at }
    }),
  }
}

/** What undo and redo put beside fields last, by record and field, as far as the log goes back. */
function putBackIn(db: Database.Database): Map<string, Sides> {
  const patches = db
    .prepare<[], string>(
      `SELECT patch FROM change WHERE of IS NOT NULL AND instr(patch, '"conflicts":[{') > 0 ORDER BY rev`,
    )
    .pluck()
  const found = new Map<string, Sides>()
  for (const json of patches.iterate())
    for (const { id, field, to } of (JSON.parse(json) as Patch).conflicts ?? [])
      if (to) found.set(`${id} ${field}`, to)
  return found
}
