import { memo } from 'react'
import type { InventoryRow } from '../../../shared/queries'
import type { RatingChange } from '../../document/rating'
import { useLanguage, useText } from '../../ui/text'
import { cellContent } from './cellContent'
import { CellEditor } from './CellEditor'
import { cellIdOf, columns } from './columns'
import styles from './Table.module.css'
import type { Names } from './useNames'

interface Props {
  readonly row: InventoryRow
  /** Its place among the rows, from 0. */
  readonly at: number
  /** px */
  readonly top: number
  readonly names: Names
  readonly selected: boolean
  /** The column of the cursor, if it is in this row. */
  readonly cursor: number | null
  readonly writing: { readonly column: number; readonly anew: boolean } | null
  readonly gridId: string
  readonly rate: (row: InventoryRow, change: RatingChange) => void
  readonly onEnd: () => void
}

/** One touchpoint. Drawn again only when something of it changes. */
export const GridRow = memo(function GridRow({
  row,
  at,
  top,
  names,
  selected,
  cursor,
  writing,
  gridId,
  rate,
  onEnd,
}: Props) {
  const words = { t: useText(), language: useLanguage() }
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      aria-selected={selected}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, place) => (
        <div
          key={column.id}
          id={cellIdOf(gridId, row.id, place)}
          role={place === 0 ? 'rowheader' : 'gridcell'}
          aria-colindex={place + 1}
          aria-readonly={column.writing === 'none'}
          className={styles.cell}
          style={{ width: column.width }}
          data-column={column.id}
          data-number={column.number}
          data-cursor={cursor === place}
          data-place={`${at} ${place}`}
        >
          {writing?.column === place ? (
            <div
              className={styles.editor}
              onBlur={event => {
                const typed = column.writing === 'text' || column.writing === 'minutes'
                if (typed && !event.currentTarget.contains(event.relatedTarget)) onEnd()
              }}
            >
              <CellEditor
                row={row}
                column={column}
                anew={writing.anew}
                rate={change => rate(row, change)}
                onEnd={onEnd}
              />
            </div>
          ) : (
            cellContent(row, column.id, names, words)
          )}
        </div>
      ))}
    </div>
  )
})
