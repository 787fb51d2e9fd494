import { byOrder, type DocumentView } from '../../document'
import { recordTypes } from '../../model'
import { blocks } from '../../model/note'
import type { DocumentDifference, RecordDifference } from './documentDifference'

export interface EntryGroup {
  /** Stage or block; null for what is about the whole board. */
  readonly groupId: string | null
  readonly entries: readonly RecordDifference[]
}

export interface BoardEntries {
  /** Journey or canvas; null for what belongs to the whole document. */
  readonly boardId: string | null
  readonly groups: readonly EntryGroup[]
}

/** Entries as they are read: journeys, canvases, the rest; stages and blocks in their order; entries as they stand. */
export function groupedEntries(
  list: DocumentDifference,
  before: DocumentView,
  after: DocumentView,
): BoardEntries[] {
  const types = Object.keys(recordTypes)
  const recordOf = (id: string) => after.get(id) ?? before.get(id)
  const rankOfBoard = (id: string | null) => (id === null ? 2 : recordOf(id)?.type === 'canvas' ? 1 : 0)
  const rankOfBlock = (id: string | null) => (id === null ? -1 : blocks.findIndex(block => block === id))
  const byPlace = (a: string | null, b: string | null) =>
    byOrder(recordOf(a ?? '') ?? { id: a ?? '' }, recordOf(b ?? '') ?? { id: b ?? '' })
  return grouped(list, ({ boardId }) => boardId)
    .sort(([a], [b]) => rankOfBoard(a) - rankOfBoard(b) || byPlace(a, b))
    .map(([boardId, inBoard]) => ({
      boardId,
      groups: grouped(inBoard, ({ groupId }) => groupId)
        .sort(([a], [b]) => rankOfBlock(a) - rankOfBlock(b) || byPlace(a, b))
        .map(([groupId, entries]) => ({
          groupId,
          entries: entries.toSorted(
            (a, b) => types.indexOf(a.type) - types.indexOf(b.type) || byPlace(a.id, b.id),
          ),
        })),
    }))
}

function grouped(
  list: DocumentDifference,
  keyOf: (entry: RecordDifference) => string | null,
): [string | null, RecordDifference[]][] {
  const groups = new Map<string | null, RecordDifference[]>()
  for (const entry of list) {
    const group = groups.get(keyOf(entry))
    if (group) group.push(entry)
    else groups.set(keyOf(entry), [entry])
  }
  return [...groups]
}
