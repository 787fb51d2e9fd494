/** What can be done with notes on the canvas, for keys, menus and the palette. */
import {
  Archive,
  ArrowRight,
  ClipboardPaste,
  Copy,
  CopyPlus,
  CornerDownRight,
  MousePointer2,
  Pencil,
  Plus,
  Scissors,
  Spline,
  Trash2,
  Users,
} from 'lucide-react'
import { register, type Action, type Situation } from '../../app/actions'
import { look } from '../../app/store'
import { zoomActions } from '../../app/zoomActions'
import { hereOf, notesChosen, notesOnBoard } from './canvasHere'
import { drawnLayout } from './canvasLayoutOf'
import { reveal, useCanvasBoard, writeNew, writeTitle } from './canvasState'
import { duplicate, linkable, park, throwAway, toggleSegment } from './intentions'
import { beginLinking, finishLinking } from './linking'
import { moveTowards } from './moving'
import { nearest, neighbour, type Direction, type Spot } from './navigation'
import { copyNotes, cutNotes, pasteNotes } from './noteClipboard'

const within = 'canvas'
const onCanvas = (now: Situation) => hereOf(now) !== undefined
const editable = (now: Situation) => hereOf(now)?.session.readOnly === null
const chosen = (now: Situation) => editable(now) && notesChosen(now).length > 0
const standing = (now: Situation) => editable(now) && notesOnBoard(now).length > 0
const block = () => useCanvasBoard.getState().block

const editing: readonly Action[] = [
  {
    id: 'canvas.note.rename',
    label: t => t($ => $.board.rename),
    icon: Pencil,
    keys: ['Enter', 'F2'],
    within,
    enabled: now => standing(now) || (editable(now) && block() !== null),
    run: now => {
      const id = notesOnBoard(now).at(-1)
      const meant = block()
      if (useCanvasBoard.getState().linkingFrom) finishLinking(id)
      else if (id) writeTitle(id)
      else if (meant) writeNew({ block: meant, after: undefined })
    },
  },
  {
    id: 'canvas.note.addNext',
    label: t => t($ => $.board.addNext),
    icon: Plus,
    keys: ['Tab'],
    within,
    enabled: standing,
    run: now => {
      const placed = hereOf(now)?.model.note(notesOnBoard(now).at(-1) ?? '')
      if (placed) writeNew({ block: placed.block, after: placed.id })
    },
  },
  {
    id: 'canvas.note.addHere',
    label: t => t($ => $.canvas.addHere),
    icon: CornerDownRight,
    keys: ['Mod+Enter'],
    within,
    enabled: editable,
    run: now => {
      const placed = hereOf(now)?.model.note(notesOnBoard(now).at(-1) ?? '')
      writeNew({ block: placed?.block ?? block() ?? 'customerSegments', after: undefined })
    },
  },
  {
    id: 'canvas.note.throwAway',
    label: t => t($ => $.canvasScreen.throwAway),
    icon: Trash2,
    danger: true,
    keys: ['Delete', 'Backspace'],
    within,
    enabled: chosen,
    run: now => leave(now, throwAway),
  },
  {
    id: 'canvas.note.park',
    label: t => t($ => $.canvas.park),
    icon: Archive,
    keys: ['P'],
    within,
    enabled: standing,
    run: now => leave(now, park),
  },
  {
    id: 'canvas.note.link',
    label: t => t($ => $.canvas.link),
    icon: Spline,
    keys: ['L'],
    within,
    enabled: now => editable(now) && notesOnBoard(now).length === 1,
    run: now => beginLinking(notesOnBoard(now)[0]),
  },
  {
    id: 'canvas.note.duplicate',
    label: t => t($ => $.board.duplicate),
    icon: CopyPlus,
    keys: ['Mod+D'],
    within,
    enabled: standing,
    run: now => {
      const on = hereOf(now)
      const made = on ? duplicate(on, notesOnBoard(now)) : []
      if (made.length > 0) look({ selection: made })
    },
  },
  {
    id: 'canvas.note.copy',
    label: t => t($ => $.board.copy),
    icon: Copy,
    enabled: now => notesChosen(now).length > 0,
    run: copyNotes,
  },
  { id: 'canvas.note.cut', label: t => t($ => $.board.cut), icon: Scissors, enabled: chosen, run: cutNotes },
  {
    id: 'canvas.note.paste',
    label: t => t($ => $.board.paste),
    icon: ClipboardPaste,
    enabled: editable,
    run: pasteNotes,
  },
  {
    id: 'canvas.note.selectAll',
    label: t => t($ => $.canvas.selectAll),
    icon: MousePointer2,
    keys: ['Mod+A'],
    within,
    enabled: onCanvas,
    run: now => look({ selection: (hereOf(now)?.model.notes ?? []).map(({ id }) => id) }),
  },
]

/** Takes the selected notes off the board and selects what lies nearest. */
function leave(now: Situation, how: typeof park): void {
  const on = hereOf(now)
  const layout = drawnLayout()
  const ids = notesChosen(now)
  if (!on || ids.length === 0) return
  const next = layout && nearest(layout, ids)
  const home = on.model.note(ids.at(-1)!)?.block ?? null
  how(on, ids)
  look({ selection: next ? [next] : [] })
  useCanvasBoard.setState({ block: next ? null : home, byKey: true })
}

const directions = { up: 'ArrowUp', down: 'ArrowDown', left: 'ArrowLeft', right: 'ArrowRight' } as const

function next(now: Situation, direction: Direction): Spot | undefined {
  const layout = drawnLayout()
  return layout && neighbour(layout, { note: now.view?.selection.at(-1), block: block() }, direction)
}

const moving = (Object.keys(directions) as Direction[]).flatMap((direction): Action[] => [
  {
    id: `canvas.go.${direction}`,
    label: t => t($ => $.board.go[direction]),
    icon: ArrowRight,
    keys: [directions[direction]],
    within,
    enabled: onCanvas,
    run: now => {
      const spot = next(now, direction)
      if (!spot) return
      look({ selection: 'note' in spot ? [spot.note] : [] })
      useCanvasBoard.setState({ block: 'block' in spot ? spot.block : null, byKey: true })
      reveal('note' in spot ? spot.note : spot.block)
    },
  },
  {
    id: `canvas.extend.${direction}`,
    label: t => t($ => $.board.extend[direction]),
    icon: MousePointer2,
    keys: [`Shift+${directions[direction]}`],
    within,
    enabled: onCanvas,
    run: now => {
      const spot = next(now, direction)
      const selection = now.view?.selection ?? []
      if (!spot || !('note' in spot)) return
      const { note } = spot
      // back over what was just added takes it out again
      const back = selection.at(-2) === note
      look({ selection: back ? selection.slice(0, -1) : [...selection.filter(id => id !== note), note] })
      reveal(note)
    },
  },
  {
    id: `canvas.move.${direction}`,
    label: t => t($ => $.board.move[direction]),
    icon: ArrowRight,
    keys: [`Alt+${directions[direction]}`],
    within,
    enabled: standing,
    run: now => {
      const on = hereOf(now)
      const ids = notesOnBoard(now)
      if (on && moveTowards(on, ids, direction)) reveal(ids.at(-1)!)
    },
  },
])

const memberships = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number): Action => ({
  id: `canvas.for.${number}`,
  label: t => t($ => $.canvas.forNumbered, { number }),
  icon: Users,
  keys: [String(number)],
  within,
  enabled: now => {
    const on = hereOf(now)
    return (
      editable(now) &&
      on?.model.segments[number - 1] !== undefined &&
      linkable(on, notesChosen(now)).length > 0
    )
  },
  run: now => {
    const on = hereOf(now)
    const segment = on?.model.segments[number - 1]
    if (on && segment) toggleSegment(on, notesChosen(now), segment.id)
  },
}))

const zooming = zoomActions('canvas', onCanvas, () => useCanvasBoard.getState().handle)

register([...editing, ...moving, ...memberships, ...zooming])
