/** Typed ties between notes, segments and pains. Which pairs a kind joins is a closed list (shared/model/link.ts). */
import { z } from 'zod'
import {
  defineCommand,
  edit,
  emptyPatch,
  freshToken,
  newId,
  RefusedCommand,
  type DocumentView,
} from '../document'
import type { Link } from '../model'
import { channelPhases } from '../model/channel'
import { anyId, idOf, scale, text } from '../model/field'
import { linkKinds, linkKindsBetween } from '../model/link'
import { canvasModel, endOf, type CanvasModel } from '../queries/canvas/model'
import { membershipKind } from './notes'

const qualities = {
  phases: z.array(z.enum(channelPhases)).max(5).optional(),
  weight: scale(0, 3).nullable().optional(),
  note: text().optional(),
}

/**
 * Ties two things on a canvas together. What is tied by this kind already stays as it is; a kind that cannot join these
 * two is refused (`link.pair`).
 */
export const addLink = defineCommand({
  name: 'link.add',
  args: {
    id: newId('link'),
    canvasId: idOf('canvas'),
    kind: z.enum(linkKinds),
    fromId: anyId(),
    toId: anyId(),
    ...qualities,
  },
  run: (document, { id, canvasId, kind, fromId, toId, ...fields }) => {
    const model = canvasModel(document, canvasId)
    const [from, to] = [model && endOf(model, document, fromId), model && endOf(model, document, toId)]
    if (!model || !from || !to || fromId === toId || !linkKindsBetween(from, to).includes(kind))
      throw new RefusedCommand('link.pair')
    const ends = { fromId: model.thing(fromId), toId: model.thing(toId) }
    if (isTied(document, model, { kind, ...ends })) return emptyPatch
    return edit(document)
      .add('link', id, { canvasId, kind, ...ends, ...fields })
      .patch()
  },
})

/** Whether a link of the canvas, or one that holds on every canvas, says this already. */
const isTied = (
  document: DocumentView,
  { canvas, thing }: CanvasModel,
  { kind, fromId, toId }: Pick<Link, 'kind' | 'fromId' | 'toId'>,
) =>
  document
    .all('link')
    .some(
      link =>
        link.kind === kind &&
        (link.canvasId === null || link.canvasId === canvas.id) &&
        thing(link.fromId) === fromId &&
        thing(link.toId) === toId,
    )

/** Changes the phases a channel covers, how much a pain is eased (0-3), or the note of a tie. */
export const updateLink = defineCommand({
  name: 'link.update',
  args: { id: idOf('link'), ...qualities },
  run: (document, { id, ...fields }) => edit(document).update('link', id, fields).patch(),
})

/** Takes ties apart. */
export const removeLinks = defineCommand({
  name: 'link.remove',
  args: { ids: z.array(idOf('link')).min(1).max(10_000) },
  run: (document, { ids }) => ids.reduce((draft, id) => draft.remove(id), edit(document)).patch(),
})

/** Ties notes to a segment by the kind their block calls for, as dropping them on its chip does; one undo step. */
export const linkToSegment = defineCommand({
  name: 'link.toSegment',
  args: {
    token: freshToken(),
    canvasId: idOf('canvas'),
    noteIds: z.array(idOf('note')).min(1).max(1000),
    segmentId: idOf('segment'),
  },
  run: (document, { token, canvasId, noteIds, segmentId }) => {
    const model = canvasModel(document, canvasId)
    const draft = edit(document)
    noteIds.forEach((noteId, at) => {
      const placed = model?.note(noteId)
      const kind = placed && membershipKind(placed.block)
      if (!model || !placed || !kind || noteIds.indexOf(noteId) < at) return
      const [fromId, toId] = kind === 'pays' ? [segmentId, noteId] : [noteId, segmentId]
      if (isTied(document, model, { kind, fromId, toId })) return
      draft.add('link', `link:${token}${at.toString(36).padStart(3, '0')}`, { canvasId, kind, fromId, toId })
    })
    return draft.patch()
  },
})
