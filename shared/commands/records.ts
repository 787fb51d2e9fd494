/** The four things that can be done with any record that stands among siblings: add, update, move, remove. */
import { z } from 'zod'
import {
  actorId,
  defineCommand,
  edit,
  newId,
  positions,
  type Command,
  type DocumentView,
  type Fields,
} from '../document'
import { recordTypes, type RecordOf, type RecordType } from '../model'
import { anyId, idOf } from '../model/field'

type OrderedType = { [T in RecordType]: 'order' extends keyof RecordOf<T> ? T : never }[RecordType]
type Given<T extends RecordType> = Omit<Fields<T>, 'order'>

interface Place {
  readonly actor: string
  /** The sibling to come after; null is the first place, left out is the last. */
  readonly after?: string | null | undefined
}

export interface LooseCommands<T extends RecordType> {
  readonly add: Command<Given<T> & { readonly id: string }>
  readonly update: Command<Given<T> & { readonly id: string }>
  readonly remove: Command<{ readonly id: string }>
}

export interface RecordCommands<T extends RecordType> extends Omit<LooseCommands<T>, 'add'> {
  readonly add: Command<Given<T> & Place & { readonly id: string }>
  readonly move: Command<Given<T> & Place & { readonly ids: readonly string[] }>
}

/** The commands of a type that has no order among siblings: add, update, remove. */
export function looseCommands<T extends RecordType>(type: T): LooseCommands<T> {
  const { optional, required } = shapesOf(type)
  const add = defineCommand({
    name: `${type}.add`,
    args: { id: newId(type), ...optional, ...required },
    run: (document, { id, ...fields }) =>
      edit(document)
        .add(type, id as string, fields as never)
        .patch(),
  })
  return { add, ...updateAndRemove(type) } as unknown as LooseCommands<T>
}

/**
 * The commands of one record type.
 * @param type a type with an order among its siblings
 * @param parent the field that names the parent; null where all records of the type are siblings
 */
export function recordCommands<T extends OrderedType>(
  type: T,
  parent: (string & keyof RecordOf<T>) | null,
): RecordCommands<T> {
  const { optional, required } = shapesOf(type)
  const place = { actor: actorId(), after: anyId().nullable().optional() }
  const add = defineCommand({
    name: `${type}.add`,
    args: { id: newId(type), ...place, ...optional, ...required },
    run: (document, args) => {
      const { id, actor, after, ...fields } = args as unknown as Place & { id: string }
      const [order] = positions(actor, siblings(document, type, parent, fields), after)
      return edit(document)
        .add(type, id, { ...fields, order } as never)
        .patch()
    },
  })
  const move = defineCommand({
    name: `${type}.move`,
    args: {
      ids: z.array(idOf(type)).min(1).max(10_000),
      ...place,
      ...(parent ? { [parent]: recordTypes[type].fields[parent]! } : {}),
    },
    run: (document, args) => {
      const { ids, actor, after, ...fields } = args as unknown as Place & { ids: string[] }
      const all = siblings(document, type, parent, fields)
      const staying = all.filter(record => !ids.includes(record.id))
      const orders = positions(actor, staying, anchor(all, ids, after), ids.length)
      return ids
        .reduce(
          (draft, id, at) => draft.update(type, id, { ...fields, order: orders[at] } as never),
          edit(document),
        )
        .patch()
    },
  })
  return { add, move, ...updateAndRemove(type) } as unknown as RecordCommands<T>
}

function updateAndRemove(type: RecordType) {
  const update = defineCommand({
    name: `${type}.update`,
    args: { id: idOf(type), ...shapesOf(type).optional },
    run: (document, { id, ...fields }) =>
      edit(document)
        .update(type, id as string, fields as never)
        .patch(),
  })
  const remove = defineCommand({
    name: `${type}.remove`,
    args: { id: idOf(type) },
    run: (document, { id }) => edit(document).remove(id).patch(),
  })
  return { update, remove }
}

/** The fields of a type as arguments: all of them optional, and those a new record cannot do without. */
function shapesOf(type: RecordType) {
  const defaults = recordTypes[type].defaults()
  const fields = Object.entries(recordTypes[type].fields).filter(([field]) => field !== 'order')
  const needed = fields.filter(
    ([field, schema]) => !(field in defaults) && !schema.safeParse(undefined).success,
  )
  return {
    optional: Object.fromEntries(fields.map(([field, schema]) => [field, schema.optional()])),
    required: Object.fromEntries(needed),
  }
}

/** The place to come after, where the one asked for is itself being moved: the nearest before it that stays. */
function anchor(all: readonly { id: string }[], ids: readonly string[], after: string | null | undefined) {
  if (!after || !ids.includes(after)) return after
  const at = all.findIndex(record => record.id === after)
  return all.slice(0, at).findLast(record => !ids.includes(record.id))?.id ?? null
}

function siblings(document: DocumentView, type: RecordType, parent: string | null, fields: object) {
  const parentId = parent ? (fields as Record<string, unknown>)[parent] : null
  return typeof parentId === 'string'
    ? document.pointing(type, parent as never, parentId)
    : document.all(type)
}
