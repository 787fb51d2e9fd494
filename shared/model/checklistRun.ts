import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { moment, ref } from './field'

/** One filling-in of a checklist. */
export const checklistRun = defineRecord('checklistRun', {
  fields: {
    list: z.string().max(80),
    journeyId: ref('journey', 'cascade').nullable(),
    startedAt: moment().nullable(),
  },
  defaults: () => ({ journeyId: null, startedAt: null }),
})
