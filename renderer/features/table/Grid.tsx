import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { flushSync } from 'react-dom'
import type { InventoryRow, InventorySort } from '../../../shared/queries'
import { look } from '../../app/store'
import { useText } from '../../ui/text'
import { cellIdOf, columns, fullWidth, starts } from './columns'
import { GridHead } from './GridHead'
import { GridRow } from './GridRow'
import { between, movedBy, writes, type Place } from './moving'
import { nextSort } from './nextSort'
import styles from './Table.module.css'
import type { Names } from './useNames'
import { useCellCommands } from './useCellCommands'
import { useEvent } from './useEvent'

const ROW = 28
const HEAD = 32
/** As many as a document remembers of its selection. */
const MOST_SELECTED = 5000

interface Props {
  readonly rows: readonly InventoryRow[]
  readonly names: Names
  readonly sort: InventorySort | null
  readonly onSort: (sort: InventorySort | null) => void
  readonly selection: readonly string[]
  readonly personaId: string | null
  readonly onRefused: (message: string) => void
  readonly onLeave: () => void
}

interface Writing {
  readonly id: string
  readonly column: number
  readonly anew: boolean
}

/**
 * The rows as a grid with one tab stop. The cursor is one cell; arrow keys, Tab, Enter and typing work as in a
 * spreadsheet. Only rows in sight are drawn.
 */
export function Grid(props: Props) {
  const { rows, names, sort, onSort, selection, personaId, onRefused, onLeave } = props
  const t = useText()
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useState<Place>(() => ({
    row: Math.max(
      0,
      rows.findIndex(({ id }) => selection.includes(id)),
    ),
    column: 0,
  }))
  const [anchor, setAnchor] = useState(cursor.row)
  const [writing, setWriting] = useState<Writing | null>(null)
  const cells = useCellCommands(personaId, onRefused)

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    getItemKey: at => rows[at]?.id ?? at,
  })
  // rows that went leave the cursor on the last one
  const place = { ...cursor, row: Math.min(cursor.row, rows.length - 1) }
  const extent = { rows: rows.length, columns: columns.length, page: 20 }
  const cellId = ({ row, column }: Place) =>
    cellIdOf(gridId, row < 0 ? 'head' : (rows[row]?.id ?? ''), column)

  useLayoutEffect(() => {
    if (place.row >= 0) virtual.scrollToIndex(place.row)
    showColumn(scroller.current, place.column)
    // eslint-disable-next-line react/exhaustive-deps -- only a moved cursor is followed, not every new order of rows
  }, [cursor])

  const go = (to: Place, extend = false) => {
    setCursor(to)
    const row = rows[to.row]
    if (!row) return
    if (!extend) setAnchor(to.row)
    look({ selection: extend ? between(rows, anchor, to.row).slice(0, MOST_SELECTED) : [row.id] })
  }
  const focusGrid = () => scroller.current?.focus({ preventScroll: true })
  const end = useEvent(() => {
    setWriting(null)
    // after the list that has just closed has given the cursor back; not when it went somewhere else on purpose
    requestAnimationFrame(() => {
      const active = window.document.activeElement
      if (!active || active === window.document.body || scroller.current?.contains(active)) focusGrid()
    })
  })
  const rate = useEvent(cells.rate)
  const begin = (at: Place, anew: boolean) => {
    const [row, column] = [rows[at.row], columns[at.column]]
    if (!row || !column || !cells.mayWrite(row, column)) return
    if (column.writing === 'toggle') cells.toggle(row)
    // at once, so that the key that began it is typed into the field
    else flushSync(() => setWriting({ id: row.id, column: at.column, anew }))
  }

  const onWritingKey = (event: KeyboardEvent) => {
    const kind = columns[writing?.column ?? 0]?.writing
    const typed = kind === 'text' || kind === 'minutes'
    if (event.nativeEvent.isComposing || event.defaultPrevented) return
    if (event.key === 'Tab' || (typed && event.key === 'Enter')) {
      event.preventDefault()
      setWriting(null)
      focusGrid()
      const way = event.shiftKey ? -1 : 1
      const next =
        event.key === 'Enter'
          ? { row: Math.max(0, Math.min(rows.length - 1, place.row + way)), column: place.column }
          : movedBy({ key: 'Tab', shiftKey: event.shiftKey, mod: false }, place, extent)
      if (next) go(next)
    } else if (typed && event.key === 'Escape') end()
    event.stopPropagation()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (writing) return onWritingKey(event)
    const mod = event.ctrlKey || event.metaKey
    const key = { key: event.key, shiftKey: event.shiftKey, mod }
    const [row, column] = [rows[place.row], columns[place.column]]
    const next = event.altKey ? null : movedBy(key, place, extent)
    if (next) go(next, event.shiftKey && event.key !== 'Tab' && next.row >= 0)
    else if (event.key === 'Escape') onLeave()
    else if (mod && event.key.toLowerCase() === 'a')
      look({ selection: rows.slice(0, MOST_SELECTED).map(({ id }) => id) })
    else if (place.row < 0 && column && (event.key === 'Enter' || event.key === ' '))
      onSort(nextSort(sort, column.id))
    else if (!row || !column) return
    else if (event.key === 'Enter' || event.key === 'F2') begin(place, false)
    else if (event.key === ' ' && column.writing === 'toggle') begin(place, false)
    else if (event.key === 'Delete' || event.key === 'Backspace') cells.clear(row, column)
    else if (cells.typed(row, column, key)) event.preventDefault()
    else if (writes(key) && (column.writing === 'text' || column.writing === 'minutes')) {
      begin(place, true)
      // the key itself goes into the field that has just opened
      event.stopPropagation()
      return
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as Element
    const cell = scroller.current?.contains(target) ? target.closest<HTMLElement>('[data-place]') : null
    const [row = 0, column = 0] = cell?.dataset['place']?.split(' ').map(Number) ?? []
    const id = rows[row]?.id
    if (!cell || target.closest('input, textarea, button')) return
    if (row < 0) onSort(nextSort(sort, columns[column]?.id ?? 'touchpoint'))
    else if (!id) return
    else if (event.ctrlKey || event.metaKey) {
      setCursor({ row, column })
      look({ selection: selection.includes(id) ? selection.filter(one => one !== id) : [...selection, id] })
    } else if (event.shiftKey) go({ row, column }, true)
    else if (place.row === row && place.column === column && selection.includes(id))
      begin({ row, column }, false)
    else go({ row, column })
  }

  const items = virtual.getVirtualItems()
  const cursorDrawn = place.row < 0 || items.some(({ index }) => index === place.row)
  const chosen = new Set(selection)
  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      data-part="table"
      tabIndex={0}
      aria-label={t($ => $.table.name)}
      aria-describedby={`${gridId}keys`}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-activedescendant={cursorDrawn ? cellId(place) : undefined}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <GridHead sort={sort} cursor={place.row < 0 ? place.column : null} gridId={gridId} />
      <div
        role="rowgroup"
        className={styles.body}
        style={{ width: fullWidth, height: virtual.getTotalSize() }}
      >
        {items.map(({ index, start }) => {
          const row = rows[index]
          return (
            row && (
              <GridRow
                key={row.id}
                row={row}
                at={index}
                top={start - HEAD}
                names={names}
                selected={chosen.has(row.id)}
                cursor={index === place.row ? place.column : null}
                writing={writing?.id === row.id ? writing : null}
                gridId={gridId}
                rate={rate}
                onEnd={end}
              />
            )
          )
        })}
      </div>
      <p id={`${gridId}keys`} className="visually-hidden">
        {t($ => $.table.keysHint)}
      </p>
    </div>
  )
}

/** Brings a column in sight beside the first one, which always is. */
function showColumn(element: HTMLElement | null, column: number): void {
  const spec = columns[column]
  if (!element || column === 0 || !spec) return
  const left = (starts[column] ?? 0) - (columns[0]?.width ?? 0)
  const right = (starts[column] ?? 0) + spec.width - element.clientWidth
  if (element.scrollLeft > left) element.scrollLeft = left
  else if (element.scrollLeft < right) element.scrollLeft = right
}
