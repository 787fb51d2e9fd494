/**
 * The board's clockwork beside React: it follows the viewport, paints the canvas once a frame, moves the layers that
 * stay in view, and decides which boxes have elements of their own. Nothing mounts while the board moves; when it has
 * stood still for a moment the window fills, nearest the middle first.
 */
import type { Box, JourneyLayout } from '../../shared/layout/boxes'
import type { Theme } from '../../shared/layout/theme'
import { paintBoard } from './paintBoard'
import { headersOf } from './paintHeaders'
import { stickyAt } from './sticky'
import { boxesIn, FAR, viewedRect, type Size, type Viewport } from './viewWindow'

/** Standing still for so long ends a gesture, ms. */
const REST = 120
/** Boxes that get their elements in one frame, and in the first. */
const PER_FRAME = 60
const AT_FIRST = 240
/** Beyond the edges of the screen, as shares of it: cards, and headers, of which there are few. */
const OVERSCAN = 0.25
const HEADER_OVERSCAN = 1

export interface Layers {
  readonly root: HTMLElement
  readonly canvas: HTMLCanvasElement
  /** Moves with the map. */
  readonly body: HTMLElement
  /** Moves with the map sideways and stays at the top. */
  readonly headers: HTMLElement
  /** Moves with the map up and down and stays at the left. */
  readonly names: HTMLElement
  readonly corner: HTMLElement
}

/** The boxes that have elements now. */
export interface Shown {
  readonly boxes: readonly Box[]
  readonly headers: readonly Box[]
}

export interface EngineEvents {
  readonly onShown: (shown: Shown) => void
  /** The board stands still after it moved. */
  readonly onRest: (viewport: Viewport) => void
}

const nobody: ReadonlySet<string> = new Set()

export class BoardEngine {
  layout: JourneyLayout
  viewport: Viewport
  size: Size = { width: 0, height: 0 }
  readonly layers: Layers
  readonly #context: CanvasRenderingContext2D
  readonly #events: EngineEvents
  #theme: Theme | undefined
  #selection: ReadonlySet<string> = nobody
  #dragged: ReadonlySet<string> = nobody
  #shown: Shown = { boxes: [], headers: [] }
  readonly #mounted = new Set<string>()
  readonly #watchers = new Set<() => void>()
  #ratio = 1
  #frame = 0
  #fillFrame = 0
  #restTimer: ReturnType<typeof setTimeout> | undefined
  #moving = false
  #zooming = false

  constructor(layers: Layers, layout: JourneyLayout, viewport: Viewport, events: EngineEvents) {
    const context = layers.canvas.getContext('2d', { alpha: false })
    if (!context) throw new Error('this browser paints no canvas')
    this.layers = layers
    this.layout = layout
    this.viewport = viewport
    this.#context = context
    this.#events = events
    document.fonts.addEventListener('loadingdone', this.#fontsCame)
  }

  stop(): void {
    document.fonts.removeEventListener('loadingdone', this.#fontsCame)
    cancelAnimationFrame(this.#frame)
    cancelAnimationFrame(this.#fillFrame)
    clearTimeout(this.#restTimer)
  }

  readonly #fontsCame = () => this.repaint()

  /** Calls after every painted frame. @returns what ends it */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  resize(size: Size): void {
    this.#ratio = Math.min(window.devicePixelRatio || 1, 3)
    const { canvas } = this.layers
    const [width, height] = [Math.round(size.width * this.#ratio), Math.round(size.height * this.#ratio)]
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
    }
    this.size = size
    this.#place()
    this.#paint()
    this.#fill()
  }

  setTheme(theme: Theme): void {
    this.#theme = theme
    this.#paint()
  }

  setLayout(layout: JourneyLayout): void {
    if (layout === this.layout) return
    this.layout = layout
    if (!this.#moving) this.#fill()
    this.repaint()
  }

  setSelection(selection: ReadonlySet<string>): void {
    this.#selection = selection
    this.repaint()
  }

  /** Boxes shown pale while they are being dragged. */
  setDragged(ids: ReadonlySet<string>): void {
    this.#dragged = ids
    this.repaint()
  }

  /** An element took over a box, or left it to the canvas again. */
  mount(id: string, there: boolean): void {
    if (there) this.#mounted.add(id)
    else this.#mounted.delete(id)
    this.repaint()
  }

  moveTo(viewport: Viewport): void {
    const { x, y, zoom } = this.viewport
    if (viewport.x === x && viewport.y === y && viewport.zoom === zoom) return
    if (viewport.zoom !== zoom && !this.#zooming) {
      this.#zooming = true
      this.layers.root.dataset['moving'] = 'zoom'
    } else if (!this.#moving) this.layers.root.dataset['moving'] = 'pan'
    this.#moving = true
    this.viewport = viewport
    cancelAnimationFrame(this.#fillFrame)
    clearTimeout(this.#restTimer)
    this.#restTimer = setTimeout(this.#rest, REST)
    this.repaint()
  }

  readonly #rest = () => {
    this.#moving = false
    this.#zooming = false
    delete this.layers.root.dataset['moving']
    this.#fill()
    this.repaint()
    this.#events.onRest(this.viewport)
  }

  /** Paints in the next frame. */
  repaint(): void {
    if (this.#frame) return
    this.#frame = requestAnimationFrame(() => {
      this.#place()
      this.#paint()
      for (const watcher of this.#watchers) watcher()
    })
  }

  #paint() {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    if (!this.#theme || this.size.width === 0) return
    const far = this.viewport.zoom < FAR
    paintBoard(this.#context, {
      layout: this.layout,
      theme: this.#theme,
      viewport: this.viewport,
      size: this.size,
      ratio: this.#ratio,
      selection: this.#selection,
      dragged: this.#dragged,
      mounted: this.#zooming || far ? nobody : this.#mounted,
      namesMounted: !this.#zooming && !far,
    })
  }

  /** Moves the layers that follow the map. */
  #place() {
    const { x, y, zoom } = this.viewport
    const { root, body, headers, names, corner } = this.layers
    const sticky = stickyAt(this.viewport)
    const put = (layer: HTMLElement, left: number, top: number) => {
      layer.style.transform = `translate(${left}px, ${top}px) scale(${zoom})`
    }
    put(body, x, y)
    put(headers, x, sticky.y)
    put(names, sticky.x, y)
    names.style.setProperty('--top', String((sticky.y + sticky.height - y) / zoom))
    put(corner, sticky.x, sticky.y)
    const far = String(zoom < FAR)
    if (root.dataset['far'] !== far) root.dataset['far'] = far
  }

  /** Gives elements to what is near: those that stay at once, new ones a handful a frame. */
  readonly #fill = () => {
    cancelAnimationFrame(this.#fillFrame)
    if (this.size.width === 0) return
    const begun = this.layers.root.dataset['ready'] !== undefined
    // at first only what is in view, all at once: nobody moves the board yet, and it is there sooner
    const wanted = this.#wanted(begun ? OVERSCAN : 0, begun ? HEADER_OVERSCAN : 0)
    const known = new Set(this.#shown.boxes.map(box => box.id))
    const kept = wanted.boxes.filter(box => known.has(box.id))
    const fresh = wanted.boxes.filter(box => !known.has(box.id))
    const shown = {
      boxes: [...kept, ...fresh.slice(0, begun ? PER_FRAME : AT_FIRST)],
      headers: wanted.headers,
    }
    if (!sameBoxes(shown, this.#shown)) {
      this.#shown = shown
      this.#events.onShown(shown)
    }
    if (!begun) this.#fillFrame = requestAnimationFrame(this.#begin)
    else if (fresh.length > PER_FRAME) this.#fillFrame = requestAnimationFrame(this.#fill)
  }

  /** Marks the board once what is in view has elements, which can be pressed and searched; then come its surroundings. */
  readonly #begin = () => {
    const { boxes, headers } = this.#shown
    const there = [...boxes, ...headers].every(box => this.#mounted.has(box.id))
    if (!there) {
      this.#fillFrame = requestAnimationFrame(this.#begin)
      return
    }
    this.layers.root.dataset['ready'] = 'true'
    clearTimeout(this.#restTimer)
    this.#restTimer = setTimeout(this.#fill, REST)
  }

  #wanted(overscan: number, headerOverscan: number): Shown {
    if (this.viewport.zoom < FAR) return { boxes: [], headers: [] }
    const near = viewedRect(this.viewport, this.size, overscan)
    const [x, y] = [near.x + near.width / 2, near.y + near.height / 2]
    const distance = (box: Box) => Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y)
    const boxes = boxesIn(this.layout, near)
      .map(box => ({ box, away: distance(box) }))
      .sort((a, b) => a.away - b.away)
      .map(({ box }) => box)
    const wide = viewedRect(this.viewport, this.size, headerOverscan)
    const headers = headersOf(this.layout).filter(
      box => box.x < wide.x + wide.width && box.x + box.width > wide.x,
    )
    return { boxes, headers }
  }
}

const sameBoxes = (a: Shown, b: Shown) => same(a.boxes, b.boxes) && same(a.headers, b.headers)
const same = (a: readonly Box[], b: readonly Box[]) =>
  a.length === b.length && a.every((box, at) => box === b[at])
