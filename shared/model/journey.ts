import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { day, emotion, orderKey, ref, refs, text, title } from './field'

/** One journey map: whose it is, where it starts and ends, today's or the target. */
export const journey = defineRecord('journey', {
  fields: {
    title: title(),
    order: orderKey(),
    personaIds: refs('persona', 'clear'),
    segmentId: ref('segment', 'clear').nullable(),
    canvasId: ref('canvas', 'clear').nullable(),
    summary: text(),
    scenario: text(),
    start: text(),
    end: text(),
    expectations: text(),
    startingPerception: emotion().nullable(),
    state: z.enum(['current', 'target']),
    derivedFromId: ref('journey', 'clear').nullable(),
    owner: title(),
    status: z.enum(['draft', 'review', 'live', 'final']),
    reviewDate: day().nullable(),
    relationship: z.enum(['B2C', 'B2B']),
  },
  defaults: () => ({
    title: '',
    personaIds: [],
    segmentId: null,
    canvasId: null,
    summary: '',
    scenario: '',
    start: '',
    end: '',
    expectations: '',
    startingPerception: null,
    state: 'current',
    derivedFromId: null,
    owner: '',
    status: 'draft',
    reviewDate: null,
    relationship: 'B2C',
  }),
})
