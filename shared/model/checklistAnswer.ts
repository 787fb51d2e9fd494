import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { ref, text } from './field'

/** The answer to one item of a checklist run. */
export const checklistAnswer = defineRecord('checklistAnswer', {
  fields: {
    runId: ref('checklistRun', 'cascade'),
    item: z.string().max(80),
    answer: z.enum(['yes', 'partly', 'no', 'notApplicable']).nullable(),
    comment: text(),
  },
  defaults: () => ({ answer: null, comment: '' }),
})
