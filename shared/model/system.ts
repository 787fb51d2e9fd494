import { defineRecord } from './defineRecord'
import { orderKey, title } from './field'

/** A tool behind the scenes that touchpoints depend on. */
export const system = defineRecord('system', {
  fields: { title: title(), order: orderKey() },
  defaults: () => ({ title: '' }),
})
