import type { ComponentType } from 'react'
import { Board } from '../features/board/Board'
import { CanvasScreen } from '../features/canvas/CanvasScreen'
import { CommentsView } from '../features/comments/CommentsView'
import { FitView } from '../features/fit/FitView'
import { HealthView } from '../features/health/HealthView'
import { Inspector } from '../features/inspector/Inspector'
import { LinksView } from '../features/links/LinksView'
import { NumbersView } from '../features/numbers/NumbersView'
import { OptionsView } from '../features/options/OptionsView'
import { ChannelsView } from '../features/people/ChannelsView'
import { PersonasView } from '../features/people/PersonasView'
import { PyramidView } from '../features/pyramid/PyramidView'
import { SegmentsView } from '../features/segments/SegmentsView'
import { TableView } from '../features/table/TableView'
import styles from './Frame.module.css'
import { Sidebar } from './Sidebar'
import { StatusBar } from './StatusBar'
import { useApp } from './store'
import { Tabs } from './Tabs'
import { useView } from './useView'
import { TopBar } from './TopBar'
import type { Screen } from './view'

const views: Record<Screen, ComponentType> = {
  board: Board,
  table: TableView,
  pyramid: PyramidView,
  canvas: CanvasScreen,
  segments: SegmentsView,
  links: LinksView,
  numbers: NumbersView,
  options: OptionsView,
  fit: FitView,
  health: HealthView,
  comments: CommentsView,
  channels: ChannelsView,
  personas: PersonasView,
}

/** The open document: top bar, what it holds at the left, the view in the middle, the selection at the right. */
export function Frame() {
  const { chrome, sidebar, inspector, screen } = useView('chrome', 'sidebar', 'inspector', 'screen')
  const several = useApp(state => state.sessions.length > 1)
  const View = views[screen]
  return (
    <div
      className={styles.frame}
      data-sidebar={chrome && sidebar}
      data-inspector={chrome && inspector}
      data-chrome={chrome}
      data-tabs={chrome && several}
    >
      {chrome && several && <Tabs />}
      {chrome && <TopBar />}
      {chrome && sidebar && <Sidebar />}
      <main className={styles.main}>
        <View />
      </main>
      {chrome && inspector && <Inspector />}
      {chrome && <StatusBar />}
    </div>
  )
}
