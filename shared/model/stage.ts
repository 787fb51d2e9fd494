import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { emotion, orderKey, ref, text, title } from './field'

export const lifecycles = [
  'discover',
  'research',
  'purchase',
  'onboard',
  'use',
  'support',
  'repeat',
  'advocate',
  'leave',
] as const

/** A stretch of the journey with one customer goal. */
export const stage = defineRecord('stage', {
  fields: {
    journeyId: ref('journey', 'cascade'),
    title: title(),
    order: orderKey(),
    lifecycle: z.enum(lifecycles).nullable(),
    customerGoal: text(),
    perceptionAfter: emotion().nullable(),
  },
  defaults: () => ({ title: '', lifecycle: null, customerGoal: '', perceptionAfter: null }),
})
