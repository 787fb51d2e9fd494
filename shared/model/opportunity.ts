import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { orderKey, ref, refs, scale, title } from './field'

/** A chance to make the journey better: which pains it answers, what it brings and costs. */
export const opportunity = defineRecord('opportunity', {
  fields: {
    journeyId: ref('journey', 'cascade').nullable(),
    painPointIds: refs('painPoint', 'clear'),
    touchpointIds: refs('touchpoint', 'clear'),
    title: title(),
    order: orderKey(),
    impact: scale(1, 5).nullable(),
    effort: scale(1, 5).nullable(),
    level: z.string().max(40).nullable(),
    owner: title(),
    metricId: ref('metric', 'clear').nullable(),
    status: z.enum(['open', 'chosen', 'done', 'dropped']),
  },
  defaults: () => ({
    journeyId: null,
    painPointIds: [],
    touchpointIds: [],
    title: '',
    impact: null,
    effort: null,
    level: null,
    owner: '',
    metricId: null,
    status: 'open',
  }),
})
