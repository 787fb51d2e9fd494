import { useLayoutEffect, useRef } from 'react'
import { measures as m } from '../../shared/layout/measures'
import type { Theme } from '../../shared/layout/theme'
import type { BoardEngine } from './engine'
import { paintWhole } from './paintBoard'
import { stickyAt } from './sticky'
import type { Dragging } from './useGestures'

/** What is being dragged, painted once; the pointer then only moves the picture. */
export function Ghost({
  dragging,
  engine,
  theme,
}: {
  dragging: Dragging
  engine: BoardEngine
  theme: Theme
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    const { viewport, size } = engine
    const { x, y, zoom } = viewport
    const ratio = Math.min(window.devicePixelRatio || 1, 3)
    element.width = Math.round(size.width * ratio)
    element.height = Math.round(size.height * ratio)
    for (const box of dragging.boxes) {
      const top = box.y < m.headerHeight ? stickyAt(viewport).y : y
      context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * top)
      const inView = box.x * zoom + x < size.width && (box.x + box.width) * zoom + x > 0
      if (inView && box.y * zoom + top < size.height) paintWhole(context, box, theme, false, false)
    }
  }, [dragging, engine, theme])
  return <canvas ref={canvas} style={{ width: engine.size.width, height: engine.size.height }} />
}
