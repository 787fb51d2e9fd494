/** How large the board is shown and which part of it: zoom, fit, wheel with Ctrl, drag with the middle button or Space. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { look } from '../../app/store'
import { situation } from '../../app/actions'
import { canvasMeasures as m } from '../../../shared/layout/canvas/measures'
import { drawnLayout, type Room } from './canvasLayoutOf'
import { useCanvasBoard, type CanvasHandle } from './canvasState'

const least = 0.25
const most = 3
/** Standing still for so long ends a gesture, ms. */
const rest = 200
/** Nearer to the edge than this, a drag moves the board, px. */
const edge = 36

interface Point {
  readonly x: number
  readonly y: number
}

/** The zoom, the room there is at 100 %, and the handle for keys and menus. */
export function useCanvasZoom(scroller: RefObject<HTMLElement | null>, canvasId: string) {
  const [zoom, setZoom] = useState(() => situation().view?.canvasViewport?.zoom ?? 1)
  const [room, setRoom] = useState<Room | null>(null)
  const zoomNow = useRef(zoom)
  /** A point of the board that stays where it is on screen while the zoom changes. */
  const anchor = useRef<{ board: Point; screen: Point } | null>(null)
  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const remember = useCallback(() => {
    clearTimeout(resting.current)
    resting.current = setTimeout(() => {
      const { current } = scroller
      if (!current) return
      const viewport = { x: -current.scrollLeft, y: -current.scrollTop, zoom: zoomNow.current }
      look({ canvasViewport: viewport })
    }, rest)
  }, [scroller])

  const zoomTo = useCallback(
    (wish: number, at?: Point) => {
      const { current } = scroller
      if (!current) return
      const next = Math.max(least, Math.min(most, Math.abs(wish - 1) < 0.02 ? 1 : wish))
      const screen = at ?? { x: current.clientWidth / 2, y: current.clientHeight / 2 }
      const now = zoomNow.current
      anchor.current = {
        screen,
        board: { x: (current.scrollLeft + screen.x) / now, y: (current.scrollTop + screen.y) / now },
      }
      zoomNow.current = next
      setZoom(next)
      remember()
    },
    [scroller, remember],
  )

  useLayoutEffect(() => {
    const { current } = scroller
    if (!current || !anchor.current) return
    const { board, screen } = anchor.current
    anchor.current = null
    current.scrollTo(board.x * zoom - screen.x, board.y * zoom - screen.y)
  }, [scroller, zoom])

  useLayoutEffect(() => {
    const { current } = scroller
    if (!current) return undefined
    const measure = () => setRoom({ width: current.clientWidth, height: current.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [scroller])

  // back to where this canvas was left, once there is something to scroll
  const shown = room !== null
  useLayoutEffect(() => {
    const kept = situation().view?.canvasViewport
    const { current } = scroller
    if (!shown || !kept || !current) return
    current.scrollTo(-kept.x, -kept.y)
  }, [scroller, shown, canvasId])

  useEffect(() => {
    const { current } = scroller
    if (!current) return undefined
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const box = current.getBoundingClientRect()
      const at = { x: event.clientX - box.left, y: event.clientY - box.top }
      zoomTo(zoomNow.current * Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.06 : 0.0022)), at)
    }
    current.addEventListener('wheel', onWheel, { passive: false })
    current.addEventListener('scroll', remember, { passive: true })
    return () => {
      current.removeEventListener('wheel', onWheel)
      current.removeEventListener('scroll', remember)
      clearTimeout(resting.current)
    }
  }, [scroller, zoomTo, remember])

  useEffect(() => {
    const handle: CanvasHandle = {
      zoomTo: wish => zoomTo(wish),
      zoomBy: factor => zoomTo(zoomNow.current * factor),
      zoom: () => zoomNow.current,
      fit: () => {
        const { current } = scroller
        const layout = drawnLayout()
        if (!current || !layout) return
        zoomTo(Math.min(1, current.clientWidth / layout.width, current.clientHeight / layout.height))
        requestAnimationFrame(() => current.scrollTo(0, 0))
      },
      reveal: id => {
        const { current } = scroller
        const layout = drawnLayout()
        const draft = useCanvasBoard.getState().writing?.kind === 'draft' ? layout?.draft : undefined
        const box =
          draft ??
          layout?.notes.find(note => note.id === id) ??
          layout?.blocks.find(({ block }) => block === id)
        if (!current || !box) return
        const now = zoomNow.current
        const into = (from: number, size: number, at: number, view: number) => {
          const [low, high] = [from * now - m.padding, (from + size) * now + m.padding]
          return low < at || high - low > view ? low : high > at + view ? high - view : at
        }
        current.scrollTo(
          into(box.x, box.width, current.scrollLeft, current.clientWidth),
          into(box.y, box.height, current.scrollTop, current.clientHeight),
        )
      },
      pointOn: point => {
        const sheet = scroller.current?.querySelector('[data-sheet]')?.getBoundingClientRect()
        if (!sheet) return undefined
        return { x: (point.x - sheet.left) / zoomNow.current, y: (point.y - sheet.top) / zoomNow.current }
      },
      nudge: point => {
        const box = scroller.current?.getBoundingClientRect()
        if (!box) return
        const by = (at: number, from: number, to: number) =>
          at < from || at > to
            ? 0
            : at < from + edge
              ? -(from + edge - at) / 3
              : at > to - edge
                ? (at - to + edge) / 3
                : 0
        scroller.current?.scrollBy(by(point.x, box.left, box.right), by(point.y, box.top, box.bottom))
      },
    }
    useCanvasBoard.setState({ handle })
    return () => useCanvasBoard.setState({ handle: null })
  }, [scroller, zoomTo])

  return { zoom, room }
}
