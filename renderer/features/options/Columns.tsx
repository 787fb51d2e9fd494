import { Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { makeCurrent, removeCanvas, updateCanvas } from '../../../shared/commands'
import { blocksOf, canvasDifference, type Difference } from '../../../shared/queries'
import type { Block } from '../../../shared/model/note'
import { goTo, look } from '../../app/store'
import { useView } from '../../app/useView'
import { useCanvas } from '../../document/canvas'
import { blockName } from '../../document/canvasWords'
import { useDocument, useRecord, useSession } from '../../document/hooks'
import { Likely } from '../../document/Likely'
import { useResults } from '../../document/results'
import { SegmentCode } from '../../document/SegmentMark'
import { Button, IconButton } from '../../ui/Button'
import { useText } from '../../ui/text'
import { TitleField } from '../../ui/TextField'
import { Marked, type Mark } from './Marked'
import styles from './Options.module.css'

/** Options as columns, blocks as rows; what a column has otherwise than the first is marked and named. */
export function Columns({ ids }: { ids: readonly string[] }) {
  const t = useText()
  const [base = ''] = ids
  const kind = useCanvas(base)?.canvas.kind ?? 'bmc'
  const blocks: readonly Block[] = [...blocksOf(kind), 'parked']
  return (
    <table className={styles.columns}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t($ => $.options.block)}</span>
          </th>
          {ids.map(id => (
            <th key={id} scope="col">
              <Head id={id} base={base} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t($ => $.options.profit)}</th>
          {ids.map(id => (
            <td key={id}>
              <Profit canvasId={id} />
            </td>
          ))}
        </tr>
        {blocks.map(block => (
          <tr key={block}>
            <th scope="row">{blockName(t, block)}</th>
            {ids.map(id => (
              <td key={id}>
                <Cell canvasId={id} base={base} block={block} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ id, base }: { id: string; base: string }) {
  const t = useText()
  const session = useSession()
  const { canvasId } = useView('canvasId')
  const canvas = useRecord('canvas', id)
  if (!canvas) return null
  const title = canvas.title || t($ => $.canvas.untitled)
  const editable = session.readOnly === null
  const remove = () => {
    session.dispatch(removeCanvas, { id })
    if (id === canvasId) look({ canvasId: session.doc.all('canvas')[0]?.id ?? null, selection: [] })
  }
  return (
    <>
      <div className={styles.name}>
        <TitleField
          look="plain"
          label={t($ => $.options.name)}
          placeholder={t($ => $.canvas.untitled)}
          value={canvas.title}
          onChange={(value, typing) => session.dispatch(updateCanvas, { id, title: value }, typing)}
        />
        {editable && (
          <IconButton icon={Trash2} label={t($ => $.options.remove, { title })} onClick={remove} />
        )}
      </div>
      <p className={styles.state}>
        <span data-state={canvas.state}>{t($ => $.options.state[canvas.state])}</span>
        {id === base && <span>{t($ => $.options.base)}</span>}
      </p>
      <p className={styles.state}>
        <Button
          tone="link"
          onClick={() => goTo('canvas', { canvasId: id, selection: [], canvasViewport: null })}
        >
          {t($ => $.options.open)}
        </Button>
        {editable && canvas.state !== 'current' && (
          <Button tone="link" onClick={() => session.dispatch(makeCurrent, { id })}>
            {t($ => $.options.makeCurrent)}
          </Button>
        )}
      </p>
    </>
  )
}

/** What is left of all revenue, as on the canvas and among its numbers. */
function Profit({ canvasId }: { canvasId: string }) {
  const t = useText()
  const { values, simulated } = useResults(canvasId)
  const range = values.columns.at(-1)?.profit
  const spread = simulated.at(-1)?.profit
  if (!range) return <span className={styles.quiet}>{t($ => $.options.noProfit)}</span>
  return (
    <Likely
      likely={range.likely}
      low={spread?.p10 ?? range.low}
      high={spread?.p90 ?? range.high}
      unit={values.currency}
    />
  )
}

function Cell({ canvasId, base, block }: { canvasId: string; base: string; block: Block }) {
  const t = useText()
  const model = useCanvas(canvasId)
  const before = useCanvas(base)
  const differences = useDocument(
    useMemo(
      () => document => (canvasId === base ? [] : canvasDifference(document, base, canvasId)),
      [canvasId, base],
    ),
  )
  const marks = useMemo(() => marksOf(differences), [differences])
  if (!model) return null
  const gone = differences.flatMap(one =>
    one.thing === 'note' && one.kind === 'removed' && one.block === block ? [one.id] : [],
  )
  const show = (id: string, where: string) => goTo('canvas', { canvasId: where, selection: [id] })
  return (
    <ul className={styles.notes}>
      {model.inBlock(block).map(({ id, title }) => {
        const mark = marks.get(id)
        return (
          <li key={id} data-mark={mark}>
            <button type="button" onClick={() => show(id, canvasId)}>
              <span>{title || t($ => $.board.unnamed.any)}</span>
              {model.segmentsOf(id).map(segment => (
                <SegmentCode key={segment} id={segment} />
              ))}
              {mark && <Marked mark={mark} />}
            </button>
          </li>
        )
      })}
      {gone.map(id => (
        <li key={id} data-mark="removed">
          <button type="button" onClick={() => show(id, base)}>
            <del>{before?.note(id)?.title || t($ => $.board.unnamed.any)}</del>
            <Marked mark="removed" />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What happened to each note; a changed number counts as a change of its note, moving before changing. */
function marksOf(differences: readonly Difference[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>()
  for (const one of differences) {
    const id = one.thing === 'note' ? one.id : one.thing === 'quantity' ? one.noteId : undefined
    if (id === undefined) continue
    const mark = one.thing === 'note' ? one.kind : 'changed'
    if (!marks.has(id) || mark !== 'changed') marks.set(id, mark)
  }
  return marks
}
