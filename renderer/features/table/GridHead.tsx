import { ArrowDown, ArrowUp } from 'lucide-react'
import type { InventorySort } from '../../../shared/queries'
import { useText } from '../../ui/text'
import { cellIdOf, columnName, columns, fullWidth } from './columns'
import styles from './Table.module.css'

interface Props {
  readonly sort: InventorySort | null
  /** The column of the cursor while it is among the headings. */
  readonly cursor: number | null
  readonly gridId: string
}

/** The headings; each sorts by its column. They stay while the rows move. */
export function GridHead({ sort, cursor, gridId }: Props) {
  const t = useText()
  return (
    <div role="rowgroup" className={styles.head} style={{ width: fullWidth }}>
      <div role="row" aria-rowindex={1} className={styles.headRow}>
        {columns.map(({ id, width, number }, at) => {
          const sorted = sort?.column === id ? (sort.descending ? 'descending' : 'ascending') : 'none'
          const Arrow = sorted === 'descending' ? ArrowDown : ArrowUp
          const name = columnName(t, id)
          return (
            <div
              key={id}
              id={cellIdOf(gridId, 'head', at)}
              role="columnheader"
              aria-colindex={at + 1}
              aria-sort={sorted}
              className={styles.heading}
              style={{ width }}
              data-number={number}
              data-cursor={cursor === at}
              data-sorted={sorted !== 'none'}
              title={name}
              data-place={`-1 ${at}`}
            >
              <span>{name}</span>
              <Arrow size={12} strokeWidth={2} aria-hidden />
            </div>
          )
        })}
      </div>
    </div>
  )
}
