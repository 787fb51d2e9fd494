import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { ref, scale } from './field'

/** One side of a multi-sided market needs another. */
export const segmentDependency = defineRecord('segmentDependency', {
  fields: {
    fromId: ref('segment', 'cascade'),
    toId: ref('segment', 'cascade'),
    kind: z.enum(['attracts', 'subsidises', 'supplies']),
    strength: scale(1, 3),
  },
  defaults: () => ({ kind: 'attracts', strength: 2 }),
})
