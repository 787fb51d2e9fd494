/** Notes become the channel or segment that journeys use too. */
import { z } from 'zod'
import { actorId, defineCommand, edit, MissingRecord, newId, positions } from '../document'
import { anyId, idOf } from '../model/field'
import { noteTitle } from '../queries/canvas/model'
import { norm } from '../queries/norm'

const named = { channel: 'channelId', segment: 'segmentId' } as const
const type = z.enum(['channel', 'segment'])

/**
 * Makes a note a channel or segment: the one asked for, else that of the same name, else a
 * new one of that name. From then on the
 * note reads as that record does and both are renamed together; `keepWording` leaves the note its own words.
 */
export const bindNote = defineCommand({
  name: 'note.bind',
  args: {
    id: idOf('note'),
    actor: actorId(),
    type,
    recordId: anyId().optional(),
    keepWording: z.boolean().optional(),
    channelId: newId('channel'),
    segmentId: newId('segment'),
  },
  run: (document, { id, actor, type, recordId, keepWording, channelId, segmentId }) => {
    const draft = edit(document)
    const note = document.find('note', id)
    if (!note) throw new MissingRecord(id)
    if (recordId && !document.find(type, recordId)) throw new MissingRecord(recordId)
    const name = noteTitle(document, note).trim()
    const same = document.all(type).find(({ title }) => name !== '' && norm(title) === norm(name))
    const fresh = type === 'channel' ? channelId : segmentId
    const bound = recordId ?? same?.id ?? fresh
    if (bound === fresh) {
      const [order = ''] = positions(actor, document.all(type), undefined)
      draft.add(type, fresh, { title: name, order })
    }
    return draft.update('note', id, { [named[type]]: bound, title: keepWording ? note.title : '' }).patch()
  },
})

/** Lets a note be a mere note again; it keeps the name it was read by. */
export const unbindChannel = defineCommand({
  name: 'note.unbindChannel',
  args: { id: idOf('note') },
  run: (document, { id }) => {
    const note = document.find('note', id)
    if (!note) throw new MissingRecord(id)
    const title = noteTitle(document, note, 'channels')
    return edit(document).update('note', id, { channelId: null, title }).patch()
  },
})
