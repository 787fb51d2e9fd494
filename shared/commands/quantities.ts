/** Numbers of shared notes: counting everywhere, or on one canvas only. */
import { defineCommand, edit, MissingRecord, newId, type Command, type Fields } from '../document'
import { recordTypes } from '../model'
import { anyId, idOf } from '../model/field'
import { norm } from '../queries/norm'

const fields = Object.fromEntries(
  Object.entries(recordTypes.quantity.fields)
    .filter(([field]) => field !== 'ownerId' && field !== 'key')
    .map(([field, schema]) => [field, schema.optional()]),
)

type Keeping = Fields<'quantity'> & {
  readonly id: string
  readonly sourceId: string
  readonly placementId: string
}

/**
 * From now on this canvas has a number of its own: a copy of the one that counts everywhere, with what is otherwise
 * here. The other canvases keep theirs.
 */
export const keepNumberHere: Command<Keeping> = defineCommand({
  name: 'quantity.keepHere',
  args: {
    id: newId('quantity'),
    sourceId: idOf('quantity'),
    placementId: idOf('placement'),
    ...fields,
  },
  run: (document, { id, sourceId, placementId, ...given }) => {
    const source = document.find('quantity', sourceId as string)
    if (!source) throw new MissingRecord(sourceId as string)
    const { id: _id, type: _type, key: _key, ...copied } = source
    return edit(document)
      .add('quantity', id as string, { ...copied, ...given, ownerId: placementId as string })
      .patch()
  },
}) as unknown as Command<Keeping>

/**
 * Makes a number of one canvas count everywhere: it goes to the note (or segment), in place of the number of that name
 * there, and formulas that named it name that one.
 */
export const keepNumberEverywhere = defineCommand({
  name: 'quantity.keepEverywhere',
  args: { id: idOf('quantity'), ownerId: anyId() },
  run: (document, { id, ownerId }) => {
    const draft = edit(document)
    const own = document.find('quantity', id)
    if (!own) throw new MissingRecord(id)
    const known = document
      .pointing('quantity', 'ownerId', ownerId)
      .find(one => one.id !== id && norm(one.name) === norm(own.name))
    if (!known) return draft.update('quantity', id, { ownerId }).patch()
    const { id: _id, type: _type, key: _key, ownerId: _owner, ...values } = own
    const renamed = (formula: string) => formula.replaceAll(`{${id}}`, `{${known.id}}`)
    for (const { id: other, formula } of document.all('quantity'))
      if (formula.includes(`{${id}}`)) draft.update('quantity', other, { formula: renamed(formula) })
    return draft
      .update('quantity', known.id, { ...values, formula: renamed(values.formula) })
      .remove(id)
      .patch()
  },
})
