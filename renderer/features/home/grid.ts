/** Arrow keys in a grid of cards: one tab stop, moves by rows and columns as they lie on the page. */
import { useState, type FocusEvent, type KeyboardEvent } from 'react'

const cellsIn = (element: ParentNode, kind: string) => [
  ...element.querySelectorAll<HTMLElement>(kind ? `[data-cell='${kind}']` : '[data-cell]'),
]

/** Focuses a card (or the last one, when there are fewer); returns it. */
export function focusCell(element: ParentNode | null, at: number, kind = ''): HTMLElement | undefined {
  const cells = element ? cellsIn(element, kind) : []
  const cell = cells[Math.min(at, cells.length - 1)]
  cell?.focus()
  cell?.scrollIntoView({ block: 'nearest' })
  return cell
}

/**
 * Which cell is the tab stop, and what the grid's element listens to.
 * Every cell's button carries `data-cell` and gets `tabIndex` from `tabOf`.
 */
export function useGrid() {
  const [active, setActive] = useState(0)
  return {
    tabOf: (at: number, size: number) => (at === Math.min(active, size - 1) ? 0 : -1),
    listeners: {
      onFocus: (event: FocusEvent<HTMLElement>) => {
        const at = cellsIn(event.currentTarget, '').indexOf(event.target)
        if (at >= 0) setActive(at)
      },
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        const cells = cellsIn(event.currentTarget, '')
        const at = cells.indexOf(event.target as HTMLElement)
        const to =
          at < 0 || event.altKey || event.ctrlKey || event.metaKey ? undefined : target(cells, at, event.key)
        if (to === undefined) return
        event.preventDefault()
        event.stopPropagation()
        cells[Math.max(0, Math.min(to, cells.length - 1))]?.focus()
      },
    },
  }
}

/** Where a key leads from a cell; may lie outside. Undefined for other keys. */
function target(cells: readonly HTMLElement[], at: number, key: string): number | undefined {
  const top = cells[0]?.getBoundingClientRect().top
  const inFirstRow = cells.filter(cell => cell.getBoundingClientRect().top === top).length
  switch (key) {
    case 'ArrowRight':
      return at + 1
    case 'ArrowLeft':
      return at - 1
    case 'ArrowDown':
      return at + inFirstRow
    case 'ArrowUp':
      return at < inFirstRow ? at : at - inFirstRow
    case 'Home':
      return 0
    case 'End':
      return cells.length - 1
    default:
      return undefined
  }
}
