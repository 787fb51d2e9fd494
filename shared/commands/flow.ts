import { z } from 'zod'
import { defineCommand, edit, emptyPatch, newId } from '../document'
import { idOf, text } from '../model/field'

const qualities = {
  kind: z.enum(['handover', 'loop']).optional(),
  contextKept: z.boolean().optional(),
  forced: z.boolean().optional(),
  note: text().optional(),
}

/** Draws a handover or loop; two touchpoints are joined at most once in one direction, and none with itself. */
export const connect = defineCommand({
  name: 'flow.connect',
  args: { id: newId('flow'), fromId: idOf('touchpoint'), toId: idOf('touchpoint'), ...qualities },
  run: (document, { id, fromId, toId, ...fields }) => {
    const joined = document.pointing('flow', 'fromId', fromId).some(record => record.toId === toId)
    if (joined || fromId === toId) return emptyPatch
    return edit(document)
      .add('flow', id, { fromId, toId, ...fields })
      .patch()
  },
})

export const updateFlow = defineCommand({
  name: 'flow.update',
  args: { id: idOf('flow'), ...qualities },
  run: (document, { id, ...fields }) => edit(document).update('flow', id, fields).patch(),
})

export const disconnect = defineCommand({
  name: 'flow.remove',
  args: { id: idOf('flow') },
  run: (document, { id }) => edit(document).remove(id).patch(),
})
