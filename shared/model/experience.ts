import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { emotion, ref, scale } from './field'

/** How one touchpoint felt to one persona, or to all when personaId is null. */
export const experience = defineRecord('experience', {
  fields: {
    touchpointId: ref('touchpoint', 'cascade'),
    personaId: ref('persona', 'cascade').nullable(),
    emotion: emotion().nullable(),
    expectation: scale(1, 5).nullable(),
    experience: scale(1, 5).nullable(),
    /** Work the customer must put in: 1 none … 5 exhausting. */
    effort: scale(1, 5).nullable(),
    importance: scale(1, 5).nullable(),
    satisfaction: scale(1, 5).nullable(),
    basis: z.enum(['measured', 'assumed', 'target']),
  },
  defaults: () => ({
    personaId: null,
    emotion: null,
    expectation: null,
    experience: null,
    effort: null,
    importance: null,
    satisfaction: null,
    basis: 'assumed',
  }),
})
