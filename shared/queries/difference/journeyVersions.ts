import { Doc, redirected, targetsOf, type DocumentView } from '../../document'
import type { RawRecord } from '../../model'

const inJourney = new Set(['stage', 'step', 'touchpoint', 'experience', 'lane', 'card', 'flow'])

/** A journey and everything it is made of. */
function treeOf(document: DocumentView, journeyId: string): Map<string, RawRecord> {
  const tree = new Map<string, RawRecord>()
  const take = (record: RawRecord) => {
    if (tree.has(record.id)) return
    tree.set(record.id, record)
    for (const other of document.referrers(record.id)) {
      // where it came from is no part of it
      const isPart = targetsOf(other).includes(record.id) && other['derivedFromId'] !== record.id
      if (inJourney.has(other.type) && isPart) take(other)
    }
  }
  const journey = document.get(journeyId)
  if (journey) take(journey)
  return tree
}

/**
 * A journey as it is and its target version as two documents that can be compared: what came from something stands
 * under its id, so that only what was made otherwise differs. The target's own name and state do not count.
 * @returns undefined where the journey came from no other that is there
 */
export function journeyVersions(
  document: DocumentView,
  targetId: string,
): { readonly before: Doc; readonly after: Doc } | undefined {
  const target = document.find('journey', targetId)
  const source = document.find('journey', target?.derivedFromId)
  if (!target || !source) return undefined
  const [old, made] = [treeOf(document, source.id), treeOf(document, target.id)]
  const origins = originsOf(old, made, source.id, target.id)
  const rest = [...document.records()].filter(({ id }) => !old.has(id) && !made.has(id))
  const back = (record: RawRecord) => redirected(record, id => origins.get(id) ?? id)
  const after = [...made.values()].map(record => {
    const id = origins.get(record.id) ?? record.id
    const was = old.get(id)
    if (record.id === targetId) {
      const { title, order, state, derivedFromId } = source
      return { ...back(record), id, title, order, state, derivedFromId, ...keyOf(was) }
    }
    const origin = 'derivedFromId' in record ? { derivedFromId: was?.['derivedFromId'] ?? null } : {}
    return { ...back(record), ...origin, ...keyOf(was), id }
  })
  return { before: new Doc([...rest, ...old.values()]), after: new Doc([...rest.map(back), ...after]) }
}

/** The name from a template goes with the original alone. */
const keyOf = (was: RawRecord | undefined) => (was && 'key' in was ? { key: was['key'] } : {})

/** What each record of the copy came from: as it says itself, or by what it hangs on and where it stands. */
function originsOf(
  old: ReadonlyMap<string, RawRecord>,
  made: ReadonlyMap<string, RawRecord>,
  sourceId: string,
  targetId: string,
): Map<string, string> {
  const origins = new Map([[targetId, sourceId]])
  const taken = new Set([sourceId])
  const match = (record: RawRecord, id: string | undefined) => {
    if (id === undefined || taken.has(id) || old.get(id)?.type !== record.type) return
    origins.set(record.id, id)
    taken.add(id)
  }
  for (const record of made.values()) {
    const from = record['derivedFromId']
    if (record.type !== 'journey' && typeof from === 'string') match(record, from)
  }
  const alike = (record: RawRecord, fields: readonly string[]) =>
    [...old.values()].find(
      one =>
        one.type === record.type &&
        !taken.has(one.id) &&
        fields.every(field => {
          const value = record[field]
          return one[field] === (typeof value === 'string' ? (origins.get(value) ?? value) : value)
        }),
    )?.id
  const byPlace: readonly (readonly [type: string, fields: readonly string[]])[] = [
    ['stage', ['journeyId', 'order']],
    ['lane', ['journeyId', 'order']],
    ['experience', ['touchpointId', 'personaId']],
    ['card', ['laneId', 'stepId', 'order']],
    ['flow', ['fromId', 'toId']],
  ]
  for (const [type, fields] of byPlace) {
    for (const record of made.values()) if (record.type === type) match(record, alike(record, fields))
  }
  return origins
}
