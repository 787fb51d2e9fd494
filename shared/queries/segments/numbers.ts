/** The numbers of a segment or programme by name, as this screen reads and writes them. */
import type { DocumentView } from '../../document'
import type { Quantity } from '../../model'
import type { CanvasModel } from '../canvas/model'
import { norm } from '../norm'
import { isPeriod } from '../value/periods'
import type { Period } from '../value/types'

/** Years a customer stays, for the simple lifetime value. */
export const YEARS = 'years'
/** How a programme is earned: purchases until the first reward, or points for it and points a purchase brings. */
export const PURCHASES_NEEDED = 'purchasesNeeded'
export const POINTS_NEEDED = 'pointsNeeded'
export const POINTS_PER_PURCHASE = 'pointsPerPurchase'

/**
 * The quantity of a name that counts for a segment: the one of this canvas (its note's placement, its note), else its
 * own. Undefined where none is entered.
 */
export function segmentQuantity(
  document: DocumentView,
  model: CanvasModel | undefined,
  segmentId: string,
  name: string,
): Quantity | undefined {
  const placed = model?.noteOf(segmentId)
  const owners = [placed?.placement.id, placed?.id, segmentId]
  for (const owner of owners) {
    const found = owner && quantityOf(document, owner, name)
    if (found) return found
  }
  return undefined
}

/** The quantity of a name that an owner has itself. */
export const quantityOf = (document: DocumentView, ownerId: string, name: string): Quantity | undefined =>
  document.pointing('quantity', 'ownerId', ownerId).find(one => norm(one.name) === norm(name))

/** The likely value, else the middle of the range; null where nothing is entered, or a formula stands for it. */
export function numberOf(quantity: Quantity | undefined): number | null {
  if (!quantity || quantity.formula) return null
  const { low, likely, high } = quantity
  return likely ?? (low !== null && high !== null ? (low + high) / 2 : (low ?? high))
}

/** The period a number is per; null where it is per purchase, per customer or nothing of the kind. */
export const periodOf = (quantity: Quantity | undefined): Period | null =>
  quantity && isPeriod(quantity.per) ? quantity.per : null
