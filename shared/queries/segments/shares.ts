/** Shares of revenue: what they add up to, and how they are brought to 100. */
import type { DocumentView } from '../../document'
import type { Segment } from '../../model'
import { partsOf, segmentTree, withParts } from './tree'

export interface RevenueShares {
  /** In per cent; null where no segment has a share. */
  readonly total: number | null
  /** What was added up: a segment with a share counts with its parts in it, one without by its parts. */
  readonly counted: readonly Segment[]
  /** Segments of their own that have no share, neither themselves nor in parts. */
  readonly without: readonly Segment[]
  /** Whether there is a total and it is not 100, by more than a twentieth of a per cent. */
  readonly off: boolean
}

export function revenueShares(document: DocumentView): RevenueShares {
  const counted: Segment[] = []
  const without: Segment[] = []
  const seen = new Set<string>()
  const count = (segment: Segment): boolean => {
    if (seen.has(segment.id)) return false
    seen.add(segment.id)
    if (segment.revenueShare !== null) return counted.push(segment) > 0
    return partsOf(document, segment.id).map(count).includes(true)
  }
  for (const { segment, depth } of segmentTree(document)) {
    if (depth === 0 && !count(segment)) without.push(segment)
  }
  const total =
    counted.length === 0 ? null : counted.reduce((sum, { revenueShare }) => sum + (revenueShare ?? 0), 0)
  return { total, counted, without, off: total !== null && Math.abs(total - 100) > 0.05 }
}

/**
 * The same shares in proportion, adding up to 100 exactly, to a tenth of a per cent: what rounding leaves over goes to
 * those that were cut most. Parts of a segment keep their proportion to it.
 * @returns new shares by segment id; empty when there is nothing to scale
 */
export function scaledShares(document: DocumentView): ReadonlyMap<string, number> {
  const { total, counted } = revenueShares(document)
  if (total === null || total <= 0 || counted.some(({ revenueShare }) => (revenueShare ?? 0) < 0))
    return new Map()
  const factor = 1000 / total
  const cut = counted.map(({ id, revenueShare }) => {
    const exact = (revenueShare ?? 0) * factor
    return { id, tenths: Math.floor(exact), rest: exact - Math.floor(exact) }
  })
  let left = 1000 - cut.reduce((sum, { tenths }) => sum + tenths, 0)
  const most = [...cut].sort((one, other) => other.rest - one.rest)
  const scaled = new Map(most.map(({ id, tenths }) => [id, (tenths + (left-- > 0 ? 1 : 0)) / 10]))
  for (const { id } of counted) {
    for (const part of withParts(document, id)) {
      const share = document.find('segment', part)?.revenueShare ?? null
      if (part !== id && share !== null) scaled.set(part, Math.round(share * factor) / 10)
    }
  }
  return scaled
}
