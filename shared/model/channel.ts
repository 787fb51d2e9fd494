import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { orderKey, text, title } from './field'

export const channelPhases = ['awareness', 'evaluation', 'purchase', 'delivery', 'afterSale'] as const
export type ChannelPhase = (typeof channelPhases)[number]

/** A way the customer and the organisation meet; shared by journeys and canvases, so it is renamed once. */
export const channel = defineRecord('channel', {
  fields: {
    title: title(),
    order: orderKey(),
    kind: z.enum(['digital', 'inPerson', 'thirdParty']),
    owner: z.enum(['own', 'partner']),
    direct: z.boolean(),
    phases: z.array(z.enum(channelPhases)).max(5),
    hours: text(500),
    mobile: z.boolean().nullable(),
    keepsHistory: z.boolean().nullable(),
    icon: z.string().max(40),
    colour: z.string().max(40).nullable(),
  },
  defaults: () => ({
    title: '',
    kind: 'digital',
    owner: 'own',
    direct: true,
    phases: [],
    hours: '',
    mobile: null,
    keepsHistory: null,
    icon: 'circle',
    colour: null,
  }),
})
