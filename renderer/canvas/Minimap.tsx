import { useEffect, useRef, type PointerEvent } from 'react'
import type { JourneyLayout } from '../../shared/layout/boxes'
import { measures as m } from '../../shared/layout/measures'
import type { Theme } from '../../shared/layout/theme'
import { largeThumbnail, thumbnailScene } from '../../shared/layout/thumbnail'
import styles from './BoardCanvas.module.css'
import { paintItems } from './canvasPainter'
import type { BoardEngine } from './engine'

const width = 176
const { width: full, height: tall, margin } = largeThumbnail
const scale = width / full
const height = Math.round(tall * scale)

/** How thumbnail and map lie over one another: the columns between its margins, all lanes in its height. */
function measureOf(layout: JourneyLayout) {
  const columns = Math.max(1, layout.columns.length)
  const across = ((full - 2 * margin) / (columns * m.columnPitch)) * scale
  const down = height / Math.max(1, layout.height)
  return { across, down, left: margin * scale - m.labelWidth * across }
}

/** Whether nothing of the map lies outside the window, so that there is nowhere to go. */
function allInView({ layout, viewport: { x, y, zoom }, size }: BoardEngine): boolean {
  const inside = (from: number, length: number, room: number) =>
    from >= -1 && from + length * zoom <= room + 1
  return inside(x, layout.width, size.width) && inside(y, layout.height, size.height)
}

/** The whole map small in a corner; the frame is what is in view, and a press moves there. */
export function Minimap({
  layout,
  theme,
  engine,
  label,
  onGo,
}: {
  layout: JourneyLayout
  theme: Theme
  engine: BoardEngine
  label: string
  /** A place on the map that should come to the middle. */
  onGo: (x: number, y: number) => void
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)

  useEffect(() => {
    // painted when there is time: while somebody types, the small map may lag a little
    const painting = setTimeout(() => {
      const context = canvas.current?.getContext('2d')
      if (!context) return
      const ratio = Math.min(window.devicePixelRatio || 1, 3)
      context.setTransform(ratio * scale, 0, 0, ratio * scale, 0, 0)
      context.clearRect(0, 0, full, tall)
      paintItems(context, thumbnailScene(layout).items, theme)
    }, 150)
    return () => clearTimeout(painting)
  }, [layout, theme])

  useEffect(() => {
    const follow = () => {
      const { viewport, size } = engine
      const { across, down, left } = measureOf(engine.layout)
      const element = frame.current
      if (!element?.parentElement) return
      element.parentElement.hidden = allInView(engine)
      const x = (-viewport.x / viewport.zoom) * across + left
      const y = (-viewport.y / viewport.zoom) * down
      element.style.transform = `translate(${x}px, ${y}px)`
      element.style.width = `${(size.width / viewport.zoom) * across}px`
      element.style.height = `${(size.height / viewport.zoom) * down}px`
    }
    follow()
    return engine.watch(follow)
  }, [engine, layout])

  const go = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return
    event.stopPropagation()
    const box = event.currentTarget.getBoundingClientRect()
    const { across, down, left } = measureOf(layout)
    onGo((event.clientX - box.left - left) / across, (event.clientY - box.top) / down)
  }
  const ratio = Math.min(window.devicePixelRatio || 1, 3)
  return (
    <div
      className={styles.minimap}
      role="img"
      aria-label={label}
      style={{ width, height }}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={go}
    >
      <canvas
        ref={canvas}
        width={width * ratio}
        height={height * ratio}
        style={{ width, height }}
        aria-hidden
      />
      <div ref={frame} className={styles.frame} />
    </div>
  )
}
