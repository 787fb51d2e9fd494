import { defineRecord } from './defineRecord'
import { orderKey, ref, scale, text } from './field'

/** A free card in a lane, under one step, as wide as `span` steps. */
export const card = defineRecord('card', {
  fields: {
    laneId: ref('lane', 'cascade'),
    stepId: ref('step', 'cascade'),
    order: orderKey(),
    span: scale(1, 50),
    text: text(),
    pictureId: ref('asset', 'clear').nullable(),
  },
  defaults: () => ({ span: 1, text: '', pictureId: null }),
})
