/**
 * The board: one canvas that paints the whole layout, and React Flow over it holding only what is near (DESIGN 7). It
 * knows boxes and their ids, no records; what a gesture means is decided by whoever uses it.
 */
import {
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStoreApi,
  type Node,
  type NodeTypes,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type Ref,
  type WheelEvent,
} from 'react'
import { bodyBoxes, type Box, type JourneyLayout } from '../../shared/layout/boxes'
import styles from './BoardCanvas.module.css'
import { BoardNode, type BoardNodeData } from './BoardNode'
import { BoardEngine, type Shown } from './engine'
import { Ghost } from './Ghost'
import { headersOf } from './paintHeaders'
import { Minimap } from './Minimap'
import { useTheme } from './readTheme'
import { HeaderBoxes, LaneNames, Layer } from './StickyLayers'
import { useGestures, type GestureEvents } from './useGestures'
import { fitted, MAX_ZOOM, MIN_ZOOM, revealed, type Viewport } from './viewWindow'

export type { Drop } from './dropTarget'

export interface BoardHandle {
  /** Shows the whole map. */
  readonly fit: () => void
  /** Keeps the middle of what is seen of the map where it is. */
  readonly zoomTo: (zoom: number) => void
  readonly zoomBy: (factor: number) => void
  /** Moves just so far that the box of this record is in view. */
  readonly reveal: (id: string) => void
  readonly setViewport: (viewport: Viewport) => void
}

export interface BoardCanvasProps extends GestureEvents {
  readonly ref?: Ref<BoardHandle>
  readonly layout: JourneyLayout
  /** Ids of records. */
  readonly selection: ReadonlySet<string>
  /** Where the board stands at first; null is the map's top left corner at 100 %. */
  readonly viewport: Viewport | null
  /** Called when the board stands still, not in every frame. */
  readonly onViewport: (viewport: Viewport) => void
  readonly readOnly?: boolean
  /** Read out for the small map; without it there is none. */
  readonly minimapLabel?: string
  /** Something that lies on the map at a box, in the map's px: a field in which its title is written. */
  readonly overlay?: ReactNode
  /** The box it belongs to; headers stay in view, and what lies on them too. */
  readonly overlayBox?: Box | undefined
}

const nodeTypes: NodeTypes = { box: BoardNode }
/** Gestures are read off the whole board; without a listener React Flow would let presses fall through its nodes. */
const passed = () => {}
const nothing: Shown = { boxes: [], headers: [] }
const nobody: ReadonlySet<string> = new Set()

export function BoardCanvas(props: BoardCanvasProps) {
  return (
    <ReactFlowProvider>
      <Board {...props} />
    </ReactFlowProvider>
  )
}

function Board(props: BoardCanvasProps) {
  const {
    ref,
    layout,
    selection,
    viewport,
    onViewport,
    readOnly = false,
    minimapLabel,
    overlay,
    overlayBox,
  } = props
  const flow = useReactFlow()
  const store = useStoreApi()
  const root = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const headers = useRef<HTMLDivElement>(null)
  const names = useRef<HTMLDivElement>(null)
  const corner = useRef<HTMLDivElement>(null)
  const theme = useTheme(root)
  const [engine, setEngine] = useState<BoardEngine>()
  const [shown, setShown] = useState(nothing)
  const rest = useRef(onViewport)
  const [start] = useState<Viewport>(viewport ?? { x: 0, y: 0, zoom: 1 })

  useLayoutEffect(() => {
    rest.current = onViewport
  }, [onViewport])

  useLayoutEffect(() => {
    const made = new BoardEngine(
      {
        root: root.current!,
        canvas: canvas.current!,
        body: body.current!,
        headers: headers.current!,
        names: names.current!,
        corner: corner.current!,
      },
      layout,
      start,
      { onShown: setShown, onRest: at => rest.current(at) },
    )
    const { clientWidth: width, clientHeight: height } = root.current!
    made.resize({ width, height })
    setEngine(made)
    const unsubscribe = store.subscribe(({ transform: [x, y, zoom] }) => made.moveTo({ x, y, zoom }))
    const observer = new ResizeObserver(([entry]) => {
      if (entry) made.resize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(root.current!)
    return () => {
      observer.disconnect()
      unsubscribe()
      made.stop()
    }
    // the engine lives as long as the board; what changes is told to it below
    // oxlint-disable-next-line react/exhaustive-deps
  }, [store])

  useLayoutEffect(() => theme && engine?.setTheme(theme), [engine, theme])
  useLayoutEffect(() => engine?.setLayout(layout), [engine, layout])
  useLayoutEffect(() => engine?.setSelection(selection), [engine, selection])

  const setViewport = useCallback((at: Viewport) => void flow.setViewport(at), [flow])
  const gestures = useGestures(engine, layout, selection, readOnly, setViewport, props)
  const { dragging, ghost, slot, band, handlers, cancel } = gestures
  const dragged = useMemo(() => (dragging ? new Set(dragging.boxes.map(box => box.id)) : nobody), [dragging])

  useEffect(() => {
    if (!dragging) return
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && cancel()) event.stopPropagation()
    }
    addEventListener('keydown', escape, true)
    return () => removeEventListener('keydown', escape, true)
  }, [dragging, cancel])

  useImperativeHandle(ref, () => {
    const zoomTo = (zoom: number) => {
      if (!engine) return
      const { viewport: at, size } = engine
      const next = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom))
      // the middle of what is seen of the map stays where it is; where nothing is seen, that of the window
      const keep = (position: number, length: number, extent: number) => {
        const [from, to] = [Math.max(0, position), Math.min(length, position + extent * at.zoom)]
        const middle = from < to ? (from + to) / 2 : length / 2
        return middle - ((middle - position) / at.zoom) * next
      }
      const { width, height } = engine.layout
      setViewport({ x: keep(at.x, size.width, width), y: keep(at.y, size.height, height), zoom: next })
    }
    return {
      fit: () => engine && setViewport(fitted(engine.layout, engine.size)),
      zoomTo,
      zoomBy: factor => engine && zoomTo(engine.viewport.zoom * factor),
      reveal(id) {
        if (!engine) return
        const head = headersOf(engine.layout).find(box => box.recordId === id)
        const box =
          head ?? bodyBoxes(engine.layout).find(each => each.recordId === id && each.content.kind !== 'text')
        if (box) setViewport(revealed(engine.viewport, box, engine.size, head !== undefined))
      },
      setViewport,
    }
  }, [engine, setViewport])

  const nodes = useNodes(engine, shown.boxes, selection, dragged)
  /** A wheel over a header moves the map below it. */
  const forward = (event: WheelEvent) => {
    if (event.target instanceof Element && event.target.closest('.react-flow')) return
    root.current
      ?.querySelector('.react-flow__pane')
      ?.dispatchEvent(new globalThis.WheelEvent('wheel', event.nativeEvent))
  }
  const onHeader = overlayBox?.content.kind === 'stage' || overlayBox?.content.kind === 'step'

  return (
    <div ref={root} className={styles.root} {...handlers} onWheel={forward}>
      <canvas ref={canvas} className={styles.canvas} aria-hidden />
      <ReactFlow
        nodes={nodes}
        nodeTypes={nodeTypes}
        defaultViewport={start}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        selectNodesOnDrag={false}
        disableKeyboardA11y
        onNodeClick={passed}
        panOnScroll
        panOnScrollSpeed={1}
        panOnDrag={[1]}
        zoomOnDoubleClick={false}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        deleteKeyCode={null}
        proOptions={{ hideAttribution: true }}
      />
      <Layer layer={body} name="body">
        {!onHeader && overlay}
      </Layer>
      <Layer layer={headers} name="headers">
        {engine && <HeaderBoxes {...{ layout, selection, dragged, engine }} boxes={shown.headers} />}
        {onHeader && overlay}
      </Layer>
      <Layer layer={names} name="names">
        <LaneNames layout={layout} selection={selection} />
      </Layer>
      <Layer layer={corner} name="corner">
        {engine && <BoardNode data={{ box: layout.corner, engine, selected: false, dragged: false }} />}
      </Layer>
      <div ref={ghost} className={styles.ghost} hidden={!dragging}>
        {dragging && engine && theme && <Ghost {...{ dragging, engine, theme }} />}
      </div>
      <div ref={slot} className={styles.slot} hidden />
      <div ref={band} className={styles.band} hidden />
      {minimapLabel !== undefined && engine && theme && (
        <Minimap
          {...{ layout, theme, engine }}
          label={minimapLabel}
          onGo={(x, y) => {
            const { size, viewport: at } = engine
            setViewport({ x: size.width / 2 - x * at.zoom, y: size.height / 2 - y * at.zoom, zoom: at.zoom })
          }}
        />
      )}
    </div>
  )
}

type BoxNode = Node<BoardNodeData, 'box'>

/** The node of each box as it was last made: an unchanged one stays the same object, and React leaves it alone. */
const lastNodes = new WeakMap<Box, BoxNode>()

/** React Flow's nodes for the boxes shown: sizes and handles are given, so that it measures nothing. */
function useNodes(
  engine: BoardEngine | undefined,
  boxes: readonly Box[],
  selection: ReadonlySet<string>,
  dragged: ReadonlySet<string>,
): BoxNode[] {
  return useMemo(() => {
    if (!engine) return []
    return boxes.map((box): BoxNode => {
      const selected = selection.has(box.recordId)
      const pale = dragged.has(box.id)
      const last = lastNodes.get(box)?.data
      if (last?.engine === engine && last.selected === selected && last.dragged === pale)
        return lastNodes.get(box)!
      const { id, x, y, width, height } = box
      const node: BoxNode = {
        id,
        type: 'box',
        position: { x, y },
        width,
        height,
        measured: { width, height },
        handles: [],
        // only what can be pressed like a button follows the pointer; all else is found by its place
        ...(box.content.kind === 'empty' && { style: { pointerEvents: 'all' } }),
        data: { box, engine, selected, dragged: pale },
      }
      lastNodes.set(box, node)
      return node
    })
  }, [engine, boxes, selection, dragged])
}
