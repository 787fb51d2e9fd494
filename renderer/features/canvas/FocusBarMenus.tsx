import { ChevronDown, Ellipsis, GitBranch, LayoutTemplate } from 'lucide-react'
import { forkCanvas, updateCanvas } from '../../../shared/commands'
import { goTo, look } from '../../app/store'
import { useView } from '../../app/useView'
import { useMenuEntries } from '../../app/menuEntries'
import { colourings } from '../../app/view'
import { useFromCanvas } from '../../document/canvas'
import { useSession } from '../../document/hooks'
import { IconButton } from '../../ui/Button'
import { Menu, type MenuGroups } from '../../ui/Menu'
import { useText } from '../../ui/text'
import styles from './FocusBar.module.css'

/** How the canvas is shown: what colours say, which links are drawn, which layout; and what is done with all of it. */
export function FocusBarMenus({ canvasId }: { canvasId: string }) {
  const t = useText()
  const session = useSession()
  const { colourBy, showLinks, questions, results } = useView('colourBy', 'showLinks', 'questions', 'results')
  const shown = useFromCanvas(
    canvasId,
    model => model && { canvas: model.canvas, trashed: model.trashed.length },
  )
  const entries = useMenuEntries()
  if (!shown) return null
  const { kind, arrangement, title } = shown.canvas
  const disabled = session.readOnly !== null
  const fork = () => {
    const name = t($ => $.canvasScreen.optionOf, { title: title || t($ => $.canvas.untitled) })
    const made = session.dispatch(forkCanvas, { canvasId, title: name })
    if (made) goTo('canvas', { canvasId: made.id, selection: [] })
  }
  return (
    <div className={styles.menus}>
      <Drop
        label={t($ => $.canvasScreen.colour)}
        value={t($ => $.canvasScreen.colourBy[colourBy])}
        groups={[
          colourings.map(one => ({
            id: one,
            label: t($ => $.canvasScreen.colourBy[one]),
            checked: one === colourBy,
            run: () => look({ colourBy: one }),
          })),
        ]}
      />
      <Drop
        label={t($ => $.canvasScreen.links)}
        value={t($ => $.canvasScreen.linksShown[showLinks])}
        groups={[
          (['selection', 'all', 'none'] as const).map(one => ({
            id: one,
            label: t($ => $.canvasScreen.linksShown[one]),
            checked: one === showLinks,
            run: () => look({ showLinks: one }),
          })),
        ]}
      />
      <Menu
        align="end"
        trigger={<IconButton icon={LayoutTemplate} label={t($ => $.canvasScreen.layout)} />}
        groups={[
          (['bmc', 'lean'] as const).map(one => ({
            id: one,
            label: t($ => $.canvasScreen.layoutNames[one]),
            checked: one === kind,
            disabled,
            run: () => session.dispatch(updateCanvas, { id: canvasId, kind: one }),
          })),
          (['list', 'free'] as const).map(one => ({
            id: one,
            label: t($ => $.canvasScreen.arrangement[one]),
            checked: one === arrangement,
            disabled,
            run: () => session.dispatch(updateCanvas, { id: canvasId, arrangement: one }),
          })),
          entries(['canvas.questions', 'canvas.results']).map(entry => ({
            ...entry,
            checked: entry.id === 'canvas.questions' ? questions : results,
          })),
        ]}
      />
      <Menu
        align="end"
        trigger={<IconButton icon={Ellipsis} label={t($ => $.canvasScreen.more)} />}
        groups={[
          entries(['canvas.pasteList', 'canvas.trash']).map(entry =>
            entry.id === 'canvas.trash' && shown.trashed > 0
              ? { ...entry, label: t($ => $.canvasScreen.trashCount, { count: shown.trashed }) }
              : entry,
          ),
          entries(['canvas.print', 'file.export']),
          [
            ...entries(['canvas.rename']),
            { id: 'fork', label: t($ => $.canvasScreen.fork), icon: GitBranch, disabled, run: fork },
          ],
        ]}
      />
    </div>
  )
}

function Drop({ label, value, groups }: { label: string; value: string; groups: MenuGroups }) {
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className={styles.drop}>
          <span>{label}</span> <b>{value}</b>
          <ChevronDown size={13} strokeWidth={1.75} aria-hidden />
        </button>
      }
      groups={groups}
    />
  )
}
