import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { orderKey, ref, text, title } from './field'
import { marketTypes } from './segment'

/** One business model: what holds now, an option beside it, or the target. */
export const canvas = defineRecord('canvas', {
  fields: {
    title: title(),
    order: orderKey(),
    kind: z.enum(['bmc', 'lean']),
    marketType: z.enum(marketTypes).nullable(),
    state: z.enum(['option', 'current', 'target']),
    baseId: ref('canvas', 'clear').nullable(),
    summary: text(),
    relationship: z.enum(['B2C', 'B2B', 'both']),
  },
  defaults: () => ({
    title: '',
    kind: 'bmc',
    marketType: null,
    state: 'current',
    baseId: null,
    summary: '',
    relationship: 'B2C',
  }),
})
