import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { ref } from './field'

/** A handover or loop between two touchpoints. */
export const flow = defineRecord('flow', {
  fields: {
    fromId: ref('touchpoint', 'cascade'),
    toId: ref('touchpoint', 'cascade'),
    kind: z.enum(['handover', 'loop']),
    /** The customer continues without repeating anything. */
    contextKept: z.boolean(),
    forced: z.boolean(),
  },
  defaults: () => ({ kind: 'handover', contextKept: true, forced: false }),
})
