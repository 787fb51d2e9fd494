/** Which numbers are shown for an owner, and what formulas can name. */
import type { DocumentView } from '../../../shared/document'
import type { T } from '../../../shared/i18n'
import type { Quantity } from '../../../shared/model'
import {
  norm,
  noteTitle,
  type CanvasModel,
  type FormulaName,
  type FormulaScope,
} from '../../../shared/queries'
import { decimalMark, knownName, offeredNames, quantityWord } from './words'

export interface ShownQuantity {
  readonly quantity: Quantity
  /** What it stands in for: the number of the same name of a weaker owner. */
  readonly instead: Quantity | undefined
}

/** What counts for the first of these owners that has it, name by name; well-known names come first. */
export function shownQuantities(document: DocumentView, layers: readonly string[]): ShownQuantity[] {
  const byName = new Map<string, Quantity[]>()
  for (const layer of layers) {
    for (const quantity of document.pointing('quantity', 'ownerId', layer)) {
      const name = norm(quantity.name)
      byName.set(name, [...(byName.get(name) ?? []), quantity])
    }
  }
  // a number without a name yet stands for itself
  const nameless = byName.get('') ?? []
  byName.delete('')
  const rank = ({ name }: Quantity) => {
    const at = offeredNames.findIndex(one => one === knownName(name))
    return at < 0 ? offeredNames.length : at
  }
  const named = [...byName.values()].map(([quantity, instead]): ShownQuantity => ({
    quantity: quantity!,
    instead,
  }))
  return [
    ...named.toSorted(
      (a, b) => rank(a.quantity) - rank(b.quantity) || a.quantity.name.localeCompare(b.quantity.name),
    ),
    ...nameless.map(quantity => ({ quantity, instead: undefined })),
  ]
}

interface Group {
  readonly layers: readonly string[]
  readonly owner: string
}

/**
 * What a formula of an owner can name: the numbers of the canvas, else (without one) those of the whole document. Of
 * numbers that stand in for one another the one that counts everywhere is named, so that options keep working.
 * @param layers the owners whose numbers are the formula's own
 */
export function formulaScope(
  document: DocumentView,
  model: CanvasModel | undefined,
  layers: readonly string[],
  t: T,
  language: string,
): FormulaScope {
  const names = groupsOf(document, model).flatMap(({ layers: owners, owner }) => {
    const own = owners.some(id => layers.includes(id))
    return shownQuantities(document, owners).flatMap(({ quantity, instead }): FormulaName[] => {
      const { id, name } = instead ?? quantity
      return name ? [{ id, name: quantityWord(t, name), owner, own }] : []
    })
  })
  return { names, decimal: decimalMark(language) }
}

function groupsOf(document: DocumentView, model: CanvasModel | undefined): Group[] {
  const segments = (model?.segments ?? document.all('segment')).filter(({ id }) => !model?.noteOf(id))
  const rest = [...segments, ...document.all('loyalty')].map(({ id, title }) => ({
    layers: [id],
    owner: title,
  }))
  if (!model) {
    const notes = document.all('note').map(note => ({ layers: [note.id], owner: noteTitle(document, note) }))
    return [...notes, ...rest]
  }
  const notes = [...model.notes, ...model.parked, ...model.elsewhere].map(
    ({ id, placement, note, block, title }) => ({
      layers: [placement.id, id, ...(block === 'customerSegments' && note.segmentId ? [note.segmentId] : [])],
      owner: title,
    }),
  )
  return [...notes, ...rest]
}
