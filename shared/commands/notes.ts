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
  type Command,
  type DocumentView,
  type Draft,
  type Fields,
} from '../document'
import { recordTypes, type Placement } from '../model'
import { linkKindsBetween, type LinkEnd } from '../model/link'
import { blocks, type Block } from '../model/note'
import { anyId, idOf, title } from '../model/field'
import { canvasModel, endOf, namedBy, noteTitle, overridable, placementsOn } from '../queries/canvas/model'
import { placesOf } from './canvas'
import { naming, recordOfBlock } from './naming'

const noteIds = z.array(idOf('note')).min(1).max(10_000)
const place = { canvasId: idOf('canvas'), block: z.enum(blocks), after: anyId().nullable().optional() }
const coordinate = z.number().nullable().optional()

/** The placement of a note on a canvas. @throws MissingRecord */
export function placementOf(document: DocumentView, canvasId: string, noteId: string): Placement {
  const found = placementsOn(document, canvasId).find(placement => placement.noteId === noteId)
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
 * it is; else it becomes the record of its title, or of the name it gets later.
 */
export const addNote = defineCommand({
  name: 'note.add',
  args: {
    id: newId('note'),
    placementId: newId('placement'),
    actor: actorId(),
    token: freshToken(),
    ...place,
    title: title().optional(),
    text: recordTypes.note.fields['text']!.optional(),
    subtype: z.string().max(80).nullable().optional(),
    segmentId: idOf('segment').nullable().optional(),
    channelId: idOf('channel').nullable().optional(),
    x: coordinate,
    y: coordinate,
  },
  run: (document, { id, placementId, actor, token, canvasId, block, after, x, y, ...fields }) => {
    const [order = ''] = orderIn(document, actor, { canvasId, block, after }, [], 1)
    const draft = edit(document)
    const given = fields as Fields<'note'>
    const isNamed = Boolean(given.segmentId ?? given.channelId)
    const name = isNamed ? {} : naming(draft, document, actor, token)(block, given.title ?? '')
    return draft
      .add('note', id, { ...given, ...name, block })
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
 * everywhere; one with such a wording changes the wording. A note in Customer segments or Channels that is none yet
 * becomes the segment or channel of that name, which is made when there is none. `here` words it on this canvas only.
 */
export const renameNote = defineCommand({
  name: 'note.rename',
  args: {
    id: idOf('note'),
    canvasId: idOf('canvas'),
    actor: actorId(),
    token: freshToken(),
    title: title(),
    here: z.boolean().optional(),
  },
  run: (document, { id, canvasId, actor, token, title, here }) => {
    const draft = edit(document)
    const { id: placementId, block, override } = placementOf(document, canvasId, id)
    const note = document.find('note', id)
    if (!note) throw new MissingRecord(id)
    if (here) return draft.update('placement', placementId, { override: { ...override, title } }).patch()
    // what is now said everywhere is no longer said here only
    const { title: _title, ...rest } = override
    draft.update('placement', placementId, { override: rest })
    const named = namedBy(document, note, block)
    const needed = recordOfBlock(block)
    const isNamed = needed ? named?.type === needed : named !== undefined
    if (!named || !isNamed) draft.update('note', id, naming(draft, document, actor, token)(block, title))
    else if (note.title) draft.update('note', id, { title })
    else draft.update(named.type, named.id, { title })
    return draft.patch()
  },
})

/** Where a note stands is changed by moving it. */
const noteFields = Object.fromEntries(
  Object.entries(recordTypes.note.fields)
    .filter(([field]) => field !== 'block')
    .map(([field, schema]) => [field, schema.optional()]),
)

type NoteUpdate = Fields<'note'> & {
  readonly id: string
  readonly canvasId?: string
  readonly here?: boolean
}

/** Changes fields of a note: everywhere, or with `here` on one canvas only (those a placement can word differently). */
export const updateNote: Command<NoteUpdate> = defineCommand({
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
    const local = here && placement ? given.filter(([field]) => overridable.includes(field as never)) : []
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
}) as unknown as Command<NoteUpdate>

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
 * and a segment takes the kind that the new block calls for; other links that the closed list no longer allows go. A
 * note that comes to Customer segments or Channels and is none yet becomes the segment or channel of its name.
 */
export const moveNotes = defineCommand({
  name: 'note.move',
  args: { ids: noteIds, actor: actorId(), token: freshToken(), ...place, x: coordinate, y: coordinate },
  run: (document, { ids, actor, token, canvasId, block, after, x, y }) => {
    const draft = edit(document)
    const name = naming(draft, document, actor, token)
    const orders = orderIn(document, actor, { canvasId, block, after }, ids, ids.length)
    const crossing = ids.filter(id => placementOf(document, canvasId, id).block !== block)
    ids.forEach((id, at) => {
      const placement = placementOf(document, canvasId, id)
      const note = document.find('note', id)
      draft.update('placement', placement.id, { block, order: orders[at], x, y, trashed: false })
      if (!note || placement.block === block) return
      const home = placesOf(document, id).length === 1 ? { block } : {}
      const type = recordOfBlock(block)
      const isNamed = !type || namedBy(document, note, block)?.type === type
      draft.update('note', id, {
        ...home,
        ...(isNamed ? {} : name(block, noteTitle(document, note, placement.block))),
      })
    })
    if (crossing.length > 0) refitLinks(draft, document, canvasId, crossing, block)
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

function refitLinks(
  draft: Draft,
  document: DocumentView,
  canvasId: string,
  moved: readonly string[],
  block: Block,
) {
  const model = canvasModel(document, canvasId)
  if (!model) return
  const endNow = (id: string): LinkEnd | undefined =>
    moved.includes(id) ? (block === 'customerSegments' ? 'segment' : block) : endOf(model, document, id)
  const links = moved.flatMap(id => [
    ...document.pointing('link', 'fromId', id),
    ...document.pointing('link', 'toId', id),
  ])
  for (const link of new Set(links)) {
    // one that holds on every canvas is left to them
    if (link.canvasId !== canvasId) continue
    const [from, to] = [endNow(link.fromId), endNow(link.toId)]
    if (!from || !to || linkKindsBetween(from, to).includes(link.kind)) continue
    const [note, segment] = to === 'segment' ? [link.fromId, link.toId] : [link.toId, link.fromId]
    const kind =
      (from === 'segment') === (to === 'segment') ? undefined : membershipKind(endNow(note) as Block)
    if (!kind) draft.remove(link.id)
    else {
      const [fromId, toId] = kind === 'pays' ? [segment, note] : [note, segment]
      draft.update('link', link.id, { kind, fromId, toId, phases: kind === 'reaches' ? link.phases : [] })
    }
  }
}

/** Throws notes of a canvas away, or has them back where they were. */
export const trashNotes = defineCommand({
  name: 'note.trash',
  args: { ids: noteIds, canvasId: idOf('canvas'), restore: z.boolean().optional() },
  run: (document, { ids, canvasId, restore }) => {
    const draft = edit(document)
    for (const id of ids) {
      const shown = placementOf(document, canvasId, id)
      const all = placesOf(document, id).filter(place => place.canvasId === canvasId)
      for (const { id } of restore ? [shown] : all) draft.update('placement', id, { trashed: !restore })
    }
    return draft.patch()
  },
})

/** Takes what was thrown away on a canvas out for good; notes that another canvas shows stay there. */
export const emptyTrash = defineCommand({
  name: 'canvas.emptyTrash',
  args: { canvasId: idOf('canvas') },
  run: (document, { canvasId }) => {
    const draft = edit(document)
    for (const { id, noteId, trashed } of document.pointing('placement', 'canvasId', canvasId)) {
      if (!trashed) continue
      const isLast = placesOf(document, noteId).every(place => place.canvasId === canvasId && place.trashed)
      draft.remove(isLast ? noteId : id)
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
    const name = naming(draft, document, actor, token)
    const stem = (at: number) => `${token}${at.toString(36).padStart(3, '0')}`
    for (const block of blocks) {
      const list = notes.flatMap((note, at) => (note.block === block ? [{ ...note, at }] : []))
      const orders = orderIn(document, actor, { canvasId, block }, [], list.length)
      list.forEach(({ title, at }, n) => {
        const noteId = `note:${stem(at)}`
        draft.add('note', noteId, { block, ...name(block, title) })
        draft.add('placement', `placement:${stem(at)}`, { canvasId, noteId, block, order: orders[n] })
      })
    }
    return draft.patch()
  },
})
