/** Whole canvases: made, forked into an option, removed with the notes nobody else shows. */
import {
  actorId,
  defineCommand,
  edit,
  freshToken,
  newId,
  positions,
  type DocumentView,
  type Draft,
} from '../document'
import type { Canvas } from '../model'
import { idOf, title } from '../model/field'
import { recordCommands } from './records'

export const { add: addCanvas, update: updateCanvas, move: moveCanvas } = recordCommands('canvas', null)

/** Removes a canvas and every note that stands on no other one. */
export const removeCanvas = defineCommand({
  name: 'canvas.remove',
  args: { id: idOf('canvas') },
  run: (document, { id }) => {
    const own = document
      .pointing('placement', 'canvasId', id)
      .map(({ noteId }) => noteId)
      .filter(noteId => placesOf(document, noteId).every(place => place.canvasId === id))
    return own.reduce((draft, noteId) => draft.remove(noteId), edit(document).remove(id)).patch()
  },
})

/**
 * Forks an option: it shows the same notes at the same places, with the same links, numbers and "here only" values, and
 * stands behind the canvas it came from. What is thrown away there stays there.
 */
export const forkCanvas = defineCommand({
  name: 'canvas.fork',
  args: {
    id: newId('canvas'),
    actor: actorId(),
    token: freshToken(),
    canvasId: idOf('canvas'),
    title: title(),
  },
  run: (document, { id, actor, token, canvasId, title }) => {
    const draft = edit(document)
    const base = document.find('canvas', canvasId)
    if (!base) return draft.patch()
    const [order = ''] = positions(actor, document.all('canvas'), canvasId)
    const { id: _id, type: _type, key: _key, ...fields } = base
    draft.add('canvas', id, { ...fields, title, order, state: 'option', baseId: canvasId })
    copyPlacements(draft, document, base, id, token)
    return draft.patch()
  },
})

function copyPlacements(draft: Draft, document: DocumentView, base: Canvas, canvasId: string, token: string) {
  let count = 0
  const stem = () => `${token}${(count++).toString(36).padStart(4, '0')}`
  for (const { id, type: _type, key: _key, ...placement } of document.pointing(
    'placement',
    'canvasId',
    base.id,
  )) {
    if (placement.trashed) continue
    const copy = `placement:${stem()}`
    draft.add('placement', copy, { ...placement, canvasId })
    for (const { id: _id, type: _of, key: _named, ...quantity } of document.pointing(
      'quantity',
      'ownerId',
      id,
    )) {
      draft.add('quantity', `quantity:${stem()}`, { ...quantity, ownerId: copy })
    }
  }
  for (const { id: _id, type: _type, key: _key, ...link } of document.pointing('link', 'canvasId', base.id)) {
    draft.add('link', `link:${stem()}`, { ...link, canvasId })
  }
}

/** Where a note stands, on every canvas. */
export const placesOf = (document: DocumentView, noteId: string) =>
  document.pointing('placement', 'noteId', noteId)
