import { defineRecord } from './defineRecord'
import { orderKey, title } from './field'

/** A part of the organisation that answers for touchpoints. */
export const department = defineRecord('department', {
  fields: { title: title(), order: orderKey(), owner: title() },
  defaults: () => ({ title: '', owner: '' }),
})
