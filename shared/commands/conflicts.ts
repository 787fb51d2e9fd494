/** Choosing between what two people wrote into one field. */
import { z } from 'zod'
import { defineCommand, MissingRecord } from '../document'
import { anyId } from '../model/field'

/** Writes a field, also where its value stays: that settles what contradicted it. Without `value` the field goes. */
export const settleConflict = defineCommand({
  name: 'conflict.settle',
  args: { id: anyId(), field: z.string().min(1).max(80), value: z.unknown().optional() },
  run: (document, { id, field, ...rest }) => {
    const record = document.get(id)
    if (!record || field === 'id' || field === 'type') throw new MissingRecord(id)
    const from = Object.hasOwn(record, field) ? { from: record[field] } : {}
    const to = 'value' in rest && rest.value !== undefined ? { to: rest.value } : {}
    return { added: [], removed: [], updated: [{ id, field, ...from, ...to }] }
  },
})
