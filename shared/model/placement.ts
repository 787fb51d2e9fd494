import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { orderKey, ref } from './field'
import { blocks } from './note'

/** Where one canvas shows a note, so that options share notes. Its own `note` is what the speaker says about it. */
export const placement = defineRecord('placement', {
  fields: {
    canvasId: ref('canvas', 'cascade'),
    noteId: ref('note', 'cascade'),
    order: orderKey(),
    block: z.enum(blocks),
    x: z.number().nullable(),
    y: z.number().nullable(),
    colour: z.string().max(40).nullable(),
    /** "Here only" values that win over the note's own. */
    override: z.record(z.string().max(40), z.unknown()),
    /** Thrown away on this canvas, and to be had back. */
    trashed: z.boolean(),
  },
  defaults: () => ({ x: null, y: null, colour: null, override: {}, trashed: false }),
  upgrades: [old => ({ ...old, trashed: false })],
})
