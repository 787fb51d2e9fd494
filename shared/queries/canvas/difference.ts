/** What one canvas has otherwise than another that shares its notes: added, removed, moved, changed. */
import { equal, type DocumentView } from '../../document'
import type { Quantity } from '../../model'
import type { ChannelPhase } from '../../model/channel'
import type { LinkKind } from '../../model/link'
import type { Block } from '../../model/note'
import { canvasModel, overridable, type CanvasModel, type ModelLink, type PlacedNote } from './model'

/** Fields in which the same note can differ between canvases: what a placement words otherwise, and how it shows it. */
export const differingFields = [...overridable, 'colour', 'speakerNote'] as const
export type DifferingField = (typeof differingFields)[number]

export interface FieldDifference {
  readonly field: DifferingField
  readonly from: unknown
  readonly to: unknown
}

export type Difference = { readonly key: string } & (
  | { readonly kind: 'added'; readonly thing: 'note'; readonly id: string; readonly block: Block }
  | { readonly kind: 'removed'; readonly thing: 'note'; readonly id: string; readonly block: Block }
  | {
      readonly kind: 'moved'
      readonly thing: 'note'
      readonly id: string
      readonly from: Block
      readonly to: Block
    }
  | {
      readonly kind: 'changed'
      readonly thing: 'note'
      readonly id: string
      readonly block: Block
      readonly fields: readonly FieldDifference[]
    }
  | {
      readonly kind: 'added' | 'removed' | 'changed'
      readonly thing: 'link'
      readonly linkKind: LinkKind
      readonly fromId: string
      readonly toId: string
      readonly before: LinkSays | null
      readonly after: LinkSays | null
    }
  | {
      readonly kind: 'added' | 'removed' | 'changed'
      readonly thing: 'quantity'
      readonly noteId: string
      readonly name: string
      readonly before: QuantitySays | null
      readonly after: QuantitySays | null
    }
)

export interface LinkSays {
  readonly phases: readonly ChannelPhase[]
  readonly weight: number | null
}

/** What a number says, without who owns it. */
export type QuantitySays = Pick<
  Quantity,
  'low' | 'likely' | 'high' | 'unit' | 'per' | 'formula' | 'basis' | 'evidenceId'
>

/**
 * What `toId` has otherwise than `fromId`. Both must be canvases. Places inside a block and the order of the story do
 * not count; what was thrown away is not there.
 * @returns notes first in the order of blocks, then links, then numbers; each with a key that names it
 */
export function canvasDifference(document: DocumentView, fromId: string, toId: string): Difference[] {
  const [before, after] = [canvasModel(document, fromId), canvasModel(document, toId)]
  if (!before || !after) return []
  return [
    ...noteDifferences(before, after),
    ...linkDifferences(before, after),
    ...quantityDifferences(document, before, after),
  ]
}

const everything = ({ notes, elsewhere, parked }: CanvasModel) => [...notes, ...elsewhere, ...parked]

function noteDifferences(before: CanvasModel, after: CanvasModel): Difference[] {
  const found: Difference[] = []
  for (const now of everything(after)) {
    const was = before.note(now.id)
    const { id, block } = now
    if (!was) found.push({ key: `note ${id}`, kind: 'added', thing: 'note', id, block })
    else {
      if (was.block !== block)
        found.push({ key: `place ${id}`, kind: 'moved', thing: 'note', id, from: was.block, to: block })
      const fields = fieldDifferences(was, now)
      if (fields.length > 0)
        found.push({ key: `words ${id}`, kind: 'changed', thing: 'note', id, block, fields })
    }
  }
  for (const { id, block } of everything(before)) {
    if (!after.note(id)) found.push({ key: `note ${id}`, kind: 'removed', thing: 'note', id, block })
  }
  return found
}

const valueOf = ({ note, placement }: PlacedNote, field: DifferingField): unknown =>
  field === 'colour' ? placement.colour : field === 'speakerNote' ? placement.note : note[field]

const fieldDifferences = (was: PlacedNote, now: PlacedNote): FieldDifference[] =>
  differingFields.flatMap(field => {
    const [from, to] = [valueOf(was, field), valueOf(now, field)]
    return equal(from, to) ? [] : [{ field, from, to }]
  })

const linkKey = ({ kind, from, to }: ModelLink) => `link ${kind} ${from} ${to}`
const says = ({ phases, weight }: ModelLink): LinkSays => ({ phases: [...phases].sort(), weight })

function linkDifferences(before: CanvasModel, after: CanvasModel): Difference[] {
  const [was, now] = [before, after].map(({ links }) => new Map(links.map(link => [linkKey(link), link])))
  return [...new Set([...now!.keys(), ...was!.keys()])].flatMap((key): Difference[] => {
    const [first, second] = [was!.get(key), now!.get(key)]
    const { kind: linkKind, from: fromId, to: toId } = (second ?? first)!
    const [said, saying] = [first ? says(first) : null, second ? says(second) : null]
    if (equal(said, saying)) return []
    const kind = !said ? 'added' : !saying ? 'removed' : 'changed'
    return [{ key, kind, thing: 'link', linkKind, fromId, toId, before: said, after: saying }]
  })
}

/** The numbers a canvas gives a note otherwise than the note itself does. */
function ownQuantities(document: DocumentView, { placement }: PlacedNote): Map<string, Quantity> {
  return new Map(document.pointing('quantity', 'ownerId', placement.id).map(one => [one.name, one]))
}

/** What a number says, as far as two canvases can differ in it. */
export function quantitySays(quantity: Quantity | undefined): QuantitySays | null {
  if (!quantity) return null
  const { low, likely, high, unit, per, formula, basis, evidenceId } = quantity
  return { low, likely, high, unit, per, formula, basis, evidenceId }
}

function quantityDifferences(document: DocumentView, before: CanvasModel, after: CanvasModel): Difference[] {
  return everything(after).flatMap(now => {
    const was = before.note(now.id)
    if (!was) return []
    const [first, second] = [ownQuantities(document, was), ownQuantities(document, now)]
    if (first.size + second.size === 0) return []
    const shared = new Map(document.pointing('quantity', 'ownerId', now.id).map(one => [one.name, one]))
    return [...new Set([...second.keys(), ...first.keys()])].flatMap((name): Difference[] => {
      const said = quantitySays(first.get(name) ?? shared.get(name))
      const saying = quantitySays(second.get(name) ?? shared.get(name))
      if (equal(said, saying)) return []
      const kind = !said ? 'added' : !saying ? 'removed' : 'changed'
      const key = `number ${now.id} ${name}`
      return [{ key, kind, thing: 'quantity', noteId: now.id, name, before: said, after: saying }]
    })
  })
}

/** A canvas, the one it came from and all that came from either, in the order of canvases. */
export function optionsOf(document: DocumentView, canvasId: string) {
  const all = document.all('canvas')
  const family = new Set([canvasId])
  for (let size = 0; size !== family.size;) {
    size = family.size
    for (const { id, baseId } of all) {
      if (baseId && family.has(id)) family.add(baseId)
      if (baseId && family.has(baseId)) family.add(id)
    }
  }
  return all.filter(({ id }) => family.has(id))
}
