/** A canvas of the form becomes records. */
import type { Fields } from '../../document'
import type { Making } from './make'
import type { StarterCanvas } from './schema'
import { makeSegments } from './segments'

type LinkKind = NonNullable<Fields<'link'>['kind']>
type Block = NonNullable<Fields<'note'>['block']>

/**
 * How a note says whom it is for: a link between the note and the segment, read in the direction of the closed list
 * (a value proposition is offered to the segment, the segment pays a revenue stream).
 */
const memberships: Readonly<Partial<Record<Block, LinkKind>>> = {
  valuePropositions: 'offers',
  channels: 'reaches',
  customerRelationships: 'relates',
  revenueStreams: 'pays',
}

/** Adds everything a template says about one canvas. */
export function makeCanvas(making: Making, template: StarterCanvas): void {
  const segment = makeSegments(making, template.segments)
  const canvasId = making.add('canvas', {
    key: template.key,
    title: template.title,
    kind: 'bmc',
    marketType: template.marketType ?? null,
    summary: template.summary,
    relationship: template.relationship === 'B2C and B2B' ? 'both' : template.relationship,
  })
  const notes = new Map<string, string>()
  for (const [name, list] of Object.entries(template.blocks)) {
    const block = name as Block
    for (const { key, text, segments, status } of list) {
      const segmentIds = [...new Set(segments.map(one => segment.get(one)!))]
      const isSegment = block === 'customerSegments' && segmentIds.length === 1
      const noteId = making.add('note', {
        key,
        block,
        title: text,
        status: status === 'hypothesis' ? 'assumed' : (status ?? 'idea'),
        segmentId: isSegment ? segmentIds[0]! : null,
      })
      notes.set(key, noteId)
      making.add('placement', { canvasId, noteId, block })
      if (isSegment) continue
      for (const segmentId of segmentIds) addMembership(making, canvasId, block, noteId, segmentId)
    }
  }
  makeLinks(making, template, { canvasId, notes, segment })
  for (const { name, kind, reward, segment: key, benefit } of template.loyaltyProgrammes) {
    const segmentIds = key ? [segment.get(key)!] : []
    making.add('loyalty', { title: name, kind, reward, benefit, segmentIds, canvasId })
  }
}

function addMembership(making: Making, canvasId: string, block: Block, noteId: string, segmentId: string) {
  const kind = memberships[block] ?? 'for'
  const [fromId, toId] = kind === 'pays' ? [segmentId, noteId] : [noteId, segmentId]
  making.add('link', { kind, fromId, toId, canvasId })
}

interface CanvasIds {
  readonly canvasId: string
  readonly notes: ReadonlyMap<string, string>
  readonly segment: ReadonlyMap<string, string>
}

/** Which kind of link an entry of the file becomes, and whether its ends change places. */
const linkKinds = {
  wants: { kind: 'offers', turned: true },
  deliveredThrough: { kind: 'deliveredThrough', turned: false },
  keptBy: { kind: 'relates', turned: true },
  pays: { kind: 'pays', turned: false },
  feedsBack: { kind: 'feedsBack', turned: false },
} as const

function makeLinks(making: Making, template: StarterCanvas, { canvasId, notes, segment }: CanvasIds) {
  const sides = new Map(
    (template.blocks.customerSegments ?? []).map(({ key, segments }) => [key, segments[0]]),
  )
  const needs = new Set(
    template.segments.flatMap(({ key, dependsOn }) => dependsOn.map(other => `${key} ${other}`)),
  )
  for (const { from, to, type } of template.links) {
    if (type === 'needs') {
      const [one, other] = [sides.get(from)!, sides.get(to)!]
      if (needs.has(`${one} ${other}`)) continue
      needs.add(`${one} ${other}`)
      making.add('segmentDependency', { fromId: segment.get(one)!, toId: segment.get(other)! })
    } else {
      const { kind, turned } = linkKinds[type]
      const [fromId, toId] = turned ? [to, from] : [from, to]
      making.add('link', { kind, fromId: notes.get(fromId)!, toId: notes.get(toId)!, canvasId })
    }
  }
}
