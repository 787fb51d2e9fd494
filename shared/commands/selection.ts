/** What is done with several records of any kinds at once. */
import { z } from 'zod'
import { defineCommand, edit, type DocumentView, type Draft } from '../document'
import { definitionOf, type RawRecord } from '../model'
import { anyId, idOf } from '../model/field'
import { namedBy } from '../queries/canvas/model'

/** Takes records out with everything below them, as one undo step; the document's own record stays. */
export const removeRecords = defineCommand({
  name: 'records.remove',
  args: { ids: z.array(anyId()).min(1).max(50_000) },
  run: (document, { ids }) =>
    ids
      .filter(id => document.get(id)?.type !== 'project')
      .reduce((draft, id) => keepingNames(draft, document, id).remove(id), edit(document))
      .patch(),
})

/** Removes a segment or a channel; notes that read as its name keep the name. */
export const removeNamed = (type: 'segment' | 'channel') =>
  defineCommand({
    name: `${type}.remove`,
    args: { id: idOf(type) },
    run: (document, { id }) => keepingNames(edit(document), document, id).remove(id).patch(),
  })

/** Before a segment or a channel goes: gives its name to the notes that have none of their own. */
function keepingNames(draft: Draft, document: DocumentView, id: string): Draft {
  const record = document.find('segment', id) ?? document.find('channel', id)
  if (!record) return draft
  const field = record.type === 'segment' ? 'segmentId' : 'channelId'
  for (const note of document.pointing('note', field, id)) {
    const isItsName = namedBy(document, note, note.block)?.id === id
    if (isItsName && draft.get(note.id)?.['title'] === '')
      draft.update('note', note.id, { title: record.title })
  }
  return draft
}

const rawRecord = z.looseObject({ id: z.string(), type: z.string() }).transform((record, context) => {
  const parsed = definitionOf(record.type)?.schema.safeParse(record)
  if (parsed && !parsed.success) context.addIssue({ code: 'custom', message: parsed.error.message })
  return record as RawRecord
})

/**
 * Puts whole records in, as imports make them. Records that are already there are left alone, and a document that has
 * its own record takes no second one.
 */
export const putRecords = defineCommand({
  name: 'records.put',
  args: { records: z.array(rawRecord).max(50_000) },
  run: (document, { records }) =>
    records
      .filter(
        ({ id, type }) => !document.get(id) && (type !== 'project' || document.all('project').length === 0),
      )
      .reduce((draft, record) => draft.put(record), edit(document))
      .patch(),
})
