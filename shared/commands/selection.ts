/** What is done with several records of any kinds at once. */
import { z } from 'zod'
import { defineCommand, edit } from '../document'
import { definitionOf, type RawRecord } from '../model'
import { anyId } from '../model/field'

/** Takes records out with everything below them, as one undo step. */
export const removeRecords = defineCommand({
  name: 'records.remove',
  args: { ids: z.array(anyId()).min(1).max(50_000) },
  run: (document, { ids }) => ids.reduce((draft, id) => draft.remove(id), edit(document)).patch(),
})

const rawRecord = z.looseObject({ id: z.string(), type: z.string() }).transform((record, context) => {
  const parsed = definitionOf(record.type)?.schema.safeParse(record)
  if (parsed && !parsed.success) context.addIssue({ code: 'custom', message: parsed.error.message })
  return record as RawRecord
})

/** Puts whole records in, as imports and paste make them; records that are already there are left alone. */
export const putRecords = defineCommand({
  name: 'records.put',
  args: { records: z.array(rawRecord).max(50_000) },
  run: (document, { records }) =>
    records
      .reduce((draft, record) => (document.get(record.id) ? draft : draft.put(record)), edit(document))
      .patch(),
})
