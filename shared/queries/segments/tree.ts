/** Segments as people list them: each below the segment it is a part of. */
import type { DocumentView } from '../../document'
import type { Segment } from '../../model'

export interface SegmentRow {
  readonly segment: Segment
  /** 0 for a segment of its own, 1 for a part of one, and so on. */
  readonly depth: number
  /** Ids of its siblings in order, itself among them. */
  readonly siblings: readonly string[]
}

/** Every segment once, parents before their parts. Segments whose parents form a circle (a merge can) stand alone. */
export function segmentTree(document: DocumentView): readonly SegmentRow[] {
  const all = document.all('segment')
  const rows: SegmentRow[] = []
  const seen = new Set<string>()
  const add = (segments: readonly Segment[], depth: number) => {
    const fresh = segments.filter(({ id }) => !seen.has(id))
    const siblings = fresh.map(({ id }) => id)
    for (const id of siblings) seen.add(id)
    for (const segment of fresh) {
      rows.push({ segment, depth, siblings })
      add(partsOf(document, segment.id), depth + 1)
    }
  }
  add(
    all.filter(({ parentId }) => !document.find('segment', parentId)),
    0,
  )
  for (const segment of all) if (!seen.has(segment.id)) add([segment], 0)
  return rows
}

/** The segments a segment is divided into. */
export const partsOf = (document: DocumentView, id: string): readonly Segment[] =>
  document.pointing('segment', 'parentId', id)

/** A segment and all below it. */
export function withParts(document: DocumentView, id: string): ReadonlySet<string> {
  const found = new Set<string>([id])
  for (const one of found) for (const part of partsOf(document, one)) found.add(part.id)
  return found
}

/** The segments that can be the parent of one: all but itself and those below it. */
export function possibleParents(document: DocumentView, id: string): readonly Segment[] {
  const below = withParts(document, id)
  return document.all('segment').filter(segment => !below.has(segment.id))
}

/**
 * Where a segment lands that moves among its siblings.
 * @param step -1 up, 1 down
 * @returns the segment to come after, null for the first place; undefined where there is no further place
 */
export function placeAfter(siblings: readonly string[], id: string, step: -1 | 1): string | null | undefined {
  const to = siblings.indexOf(id) + step
  if (to < 0 || to >= siblings.length) return undefined
  return step === 1 ? siblings[to]! : (siblings[to - 1] ?? null)
}
