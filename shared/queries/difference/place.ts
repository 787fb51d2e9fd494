/** Where a record stands: under what, and after which of its siblings. */
import { byOrder, equal, type DocumentView } from '../../document'
import type { RawRecord, RecordType } from '../../model'

/** What a record stands in; whoever has the same is its sibling. */
const parents: { readonly [T in RecordType]?: readonly string[] } = {
  stage: ['journeyId'],
  lane: ['journeyId'],
  step: ['stageId'],
  touchpoint: ['stepId'],
  card: ['laneId', 'stepId'],
  painPoint: ['touchpointIds'],
  opportunity: ['journeyId'],
  placement: ['canvasId', 'block'],
  segment: ['parentId'],
}

/** Where it was put by hand inside that. */
const spots: { readonly [T in RecordType]?: readonly string[] } = { placement: ['x', 'y'] }

/** The fields that say where a record stands, its place among siblings aside. */
export const placeFields = (type: string): readonly string[] => [
  ...(parents[type as RecordType] ?? []),
  ...(spots[type as RecordType] ?? []),
]

/** The same for records of one type that are siblings. */
export const familyOf = (record: RawRecord): string =>
  JSON.stringify([record.type, ...(parents[record.type as RecordType] ?? []).map(field => record[field])])

/**
 * The records that stand elsewhere among the same siblings. Who kept its position string stays; of the others as few
 * as possible count as moved. Who only stands further along because somebody came or went before it has not moved.
 */
export function reordered(before: DocumentView, after: DocumentView): Set<string> {
  const families = new Map<string, { was: RawRecord; is: RawRecord }[]>()
  for (const is of after.records()) {
    const was = before.get(is.id)
    if (typeof is['order'] !== 'string' || was?.type !== is.type) continue
    const family = familyOf(is)
    // who stands under something else, or was put elsewhere by hand, has moved in any case
    if (placeFields(is.type).some(field => !equal(was[field], is[field]))) continue
    const list = families.get(family)
    if (list) list.push({ was, is })
    else families.set(family, [{ was, is }])
  }
  return new Set([...families.values()].flatMap(movedIn))
}

function movedIn(family: readonly { was: RawRecord; is: RawRecord }[]): string[] {
  const kept = new Set(
    family.filter(({ was, is }) => equal(was['order'], is['order'])).map(({ is }) => is.id),
  )
  if (kept.size === family.length) return []
  const first = family.map(({ was }) => was).sort(byOrder)
  const second = family.map(({ is }) => is).sort(byOrder)
  const gapBefore = gaps(first, kept)
  const gapAfter = gaps(second, kept)
  const rank = new Map(first.map(({ id }, at) => [id, at]))
  const moved: string[] = []
  /** Those between the same two that stayed, in the order they have now. */
  const between = new Map<number, string[]>()
  for (const { id } of second) {
    if (kept.has(id)) continue
    const gap = gapAfter.get(id)!
    if (gapBefore.get(id) !== gap) moved.push(id)
    else between.set(gap, [...(between.get(gap) ?? []), id])
  }
  for (const ids of between.values()) {
    const rising = longestRising(ids.map(id => rank.get(id)!))
    moved.push(...ids.filter((_, at) => !rising.has(at)))
  }
  return moved
}

/** How many of those that stayed come before each of the others. */
function gaps(siblings: readonly RawRecord[], kept: ReadonlySet<string>): Map<string, number> {
  let passed = 0
  const found = new Map<string, number>()
  for (const { id } of siblings) {
    if (kept.has(id)) passed += 1
    else found.set(id, passed)
  }
  return found
}

/** The places of a longest rising run in different numbers, by patience sorting. */
function longestRising(numbers: readonly number[]): Set<number> {
  const tops: number[] = []
  const previous: number[] = []
  numbers.forEach((number, at) => {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbers[tops[middle]!]! < number) low = middle + 1
      else high = middle
    }
    previous[at] = low > 0 ? tops[low - 1]! : -1
    tops[low] = at
  })
  const run = new Set<number>()
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at]!) run.add(at)
  return run
}
