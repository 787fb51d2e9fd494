import { z } from 'zod'
import { channelPhases } from './channel'
import { defineRecord } from './defineRecord'
import { ref, scale } from './field'
import type { Block } from './note'

export const linkKinds = [
  'offers',
  'deliveredThrough',
  'reaches',
  'relates',
  'pays',
  'for',
  'enables',
  'supplies',
  'drives',
  'addresses',
  'feedsBack',
] as const

/** A typed tie between two parts of the model; which pairs a kind joins is a closed list. */
export const link = defineRecord('link', {
  fields: {
    kind: z.enum(linkKinds),
    fromId: ref('*', 'cascade'),
    toId: ref('*', 'cascade'),
    canvasId: ref('canvas', 'cascade').nullable(),
    phases: z.array(z.enum(channelPhases)).max(5),
    weight: scale(0, 3).nullable(),
  },
  defaults: () => ({ canvasId: null, phases: [], weight: null }),
})

/** What an end of a link is: a note by the block it stands in, a segment, or a pain. A segment's note is the segment. */
export type LinkEnd = Exclude<Block, 'customerSegments'> | 'segment' | 'painPoint'
export type LinkKind = (typeof linkKinds)[number]

const valueCarriers = ['valuePropositions', 'channels', 'customerRelationships'] as const
const means = ['keyResources', 'keyActivities'] as const
const withoutKind = [
  ...means,
  'keyPartners',
  'costStructure',
  'problem',
  'solution',
  'keyMetrics',
  'unfairAdvantage',
  'parked',
] as const

interface LinkPair {
  readonly from: readonly LinkEnd[]
  readonly to: readonly LinkEnd[]
}

/** Which pairs a kind joins: the closed list. Notes that touch no segment by a kind of their own can still be `for` one. */
export const linkPairs: Readonly<Record<LinkKind, readonly LinkPair[]>> = {
  offers: [{ from: ['valuePropositions'], to: ['segment'] }],
  deliveredThrough: [{ from: ['valuePropositions'], to: ['channels'] }],
  reaches: [{ from: ['channels'], to: ['segment'] }],
  relates: [{ from: ['customerRelationships'], to: ['segment'] }],
  pays: [{ from: ['segment'], to: ['revenueStreams'] }],
  for: [
    { from: ['revenueStreams'], to: ['valuePropositions'] },
    { from: withoutKind, to: ['segment'] },
  ],
  enables: [{ from: means, to: valueCarriers }],
  supplies: [{ from: ['keyPartners'], to: means }],
  drives: [
    {
      from: [...means, 'keyPartners', 'channels', 'customerRelationships', 'revenueStreams'],
      to: ['costStructure'],
    },
  ],
  addresses: [{ from: ['valuePropositions'], to: ['painPoint'] }],
  feedsBack: [
    { from: ['customerRelationships', 'channels', ...means], to: ['keyActivities', 'valuePropositions'] },
  ],
}

/** The kinds that may join these two, in this direction. */
export const linkKindsBetween = (from: LinkEnd, to: LinkEnd): readonly LinkKind[] =>
  linkKinds.filter(kind => linkPairs[kind].some(pair => pair.from.includes(from) && pair.to.includes(to)))
