/** Options of a business model: what one has otherwise is taken over, and one becomes the model of today. */
import { z } from 'zod'
import {
  actorId,
  defineCommand,
  edit,
  freshToken,
  positions,
  type DocumentView,
  type Draft,
} from '../document'
import { idOf } from '../model/field'
import {
  canvasDifference,
  optionsOf,
  type Difference,
  type DifferingField,
} from '../queries/canvas/difference'
import { overridable } from '../queries/canvas/model'
import { placesOf } from './canvas'

/**
 * Makes `canvasId` say what `fromId` says: all of the difference, or what `keys` (of canvasDifference) name. Notes the
 * other does not show go to the trash.
 */
export const takeOver = defineCommand({
  name: 'canvas.takeOver',
  args: {
    actor: actorId(),
    token: freshToken(),
    canvasId: idOf('canvas'),
    fromId: idOf('canvas'),
    keys: z.array(z.string().max(300)).max(10_000).optional(),
  },
  run: (document, { actor, token, canvasId, fromId, keys }) => {
    const wanted = keys && new Set(keys)
    const draft = edit(document)
    const fresh = counter(token)
    const taking: Taking = { document, draft, canvasId, fromId, actor, fresh }
    for (const difference of canvasDifference(document, canvasId, fromId)) {
      if (!wanted || wanted.has(difference.key)) take(taking, difference)
    }
    return draft.patch()
  },
})

interface Taking {
  readonly document: DocumentView
  readonly draft: Draft
  readonly canvasId: string
  readonly fromId: string
  readonly actor: string
  readonly fresh: () => string
}

function counter(token: string) {
  let count = 0
  return () => `${token}${(count++).toString(36).padStart(4, '0')}`
}

function take(taking: Taking, difference: Difference): void {
  switch (difference.thing) {
    case 'note':
      return takeNote(taking, difference)
    case 'link':
      return takeLink(taking, difference)
    case 'quantity':
      return takeQuantity(taking, difference)
  }
}

const place = (taking: Taking, noteId: string, canvasId: string) =>
  placesOf(taking.document, noteId).find(one => one.canvasId === canvasId)

function takeNote(taking: Taking, difference: Extract<Difference, { thing: 'note' }>): void {
  const { draft, canvasId, fromId, fresh } = taking
  const { id } = difference
  const here = place(taking, id, canvasId)
  const there = place(taking, id, fromId)
  if (difference.kind === 'removed') {
    if (here) draft.update('placement', here.id, { trashed: true })
    return
  }
  if (!there) return
  if (difference.kind === 'added') {
    const { id: _id, type: _type, key: _key, ...fields } = there
    const order = lastIn(taking, there.block)
    // thrown away here before: it comes back as the other has it
    const placementId = here?.id ?? `placement:${fresh()}`
    const own = { ...fields, canvasId, order, trashed: false }
    if (here) draft.update('placement', placementId, own)
    else draft.add('placement', placementId, own)
    copyQuantities(taking, there.id, placementId)
    return
  }
  if (!here) return
  if (difference.kind === 'moved') {
    draft.update('placement', here.id, { block: there.block, order: lastIn(taking, there.block) })
    return
  }
  if (difference.kind !== 'changed') return
  const fields = new Set<DifferingField>(difference.fields.map(({ field }) => field))
  const worded = overridable.filter(field => fields.has(field))
  const drafted = draft.get(here.id) as unknown as typeof here
  const kept = Object.entries(drafted.override).filter(([field]) => !worded.includes(field as never))
  const taken = Object.entries(there.override).filter(([field]) => worded.includes(field as never))
  draft.update('placement', here.id, {
    override: Object.fromEntries([...kept, ...taken]),
    ...(fields.has('colour') ? { colour: there.colour } : {}),
    ...(fields.has('speakerNote') ? { note: there.note } : {}),
  })
}

/** The last place of a block, as the draft has it by now. */
function lastIn({ document, draft, canvasId, actor }: Taking, block: string): string {
  const all = document
    .pointing('placement', 'canvasId', canvasId)
    .flatMap(({ id }) => draft.get(id) ?? [])
    .filter(one => one['block'] === block)
  const [order = ''] = positions(actor, all, undefined)
  return order
}

function copyQuantities(
  { document, draft, fresh }: Taking,
  fromPlacement: string,
  toPlacement: string,
): void {
  for (const { id } of document.pointing('quantity', 'ownerId', toPlacement)) draft.remove(id)
  for (const one of document.pointing('quantity', 'ownerId', fromPlacement)) {
    const { id: _id, type: _type, key: _key, ...fields } = one
    draft.add('quantity', `quantity:${fresh()}`, { ...fields, ownerId: toPlacement })
  }
}

function takeLink(taking: Taking, difference: Extract<Difference, { thing: 'link' }>): void {
  const { document, draft, canvasId, fresh } = taking
  const { linkKind: kind, fromId, toId, after } = difference
  const same = (end: string, target: string) =>
    end === target || document.find('note', end)?.segmentId === target
  const here = document
    .pointing('link', 'canvasId', canvasId)
    .filter(link => link.kind === kind && same(link.fromId, fromId) && same(link.toId, toId))
  if (!after) for (const { id } of here) draft.remove(id)
  else if (here.length > 0) {
    const [first, ...others] = here
    for (const { id } of others) draft.remove(id)
    draft.update('link', first!.id, { phases: [...after.phases], weight: after.weight })
  } else {
    draft.add('link', `link:${fresh()}`, {
      canvasId,
      kind,
      fromId,
      toId,
      phases: [...after.phases],
      weight: after.weight,
    })
  }
}

function takeQuantity(taking: Taking, difference: Extract<Difference, { thing: 'quantity' }>): void {
  const { document, draft, canvasId, fromId, fresh } = taking
  const { noteId, name } = difference
  const [here, there] = [place(taking, noteId, canvasId), place(taking, noteId, fromId)]
  if (!here || !there) return
  const of = (placementId: string) =>
    document.pointing('quantity', 'ownerId', placementId).find(one => one.name === name)
  const [mine, theirs] = [of(here.id), of(there.id)]
  if (mine) draft.remove(mine.id)
  if (!theirs) return
  const { id: _id, type: _type, key: _key, ...fields } = theirs
  draft.add('quantity', `quantity:${fresh()}`, { ...fields, ownerId: here.id })
}

/** Makes a canvas the model of today; those it shares its origin with become options. */
export const makeCurrent = defineCommand({
  name: 'canvas.makeCurrent',
  args: { id: idOf('canvas') },
  run: (document, { id }) => {
    const draft = edit(document)
    for (const canvas of optionsOf(document, id)) {
      if (canvas.id === id) draft.update('canvas', id, { state: 'current' })
      else if (canvas.state === 'current') draft.update('canvas', canvas.id, { state: 'option' })
    }
    return draft.patch()
  },
})
