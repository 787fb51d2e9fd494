import { lazy, Suspense, type ComponentType } from 'react'
import { Board } from '../features/board/Board'
import { Inspector } from '../features/inspector/Inspector'
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
  table: lazy(() => import('../features/table/TableView').then(module => ({ default: module.TableView }))),
  pyramid: lazy(() =>
    import('../features/pyramid/PyramidView').then(module => ({ default: module.PyramidView })),
  ),
  canvas: lazy(() =>
    import('../features/canvas/CanvasScreen').then(module => ({ default: module.CanvasScreen })),
  ),
  segments: lazy(() =>
    import('../features/segments/SegmentsView').then(module => ({ default: module.SegmentsView })),
  ),
  links: lazy(() => import('../features/links/LinksView').then(module => ({ default: module.LinksView }))),
  numbers: lazy(() =>
    import('../features/numbers/NumbersView').then(module => ({ default: module.NumbersView })),
  ),
  options: lazy(() =>
    import('../features/options/OptionsView').then(module => ({ default: module.OptionsView })),
  ),
  fit: lazy(() => import('../features/fit/FitView').then(module => ({ default: module.FitView }))),
  health: lazy(() =>
    import('../features/health/HealthView').then(module => ({ default: module.HealthView })),
  ),
  comments: lazy(() =>
    import('../features/comments/CommentsView').then(module => ({ default: module.CommentsView })),
  ),
  channels: lazy(() =>
    import('../features/people/ChannelsView').then(module => ({ default: module.ChannelsView })),
  ),
  personas: lazy(() =>
    import('../features/people/PersonasView').then(module => ({ default: module.PersonasView })),
  ),
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
        <Suspense>
          <View />
        </Suspense>
      </main>
      {chrome && inspector && <Inspector />}
      {chrome && <StatusBar />}
    </div>
  )
}
