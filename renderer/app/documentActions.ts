/** Actions of the page as a whole: documents, views, undo. Those of the board stand with the board. */
import {
  FolderOpen,
  GitCompare,
  GitCompareArrows,
  GitMerge,
  History,
  House,
  Image,
  Keyboard,
  LayoutDashboard,
  Maximize2,
  PanelLeft,
  PanelRight,
  Play,
  Plus,
  Printer,
  Redo2,
  Save,
  Search,
  Send,
  Settings,
  Target,
  Undo2,
  X,
} from 'lucide-react'
import { targetOfJourney } from '../../shared/commands'
import { textsIn } from '../../shared/i18n'
import { register, type Action, type Situation } from './actions'
import { openFile, saveCopy } from './files'
import { openOverlay } from './overlay'
import { receiveAnywhere, receiveFile } from './receiving'
import { goToRegion } from './regions'
import { activateNext, changeSettings, close, goHome, goTo, look, open, useApp } from './store'
import { canvasScreens, journeyScreens, type Screen } from './view'

const always = () => true
const severalOpen = ({ session }: Situation) => session !== undefined && useApp.getState().sessions.length > 1
const withDocument = ({ session }: Situation) => session !== undefined

const journeyOf = (session: Situation['session'], view: Situation['view']) =>
  session?.doc.find('journey', view?.journeyId)

/** A copy of the journey on screen as it should become, beside the one of today. */
async function makeTarget({ session, view }: Situation): Promise<void> {
  const journey = journeyOf(session, view)
  if (!session || !journey) return
  const { t } = await textsIn(useApp.getState().settings.language)
  const title = t($ => $.compare.targetOf, { title: journey.title || t($ => $.journey.untitled) })
  const made = session.dispatch(targetOfJourney, { journeyId: journey.id, title })
  if (made) goTo('board', { journeyId: made.id, selection: [], viewport: null })
}

const page: readonly Action[] = [
  {
    id: 'file.newJourney',
    label: t => t($ => $.actions.newJourney),
    icon: Plus,
    keys: ['Mod+N'],
    whileTyping: true,
    enabled: always,
    run: () => open(bridge => bridge.call('document.create', { template: null })),
  },
  {
    id: 'file.newCanvas',
    label: t => t($ => $.actions.newCanvas),
    icon: LayoutDashboard,
    enabled: always,
    run: () => open(bridge => bridge.call('document.create', { template: null, blank: 'canvas' })),
  },
  {
    id: 'file.open',
    label: t => t($ => $.actions.open),
    icon: FolderOpen,
    keys: ['Mod+O'],
    whileTyping: true,
    enabled: always,
    run: openFile,
  },
  {
    id: 'file.saveCopy',
    label: t => t($ => $.actions.saveCopy),
    icon: Save,
    keys: ['Shift+Mod+S'],
    whileTyping: true,
    enabled: withDocument,
    run: ({ session }) => (session ? saveCopy(session) : undefined),
  },
  {
    id: 'file.export',
    label: t => t($ => $.export.action),
    icon: Image,
    keys: ['Mod+E'],
    whileTyping: true,
    enabled: ({ session }) =>
      session !== undefined && session.doc.all('journey').length + session.doc.all('canvas').length > 0,
    run: () => openOverlay('export'),
  },
  {
    // a board goes onto paper as its PDF; printing the page would print what is on screen round it
    id: 'journey.print',
    label: t => t($ => $.export.print),
    icon: Printer,
    keys: ['Mod+P'],
    whileTyping: true,
    enabled: ({ session, view }) => view?.area === 'journey' && journeyOf(session, view) !== undefined,
    run: () => openOverlay('export'),
  },
  {
    id: 'file.share',
    label: t => t($ => $.share.action),
    icon: Send,
    enabled: withDocument,
    run: () => openOverlay('share'),
  },
  {
    id: 'file.merge',
    label: t => t($ => $.merge.action),
    icon: GitMerge,
    enabled: ({ session }) => !session || session.readOnly === null,
    run: ({ session }) => (session ? receiveFile(session) : receiveAnywhere()),
  },
  {
    id: 'file.conflicts',
    label: t => t($ => $.merge.open.action),
    icon: GitCompareArrows,
    enabled: ({ session }) => (session?.conflicts.length ?? 0) > 0,
    run: () => openOverlay('conflicts'),
  },
  {
    id: 'file.versions',
    label: t => t($ => $.actions.versions),
    icon: History,
    enabled: withDocument,
    run: () => openOverlay('versions'),
  },
  {
    id: 'journey.makeTarget',
    label: t => t($ => $.compare.makeTarget),
    icon: Target,
    enabled: ({ session, view }) =>
      view?.area === 'journey' && session?.readOnly === null && journeyOf(session, view) !== undefined,
    run: makeTarget,
  },
  {
    id: 'journey.compareTarget',
    label: t => t($ => $.compare.withToday),
    icon: GitCompare,
    enabled: ({ session, view }) =>
      view?.area === 'journey' &&
      session?.doc.find('journey', journeyOf(session, view)?.derivedFromId) !== undefined,
    run: () => openOverlay('target'),
  },
  {
    id: 'file.close',
    label: t => t($ => $.actions.close),
    icon: X,
    keys: ['Mod+W'],
    whileTyping: true,
    enabled: withDocument,
    run: ({ session }) => (session ? close(session.handle) : undefined),
  },
  {
    id: 'file.nextTab',
    label: t => t($ => $.tabs.next),
    keys: ['Mod+PageDown'],
    whileTyping: true,
    enabled: severalOpen,
    run: () => activateNext(1),
  },
  {
    id: 'file.previousTab',
    label: t => t($ => $.tabs.previous),
    keys: ['Mod+PageUp'],
    whileTyping: true,
    enabled: severalOpen,
    run: () => activateNext(-1),
  },
  { id: 'app.home', label: t => t($ => $.actions.home), icon: House, enabled: withDocument, run: goHome },
  {
    id: 'app.palette',
    label: t => t($ => $.actions.palette),
    icon: Search,
    keys: ['Mod+K', 'Mod+F'],
    whileTyping: true,
    enabled: always,
    run: () => openOverlay('palette'),
  },
  {
    id: 'app.settings',
    label: t => t($ => $.actions.settings),
    icon: Settings,
    keys: ['Mod+,'],
    whileTyping: true,
    enabled: always,
    run: () => openOverlay('settings'),
  },
  {
    id: 'app.help',
    label: t => t($ => $.actions.help),
    icon: Keyboard,
    keys: ['?'],
    enabled: always,
    run: () => openOverlay('help'),
  },
  {
    id: 'app.nextPart',
    label: t => t($ => $.help.basics.next),
    keys: ['F6'],
    whileTyping: true,
    enabled: always,
    run: () => goToRegion(1),
  },
  {
    id: 'app.previousPart',
    label: t => t($ => $.help.basics.previous),
    keys: ['Shift+F6'],
    whileTyping: true,
    enabled: always,
    run: () => goToRegion(-1),
  },
  {
    id: 'edit.undo',
    label: t => t($ => $.actions.undo),
    icon: Undo2,
    keys: ['Mod+Z'],
    whileTyping: true,
    enabled: ({ session }) => (session?.history.undo.length ?? 0) > 0,
    run: ({ session }) => void session?.undo(),
  },
  {
    id: 'edit.redo',
    label: t => t($ => $.actions.redo),
    icon: Redo2,
    keys: ['Shift+Mod+Z', 'Mod+Y'],
    whileTyping: true,
    enabled: ({ session }) => (session?.history.redo.length ?? 0) > 0,
    run: ({ session }) => void session?.redo(),
  },
  {
    id: 'canvas.present',
    label: t => t($ => $.terms.ui.present),
    icon: Play,
    keys: ['F5', 'Shift+Mod+P'],
    whileTyping: true,
    enabled: ({ session, view }) =>
      view?.area === 'canvas' && session?.doc.find('canvas', view.canvasId) !== undefined,
    run: () => openOverlay('story'),
  },
  {
    id: 'view.sidebar',
    label: t => t($ => $.actions.sidebar),
    icon: PanelLeft,
    keys: ['Mod+B'],
    enabled: withDocument,
    run: ({ view }) => look({ sidebar: !view?.sidebar }),
  },
  {
    id: 'view.inspector',
    label: t => t($ => $.actions.inspector),
    icon: PanelRight,
    keys: ['Mod+I'],
    enabled: withDocument,
    run: ({ view }) => look({ inspector: !view?.inspector }),
  },
  {
    id: 'view.chrome',
    label: t => t($ => $.actions.chrome),
    icon: Maximize2,
    keys: ['Mod+.'],
    whileTyping: true,
    enabled: withDocument,
    run: ({ view }) => look({ chrome: !view?.chrome }),
  },
]

/** The views of a journey or of a canvas have the keys 1, 2, …; the same key means the view of what is on screen. */
const viewsOf = (area: 'journey' | 'canvas', list: readonly Screen[]): Action[] =>
  list.map((screen, at) => ({
    id: `view.${screen}`,
    label: t => t($ => $.screens[screen]),
    keys: [`Mod+${at + 1}`],
    whileTyping: true,
    enabled: ({ session, view }) =>
      session !== undefined && view?.area === area && session.doc.all(area).length > 0,
    run: () => goTo(screen),
  }))

const pageActions = (['health', 'comments', 'personas', 'channels'] as const).map((screen): Action => ({
  id: `view.${screen}`,
  label: t => t($ => $.screens[screen]),
  enabled: withDocument,
  run: () => goTo(screen),
}))

const themeActions = (['system', 'light', 'dark'] as const).map((theme): Action => ({
  id: `theme.${theme}`,
  label: t => `${t($ => $.settings.theme)}: ${t($ => $.settings.themes[theme])}`,
  enabled: always,
  run: () => changeSettings({ theme }),
}))

register([
  ...page,
  ...viewsOf('journey', journeyScreens),
  ...viewsOf('canvas', canvasScreens),
  ...pageActions,
  ...themeActions,
])
