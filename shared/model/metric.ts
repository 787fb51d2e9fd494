import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { orderKey, title } from './field'

/** What is measured and how it is to be read; scale, method and direction are never guessed later. */
export const metric = defineRecord('metric', {
  fields: {
    title: title(),
    order: orderKey(),
    kind: z.enum(['csat', 'nps', 'ces', 'retention', 'custom']),
    /** Lowest and highest answer, e.g. 0 and 10. */
    scaleMin: z.number(),
    scaleMax: z.number(),
    method: z.enum(['topBox', 'mean', 'promoters', 'rate']),
    /** Whether a high answer is good. */
    direction: z.enum(['higherIsBetter', 'lowerIsBetter']),
    /** First answer that counts as satisfied or easy; null takes the kind's convention. */
    topFrom: z.number().nullable(),
    target: z.number().nullable(),
    unit: title(),
  },
  defaults: () => ({
    title: '',
    kind: 'csat',
    scaleMin: 1,
    scaleMax: 5,
    method: 'topBox',
    direction: 'higherIsBetter',
    topFrom: null,
    target: null,
    unit: '',
  }),
})
