/** Notes of a canvas: added, worded, moved between blocks, thrown away and had back. */
import { z } from 'zod'
import {
  actorId,
  defineCommand,
  edit,
  freshToken,
  MissingRecord,
  newId,
  positions,
  type DocumentView,
  type Draft,
} from '../document'
import { recordTypes, type Placement } from '../model'
import { linkPairs, type LinkEnd } from '../model/link'
import { blocks, type Block } from '../model/note'
import { anyId, idOf, title } from '../model/field'
import { canvasModel, endOf, overridable } from '../queries/canvas/model'
import { norm } from '../queries/norm'
import { placesOf } from './canvas'

const noteIds = z.array(idOf('note')).min(1).max(10_000)
const place = { canvasId: idOf('canvas'), block: z.enum(blocks), after: anyId().nullable().optional() }
const coordinate = z.number().nullable().optional()

/** The placement of a note on a canvas. @throws MissingRecord */
export function placementOf(document: DocumentView, canvasId: string, noteId: string): Placement {
  const found = placesOf(document, noteId).find(placement => placement.canvasId === canvasId)
  if (!found) throw new MissingRecord(noteId)
  return found
}

/** The places of a block in order; `after` names a note. */
function orderIn(
  document: DocumentView,
  actor: string,
  { canvasId, block, after }: { canvasId: string; block: Block; after?: string | null | undefined },
  leaving: readonly string[],
  count: number,
): string[] {
  const all = document.pointing('placement', 'canvasId', canvasId).filter(one => one.block === block)
  const staying = all.filter(({ noteId }) => !leaving.includes(noteId))
  // the note asked for may itself be moving: then the nearest before it that stays
  const at = after ? all.findIndex(({ noteId }) => noteId === after) : -1
  const anchor =
    after === null
      ? null
      : at < 0
        ? undefined
        : (all.slice(0, at + 1).findLast(one => staying.includes(one))?.id ?? null)
  return positions(actor, staying, anchor, count)
}

/**
 * A new note on a canvas, behind another of its block or last. One in Customer segments or Channels can name the record
 * it is; otherwise `note.rename` finds or makes that record when the note gets its name.
 */
export const addNote = defineCommand({
  name: 'note.add',
  args: {
    id: newId('note'),
    placementId: newId('placement'),
    actor: actorId(),
    ...place,
    title: title().optional(),
    text: recordTypes.note.fields['text']!.optional(),
    subtype: z.string().max(80).nullable().optional(),
    segmentId: idOf('segment').nullable().optional(),
    channelId: idOf('channel').nullable().optional(),
    x: coordinate,
    y: coordinate,
  },
  run: (document, { id, placementId, actor, canvasId, block, after, x, y, ...fields }) => {
    const [order = ''] = orderIn(document, actor, { canvasId, block, after }, [], 1)
    return edit(document)
      .add('note', id, { ...(fields as object), block })
      .add('placement', placementId, { canvasId, noteId: id, block, order, x, y })
      .patch()
  },
})

/** Shows a note of another canvas here too, so that both share it. One that is here already stays where it is. */
export const placeNote = defineCommand({
  name: 'note.place',
  args: { placementId: newId('placement'), actor: actorId(), noteId: idOf('note'), ...place },
  run: (document, { placementId, actor, noteId, canvasId, block, after }) => {
    const draft = edit(document)
    if (placesOf(document, noteId).some(one => one.canvasId === canvasId)) return draft.patch()
    const [order = ''] = orderIn(document, actor, { canvasId, block, after }, [], 1)
    return draft.add('placement', placementId, { canvasId, noteId, block, order }).patch()
  },
})

/**
 * Gives a note its name. A note that is a segment or a channel and has no wording of its own renames that record,
 * everywhere. One without a name in Customer segments or Channels becomes the segment or channel of that name, which
 * is made when there is none. `here` words it on this canvas only.
 */
export const renameNote = defineCommand({
  name: 'note.rename',
  args: {
    id: idOf('note'),
    canvasId: idOf('canvas'),
    actor: actorId(),
    title: title(),
    here: z.boolean().optional(),
    segmentId: newId('segment'),
    channelId: newId('channel'),
  },
  run: (document, { id, canvasId, actor, title, here, segmentId, channelId }) => {
    const draft = edit(document)
    const note = document.find('note', id)
    const placement = placementOf(document, canvasId, id)
    if (!note) throw new MissingRecord(id)
    if (here) {
      const override = { ...placement.override, title }
      return draft.update('placement', placement.id, { override }).patch()
    }
    const own = 'title' in placement.override
    if (own) {
      const { title: _title, ...override } = placement.override
      draft.update('placement', placement.id, { override })
    }
    if (note.title) return draft.update('note', id, { title }).patch()
    if (document.find('segment', note.segmentId))
      return draft.update('segment', note.segmentId!, { title }).patch()
    if (document.find('channel', note.channelId))
      return draft.update('channel', note.channelId!, { title }).patch()
    const named = { actor, title }
    if (title.trim() && placement.block === 'customerSegments') {
      const picked =
        sameName(document, 'segment', title) ?? making(draft, document, 'segment', segmentId, named)
      return draft.update('note', id, { segmentId: picked }).patch()
    }
    if (title.trim() && placement.block === 'channels') {
      const picked =
        sameName(document, 'channel', title) ?? making(draft, document, 'channel', channelId, named)
      return draft.update('note', id, { channelId: picked }).patch()
    }
    return draft.update('note', id, { title }).patch()
  },
})

/** The record of that name; case and accents do not count. */
const sameName = (document: DocumentView, type: 'segment' | 'channel', title: string) =>
  document.all(type).find(record => norm(record.title) === norm(title))?.id

function making(
  draft: Draft,
  document: DocumentView,
  type: 'segment' | 'channel',
  id: string,
  { actor, title }: { actor: string; title: string },
): string {
  const [order = ''] = positions(actor, document.all(type), undefined)
  draft.add(type, id, { title: title.trim(), order })
  return id
}

const noteFields = Object.fromEntries(
  Object.entries(recordTypes.note.fields).map(([field, schema]) => [field, schema.optional()]),
)

/** Changes fields of a note: everywhere, or with `here` on one canvas only (those a placement can word differently). */
export const updateNote = defineCommand({
  name: 'note.update',
  args: {
    id: idOf('note'),
    canvasId: idOf('canvas').optional(),
    here: z.boolean().optional(),
    ...noteFields,
  },
  run: (document, { id, canvasId, here, ...fields }) => {
    const draft = edit(document)
    const placement = canvasId ? placementOf(document, canvasId as string, id as string) : undefined
    const given = Object.entries(fields).filter(([, value]) => value !== undefined)
    const local = here ? given.filter(([field]) => overridable.includes(field as never)) : []
    const everywhere = given.filter(entry => !local.includes(entry))
    const override = Object.fromEntries([
      // what is now said everywhere is no longer said here only
      ...Object.entries(placement?.override ?? {}).filter(
        ([field]) => !everywhere.some(([name]) => name === field),
      ),
      ...local,
    ])
    if (placement) draft.update('placement', placement.id, { override })
    return draft.update('note', id as string, Object.fromEntries(everywhere)).patch()
  },
})

/** Forgets what one canvas says differently about a note: the named fields, or all of them. */
export const clearHere = defineCommand({
  name: 'note.clearHere',
  args: {
    id: idOf('note'),
    canvasId: idOf('canvas'),
    fields: z.array(z.string().max(40)).max(40).optional(),
  },
  run: (document, { id, canvasId, fields }) => {
    const placement = placementOf(document, canvasId, id)
    const kept = Object.entries(placement.override).filter(([field]) => fields && !fields.includes(field))
    return edit(document)
      .update('placement', placement.id, { override: Object.fromEntries(kept) })
      .patch()
  },
})

/** Where and how one canvas shows a note: its colour, its place in a free arrangement, what the speaker says. */
export const updatePlacement = defineCommand({
  name: 'note.show',
  args: {
    id: idOf('note'),
    canvasId: idOf('canvas'),
    colour: z.string().max(40).nullable().optional(),
    x: coordinate,
    y: coordinate,
    speakerNote: recordTypes.note.fields['note']!.optional(),
  },
  run: (document, { id, canvasId, speakerNote, ...fields }) =>
    edit(document)
      .update('placement', placementOf(document, canvasId, id).id, {
        ...fields,
        note: speakerNote as string | undefined,
      })
      .patch(),
})

/**
 * Moves notes to a block (or the parking lot), behind another note of it, first (null) or last. A link between a note
 * and a segment takes the kind that the new block calls for; other links that the closed list no longer allows go.
 */
export const moveNotes = defineCommand({
  name: 'note.move',
  args: { ids: noteIds, actor: actorId(), ...place, x: coordinate, y: coordinate },
  run: (document, { ids, actor, canvasId, block, after, x, y }) => {
    const draft = edit(document)
    const orders = orderIn(document, actor, { canvasId, block, after }, ids, ids.length)
    ids.forEach((id, at) => {
      const placement = placementOf(document, canvasId, id)
      draft.update('placement', placement.id, { block, order: orders[at], x, y, trashed: false })
      if (placesOf(document, id).length === 1) draft.update('note', id, { block })
      if (placement.block !== block) refitLinks(draft, document, canvasId, id, block)
    })
    return draft.patch()
  },
})

/** The kind that ties a note of a block to a segment. */
export const membershipKind = (block: Block) =>
  block === 'customerSegments'
    ? undefined
    : (membership[block as keyof typeof membership] ?? ('for' as const))

const membership = {
  valuePropositions: 'offers',
  channels: 'reaches',
  customerRelationships: 'relates',
  revenueStreams: 'pays',
} as const

function refitLinks(draft: Draft, document: DocumentView, canvasId: string, noteId: string, block: Block) {
  const model = canvasModel(document, canvasId)
  if (!model) return
  const endNow = (id: string): LinkEnd | undefined =>
    id === noteId ? (block === 'customerSegments' ? 'segment' : block) : endOf(model, document, id)
  for (const link of [
    ...document.pointing('link', 'fromId', noteId),
    ...document.pointing('link', 'toId', noteId),
  ]) {
    if (link.canvasId !== canvasId && link.canvasId !== null) continue
    const [from, to] = [endNow(link.fromId), endNow(link.toId)]
    if (!from || !to || linkPairs[link.kind].some(pair => pair.from.includes(from) && pair.to.includes(to)))
      continue
    const other = link.fromId === noteId ? link.toId : link.fromId
    const kind = endNow(other) === 'segment' ? membershipKind(block) : undefined
    if (!kind) draft.remove(link.id)
    else {
      const [fromId, toId] = kind === 'pays' ? [other, noteId] : [noteId, other]
      draft.update('link', link.id, { kind, fromId, toId, phases: kind === 'reaches' ? link.phases : [] })
    }
  }
}

/** Throws notes of a canvas away, or has them back where they were. */
export const trashNotes = defineCommand({
  name: 'note.trash',
  args: { ids: noteIds, canvasId: idOf('canvas'), restore: z.boolean().optional() },
  run: (document, { ids, canvasId, restore }) =>
    ids
      .reduce(
        (draft, id) =>
          draft.update('placement', placementOf(document, canvasId, id).id, { trashed: !restore }),
        edit(document),
      )
      .patch(),
})

/** Takes what was thrown away on a canvas out for good; notes that another canvas shows stay there. */
export const emptyTrash = defineCommand({
  name: 'canvas.emptyTrash',
  args: { canvasId: idOf('canvas') },
  run: (document, { canvasId }) => {
    const draft = edit(document)
    for (const { id, noteId, trashed } of document.pointing('placement', 'canvasId', canvasId)) {
      if (!trashed) continue
      draft.remove(placesOf(document, noteId).length === 1 ? noteId : id)
    }
    return draft.patch()
  },
})

/** Puts a list of notes on a canvas, e.g. from pasted lines: each behind the last of its block, one undo step. */
export const addNotes = defineCommand({
  name: 'note.addMany',
  args: {
    canvasId: idOf('canvas'),
    actor: actorId(),
    token: freshToken(),
    notes: z.array(z.object({ block: z.enum(blocks), title: title() })).max(1000),
  },
  run: (document, { canvasId, actor, token, notes }) => {
    const draft = edit(document)
    const made = new Map<string, string>()
    const stem = (at: number) => `${token}${at.toString(36).padStart(3, '0')}`
    for (const block of blocks) {
      const list = notes.flatMap((note, at) => (note.block === block ? [{ ...note, at }] : []))
      const orders = orderIn(document, actor, { canvasId, block }, [], list.length)
      list.forEach((note, n) => {
        const noteId = `note:${stem(note.at)}`
        const type = block === 'customerSegments' ? 'segment' : block === 'channels' ? 'channel' : undefined
        const key = `${type} ${norm(note.title)}`
        const recordId =
          type &&
          (made.get(key) ?? sameName(document, type, note.title) ?? newRecord(type, note.title, note.at))
        if (type && recordId) made.set(key, recordId)
        draft.add('note', noteId, {
          block,
          title: type ? '' : note.title,
          segmentId: type === 'segment' ? recordId : null,
          channelId: type === 'channel' ? recordId : null,
        })
        draft.add('placement', `placement:${stem(note.at)}`, { canvasId, noteId, block, order: orders[n] })
      })
    }
    return draft.patch()

    function newRecord(type: 'segment' | 'channel', title: string, at: number): string {
      const before = [...document.all(type), ...[...made.values()].flatMap(id => draft.get(id) ?? [])]
      const [order = ''] = positions(actor, before, undefined)
      const id = `${type}:${stem(at)}`
      draft.add(type, id, { title, order })
      return id
    }
  },
})
