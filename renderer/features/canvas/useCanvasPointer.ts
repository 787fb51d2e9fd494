/** What the pointer does on the canvas: selecting, dragging, a rubber band, panning. */
import { useState, type PointerEvent as Pressed, type RefObject } from 'react'
import { overlaps, type Rect } from '../../../shared/layout/boxes'
import { situation } from '../../app/actions'
import { look } from '../../app/store'
import { between, inField, useSpaceHeld } from '../../canvas/pointer'
import { notesOnBoard } from './canvasHere'
import { drawnLayout } from './canvasLayoutOf'
import { useCanvasBoard } from './canvasState'
import { finishLinking } from './linking'
import { blockAt } from './landing'
import { startNoteDrag } from './noteDrag'

const noteOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-note]') : null

/** The rubber band on the board while one is drawn, and what to listen to. */
export function useCanvasPointer(scroller: RefObject<HTMLElement | null>) {
  const [band, setBand] = useState<Rect | null>(null)
  const space = useSpaceHeld()

  const onPointerDown = (event: Pressed) => {
    if (inField(event.target)) return
    if (event.button === 1 || (event.button === 0 && space.current)) {
      event.preventDefault()
      return pan(event, scroller.current)
    }
    if (event.button !== 0) return
    const element = noteOf(event.target)
    const id = element?.dataset['note']
    if (useCanvasBoard.getState().linkingFrom) return pressLinkEnd(event, id)
    const several = event.shiftKey || event.ctrlKey || event.metaKey
    if (element && id) return pressNote(event, element, id, several)
    pressPaper(event, several, setBand)
  }
  return { band, onPointerDown }
}

/** Ends the link being drawn when the press is over: one still going on would close the choice of kinds it opens. */
function pressLinkEnd({ clientX: x, clientY: y }: Pressed, id: string | undefined): void {
  const over = new AbortController()
  const { signal } = over
  const release = () => {
    over.abort()
    setTimeout(() => finishLinking(id, { x, y }))
  }
  addEventListener('pointerup', release, { signal })
  addEventListener('pointercancel', () => over.abort(), { signal })
}

function pressNote(event: Pressed, element: HTMLElement, id: string, several: boolean): void {
  const { view } = situation()
  const selection = view?.selection ?? []
  const chosen = selection.includes(id)
  if (several) {
    look({ selection: chosen ? selection.filter(one => one !== id) : [...selection, id] })
    return
  }
  if (!chosen) look({ selection: [id] })
  useCanvasBoard.setState({ block: null })
  // the one that is held comes first: the others keep their places beside it
  const moving = chosen ? [id, ...notesOnBoard(situation()).filter(one => one !== id)] : [id]
  startNoteDrag(event, element, inOrder(moving, id), () => chosen && look({ selection: [id] }))
}

/** In the order they stand in, as they will stand again; where notes lie freely the held one leads. */
function inOrder(ids: readonly string[], held: string): string[] {
  const layout = drawnLayout()
  const order = layout?.notes.map(note => note.id) ?? []
  const sorted = [...ids].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  return layout?.free ? [held, ...sorted.filter(id => id !== held)] : sorted
}

function pressPaper(event: Pressed, several: boolean, setBand: (band: Rect | null) => void): void {
  const { handle } = useCanvasBoard.getState()
  const layout = drawnLayout()
  const from = handle?.pointOn({ x: event.clientX, y: event.clientY })
  if (!handle || !layout || !from) return
  const before = several ? (situation().view?.selection ?? []) : []
  const block = blockAt(layout, from)?.block ?? null
  let moved = false
  const onMove = (move: PointerEvent) => {
    const to = handle.pointOn({ x: move.clientX, y: move.clientY })
    if (!to || move.pointerId !== event.pointerId) return
    if (!moved && Math.hypot(move.clientX - event.clientX, move.clientY - event.clientY) < 4) return
    moved = true
    const area = between(from, to)
    setBand(area)
    const inside = (drawnLayout()?.notes ?? []).filter(note => overlaps(note, area))
    look({ selection: [...new Set([...before, ...inside.map(({ id }) => id)])] })
  }
  const end = () => {
    setBand(null)
    removeEventListener('pointermove', onMove)
    removeEventListener('pointerup', onUp)
    removeEventListener('pointercancel', end)
  }
  const onUp = () => {
    end()
    if (moved) return
    look({ selection: [...before] })
    useCanvasBoard.setState({ block, byKey: false })
  }
  addEventListener('pointermove', onMove)
  addEventListener('pointerup', onUp)
  addEventListener('pointercancel', end)
}

function pan(event: Pressed, scroller: HTMLElement | null): void {
  if (!scroller) return
  const start = { x: event.clientX + scroller.scrollLeft, y: event.clientY + scroller.scrollTop }
  scroller.dataset['panning'] = 'true'
  const onMove = (move: PointerEvent) => scroller.scrollTo(start.x - move.clientX, start.y - move.clientY)
  const end = () => {
    delete scroller.dataset['panning']
    removeEventListener('pointermove', onMove)
    removeEventListener('pointerup', end)
    removeEventListener('pointercancel', end)
  }
  addEventListener('pointermove', onMove)
  addEventListener('pointerup', end)
  addEventListener('pointercancel', end)
}
