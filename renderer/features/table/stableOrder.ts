import type { InventoryRow } from '../../../shared/queries'

/**
 * Keeps rows in their places while cells are written, as a spreadsheet does: a row does not jump away under the
 * cursor because its new value sorts elsewhere or no longer passes the filter. Places are found anew when the order
 * or filter changes, or a row comes or goes.
 */
export function stableOrder() {
  let known: { readonly key: string; readonly count: number; readonly ids: readonly string[] } | undefined
  /**
   * @param rows all there are, by id in today's state
   * @param key changes when order or filter change
   * @param arrange filters and sorts
   */
  return (
    rows: readonly InventoryRow[],
    key: string,
    arrange: (rows: readonly InventoryRow[]) => readonly InventoryRow[],
  ): readonly InventoryRow[] => {
    const byId = new Map(rows.map(row => [row.id, row]))
    const kept = known?.key === key && known.count === rows.length && known.ids.every(id => byId.has(id))
    if (!kept) known = { key, count: rows.length, ids: arrange(rows).map(({ id }) => id) }
    return known?.ids.flatMap(id => byId.get(id) ?? []) ?? []
  }
}
