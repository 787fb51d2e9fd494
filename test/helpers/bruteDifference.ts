/** What two lists of records have otherwise, found the slow and simple way. */
import { isDeepStrictEqual } from 'node:util'
import type { RawRecord } from '../../shared/model'

/** What siblings have in common, and where they were put; the order aside. */
const place: Readonly<
  Record<string, { readonly under: readonly string[]; readonly at?: readonly string[] }>
> = {
  stage: { under: ['journeyId'] },
  lane: { under: ['journeyId'] },
  step: { under: ['stageId'] },
  touchpoint: { under: ['stepId'] },
  card: { under: ['laneId', 'stepId'] },
  painPoint: { under: ['touchpointIds'] },
  opportunity: { under: ['journeyId'] },
  placement: { under: ['canvasId', 'block'], at: ['x', 'y'] },
  segment: { under: ['parentId'] },
}

/** The fields of a type that say where a record stands; one that changed in one has moved in any case. */
export const placeNames = (type: string): readonly string[] => {
  const { under = [], at = [] } = place[type] ?? {}
  return [...under, ...at]
}

export interface BruteEntry {
  readonly id: string
  readonly kind: string
  readonly fields: readonly string[]
}

const keyOf = (one: RawRecord) => [String(one['order']), one.id] as const
const precedes = (a: RawRecord, b: RawRecord) => {
  const [[first, firstId], [second, secondId]] = [keyOf(a), keyOf(b)]
  return first === second ? firstId < secondId : first < second
}

/**
 * Everything that differs, but for which of several equally good siblings is said to have moved: those are counted.
 * @param looksMoved says whether the list in question calls a record reordered
 */
export function bruteDifference(
  before: readonly RawRecord[],
  after: readonly RawRecord[],
  looksMoved: (id: string) => boolean,
): { readonly entries: readonly BruteEntry[]; readonly wrongOrder: readonly string[] } {
  const entries: BruteEntry[] = []
  const wrongOrder: string[] = []
  const find = (list: readonly RawRecord[], id: string) => list.find(one => one.id === id)
  const ids = [...new Set([...before, ...after].map(({ id }) => id))].sort()
  for (const id of ids) {
    const [was, is] = [find(before, id), find(after, id)]
    if (!was) entries.push({ id, kind: 'added', fields: [] })
    else if (!is) entries.push({ id, kind: 'removed', fields: [] })
    else {
      const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort()
      const fields = names.filter(name => name !== 'order' && !isDeepStrictEqual(was[name], is[name]))
      const own = placeNames(is.type)
      const moved = fields.some(name => own.includes(name)) || looksMoved(id)
      const changed = fields.some(name => !own.includes(name))
      if (moved || changed)
        entries.push({ id, kind: moved && changed ? 'movedAndChanged' : moved ? 'moved' : 'changed', fields })
    }
  }
  // who stands where: all families of those that are in both under the same
  const both = before.flatMap(was => {
    const is = find(after, was.id)
    const { under = [] } = place[was.type] ?? {}
    const stayed = is && placeNames(was.type).every(name => isDeepStrictEqual(was[name], is[name]))
    return stayed && typeof is['order'] === 'string' ? [{ was, is, under: under.map(name => is[name]) }] : []
  })
  for (const one of both) {
    const family = both.filter(
      other => other.is.type === one.is.type && isDeepStrictEqual(other.under, one.under),
    )
    const agrees = (a: typeof one, b: typeof one) => precedes(a.was, b.was) === precedes(a.is, b.is)
    const kept = (a: typeof one) => a.was['order'] === a.is['order']
    if (kept(one) && looksMoved(one.is.id)) wrongOrder.push(`${one.is.id} kept its key`)
    const resting = family.filter(({ is }) => !looksMoved(is.id))
    if (!looksMoved(one.is.id) && resting.some(other => other !== one && !agrees(one, other)))
      wrongOrder.push(`${one.is.id} stands elsewhere`)
    // as few as possible: the largest choice of those that changed their key and agree with each other and the rest
    if (one === family[0]) {
      const rekeyed = family.filter(other => !kept(other))
      const anchors = family.filter(kept)
      if (rekeyed.length > 12) throw new Error('too many to try all')
      let best = 0
      for (let choice = 0; choice < 2 ** rekeyed.length; choice++) {
        const chosen = rekeyed.filter((_, n) => (choice >> n) & 1)
        const all = [...anchors, ...chosen]
        if (chosen.length > best && all.every(a => all.every(b => a === b || agrees(a, b))))
          best = chosen.length
      }
      if (resting.length !== anchors.length + best) wrongOrder.push(`${one.is.type}: more than needed moved`)
    }
  }
  return { entries, wrongOrder }
}
