import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { ref, text, title } from './field'

/** The nine blocks of the Business Model Canvas, the four that only the Lean layout has, and the parking lot. */
export const blocks = [
  'keyPartners',
  'keyActivities',
  'keyResources',
  'valuePropositions',
  'customerRelationships',
  'channels',
  'customerSegments',
  'costStructure',
  'revenueStreams',
  'problem',
  'solution',
  'keyMetrics',
  'unfairAdvantage',
  'parked',
] as const
export type Block = (typeof blocks)[number]

const common = ['channels', 'customerSegments', 'costStructure', 'revenueStreams'] as const

/** The blocks of the usual layout, in the order they are read. */
export const bmcBlocks = [
  'keyPartners',
  'keyActivities',
  'keyResources',
  'valuePropositions',
  'customerRelationships',
  ...common,
] as const satisfies readonly Block[]

/** The blocks of the Lean layout; five of them are the same. */
export const leanBlocks = [
  'problem',
  'solution',
  'keyMetrics',
  'valuePropositions',
  'unfairAdvantage',
  ...common,
] as const satisfies readonly Block[]

/**
 * One statement of a business model; placements say which canvas shows it. A note that is a segment or a channel may
 * leave its title empty and then reads as that record's name.
 */
export const note = defineRecord('note', {
  fields: {
    block: z.enum(blocks),
    title: title(),
    text: text(),
    subtype: z.string().max(80).nullable(),
    status: z.enum(['idea', 'assumed', 'testing', 'supported', 'refuted']),
    owned: z.boolean(),
    pictureId: ref('asset', 'clear').nullable(),
    segmentId: ref('segment', 'clear').nullable(),
    channelId: ref('channel', 'clear').nullable(),
  },
  defaults: () => ({
    block: 'parked',
    title: '',
    text: '',
    subtype: null,
    status: 'idea',
    owned: true,
    pictureId: null,
    segmentId: null,
    channelId: null,
  }),
  upgrades: [old => old], // 1 → 2: the blocks of the Lean layout
})
