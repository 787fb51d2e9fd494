import { z } from 'zod'
import { defineCommand, edit } from '../document'
import { idOf } from '../model/field'

/** Puts the notes of a canvas in the order they are told; an empty list follows the links again. */
export const tellInOrder = defineCommand({
  name: 'canvas.tellInOrder',
  args: { canvasId: idOf('canvas'), noteIds: z.array(idOf('note')).max(1000) },
  run: (document, { canvasId, noteIds }) =>
    edit(document)
      .update('canvas', canvasId, { storyNoteIds: [...new Set(noteIds)] })
      .patch(),
})
