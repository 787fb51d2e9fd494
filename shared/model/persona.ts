import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { orderKey, ref, refs, text, title } from './field'

/** A research-based character inside a segment: motives, needs, pains. */
export const persona = defineRecord('persona', {
  fields: {
    title: title(),
    order: orderKey(),
    segmentId: ref('segment', 'clear').nullable(),
    buyingRole: z.enum(['user', 'buyer', 'payer', 'influencer', 'decider']),
    goal: text(),
    needs: z.array(text(2000)).max(100),
    frustrations: z.array(text(2000)).max(100),
    preferences: z.array(text(2000)).max(100),
    preferredChannelIds: refs('channel', 'clear'),
    quote: text(),
    pictureId: ref('asset', 'clear').nullable(),
  },
  defaults: () => ({
    title: '',
    segmentId: null,
    buyingRole: 'user',
    goal: '',
    needs: [],
    frustrations: [],
    preferences: [],
    preferredChannelIds: [],
    quote: '',
    pictureId: null,
  }),
})
