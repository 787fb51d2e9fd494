import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { ref, text } from './field'

/** A number on a note, a segment or a programme, with its range, unit and origin. */
export const quantity = defineRecord('quantity', {
  fields: {
    ownerId: ref('*', 'cascade'),
    name: z.string().max(80),
    low: z.number().nullable(),
    likely: z.number().nullable(),
    high: z.number().nullable(),
    unit: z.string().max(40),
    per: z.enum(['once', 'month', 'year', 'customer', 'purchase', 'none']),
    formula: text(2000),
    basis: z.enum(['guess', 'estimate', 'measured', 'illustrative']),
    evidenceId: ref('evidence', 'clear').nullable(),
  },
  defaults: () => ({
    low: null,
    likely: null,
    high: null,
    unit: '',
    per: 'none',
    formula: '',
    basis: 'guess',
    evidenceId: null,
  }),
})
