import {
  Calculator,
  ChartPie,
  ChevronDown,
  FileText,
  GitBranch,
  House,
  Layers,
  LayoutDashboard,
  Link2,
  Map,
  PanelLeft,
  PanelRight,
  Play,
  Puzzle,
  Redo2,
  Search,
  Send,
  Table,
  Triangle,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import { useDocument, useSaving, useSession } from '../document/hooks'
import { Button, IconButton } from '../ui/Button'
import { shownKeys } from '../ui/keys'
import { Menu } from '../ui/Menu'
import { Segmented } from '../ui/Segmented'
import { useText } from '../ui/text'
import { actionOf, perform } from './actions'
import styles from './Frame.module.css'
import { useMenuEntries } from './menuEntries'
import { activate, goHome, goTo, useApp } from './store'
import { titleOf } from './titles'
import { useView } from './useView'
import { canvasScreens, journeyScreens, type Screen } from './view'

const screenIcons: Readonly<Partial<Record<Screen, LucideIcon>>> = {
  board: Map,
  table: Table,
  pyramid: Triangle,
  canvas: LayoutDashboard,
  segments: ChartPie,
  links: Link2,
  numbers: Calculator,
  options: GitBranch,
  fit: Puzzle,
}

/** Document and its state at the left, the views of the journey or canvas in the middle, what acts on all at the right. */
export function TopBar() {
  const t = useText()
  const { area, screen, sidebar, inspector } = useView('area', 'screen', 'sidebar', 'inspector')
  const views: readonly Screen[] = area === 'canvas' ? canvasScreens : journeyScreens
  const session = useSession()
  const canUndo = useDocument(() => session.history.undo.length > 0)
  const canRedo = useDocument(() => session.history.redo.length > 0)
  const keysOf = (id: string) => shownKeys(actionOf(id)?.keys?.[0] ?? '')
  return (
    <header className={styles.top}>
      <div className={styles.document}>
        <IconButton icon={House} label={t($ => $.actions.home)} onClick={goHome} />
        <IconButton
          icon={PanelLeft}
          label={t($ => $.actions.sidebar)}
          keys={keysOf('view.sidebar')}
          pressed={sidebar}
          onClick={() => perform('view.sidebar')}
        />
        <h1>
          <DocumentMenu />
        </h1>
        <SavedState />
      </div>
      <Segmented
        label={t($ => $.frame.views)}
        value={screen}
        options={views.map(value => ({
          value,
          icon: screenIcons[value],
          label: t($ => $.screens[value]),
        }))}
        onChange={(value: Screen) => goTo(value)}
      />
      <div className={styles.actions}>
        <IconButton
          icon={Undo2}
          label={t($ => $.actions.undo)}
          keys={keysOf('edit.undo')}
          disabled={!canUndo}
          onClick={() => perform('edit.undo')}
        />
        <IconButton
          icon={Redo2}
          label={t($ => $.actions.redo)}
          keys={keysOf('edit.redo')}
          disabled={!canRedo}
          onClick={() => perform('edit.redo')}
        />
        <Button icon={Search} keys={keysOf('app.palette')} onClick={() => perform('app.palette')}>
          <span className="visually-hidden">{t($ => $.actions.palette)}</span>
        </Button>
        {area === 'canvas' && (
          <Button icon={Play} onClick={() => perform('canvas.present')}>
            {t($ => $.terms.ui.present)}
          </Button>
        )}
        <IconButton icon={Send} label={t($ => $.share.action)} onClick={() => perform('file.share')} />
        <IconButton
          icon={PanelRight}
          label={t($ => $.actions.inspector)}
          keys={keysOf('view.inspector')}
          pressed={inspector}
          onClick={() => perform('view.inspector')}
        />
      </div>
    </header>
  )
}

/** The document's name opens what can be done with the file, and the other open documents. */
function DocumentMenu() {
  const t = useText()
  const title = useDocument(titleOf)
  const session = useSession()
  const sessions = useApp(state => state.sessions)
  const entries = useMenuEntries()
  const others = sessions.map(one => ({
    id: one.handle,
    label: titleOf(one.doc) || t($ => $.frame.untitled),
    icon: one === session ? Layers : FileText,
    checked: one === session,
    run: () => activate(one.handle),
  }))
  return (
    <Menu
      trigger={
        <button type="button" className={styles.title} title={session.fileName}>
          <span>{title || t($ => $.frame.untitled)}</span>
          <ChevronDown size={13} strokeWidth={1.75} aria-hidden />
        </button>
      }
      groups={[
        others.length > 1 ? others : [],
        entries(['file.newJourney', 'file.newCanvas', 'file.open']),
        entries(['file.saveCopy', 'file.export', 'file.share', 'file.merge', 'file.versions']),
        entries(['app.settings', 'app.help']),
        entries(['file.close']),
      ]}
    />
  )
}

/** "Saved · file updated": where the last change is now. */
function SavedState() {
  const t = useText()
  const session = useSession()
  const { saveState, file } = useSaving()
  const behind = file.place === 'ok' && file.published !== file.saved
  const place = file.place === 'ok' && behind ? 'updating' : file.place
  const saved = session.readOnly ? t($ => $.frame.readOnly) : t($ => $.frame.save[saveState])
  const problem =
    saveState === 'failing' || ['unreachable', 'readOnly', 'changedElsewhere'].includes(file.place)
  return (
    <span className={styles.state} role="status" data-problem={problem && !session.readOnly}>
      {session.readOnly || saveState === 'failing' ? saved : `${saved} · ${t($ => $.frame.place[place])}`}
    </span>
  )
}
