import '@fontsource-variable/inter'
import '../../../renderer/ui/tokens.css'
import { paintItems } from '../../../renderer/canvas/canvasPainter'
import { layoutJourney, lightTheme, paintBox, type Box } from '../../../shared/layout'
import { labels } from '../../helpers/boards'
import './page.css'
import { answer, beginning, map, ready, start } from './scenario'

// a plain canvas: the same boxes culled by a grid, whole cards above 35 %, plain boxes below, and nothing else
await document.fonts.load("500 12px 'Inter Variable'")
const layout = layoutJourney(map.document, map.journeyId, { labels })
const viewport = { ...beginning(layout) }
const boxes = layout.columns.flatMap(column => column.boxes).filter(box => box.content.kind === 'touchpoint')
const canvas = document.createElement('canvas')

start()
const cell = 512
const grid = new Map<string, Box[]>()
for (const box of boxes) {
  const key = `${Math.floor(box.x / cell)},${Math.floor(box.y / cell)}`
  const list = grid.get(key)
  if (list) list.push(box)
  else grid.set(key, [box])
}
document.getElementById('root')!.append(canvas)
canvas.width = innerWidth * devicePixelRatio
canvas.height = innerHeight * devicePixelRatio
canvas.style.width = `${innerWidth}px`
canvas.style.height = `${innerHeight}px`
const context = canvas.getContext('2d', { alpha: false })!
let shift = { x: 0, y: 0 }
let grabbed: Box | undefined

function paint() {
  const { x, y, zoom } = viewport
  const ratio = devicePixelRatio
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.fillStyle = lightTheme.paper
  context.fillRect(0, 0, innerWidth, innerHeight)
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y)
  const at = (position: number, offset: number) => Math.floor((position - offset) / zoom / cell)
  context.fillStyle = lightTheme['line-strong']
  for (let column = at(0, x) - 1; column <= at(innerWidth, x); column++) {
    for (let row = at(0, y) - 1; row <= at(innerHeight, y); row++) {
      for (const box of grid.get(`${column},${row}`) ?? []) {
        const left = box.x + (box === grabbed ? shift.x : 0)
        const top = box.y + (box === grabbed ? shift.y : 0)
        if (zoom < 0.35) {
          context.fillRect(left, top, box.width, box.height)
          continue
        }
        context.translate(left, top)
        paintItems(context, paintBox(box), lightTheme)
        context.translate(-left, -top)
      }
    }
  }
}
let waiting = false
function repaint() {
  if (waiting) return
  waiting = true
  requestAnimationFrame(() => {
    waiting = false
    paint()
  })
}
canvas.addEventListener('wheel', event => {
  event.preventDefault()
  if (event.ctrlKey) {
    const zoom = Math.min(2, Math.max(0.02, viewport.zoom * 2 ** (-event.deltaY * 0.02)))
    const by = zoom / viewport.zoom
    viewport.x = event.clientX - (event.clientX - viewport.x) * by
    viewport.y = event.clientY - (event.clientY - viewport.y) * by
    viewport.zoom = zoom
  } else {
    viewport.x -= event.deltaX
    viewport.y -= event.deltaY
  }
  repaint()
})
const card = () => {
  const box = boxes[Math.floor(boxes.length / 2)]
  return box && { x: (box.x + 90) * viewport.zoom + viewport.x, y: (box.y + 15) * viewport.zoom + viewport.y }
}
let from = { x: 0, y: 0 }
canvas.addEventListener('pointerdown', event => {
  from = { x: event.clientX, y: event.clientY }
  grabbed = boxes[Math.floor(boxes.length / 2)]
})
canvas.addEventListener('pointermove', event => {
  if (!grabbed) return
  shift = { x: (event.clientX - from.x) / viewport.zoom, y: (event.clientY - from.y) / viewport.zoom }
  repaint()
})
canvas.addEventListener('pointerup', () => (grabbed = undefined))
let painted = false
requestAnimationFrame(() => {
  paint()
  painted = true
})
answer(() => canvas, card)
await ready(() => painted)
