import { createRoot } from 'react-dom/client'
import '@fontsource-variable/inter'
import '../../../renderer/ui/tokens.css'
import { BoardCanvas } from '../../../renderer/canvas/BoardCanvas'
import { layoutJourney } from '../../../shared/layout'
import { labels } from '../../helpers/boards'
import './page.css'
import { answer, beginning, map, ready, start } from './scenario'

// ours: from records to the whole board, the layout included
await document.fonts.load("500 12px 'Inter Variable'")
start()
const layout = layoutJourney(map.document, map.journeyId, { labels })
const viewport = beginning(layout)
const selection = new Set<string>()
const nothing = () => {}

createRoot(document.getElementById('root')!).render(
  <BoardCanvas
    layout={layout}
    selection={selection}
    viewport={viewport}
    onViewport={nothing}
    onSelect={nothing}
    onOpen={nothing}
    onMake={nothing}
    onDrop={nothing}
    onAddTouchpoint={nothing}
    onContextMenu={nothing}
    minimapLabel="Map"
  />,
)
answer(
  () => document.querySelector('.react-flow__pane')!,
  () => {
    const box = layout.columns.at(Math.floor(layout.columns.length / 2))?.boxes[3]
    return (
      box && { x: (box.x + 90) * viewport.zoom + viewport.x, y: (box.y + 20) * viewport.zoom + viewport.y }
    )
  },
)
await ready(() => document.querySelector('[data-ready]') !== null)
