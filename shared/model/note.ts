import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { ref, text, title } from './field'

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
  'parked',
] as const

/** One statement of a business model; placements say which canvas shows it. */
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
})
