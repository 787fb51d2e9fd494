import type { InventorySort } from '../../../shared/queries'

/** A heading sorts upwards, then downwards, then no more. */
export function nextSort(sort: InventorySort | null, column: InventorySort['column']): InventorySort | null {
  if (sort?.column !== column) return { column, descending: false }
  return sort.descending ? null : { column, descending: true }
}
