import {
  ChartPie,
  GitBranch,
  LayoutDashboard,
  Map,
  MessageSquareText,
  Plus,
  Radio,
  Stethoscope,
  UserRound,
  type LucideIcon,
} from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { addJourney, removeCanvas, removeJourney } from '../../shared/commands'
import type { DocumentView } from '../../shared/document'
import { allTalks } from '../../shared/queries'
import { useDocument, useSession } from '../document/hooks'
import { IconButton } from '../ui/Button'
import { MenuAt } from '../ui/Menu'
import { useText } from '../ui/text'
import styles from './Sidebar.module.css'
import { useMenuEntries } from './menuEntries'
import { SidebarRow } from './SidebarRow'
import { goTo, look } from './store'
import { useAddCanvas } from './useAddCanvas'
import { useView } from './useView'
import { canvasScreens, journeyScreens, type Screen } from './view'

/** What the document holds. */
export function Sidebar() {
  const t = useText()
  return (
    <nav className={styles.side} aria-label={t($ => $.frame.contents)}>
      <Journeys />
      <Canvases />
      <Head title={t($ => $.frame.people)} />
      <PageRow screen="segments" icon={ChartPie} count={countSegments} />
      <PageRow screen="personas" icon={UserRound} count={countPersonas} />
      <PageRow screen="channels" icon={Radio} count={countChannels} />
      <Head title={t($ => $.frame.insight)} />
      <PageRow screen="health" icon={Stethoscope} />
      <PageRow screen="comments" icon={MessageSquareText} count={countComments} quietAtNone />
    </nav>
  )
}

function Head({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.head}>
      <h2>{title}</h2>
      {children}
    </div>
  )
}

interface Place {
  readonly id: string
  readonly x: number
  readonly y: number
}

function Journeys() {
  const t = useText()
  const session = useSession()
  const { screen, journeyId } = useView('screen', 'journeyId')
  const journeys = useDocument(journeyRows)
  const [menu, setMenu] = useState<Place | null>(null)
  const shown = isOf(journeyScreens, screen)

  const add = () => {
    const made = session.dispatch(addJourney, { title: t($ => $.journey.untitled) })
    if (made) goTo('board', { journeyId: made.id, selection: [], viewport: null })
  }
  const remove = (id: string) => {
    session.dispatch(removeJourney, { id })
    if (id !== journeyId) return
    look({ journeyId: session.doc.all('journey')[0]?.id ?? null, selection: [], viewport: null })
  }
  return (
    <>
      <Head title={t($ => $.frame.journeys)}>
        {!session.readOnly && (
          <IconButton icon={Plus} label={t($ => $.frame.addJourney)} onClick={add} className={styles.add} />
        )}
      </Head>
      {journeys.map(({ id, title, count }) => (
        <SidebarRow
          key={id}
          icon={Map}
          label={title || t($ => $.journey.untitled)}
          count={count}
          current={shown && id === journeyId}
          onClick={() =>
            goTo(shown ? screen : 'board', {
              journeyId: id,
              selection: [],
              ...(id === journeyId ? {} : { viewport: null }),
            })
          }
          onContextMenu={(x, y) => setMenu({ id, x, y })}
        />
      ))}
      <Removing
        menu={menu}
        before={menu && menu.id === journeyId ? ['journey.makeTarget', 'journey.compareTarget'] : []}
        onClose={() => setMenu(null)}
        label={t($ => $.frame.removeJourney)}
        remove={remove}
      />
    </>
  )
}

function Canvases() {
  const t = useText()
  const session = useSession()
  const { screen, canvasId } = useView('screen', 'canvasId')
  const canvases = useDocument(canvasRows)
  const [menu, setMenu] = useState<Place | null>(null)
  // the segments have a row of their own
  const shown = isOf(canvasScreens, screen) && screen !== 'segments'

  const add = useAddCanvas()
  const remove = (id: string) => {
    session.dispatch(removeCanvas, { id })
    if (id !== canvasId) return
    look({ canvasId: session.doc.all('canvas')[0]?.id ?? null, selection: [], canvasViewport: null })
  }
  return (
    <>
      <Head title={t($ => $.frame.canvases)}>
        {!session.readOnly && (
          <IconButton icon={Plus} label={t($ => $.frame.addCanvas)} onClick={add} className={styles.add} />
        )}
      </Head>
      {canvases.map(({ id, title, count, option }) => (
        <SidebarRow
          key={id}
          icon={option ? GitBranch : LayoutDashboard}
          below={option}
          label={title || t($ => $.canvas.untitled)}
          count={count}
          current={shown && id === canvasId}
          onClick={() =>
            goTo(shown ? screen : 'canvas', {
              canvasId: id,
              selection: [],
              ...(id === canvasId ? {} : { canvasViewport: null }),
            })
          }
          onContextMenu={(x, y) => setMenu({ id, x, y })}
        />
      ))}
      <Removing
        menu={menu}
        onClose={() => setMenu(null)}
        label={t($ => $.frame.removeCanvas)}
        remove={remove}
      />
    </>
  )
}

interface RemovingProps {
  readonly menu: Place | null
  readonly label: string
  /** Actions that stand above removing. */
  readonly before?: readonly string[]
  readonly remove: (id: string) => void
  readonly onClose: () => void
}

function Removing({ menu, label, before = [], remove, onClose }: RemovingProps) {
  const { readOnly } = useSession()
  const entries = useMenuEntries()
  if (!menu) return null
  const entry = { id: 'remove', label, danger: true, disabled: readOnly !== null, run: () => remove(menu.id) }
  return <MenuAt point={menu} onClose={onClose} groups={[entries(before), [entry]]} />
}

interface PageRowProps {
  readonly screen: Screen
  readonly icon: LucideIcon
  readonly count?: (document: DocumentView) => number
  /** Says nothing where there is none. */
  readonly quietAtNone?: boolean
}

function PageRow({ screen, icon, count, quietAtNone = false }: PageRowProps) {
  const t = useText()
  const current = useView('screen').screen === screen
  const number = useDocument(count ?? nothing)
  return (
    <SidebarRow
      icon={icon}
      label={t($ => $.screens[screen])}
      count={count && !(quietAtNone && number === 0) ? number : undefined}
      current={current}
      onClick={() => goTo(screen, { selection: [] })}
    />
  )
}

const isOf = (list: readonly Screen[], screen: Screen) => list.includes(screen)

const nothing = () => 0
const countSegments = (document: DocumentView) => document.all('segment').length
const countChannels = (document: DocumentView) => document.all('channel').length
const countPersonas = (document: DocumentView) => document.all('persona').length

const countComments = (document: DocumentView) =>
  allTalks(document).filter(({ comment }) => !comment.resolved).length

const journeyRows = (document: DocumentView) =>
  document.all('journey').map(({ id, title }) => ({
    id,
    title,
    count: document
      .pointing('stage', 'journeyId', id)
      .flatMap(stage => document.pointing('step', 'stageId', stage.id))
      .reduce((sum, step) => sum + document.pointing('touchpoint', 'stepId', step.id).length, 0),
  }))

const canvasRows = (document: DocumentView) =>
  document.all('canvas').map(({ id, title, state, baseId }) => ({
    id,
    title,
    option: state === 'option' && baseId !== null,
    count: document
      .pointing('placement', 'canvasId', id)
      .filter(({ block, trashed }) => block !== 'parked' && !trashed).length,
  }))
