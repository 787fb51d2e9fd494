/** Two documents of which one came from the other: by commands, and by what foreign hands may do to records. */
import fc from 'fast-check'
import { Doc, positions } from '../../shared/document'
import { definitionOf, recordTypes, type RawRecord } from '../../shared/model'
import { countingSession, documents, doings, perform } from './arbitrary'

const keys = positions('another', [], undefined, 7)

/** A journey with enough stages for changes of their order. */
const crowd: readonly RawRecord[] = [
  { ...recordTypes.journey.defaults(), id: 'journey:crowd', type: 'journey', title: '', order: keys[0] },
  ...[1, 2, 3, 4, 5].map(n => ({
    ...recordTypes.stage.defaults(),
    id: `stage:crowd${n}`,
    type: 'stage',
    journeyId: 'journey:crowd',
    order: keys[n],
  })),
]

export interface DocumentPair {
  readonly before: readonly RawRecord[]
  readonly after: readonly RawRecord[]
}

/** One thing done to a record in passing: dropped, carried to another place, or said in other words. */
const touches = fc.record({
  at: fc.nat(1000),
  what: fc.constantFrom('drop', 'order', 'order', 'order', 'parent', 'words', 'all'),
  n: fc.nat(1000),
})

type Touch = typeof touches extends fc.Arbitrary<infer V> ? V : never

const parentFields = ['journeyId', 'stageId', 'stepId', 'laneId', 'canvasId', 'parentId']

function touched(records: readonly RawRecord[], { at, what, n }: Touch): readonly RawRecord[] {
  const candidates = records.filter(
    one =>
      one.type !== 'project' && (what !== 'order' || (n % 3 === 0 ? 'order' in one : one.type === 'stage')),
  )
  const record = candidates[at % (candidates.length || 1)]
  if (!record) return records
  if (what === 'drop') return records.filter(one => one !== record)
  const next: Record<string, unknown> = { ...record }
  const all = what === 'all'
  if ((all || what === 'order') && 'order' in next) next['order'] = keys[n % keys.length]
  if (all || what === 'parent') {
    const field = parentFields.find(name => typeof next[name] === 'string')
    const target = definitionOf(record.type)?.references.find(one => one.field === field)?.target
    const others = records.filter(one => one.type === target)
    if (field && others.length > 0) next[field] = others[n % others.length]!.id
  }
  if ((all || what === 'words') && 'note' in next) next['note'] = `said ${n}`
  return records.map(one => (one === record ? (next as unknown as RawRecord) : one))
}

export const documentPairs: fc.Arbitrary<DocumentPair> = fc
  .tuple(documents(30), fc.array(doings, { maxLength: 6 }), fc.array(touches, { maxLength: 10 }))
  .map(([records, list, later]) => {
    const before = [...records, ...crowd]
    const doc = new Doc(before)
    const session = countingSession('pairs')
    for (const doing of list) {
      const patch = perform(doc, doing, session)
      if (patch) doc.apply(patch)
    }
    return { before, after: later.reduce(touched, [...doc.records()]) }
  })
