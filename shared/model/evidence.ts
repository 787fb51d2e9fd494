import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { day, ref, refs, scale, text, title } from './field'

/** What a statement rests on: a survey, a quote, a count. Without evidence a statement is an assumption. */
export const evidence = defineRecord('evidence', {
  fields: {
    targetIds: refs('*', 'cascade'),
    kind: z.enum([
      'survey',
      'interview',
      'quote',
      'analytics',
      'complaint',
      'experiment',
      'sales',
      'observation',
      'review',
      'desk',
    ]),
    source: title(),
    date: day().nullable(),
    n: z.number().int().min(0).nullable(),
    segmentId: ref('segment', 'clear').nullable(),
    /** -1 speaks against, 0 neutral, +1 speaks for or is positive. */
    tone: scale(-1, 1),
    weight: scale(1, 5),
    text: text(),
  },
  defaults: () => ({
    kind: 'quote',
    source: '',
    date: null,
    n: null,
    segmentId: null,
    tone: 0,
    weight: 1,
    text: '',
  }),
})
