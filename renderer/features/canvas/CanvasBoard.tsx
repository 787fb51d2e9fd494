import { useEffect, useRef, useState, type MouseEvent } from 'react'
import { look } from '../../app/store'
import { useView } from '../../app/useView'
import over from '../../canvas/OverBoard.module.css'
import { useFromCanvas } from '../../document/canvas'
import { useSession } from '../../document/hooks'
import { useText } from '../../ui/text'
import { useReached } from '../../ui/useReached'
import { Beginning } from './Beginning'
import styles from './CanvasBoard.module.css'
import './canvasActions'
import { drawnLayout } from './canvasLayoutOf'
import { CanvasReader } from './CanvasReader'
import { CanvasSpoken } from './CanvasSpoken'
import { useCanvasBoard, writeNew, writeTitle } from './canvasState'
import { freeLandingAt, landingAt } from './landing'
import { LinkChoiceMenu } from './LinkChoiceMenu'
import { listenToNoteClipboard } from './noteClipboard'
import { NoteMenu } from './NoteMenu'
import { Sheet } from './Sheet'
import { useCanvasPointer } from './useCanvasPointer'
import { useCanvasZoom } from './useCanvasZoom'

/** The business model on screen: nine blocks with their notes, and links between them. Nothing where there is none. */
export function CanvasBoard() {
  const { canvasId } = useView('canvasId')
  const there = useFromCanvas(canvasId, model => model !== undefined)
  return canvasId && there ? <Board key={canvasId} canvasId={canvasId} /> : null
}

function Board({ canvasId }: { canvasId: string }) {
  const t = useText()
  const session = useSession()
  const { selection } = useView('selection')
  const scroller = useRef<HTMLDivElement>(null)
  const { zoom, room } = useCanvasZoom(scroller, canvasId)
  const { band, onPointerDown } = useCanvasPointer(scroller)
  const linkingFrom = useCanvasBoard(state => state.linkingFrom)
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null)
  const reached = useReached()

  useEffect(() => (scroller.current ? listenToNoteClipboard(scroller.current) : undefined), [])
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [])
  useEffect(
    () => () => useCanvasBoard.setState({ writing: null, linkingFrom: null, linkChoice: null, block: null }),
    [],
  )

  const onDoubleClick = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('textarea, button')) return
    const id = event.target instanceof Element ? noteIdAt(event.target) : undefined
    if (session.readOnly !== null) return
    if (id) writeTitle(id)
    else writeWhere(event)
  }
  const onContextMenu = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('textarea')) return
    event.preventDefault()
    const id = event.target instanceof Element ? noteIdAt(event.target) : undefined
    if (id && !selection.includes(id)) look({ selection: [id] })
    if (!id) look({ selection: [] })
    setMenu({ x: event.clientX, y: event.clientY })
  }
  return (
    <div className={styles.part}>
      {/* one tab stop: keys inside are the board's own, and a real table stands behind it */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={scroller}
        className={styles.board}
        data-part="canvas"
        data-linking={linkingFrom !== null}
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        {...reached}
        aria-label={t($ => $.canvas.name)}
        aria-describedby="canvas-keys"
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          if (linkingFrom) useCanvasBoard.setState({ linkingFrom: null })
          else if (selection.length > 0) look({ selection: [] })
          else useCanvasBoard.setState({ block: null })
        }}
        onPointerDown={onPointerDown}
        onDoubleClick={onDoubleClick}
        onContextMenu={onContextMenu}
      >
        <p id="canvas-keys" className="visually-hidden">
          {t($ => $.canvas.keysHint)}
        </p>
        {room && <Sheet canvasId={canvasId} room={room} zoom={zoom} band={band} />}
      </div>
      {linkingFrom && (
        <p className={`${over.hint} ${styles.hint}`} role="status">
          {t($ => $.canvas.linkHint)}
        </p>
      )}
      <Beginning canvasId={canvasId} />
      <CanvasSpoken canvasId={canvasId} />
      <CanvasReader canvasId={canvasId} />
      <LinkChoiceMenu canvasId={canvasId} />
      {menu && <NoteMenu point={menu} onClose={() => setMenu(null)} />}
    </div>
  )
}

const noteIdAt = (target: Element): string | undefined =>
  target.closest<HTMLElement>('[data-note]')?.dataset['note']

/** Begins a new note where the pointer is. */
function writeWhere(event: MouseEvent): void {
  const { handle } = useCanvasBoard.getState()
  const layout = drawnLayout()
  const at = handle?.pointOn({ x: event.clientX, y: event.clientY })
  if (!layout || !at) return
  const place = layout.free ? freeLandingAt(layout, at, at) : landingAt(layout, at, [])
  if (place) writeNew({ block: place.block, after: place.after, x: place.x, y: place.y })
}
