/** Random documents in which journeys and one canvas share segments, channels and pains. */
import fc from 'fast-check'
import { Doc, positions } from '../../shared/document'
import { recordTypes, type RawRecord, type RecordType } from '../../shared/model'
import { channelPhases } from '../../shared/model/channel'

const orders = positions('generator', [], undefined, 40)

export const canvasId = 'canvas:c'

const few = (most: number) => fc.nat(most)
const phases = fc.subarray([...channelPhases])
/** Picks by number, so that everything shrinks: the n-th of those there are, or nothing. */
const nth = (kind: string, at: number, count: number) => (count === 0 ? null : `${kind}:${at % count}`)

const plan = fc.record({
  channels: fc.array(phases, { maxLength: 4 }),
  segments: fc.integer({ min: 1, max: 4 }),
  notes: fc.array(
    fc.record({
      block: fc.constantFrom('channels', 'customerSegments', 'valuePropositions', 'revenueStreams', 'parked'),
      is: few(5),
      bound: fc.boolean(),
      trashed: fc.nat(5).map(n => n === 0),
    }),
    { maxLength: 14 },
  ),
  personas: fc.array(few(5), { maxLength: 3 }),
  journeys: fc.array(
    fc.record({
      segment: fc.option(few(3)),
      personas: fc.array(few(3), { maxLength: 2 }),
      touchpoints: fc.array(
        fc.record({ step: few(2), channel: fc.option(few(5)), persona: fc.option(few(3)) }),
        {
          maxLength: 6,
        },
      ),
    }),
    { maxLength: 3 },
  ),
  pains: fc.array(
    fc.record({
      touchpoints: fc.array(few(12), { maxLength: 3 }),
      segment: fc.option(few(3)),
      severity: fc.integer({ min: 1, max: 5 }),
      frequency: fc.integer({ min: 1, max: 5 }),
      reach: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 6 }),
      level: fc.constantFrom(null, 'functional', 'emotional', 'gone'),
    }),
    { maxLength: 6 },
  ),
  links: fc.array(
    fc.record({
      kind: fc.constantFrom('offers', 'reaches', 'addresses', 'pays', 'deliveredThrough'),
      from: few(30),
      to: few(30),
      everywhere: fc.boolean(),
      phases,
      weight: fc.option(fc.integer({ min: 0, max: 3 })),
    }),
    { maxLength: 30 },
  ),
})
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never

/** The documents; links join what their kind joins, as far as there is anything. */
export const bridgeWorlds: fc.Arbitrary<Doc> = plan.map(planned => new Doc(recordsOf(planned)))

function recordsOf({ channels, segments, notes, personas, journeys, pains, links }: Plan): RawRecord[] {
  const records: RawRecord[] = []
  const add = (type: RecordType, name: string | number, fields: object) => {
    const order = 'order' in recordTypes[type].fields ? { order: orders[records.length % 40] } : {}
    const id = `${type}:${name}`
    records.push({ ...recordTypes[type].defaults(), ...order, ...fields, id, type } as RawRecord)
    return id
  }
  add('project', 'p', {})
  add('canvas', 'c', {})
  channels.forEach((own, at) => add('channel', at, { title: `Channel ${at}`, phases: own }))
  for (let at = 0; at < segments; at++) add('segment', at, { title: `Segment ${at}` })
  personas.forEach((home, at) =>
    add('persona', at, { segmentId: home < segments ? `segment:${home}` : null }),
  )
  notes.forEach(({ block, is, bound, trashed }, at) => {
    const segmentId = bound && block === 'customerSegments' ? nth('segment', is, segments) : null
    const channelId = bound && block === 'channels' ? nth('channel', is, channels.length) : null
    const noteId = add('note', at, { block, title: `Note ${at}`, segmentId, channelId })
    add('placement', at, { canvasId, noteId, block, trashed })
  })
  const touchpointIds = journeys.flatMap(({ segment, personas: whose, touchpoints }, at) => {
    const personaIds = whose.flatMap(one => nth('persona', one, personas.length) ?? [])
    const segmentId = segment === null ? null : nth('segment', segment, segments)
    const journeyId = add('journey', at, { segmentId, personaIds: [...new Set(personaIds)] })
    const stageId = add('stage', at, { journeyId })
    for (let step = 0; step < 3; step++) add('step', `${at}s${step}`, { stageId })
    return touchpoints.map(({ step, channel, persona }, n) => {
      const channelId = channel === null ? null : nth('channel', channel, channels.length)
      const theirs = persona === null ? null : nth('persona', persona, personas.length)
      const fields = { stepId: `step:${at}s${step}`, channelId, personaIds: theirs ? [theirs] : [] }
      return add('touchpoint', `${at}t${n}`, fields)
    })
  })
  pains.forEach(({ touchpoints, segment, ...fields }, at) => {
    const at12 = touchpoints.flatMap(one => touchpointIds[one] ?? [])
    const segmentId = segment === null ? null : nth('segment', segment, segments)
    if (at12.length > 0 || segmentId)
      add('painPoint', at, { ...fields, touchpointIds: [...new Set(at12)], segmentId })
  })
  links.forEach(({ kind, from, to, everywhere, phases: given, weight }, at) => {
    const inBlock = (block: string) => notes.flatMap((note, n) => (note.block === block ? [`note:${n}`] : []))
    const sides = [
      ...inBlock('customerSegments'),
      ...Array.from({ length: segments }, (_, n) => `segment:${n}`),
    ]
    const painIds = records.flatMap(({ type, id }) => (type === 'painPoint' ? [id] : []))
    const [sources, targets] = {
      offers: [inBlock('valuePropositions'), sides],
      reaches: [inBlock('channels'), sides],
      addresses: [inBlock('valuePropositions'), painIds],
      pays: [sides, inBlock('revenueStreams')],
      deliveredThrough: [inBlock('valuePropositions'), inBlock('channels')],
    }[kind]!
    const [fromId, toId] = [sources![from % sources!.length], targets![to % targets!.length]]
    if (!fromId || !toId) return
    add('link', at, { kind, fromId, toId, canvasId: everywhere ? null : canvasId, phases: given, weight })
  })
  return records
}
