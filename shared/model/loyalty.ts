import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { orderKey, ref, refs, text, title } from './field'

/** A loyalty programme or another way to keep customers. */
export const loyalty = defineRecord('loyalty', {
  fields: {
    title: title(),
    order: orderKey(),
    kind: z.string().max(60),
    reward: z.enum(['financial', 'nonFinancial']),
    segmentIds: refs('segment', 'clear'),
    canvasId: ref('canvas', 'clear').nullable(),
    /** The note of the customer relationship it belongs to. */
    noteId: ref('note', 'clear').nullable(),
    channelId: ref('channel', 'clear').nullable(),
    stageId: ref('stage', 'clear').nullable(),
    earn: text(),
    burn: text(),
    benefit: text(),
    /** Days until a typical member gets the first reward, where they do not follow from its numbers. */
    firstRewardDays: z.number().min(0).nullable(),
    /** In all, over the membership, in the currency of the project. */
    costPerMember: z.number().min(0).nullable(),
    /** Change of the retention rate, as a share between -1 and 1. */
    retentionEffect: z.number().min(-1).max(1).nullable(),
  },
  defaults: () => ({
    title: '',
    kind: 'points',
    reward: 'financial',
    segmentIds: [],
    canvasId: null,
    noteId: null,
    channelId: null,
    stageId: null,
    earn: '',
    burn: '',
    benefit: '',
    firstRewardDays: null,
    costPerMember: null,
    retentionEffect: null,
  }),
  upgrades: [old => ({ ...old, channelId: null })],
})
