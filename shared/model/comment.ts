import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { moment, ref, text, title } from './field'

/** A remark on anything; travels in the file and can be resolved. */
export const comment = defineRecord('comment', {
  fields: {
    targetId: ref('*', 'cascade'),
    replyToId: ref('comment', 'cascade').nullable(),
    author: title(),
    at: moment(),
    text: text(),
    resolved: z.boolean(),
  },
  defaults: () => ({ replyToId: null, author: '', at: '', text: '', resolved: false }),
})
