import { ArrowRight, Minus, Pencil, Plus, Trash2, type LucideIcon } from 'lucide-react'
import { useMemo } from 'react'
import { makeCurrent, removeCanvas, updateCanvas } from '../../../shared/commands'
import { blocksOf, canvasDifference, canvasValues, type Difference } from '../../../shared/queries'
import type { Block } from '../../../shared/model/note'
import { goTo, look } from '../../app/store'
import { useView } from '../../app/useView'
import { useCanvas } from '../../document/canvas'
import { blockName } from '../../document/canvasWords'
import { useDocument, useRecord, useSession } from '../../document/hooks'
import { LowLikelyHigh, useMoney } from '../../document/money'
import { SegmentCode } from '../../document/SegmentMark'
import { Button, IconButton } from '../../ui/Button'
import { useText } from '../../ui/text'
import { TitleField } from '../../ui/TextField'
import styles from './Options.module.css'

/** Options as columns, blocks as rows; what a column has otherwise than the first is marked and named. */
export function Columns({ ids }: { ids: readonly string[] }) {
  const t = useText()
  const [base = ''] = ids
  const kind = useCanvas(base)?.canvas.kind ?? 'bmc'
  const blocks: readonly Block[] = [...blocksOf(kind), 'parked']
  return (
    <div className={styles.scroll} tabIndex={-1}>
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
    </div>
  )
}

function Head({ id, base }: { id: string; base: string }) {
  const t = useText()
  const session = useSession()
  const { canvasId } = useView()
  const canvas = useRecord('canvas', id)
  const profit = useDocument(document => canvasValues(document, id)?.columns.at(-1)?.profit ?? null)
  const { currency } = useMoney()
  if (!canvas) return null
  const title = canvas.title || t($ => $.canvas.untitled)
  const editable = session.readOnly === null
  const remove = () => {
    session.dispatch(removeCanvas, { id })
    if (id === canvasId) look({ canvasId: session.doc.all('canvas')[0]?.id ?? null, selection: [] })
  }
  return (
    <div className={styles.option} data-shown={id === canvasId}>
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
      <p className={styles.profit}>
        {t($ => $.options.profit)}{' '}
        {profit ? <LowLikelyHigh {...profit} unit={currency} /> : <em>{t($ => $.options.noProfit)}</em>}
      </p>
      <p className={styles.acts}>
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
    </div>
  )
}

type Mark = 'added' | 'moved' | 'changed' | 'removed'
const icons: Readonly<Record<Mark, LucideIcon>> = {
  added: Plus,
  moved: ArrowRight,
  changed: Pencil,
  removed: Minus,
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

function Marked({ mark }: { mark: Mark }) {
  const t = useText()
  const Icon = icons[mark]
  return (
    <i className={styles.mark} data-mark={mark}>
      <Icon size={11} strokeWidth={2} aria-hidden />
      {t($ => $.options.mark[mark])}
    </i>
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
