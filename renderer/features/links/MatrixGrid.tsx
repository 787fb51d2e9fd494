import { Check, CircleDashed } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { channelPhases } from '../../../shared/model/channel'
import {
  matrices,
  matrixKindsOf,
  matrixOf,
  phasesOfReach,
  reachOf,
  switched,
  type CanvasModel,
  type LinkEndpoint,
  type Matrix,
} from '../../../shared/queries'
import { look } from '../../app/store'
import { useView } from '../../app/useView'
import { blockName } from '../../document/canvasWords'
import { useSession } from '../../document/hooks'
import { useLinking } from '../../document/linking'
import { SegmentCode } from '../../document/SegmentMark'
import { Segmented } from '../../ui/Segmented'
import { useText } from '../../ui/text'
import { useCells } from '../../ui/useCells'
import frame from '../../ui/View.module.css'
import { GapWords } from './GapWords'
import styles from './Links.module.css'
import { setLinks, useLinks } from './linksState'
import grid from './Matrix.module.css'
import { Nothing } from './Nothing'
import { PhaseDots } from './PhaseDots'

/** What stands in one block against what stands in another: every cell ties and unties the two. */
export function MatrixGrid({ model }: { model: CanvasModel }) {
  const t = useText()
  const { handle } = useSession()
  const { grid: chosen } = useLinks(handle)
  const kinds = matrixKindsOf(model)
  const kind = kinds.includes(chosen) ? chosen : 'offers'
  const matrix = matrixOf(model, kind)
  const holes = matrix.holes.size
  return (
    <>
      <div className={frame.bar}>
        <Segmented
          label={t($ => $.links.grids)}
          look="chips"
          value={kind}
          options={kinds.map(value => ({ value, label: t($ => $.links.grid[value]) }))}
          onChange={next => setLinks(handle, { grid: next })}
        />
        <p className={styles.sentence}>{t($ => $.links.gridText[kind])}</p>
        <span role="status" className={frame.count} data-bad={holes > 0}>
          {holes > 0 ? t($ => $.links.holes, { count: holes }) : t($ => $.links.noHoles)}
        </span>
      </div>
      {matrix.rows.length > 0 && matrix.columns.length > 0 ? (
        <Grid key={kind} model={model} matrix={matrix} />
      ) : (
        <Nothing
          title={t($ => $.links.emptyGrid)}
          text={t($ => $.links.emptyGridText, {
            blocks: emptyBlocks(matrix)
              .map(one => blockName(t, one))
              .join(', '),
          })}
        />
      )}
    </>
  )
}

const emptyBlocks = ({ kind, rows, columns }: Matrix) => [
  ...(rows.length === 0 ? matrices[kind].rows : []),
  ...(columns.length === 0 ? matrices[kind].columns : []),
]

function Grid({ model, matrix }: { model: CanvasModel; matrix: Matrix }) {
  const t = useText()
  const session = useSession()
  const { kind, rows, columns, link, ends, holes } = matrix
  const { selection } = useView('selection')
  const linking = useLinking(model.canvas.id)
  const cells = useCells(rows.length + 1, columns.length + 1, { row: 1, column: 1 })
  const phased = kind === 'reaches'

  const toggle = (row: LinkEndpoint, column: LinkEndpoint) =>
    linking.toggle({ kind, ...ends(row.id, column.id) }, link(row.id, column.id))
  const onCellKey = (event: KeyboardEvent, row: LinkEndpoint, column: LinkEndpoint) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const known = link(row.id, column.id)
    const phase = phased ? channelPhases[Number(event.key) - 1] : undefined
    if (event.key === ' ' || event.key === 'Enter') toggle(row, column)
    else if ((event.key === 'Delete' || event.key === 'Backspace') && known) linking.untie(known)
    else if (phase) {
      const before = known ? phasesOfReach(session.doc, model, known) : []
      linking.setPhases({ kind, ...ends(row.id, column.id) }, known, switched(before, phase))
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={frame.scroll}>
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a grid that is a real table
        role="grid"
        className={grid.table}
        data-part="links"
        aria-label={t($ => $.links.gridText[kind])}
        aria-describedby="matrix-keys"
        onKeyDown={cells.moved}
      >
        <thead>
          <tr>
            <th scope="col" className={grid.corner}>
              <span className="visually-hidden">{t($ => $.terms.bmc.note)}</span>
            </th>
            {columns.map((column, at) => (
              <th key={column.id} scope="col" className={grid.column}>
                <Heading
                  end={column}
                  hole={holes.has(column.id) ? t($ => $.links.columnHole[kind]) : null}
                  selected={selection.includes(column.noteId)}
                  cell={cells.cell(0, at + 1)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.id}>
              <th scope="row" className={grid.row}>
                <Heading
                  end={row}
                  hole={holes.has(row.id) ? t($ => $.links.rowHole[kind]) : null}
                  selected={selection.includes(row.noteId)}
                  cell={cells.cell(at + 1, 0)}
                />
              </th>
              {columns.map((column, n) => {
                const known = link(row.id, column.id)
                return (
                  // the table takes the arrow keys, the cell those that change it
                  <td
                    key={column.id}
                    {...cells.cell(at + 1, n + 1)}
                    className={grid.cell}
                    aria-selected={known !== undefined}
                    onClick={() => toggle(row, column)}
                    onKeyDown={event => onCellKey(event, row, column)}
                  >
                    <span className="visually-hidden">
                      {known ? t($ => $.links.tied) : t($ => $.links.notTied)}
                    </span>
                    {known && (
                      <span className={grid.mark}>
                        <Check size={14} strokeWidth={2.25} aria-hidden />
                        {phased && <PhaseDots phases={phasesOfReach(session.doc, model, known)} />}
                      </span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {matrix.columns.some(({ segment }) => segment) && <GapWords segments={reachOf(session.doc, model)} />}
      <p id="matrix-keys" className={styles.keys}>
        {t($ => $.links.matrixKeys)} {phased && t($ => $.links.phaseKeys)}
      </p>
    </div>
  )
}

interface HeadingProps {
  readonly end: LinkEndpoint
  readonly hole: string | null
  readonly selected: boolean
  readonly cell: ReturnType<ReturnType<typeof useCells>['cell']>
}

/** A note or segment at the edge of the grid; choosing it shows it in the inspector. */
function Heading({ end, hole, selected, cell }: HeadingProps) {
  const t = useText()
  return (
    <button
      type="button"
      {...cell}
      className={grid.heading}
      data-selected={selected}
      onClick={() => look({ selection: [end.noteId] })}
    >
      {end.segment && <SegmentCode id={end.segment.id} />}
      <span className={grid.title}>{end.title || t($ => $.links.unnamed)}</span>
      {hole && (
        <span className={grid.hole}>
          <CircleDashed size={12} strokeWidth={2} aria-hidden />
          {hole}
        </span>
      )}
    </button>
  )
}
