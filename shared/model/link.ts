import { z } from 'zod'
import { channelPhases } from './channel'
import { defineRecord } from './defineRecord'
import { ref, scale } from './field'

export const linkKinds = [
  'offers',
  'deliveredThrough',
  'reaches',
  'relates',
  'pays',
  'for',
  'enables',
  'supplies',
  'drives',
  'addresses',
  'feedsBack',
] as const

/** A typed tie between two parts of the model; which pairs a kind joins is a closed list. */
export const link = defineRecord('link', {
  fields: {
    kind: z.enum(linkKinds),
    fromId: ref('*', 'cascade'),
    toId: ref('*', 'cascade'),
    canvasId: ref('canvas', 'cascade').nullable(),
    phases: z.array(z.enum(channelPhases)).max(5),
    weight: scale(0, 3).nullable(),
  },
  defaults: () => ({ canvasId: null, phases: [], weight: null }),
})
