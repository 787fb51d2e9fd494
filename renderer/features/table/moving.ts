/** Where keys lead in the table. Pure, so that it is tested without a browser. */

export interface Place {
  /** -1 is the row of headings. */
  readonly row: number
  readonly column: number
}

export interface Extent {
  readonly rows: number
  readonly columns: number
  /** How many rows are in sight. */
  readonly page: number
}

export interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  /** Control, or Command on a Mac. */
  readonly mod: boolean
}

/**
 * The cell a key leads to.
 * @returns null when the key moves nothing; for Tab also where it leaves the table
 */
export function movedBy(
  { key, shiftKey, mod }: Pressed,
  { row, column }: Place,
  extent: Extent,
): Place | null {
  const bottom = extent.rows - 1
  const right = extent.columns - 1
  const at = (nextRow: number, nextColumn: number): Place => ({
    row: Math.max(-1, Math.min(bottom, nextRow)),
    column: Math.max(0, Math.min(right, nextColumn)),
  })
  switch (key) {
    case 'ArrowUp':
      return mod ? at(Math.min(row, 0), column) : at(row - 1, column)
    case 'ArrowDown':
      return mod ? at(bottom, column) : at(row + 1, column)
    case 'ArrowLeft':
      return mod ? at(row, 0) : at(row, column - 1)
    case 'ArrowRight':
      return mod ? at(row, right) : at(row, column + 1)
    case 'Home':
      return mod ? at(Math.min(bottom, 0), 0) : at(row, 0)
    case 'End':
      return mod ? at(bottom, right) : at(row, right)
    case 'PageUp':
      return at(Math.max(Math.min(row, 0), row - extent.page), column)
    case 'PageDown':
      return at(row + extent.page, column)
    case 'Tab':
      return tabbed(shiftKey ? -1 : 1, { row, column }, extent)
    default:
      return null
  }
}

/** Reading order, over the ends of rows; null beyond the first and the last cell. */
function tabbed(step: number, { row, column }: Place, { rows, columns }: Extent): Place | null {
  const at = (row + 1) * columns + column + step
  if (at < 0 || at >= (rows + 1) * columns) return null
  return { row: Math.floor(at / columns) - 1, column: at % columns }
}

/** Whether a key writes a sign, and so begins to write in a cell. */
export const writes = ({ key, mod }: Pick<Pressed, 'key' | 'mod'>): boolean =>
  !mod && [...key].length === 1 && key !== ' '

/** The rows from one to another, both included, in either direction. */
export function between(rows: readonly { readonly id: string }[], from: number, to: number): string[] {
  const [first, last] = from < to ? [from, to] : [to, from]
  return rows.slice(Math.max(0, first), last + 1).map(({ id }) => id)
}
