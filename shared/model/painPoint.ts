import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { orderKey, ref, refs, scale, text, title } from './field'

export const causeLayers = ['frontOffice', 'backOffice', 'product', 'partner', 'customerSide'] as const

/** Something that hurts the customer; shared by the journey and the canvas. */
export const painPoint = defineRecord('painPoint', {
  fields: {
    touchpointIds: refs('touchpoint', 'cascade'),
    segmentId: ref('segment', 'clear').nullable(),
    title: title(),
    order: orderKey(),
    severity: scale(1, 5),
    frequency: scale(1, 5),
    reach: scale(1, 5).nullable(),
    cause: text(),
    causeLayer: z.enum(causeLayers).nullable(),
    factors: z.array(z.string().max(80)).max(50),
    level: z.string().max(40).nullable(),
  },
  defaults: () => ({
    segmentId: null,
    title: '',
    severity: 3,
    frequency: 3,
    reach: null,
    cause: '',
    causeLayer: null,
    factors: [],
    level: null,
  }),
})
