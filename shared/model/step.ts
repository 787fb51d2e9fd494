import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { orderKey, ref, text, title } from './field'

/** One thing the customer does inside a stage. */
export const step = defineRecord('step', {
  fields: {
    stageId: ref('stage', 'cascade'),
    title: title(),
    order: orderKey(),
    customerAction: text(),
    thought: text(),
    /** Minutes. */
    duration: z.number().min(0).nullable(),
    customerAlone: z.boolean(),
    derivedFromId: ref('step', 'clear').nullable(),
    subJourneyId: ref('journey', 'clear').nullable(),
  },
  defaults: () => ({
    title: '',
    customerAction: '',
    thought: '',
    duration: null,
    customerAlone: false,
    derivedFromId: null,
    subJourneyId: null,
  }),
})
