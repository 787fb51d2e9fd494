/**
 * Dragging notes: on the board, out of the parking lot and back, onto a segment's chip. What can be dropped on outside
 * the board says so with `data-drop="parked"`, `data-drop="trash"` or `data-drop-segment={id}` and gets `data-over`
 * while the notes are above it.
 */
import { situation } from '../../app/actions'
import { look } from '../../app/store'
import { hereOf } from './canvasHere'
import { drawnLayout } from './canvasLayoutOf'
import { useCanvasBoard } from './canvasState'
import { duplicate, linkable, moveTo, park, throwAway, tieToSegment, type On } from './intentions'
import { freeLandingAt, landingAt, type NoteLanding } from './landing'
import styles from './NoteDrag.module.css'

interface Point {
  readonly x: number
  readonly y: number
}

type Target =
  | { readonly kind: 'board'; readonly landing: NoteLanding }
  | { readonly kind: 'parked' | 'trash'; readonly element: Element }
  | { readonly kind: 'segment'; readonly id: string; readonly element: Element }

/** Moves shorter than this are a press, px. */
const threshold = 4
/** Most notes that a ghost shows below one another. */
const mostShown = 3

/**
 * Watches a press on a note until the button is let go; a move of some pixels makes it a drag.
 * @param pressed the element under the pointer: its picture goes along
 * @param ids the notes that move
 * @param onPress called when it stayed a press
 */
export function startNoteDrag(
  event: { readonly clientX: number; readonly clientY: number; readonly pointerId: number },
  pressed: HTMLElement,
  ids: readonly string[],
  onPress?: () => void,
): void {
  const start = { x: event.clientX, y: event.clientY }
  const box = pressed.getBoundingClientRect()
  const grip = { x: start.x - box.left, y: start.y - box.top }
  let ghost: HTMLElement | undefined
  let target: Target | undefined
  let frame = 0
  let now: Point = start

  const update = () => {
    frame = 0
    if (!ghost) return
    ghost.style.transform = `translate(${now.x - grip.x}px, ${now.y - grip.y}px)`
    useCanvasBoard.getState().handle?.nudge(now)
    const next = targetAt(now, grip, ids)
    mark(target, next)
    target = next
    useCanvasBoard.setState({ landing: next?.kind === 'board' ? next.landing : null })
    // near the edge the board moves on under a pointer that stands still
    frame = requestAnimationFrame(update)
  }
  const onMove = (move: PointerEvent) => {
    if (move.pointerId !== event.pointerId) return
    now = { x: move.clientX, y: move.clientY }
    if (!ghost) {
      if (Math.hypot(now.x - start.x, now.y - start.y) < threshold) return
      if (situation().session?.readOnly !== null) return
      ghost = ghostOf(pressed, ids)
      document.body.append(ghost)
      useCanvasBoard.setState({ dragged: ids })
    }
    if (frame === 0) frame = requestAnimationFrame(update)
  }
  const end = () => {
    cancelAnimationFrame(frame)
    mark(target, undefined)
    ghost?.remove()
    removeEventListener('pointermove', onMove)
    removeEventListener('pointerup', onUp)
    removeEventListener('pointercancel', end)
    removeEventListener('keydown', onKey, true)
    useCanvasBoard.setState({ dragged: [], landing: null })
  }
  const onUp = (up: PointerEvent) => {
    if (up.pointerId !== event.pointerId) return
    const dropped = ghost ? targetAt({ x: up.clientX, y: up.clientY }, grip, ids) : undefined
    const isPress = !ghost
    end()
    const on = hereOf(situation())
    if (isPress) onPress?.()
    else if (dropped && on) drop(on, dropped, ids, up.altKey)
  }
  const onKey = (key: KeyboardEvent) => {
    if (key.key !== 'Escape') return
    key.stopPropagation()
    key.preventDefault()
    end()
  }
  addEventListener('pointermove', onMove)
  addEventListener('pointerup', onUp)
  addEventListener('pointercancel', end)
  addEventListener('keydown', onKey, true)
}

function targetAt(point: Point, grip: Point, ids: readonly string[]): Target | undefined {
  const element = document.elementFromPoint(point.x, point.y)
  const chip = element?.closest('[data-drop-segment]')
  const id = chip?.getAttribute('data-drop-segment')
  if (chip && id) return { kind: 'segment', id, element: chip }
  for (const kind of ['parked', 'trash'] as const) {
    const place = element?.closest(`[data-drop="${kind}"]`)
    if (place) return { kind, element: place }
  }
  const { handle } = useCanvasBoard.getState()
  const layout = drawnLayout()
  const at = element?.closest('[data-part="canvas"]') ? handle?.pointOn(point) : undefined
  if (!layout || !handle || !at) return undefined
  const zoom = handle.zoom()
  const corner = { x: at.x - grip.x / zoom, y: at.y - grip.y / zoom }
  const free = hereOf(situation())?.model.canvas.arrangement === 'free'
  const landing = free ? freeLandingAt(layout, at, corner) : landingAt(layout, at, ids)
  return landing && { kind: 'board', landing }
}

function mark(before: Target | undefined, next: Target | undefined): void {
  const element = (target: Target | undefined) =>
    target && target.kind !== 'board' ? target.element : undefined
  if (element(before) === element(next)) return
  element(before)?.removeAttribute('data-over')
  element(next)?.setAttribute('data-over', 'true')
}

function drop(on: On, target: Target, ids: readonly string[], copy: boolean): void {
  switch (target.kind) {
    case 'segment':
      return tieToSegment(on, linkable(on, ids), target.id)
    case 'parked':
      return park(on, ids)
    case 'trash':
      throwAway(on, ids)
      return look({ selection: [] })
    case 'board': {
      const { block, after, x, y } = target.landing
      const places = x === undefined || y === undefined ? undefined : freePlaces(ids, x, y)
      on.session.dispatchAll('note.drop', () => {
        const moving = copy ? duplicate(on, ids) : ids
        moveTo(hereOf(situation()) ?? on, moving, block, after, places)
        look({ selection: [...moving] })
      })
    }
  }
}

/** Freely lying notes that move together keep their places to one another; the first is the one that was held. */
function freePlaces(ids: readonly string[], x: number, y: number): Point[] {
  const boxes = new Map(drawnLayout()?.notes.map(box => [box.id, box]))
  const held = boxes.get(ids[0] ?? '')
  return ids.map((id, at) => {
    const box = boxes.get(id)
    if (!held || !box) return { x: x + at * 8, y: y + at * 52 }
    return { x: Math.max(0, x + box.x - held.x), y: Math.max(0, y + box.y - held.y) }
  })
}

/** A picture of what is being moved: the note that was pressed, with the others peeping out below. */
function ghostOf(pressed: HTMLElement, ids: readonly string[]): HTMLElement {
  const ghost = document.createElement('div')
  ghost.className = styles.ghost!
  ghost.setAttribute('aria-hidden', 'true')
  const { width, height } = pressed.getBoundingClientRect()
  const zoom = width / (pressed.offsetWidth || width)
  for (let at = Math.min(ids.length, mostShown) - 1; at >= 0; at--) {
    const copy = at === 0 ? (pressed.cloneNode(true) as HTMLElement) : document.createElement('div')
    copy.classList.add(at === 0 ? styles.held! : styles.under!)
    copy.removeAttribute('data-note')
    copy.style.position = 'absolute'
    copy.style.left = `${at * 4}px`
    copy.style.top = `${at * 4}px`
    copy.style.transform = ''
    copy.style.width = `${at === 0 ? pressed.offsetWidth : width}px`
    copy.style.height = `${at === 0 ? pressed.offsetHeight : height}px`
    if (at === 0) copy.style.scale = String(zoom)
    ghost.append(copy)
  }
  if (ids.length > 1) {
    const count = document.createElement('b')
    count.className = styles.count!
    count.textContent = String(ids.length)
    ghost.append(count)
  }
  return ghost
}
