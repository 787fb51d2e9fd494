import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { orderKey, ref, title } from './field'

export const laneRoles = [
  'touchpoints',
  'emotion',
  'pains',
  'customer',
  'thoughts',
  'quotes',
  'pictures',
  'frontstage',
  'backstage',
  'support',
  'systems',
  'custom',
] as const
export type LaneRole = (typeof laneRoles)[number]

/** A row of the journey board. An empty title shows the role's name in the reader's language. */
export const lane = defineRecord('lane', {
  fields: {
    journeyId: ref('journey', 'cascade'),
    title: title(),
    order: orderKey(),
    role: z.enum(laneRoles),
    shown: z.boolean(),
  },
  defaults: () => ({ title: '', role: 'custom', shown: true }),
})
