/** Press, drag, rubber band, double press: what the pointer does on the board, in words of the map. */
import { useEffect, useRef, useState, type PointerEvent, type MouseEvent } from 'react'
import type { Box, EmptyContent, JourneyLayout, Rect } from '../../shared/layout/boxes'
import { landing, type Draggable, type Drop, type Landing } from './dropTarget'
import type { BoardEngine } from './engine'
import { hitTest, type Hit, type Point } from './hitTest'
import { headersOf } from './paintHeaders'
import { between, inField, useSpaceHeld } from './pointer'
import { stickyAt } from './sticky'
import { boxesIn, type Viewport } from './viewWindow'

export interface GestureEvents {
  readonly onSelect: (ids: readonly string[], mode: 'replace' | 'toggle') => void
  readonly onOpen: (id: string) => void
  readonly onMake: (box: Box<EmptyContent>) => void
  readonly onDrop: (drop: Drop) => void
  readonly onAddTouchpoint: (stepId: string) => void
  readonly onContextMenu: (id: string | null, point: Point) => void
}

/** A drag under way: what moves, and where it would land. */
export interface Dragging {
  readonly kind: Draggable
  readonly boxes: readonly Box[]
}

interface Press {
  readonly hit: Hit
  readonly start: Point
  /** The place on the map where a rubber band begins. */
  readonly from: Point
  readonly mode: 'replace' | 'toggle'
  moved: boolean
  pointer: Point
  dragging: Dragging | null
}

/** Moves shorter than this are a press, px. */
const THRESHOLD = 4
/** Nearer to the edge than this, a drag moves the board, px. */
const EDGE = 44

const draggable = (box: Box | undefined): Draggable | undefined => {
  const kind = box?.content.kind
  return kind === 'stage' || kind === 'step' || kind === 'touchpoint' || kind === 'pain' || kind === 'card'
    ? kind
    : undefined
}

export function useGestures(
  engine: BoardEngine | undefined,
  layout: JourneyLayout,
  selection: ReadonlySet<string>,
  readOnly: boolean,
  setViewport: (viewport: Viewport) => void,
  events: GestureEvents,
) {
  const press = useRef<Press | null>(null)
  const space = useSpaceHeld()
  const landingRef = useRef<Landing | undefined>(undefined)
  const [dragging, setDragging] = useState<Dragging | null>(null)
  const ghost = useRef<HTMLDivElement>(null)
  const slot = useRef<HTMLDivElement>(null)
  const band = useRef<HTMLDivElement>(null)
  const scrolling = useRef(0)

  const local = (event: { clientX: number; clientY: number }): Point => {
    const box = engine?.layers.root.getBoundingClientRect()
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) }
  }
  const hitAt = (point: Point): Hit =>
    engine ? hitTest(engine.layout, engine.viewport, point) : { at: { x: 0, y: 0 } }
  const onMap = ({ x, y }: Point): Point => {
    const { viewport } = engine!
    return { x: (x - viewport.x) / viewport.zoom, y: (y - viewport.y) / viewport.zoom }
  }

  const stop = () => {
    press.current = null
    landingRef.current = undefined
    cancelAnimationFrame(scrolling.current)
    engine?.setDragged(new Set())
    setDragging(null)
    for (const part of [slot.current, band.current]) if (part) part.hidden = true
    if (ghost.current) ghost.current.style.transform = ''
  }

  const begin = (current: Press) => {
    const kind = draggable(current.hit.box)
    if (!kind || readOnly || !engine || !current.hit.box) return
    const boxes = draggedBoxes(layout, current.hit.box, kind, selection)
    engine.setDragged(new Set(boxes.map(box => box.id)))
    current.dragging = { kind, boxes }
    setDragging(current.dragging)
  }

  /** Puts ghost, slot and band where the pointer is; nothing here goes through React. */
  const show = (current: Press) => {
    if (!engine) return
    const { viewport } = engine
    const { dragging } = current
    if (!dragging) {
      if (current.hit.box) return
      const to = onMap(current.pointer)
      const rect = between(current.from, to)
      place(band.current, {
        x: rect.x * viewport.zoom + viewport.x,
        y: rect.y * viewport.zoom + viewport.y,
        width: rect.width * viewport.zoom,
        height: rect.height * viewport.zoom,
      })
      return
    }
    if (ghost.current) {
      const [x, y] = [current.pointer.x - current.start.x, current.pointer.y - current.start.y]
      ghost.current.style.transform = `translate(${x}px, ${y}px)`
    }
    const ids = [
      ...new Set(dragging.boxes.filter(box => draggable(box) === dragging.kind).map(box => box.recordId)),
    ]
    const found = landing(engine.layout, dragging.kind, ids, onMap(current.pointer))
    landingRef.current = found
    if (!found) {
      if (slot.current) slot.current.hidden = true
      return
    }
    const { x, y, width, height } = found.slot
    // bars of stages and steps begin in the headers, which stay in view
    const top = y < 122 ? stickyAt(viewport).y + y * viewport.zoom : y * viewport.zoom + viewport.y
    const bar = Math.min(width, height) <= 4
    place(slot.current, {
      x: x * viewport.zoom + viewport.x,
      y: top,
      width: bar && width <= 4 ? width : width * viewport.zoom,
      height: bar && height <= 4 ? height : height * viewport.zoom,
    })
    if (slot.current) slot.current.toggleAttribute('data-frame', !bar)
  }

  const scroll = () => {
    const current = press.current
    if (!current?.moved || !engine) return
    const { x, y } = current.pointer
    const { width, height } = engine.size
    const by = (at: number, size: number) =>
      at < EDGE ? Math.ceil((EDGE - at) / 3) : at > size - EDGE ? -Math.ceil((at - size + EDGE) / 3) : 0
    const kind = current.dragging?.kind
    const [dx, dy] = [by(x, width), kind === 'stage' || kind === 'step' ? 0 : by(y, height)]
    if (dx || dy) {
      const { viewport } = engine
      setViewport({ x: viewport.x + dx, y: viewport.y + dy, zoom: viewport.zoom })
      show(current)
    }
    scrolling.current = requestAnimationFrame(scroll)
  }

  useEffect(() => {
    const current = press.current
    if (!dragging || !current) return
    show(current)
    scrolling.current = requestAnimationFrame(scroll)
    return () => cancelAnimationFrame(scrolling.current)
    // the drag itself is followed by pointer events, not by renders
    // oxlint-disable-next-line react/exhaustive-deps
  }, [dragging])

  return {
    dragging,
    ghost,
    slot,
    band,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLDivElement>) {
        if (event.button !== 0 || space.current || inField(event.target) || !engine) return
        const point = local(event)
        const hit = hitAt(point)
        const mode = event.shiftKey || event.ctrlKey || event.metaKey ? 'toggle' : 'replace'
        press.current = {
          hit,
          start: point,
          from: onMap(point),
          mode,
          moved: false,
          pointer: point,
          dragging: null,
        }
        const id = idOf(hit)
        if (id && mode === 'replace' && !selection.has(id)) events.onSelect([id], 'replace')
      },
      onPointerMove(event: PointerEvent<HTMLDivElement>) {
        const current = press.current
        if (!current) return
        current.pointer = local(event)
        if (!current.moved) {
          const { x, y } = current.pointer
          if (Math.hypot(x - current.start.x, y - current.start.y) < THRESHOLD) return
          current.moved = true
          event.currentTarget.setPointerCapture(event.pointerId)
          if (current.hit.box) begin(current)
        }
        show(current)
      },
      onPointerUp() {
        const current = press.current
        if (!current) return
        const id = idOf(current.hit)
        const { box } = current.hit
        const drop = landingRef.current?.drop
        const was = current.dragging
        stop()
        if (current.moved) {
          if (was && drop) events.onDrop(drop)
          else if (!box && engine)
            events.onSelect(caught(engine, current.from, onMap(current.pointer)), current.mode)
          return
        }
        if (box && isEmptyBox(box)) events.onMake(box)
        else if (!id) {
          if (current.mode === 'replace') events.onSelect([], 'replace')
        } else if (current.mode === 'toggle') events.onSelect([id], 'toggle')
        else if (selection.size > 1) events.onSelect([id], 'replace')
      },
      onPointerCancel: stop,
      onDoubleClick(event: MouseEvent<HTMLDivElement>) {
        if (inField(event.target)) return
        const { box, lane, cell } = hitAt(local(event))
        if (box && !isEmptyBox(box)) events.onOpen(box.recordId)
        else if (lane && lane.id.includes(':')) events.onOpen(lane.id)
        else if (cell?.lane.role === 'touchpoints' && cell.stepId && !readOnly)
          events.onAddTouchpoint(cell.stepId)
      },
      onContextMenu(event: MouseEvent<HTMLDivElement>) {
        if (inField(event.target)) return
        event.preventDefault()
        const id = idOf(hitAt(local(event)))
        events.onContextMenu(id ?? null, { x: event.clientX, y: event.clientY })
      },
    },
    /** Ends a drag without a drop. @returns whether there was one */
    cancel: () => {
      const was = press.current?.moved === true
      stop()
      return was
    },
  }
}

const isEmptyBox = (box: Box): box is Box<EmptyContent> => box.content.kind === 'empty'

/** The record that a press on a place means. */
function idOf({ box, lane }: Hit): string | undefined {
  if (box) return box.content.kind === 'empty' ? undefined : box.recordId
  return lane?.id.includes(':') ? lane.id : undefined
}

/** The boxes that move along: the pressed one or the whole selection of its kind, steps and stages with their cards. */
function draggedBoxes(
  layout: JourneyLayout,
  pressed: Box,
  kind: Draggable,
  selection: ReadonlySet<string>,
): readonly Box[] {
  const all = selection.has(pressed.recordId) && selection.size > 1
  const moves = (box: Box) =>
    box.content.kind === kind && (box.id === pressed.id || (all && selection.has(box.recordId)))
  if (kind === 'stage' || kind === 'step') {
    const heads = headersOf(layout).filter(moves)
    const ids = new Set(heads.map(box => box.recordId))
    const columns = layout.columns.filter(column =>
      ids.has(kind === 'stage' ? column.stageId : (column.stepId ?? '')),
    )
    const steps = kind === 'stage' ? columns.map(column => column.header) : []
    return [...heads, ...steps, ...columns.flatMap(column => column.boxes)]
  }
  const body = [...layout.columns.flatMap(column => column.boxes), ...layout.loose]
  return all ? body.filter(moves) : [pressed]
}

const caught = (engine: BoardEngine, from: Point, to: Point): string[] =>
  boxesIn(engine.layout, between(from, to)).flatMap(box =>
    box.content.kind === 'empty' || box.content.kind === 'text' ? [] : [box.recordId],
  )

function place(element: HTMLElement | null, { x, y, width, height }: Rect) {
  if (!element) return
  element.hidden = false
  element.style.transform = `translate(${x}px, ${y}px)`
  element.style.width = `${width}px`
  element.style.height = `${height}px`
}
