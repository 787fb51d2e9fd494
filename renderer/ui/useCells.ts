/** A grid of cells with one tab stop: arrow keys lead from cell to cell. */
import { useState, type KeyboardEvent } from 'react'

export interface Cell {
  readonly row: number
  readonly column: number
}

interface Cells {
  /** What a cell needs to be one: spread it over the element that takes the focus. */
  readonly cell: (
    row: number,
    column: number,
  ) => {
    readonly tabIndex: 0 | -1
    readonly 'data-cell': string
    readonly onFocus: () => void
  }
  /** The keys that move, for the element round the cells; true when the key was one of them. */
  readonly moved: (event: KeyboardEvent) => boolean
}

/**
 * Cells that are not there (a corner, a row that has fewer) are passed over.
 * @param rows how many there are, headings included
 * @param start where the tab stop is at first
 */
export function useCells(rows: number, columns: number, start: Cell = { row: 0, column: 0 }): Cells {
  const [chosen, setChosen] = useState(start)
  // cells that went leave the stop on the last one
  const at = { row: Math.min(chosen.row, rows - 1), column: Math.min(chosen.column, columns - 1) }

  const moved = (event: KeyboardEvent): boolean => {
    if (event.altKey) return false
    const grid = event.currentTarget
    const far = event.ctrlKey || event.metaKey
    const step = steps[event.key]
    if (!step) return false
    const ends = event.key === 'Home' || event.key === 'End'
    if (far && !ends) return false
    let { row, column } = ends
      ? { row: far ? (step.column < 0 ? 0 : rows - 1) : at.row, column: step.column < 0 ? 0 : columns - 1 }
      : { row: at.row + step.row, column: at.column + step.column }
    // from an end that is not there back towards the middle, else onwards
    const way = ends ? -1 : 1
    while (row >= 0 && row < rows && column >= 0 && column < columns) {
      const next = grid.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)
      if (next) {
        next.focus()
        next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
        break
      }
      row += way * step.row
      column += way * step.column
    }
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return {
    moved,
    cell: (row, column) => ({
      tabIndex: row === at.row && column === at.column ? 0 : -1,
      'data-cell': `${row} ${column}`,
      onFocus: () => {
        if (row !== at.row || column !== at.column) setChosen({ row, column })
      },
    }),
  }
}

const steps: Readonly<Record<string, Cell>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  Home: { row: 0, column: -1 },
  End: { row: 0, column: 1 },
}
