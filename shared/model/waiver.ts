import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { moment, refs, text } from './field'

/** A finding set aside on purpose, with the reason. */
export const waiver = defineRecord('waiver', {
  fields: {
    rule: z.string().max(20),
    targetIds: refs('*', 'cascade'),
    slug: z.string().max(120),
    reason: text(),
    at: moment(),
  },
  defaults: () => ({ slug: '', reason: '', at: '' }),
})
