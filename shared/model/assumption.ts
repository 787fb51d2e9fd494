import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { refs, scale, text } from './field'

/** Something believed and not yet known: how much hangs on it, how sure we are. */
export const assumption = defineRecord('assumption', {
  fields: {
    targetIds: refs('*', 'clear'),
    text: text(),
    criticality: scale(1, 5),
    certainty: scale(1, 5),
    status: z.enum(['untested', 'testing', 'supported', 'refuted', 'parked']),
  },
  defaults: () => ({ targetIds: [], text: '', criticality: 3, certainty: 3, status: 'untested' }),
})
