/** A received copy as it is shown: by board, then by stage or block, each entry with its words. */
import { useMemo } from 'react'
import { Doc, type DocumentView } from '../../../shared/document'
import type { PreviewRecord } from '../../../shared/document/merge'
import {
  belongingOf,
  groupedEntries,
  shownEntries,
  type DifferenceKind,
  type RecordDifference,
} from '../../../shared/queries'
import type { T } from '../../../shared/i18n'

export type Filter = 'all' | 'conflict' | 'changed' | 'added' | 'removed'

export interface Merging {
  /** The document as it is here, and as it would be with everything from them. */
  readonly mine: DocumentView
  readonly joined: DocumentView
  readonly entries: readonly PreviewRecord[]
  /** Those that are shown. */
  readonly rows: readonly PreviewRecord[]
}

export interface RowGroup {
  readonly groupId: string | null
  readonly rows: readonly PreviewRecord[]
}

export interface RowBoard {
  readonly boardId: string | null
  readonly groups: readonly RowGroup[]
}

const kinds: Readonly<Record<PreviewRecord['kind'], DifferenceKind>> = {
  added: 'added',
  returned: 'added',
  removed: 'removed',
  changed: 'changed',
  kept: 'changed',
}

export function useMerging(mine: DocumentView, entries: readonly PreviewRecord[]) {
  return useMemo(() => {
    const joined = joinedOf(mine, entries)
    const list = entries.map((entry): RecordDifference => ({
      id: entry.id,
      type: entry.type,
      kind: kinds[entry.kind],
      fields: [],
      ...belongingOf(entry.kind === 'removed' ? mine : joined, entry.record),
    }))
    const byId = new Map(entries.map(entry => [entry.id, entry]))
    const shown = shownEntries(list, mine, joined)
    const boards = groupedEntries(shown, mine, joined).map(({ boardId, groups }): RowBoard => ({
      boardId,
      groups: groups.map(group => ({
        groupId: group.groupId,
        rows: group.entries.flatMap(({ id }) => byId.get(id) ?? []),
      })),
    }))
    const rows = boards.flatMap(({ groups }) => groups.flatMap(group => group.rows))
    return { boards, merging: { mine, joined, entries, rows } satisfies Merging }
  }, [mine, entries])
}

/** The document with everything from them. */
export function joinedOf(mine: DocumentView, entries: readonly PreviewRecord[]): Doc {
  const touched = new Set(entries.map(({ id }) => id))
  const stay = [...mine.records()].filter(({ id }) => !touched.has(id))
  return new Doc([...stay, ...entries.filter(({ kind }) => kind !== 'removed').map(({ record }) => record)])
}

/** Where the name of a record, or of what it points to, is found: what they removed is still here. */
export const holderOf = ({ mine, joined }: Pick<Merging, 'mine' | 'joined'>, id: string) =>
  joined.get(id) ? joined : mine

export function fits(filter: Filter, { kind, fields }: PreviewRecord): boolean {
  if (filter === 'all') return true
  if (filter === 'conflict') return kind === 'changed' && fields.some(one => one.conflict)
  if (filter === 'removed') return kind === 'removed' || kind === 'kept'
  if (filter === 'changed') return kind === 'changed'
  return kinds[kind] === filter
}

/** '12 changed, 3 added, 1 deleted' */
export function countsInWords(t: T, rows: readonly PreviewRecord[]): string {
  const count = (filter: Filter) => rows.filter(row => fits(filter, row)).length
  const [changed, added, removed] = [count('changed'), count('added'), count('removed')]
  return [
    changed > 0 && t($ => $.merge.changed, { count: changed }),
    added > 0 && t($ => $.merge.added, { count: added }),
    removed > 0 && t($ => $.merge.deleted, { count: removed }),
  ]
    .filter(Boolean)
    .join(', ')
}

/** Who wrote what comes in, whoever wrote most first. */
export function authorsOf(rows: readonly PreviewRecord[]): string[] {
  const counts = new Map<string, number>()
  for (const { author } of rows) counts.set(author, (counts.get(author) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([author]) => author)
}
