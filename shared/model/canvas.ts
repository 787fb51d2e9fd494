import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { orderKey, ref, refs, text, title } from './field'
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
    /** Notes stand one below the other in their block, or where they were put. */
    arrangement: z.enum(['list', 'free']),
    /** The order in which the notes are told; what is missing here follows the blocks. */
    storyNoteIds: refs('note', 'clear'),
  },
  defaults: () => ({
    title: '',
    kind: 'bmc',
    marketType: null,
    state: 'current',
    baseId: null,
    summary: '',
    relationship: 'B2C',
    arrangement: 'list',
    storyNoteIds: [],
  }),
  upgrades: [old => ({ ...old, arrangement: 'list', storyNoteIds: [] })],
})
