/** What stays behind without a segment when one is deleted, by name, so that it can be said first. */
import type { DocumentView } from '../../document'
import { noteTitle } from '../canvas/model'

export interface Named {
  readonly id: string
  readonly title: string
}

export interface SegmentOrphans {
  /** Notes that are this segment: they stay, and keep the name. */
  readonly itsNotes: readonly Named[]
  /** Notes that are for this segment and for no other. */
  readonly notes: readonly Named[]
  readonly personas: readonly Named[]
  readonly journeys: readonly Named[]
  /** Segments it is divided into: they become segments of their own. */
  readonly parts: readonly Named[]
  readonly programmes: readonly Named[]
  /** How many records are deleted with it. */
  readonly links: number
  readonly dependencies: number
  readonly quantities: number
  /** Whether nothing else changes. */
  readonly none: boolean
}

export function segmentOrphans(document: DocumentView, id: string): SegmentOrphans {
  const itsNotes = document.pointing('note', 'segmentId', id)
  // a link drawn to the note of a segment counts as drawn to the segment, and stays with the note
  const segmentOf = (end: string) =>
    document.find('note', end)?.segmentId ?? document.find('segment', end)?.id
  const own = document.all('link').filter(({ fromId, toId }) => fromId === id || toId === id)
  const tied = new Map<string, Set<string>>()
  for (const { fromId, toId } of document.all('link')) {
    for (const [end, other] of [
      [fromId, toId],
      [toId, fromId],
    ] as const) {
      const segment = segmentOf(other)
      if (!segment || !document.find('note', end)) continue
      tied.set(end, (tied.get(end) ?? new Set()).add(segment))
    }
  }
  const notes = document
    .all('note')
    .filter(note => note.segmentId !== id && tied.get(note.id)?.has(id) && tied.get(note.id)?.size === 1)
  const named = (records: readonly { readonly id: string; readonly title: string }[]): Named[] =>
    records.map(record => ({ id: record.id, title: record.title }))
  const result = {
    itsNotes: itsNotes.map(note => ({ id: note.id, title: noteTitle(document, note) })),
    notes: notes.map(note => ({ id: note.id, title: noteTitle(document, note) })),
    personas: named(document.pointing('persona', 'segmentId', id)),
    journeys: named(document.pointing('journey', 'segmentId', id)),
    parts: named(document.pointing('segment', 'parentId', id)),
    programmes: named(document.pointing('loyalty', 'segmentIds', id)),
    links: own.length,
    dependencies: new Set([
      ...document.pointing('segmentDependency', 'fromId', id),
      ...document.pointing('segmentDependency', 'toId', id),
    ]).size,
    quantities: document.pointing('quantity', 'ownerId', id).length,
  }
  return { ...result, none: document.referrers(id).length === 0 }
}
