import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { day, ref, title } from './field'

/** One measurement: counts per answer, or customers at start, new and at end. Raw counts are kept, figures computed. */
export const reading = defineRecord('reading', {
  fields: {
    metricId: ref('metric', 'cascade'),
    /** The journey, stage, touchpoint or segment measured. */
    scopeId: ref('*', 'cascade').nullable(),
    period: title(),
    date: day().nullable(),
    counts: z.record(z.string().regex(/^-?\d{1,4}$/), z.number().int().min(0)).nullable(),
    start: z.number().min(0).nullable(),
    gained: z.number().min(0).nullable(),
    end: z.number().min(0).nullable(),
    value: z.number().nullable(),
  },
  defaults: () => ({
    scopeId: null,
    period: '',
    date: null,
    counts: null,
    start: null,
    gained: null,
    end: null,
    value: null,
  }),
})
