import { ColumnName } from '../../document/ColumnName'
import { useDocument } from '../../document/hooks'
import type { Results } from '../../document/results'
import type { ValueColumn } from '../../../shared/queries'
import { useText } from '../../ui/text'
import { Reason, useFigures } from './figures'
import styles from './Numbers.module.css'

/** Every figure of every column, each with its range; a figure nobody has is left out. */
export function Outcome({ canvasId, results }: { canvasId: string; results: Results }) {
  const t = useText()
  const { columns, period } = results.values
  const [money, ...others] = useFigures(canvasId, results).flatMap(group => {
    const rows = group.filter(({ cells }) => cells.some(one => one !== null))
    return rows.length > 0 ? [rows] : []
  })
  const rows = [...(money ?? []), ...others.flat()]
  const starts = new Set([money, ...others].map(group => group?.[0]))
  const splits = useSplits(columns)
  return (
    <>
      <table className={styles.table} style={{ minWidth: 160 + columns.length * 118 }}>
        <caption className="visually-hidden">{t($ => $.numbers.outcome)}</caption>
        <thead>
          <tr>
            <th scope="col">
              {t($ => $.canvasScreen.result[period])}
              <small>{t($ => $.numbers.likelyAndRange)}</small>
            </th>
            {columns.map((column, at) => (
              <th key={at} scope="col">
                <span>
                  <ColumnName {...column} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={row.label} data-strong={row.strong} data-start={starts.has(row)}>
              <th scope="row">{row.label}</th>
              {columns.map((column, at) => {
                const silent = !column.revenue && !column.cost && line < (money?.length ?? 0)
                if (!silent) return <td key={at}>{row.cells[at]}</td>
                // one sentence in place of all its money
                return line === 0 ? (
                  <td key={at} rowSpan={money?.length}>
                    <Reason canvasId={canvasId} column={column} />
                  </td>
                ) : null
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {splits.length > 0 && <p className={styles.method}>{splits.join(' · ')}</p>}
    </>
  )
}

/** How money that several segments share was split: told, because another split gives other figures. */
function useSplits(columns: readonly ValueColumn[]): string[] {
  const t = useText()
  const splits = new Map(columns.flatMap(one => one.splits).map(split => [split.noteId, split.by]))
  const names = useDocument(document => [...splits.keys()].map(id => document.find('note', id)?.title ?? ''))
  return [...splits.values()].map((by, at) => t($ => $.numbers.split[by], { name: names[at] ?? '' }))
}
