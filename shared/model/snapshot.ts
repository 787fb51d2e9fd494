import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { moment, title } from './field'

/** A named version of the document: the revision it stands for. */
export const snapshot = defineRecord('snapshot', {
  fields: {
    title: title(),
    at: moment(),
    revision: z.number().int().min(0),
    contentHash: z.string().max(64),
  },
  defaults: () => ({ title: '', at: '', revision: 0, contentHash: '' }),
})
