import { ReactFlow, type Node } from '@xyflow/react'
import { createRoot } from 'react-dom/client'
import '@fontsource-variable/inter'
import '@xyflow/react/dist/style.css'
import '../../../renderer/ui/tokens.css'
import { layoutJourney } from '../../../shared/layout'
import { labels } from '../../helpers/boards'
import './page.css'
import { answer, beginning, cards, map, ready, start } from './scenario'

// React Flow as it comes: as many nodes, one word each; it even gets their places for nothing
await document.fonts.load("500 12px 'Inter Variable'")
const layout = layoutJourney(map.document, map.journeyId, { labels })
const viewport = beginning(layout)
const boxes = layout.columns.flatMap(column => column.boxes).filter(box => box.content.kind === 'touchpoint')
const nodes: Node[] = boxes.map(({ id, x, y, content }) => ({
  id,
  position: { x, y },
  data: { label: content.kind === 'touchpoint' ? content.lines.join(' ') : '' },
  style: { width: 180 },
}))
start()
createRoot(document.getElementById('root')!).render(
  <ReactFlow
    defaultNodes={nodes}
    defaultViewport={viewport}
    minZoom={0.02}
    maxZoom={2}
    panOnScroll
    panOnScrollSpeed={1}
  />,
)
answer(
  () => document.querySelector('.react-flow__pane')!,
  () => {
    const middle = { x: innerWidth / 2, y: innerHeight / 2 }
    const away = ({ x, y }: { x: number; y: number }) =>
      Math.hypot(
        (x + 90) * viewport.zoom + viewport.x - middle.x,
        (y + 15) * viewport.zoom + viewport.y - middle.y,
      )
    const box = boxes.reduce((best, each) => (away(each) < away(best) ? each : best))
    return { x: (box.x + 90) * viewport.zoom + viewport.x, y: (box.y + 15) * viewport.zoom + viewport.y }
  },
)
await ready(() => {
  const all = document.querySelectorAll<HTMLElement>('.react-flow__node')
  return all.length === cards && all[cards - 1]?.style.visibility === 'visible'
})
