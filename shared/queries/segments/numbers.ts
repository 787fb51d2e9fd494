/** The numbers of segments and programmes by name, as this screen reads them. */
import type { DocumentView } from '../../document'
import type { Quantity } from '../../model'
import { norm } from '../norm'
import { isPeriod } from '../value/periods'
import { quantitiesOf } from '../value/quantities'
import type { Period } from '../value/types'

/** Years a customer stays, for the simple lifetime value. */
export const YEARS = 'years'
/** How a programme is earned: purchases until the first reward, or points for it and points a purchase brings. */
export const PURCHASES_NEEDED = 'purchasesNeeded'
export const POINTS_NEEDED = 'pointsNeeded'
export const POINTS_PER_PURCHASE = 'pointsPerPurchase'

export type EnteredNumber = Pick<Quantity, 'id' | 'low' | 'likely' | 'high' | 'unit' | 'per' | 'formula'>

/** The number of a name that counts for a segment or programme; undefined where none is entered. */
export type NumberReader = (ownerId: string, name: string) => EnteredNumber | undefined

/**
 * Reads numbers as they count on a canvas (its own before those of the note, before those of the segment; formulas
 * worked out). What has no place on a canvas, or where there is none, has its own numbers alone, and no formulas.
 */
export function numberReader(document: DocumentView, canvasId: string | null | undefined): NumberReader {
  const canvas = document.find('canvas', canvasId)
  const onCanvas = canvas && quantitiesOf(document, canvas.id)
  return (ownerId, name) => onCanvas?.value(ownerId, name) ?? ownNumber(document, ownerId, name)
}

function ownNumber(document: DocumentView, ownerId: string, name: string): EnteredNumber | undefined {
  const own = document.pointing('quantity', 'ownerId', ownerId).find(one => norm(one.name) === norm(name))
  return own?.formula ? { ...own, low: null, likely: null, high: null } : own
}

/** The likely value, else the middle of the range; null where nothing is known. */
export function numberOf(quantity: EnteredNumber | undefined): number | null {
  if (!quantity) return null
  const { low, likely, high } = quantity
  return likely ?? (low !== null && high !== null ? (low + high) / 2 : (low ?? high))
}

/** The period a number is per; null where it is per purchase, per customer or nothing of the kind. */
export const periodOf = (quantity: EnteredNumber | undefined): Period | null =>
  quantity && isPeriod(quantity.per) ? quantity.per : null
