/** What can be done on the board, for keys, menus and the palette. */
import {
  ArrowRight,
  ClipboardPaste,
  Copy,
  CornerDownRight,
  CopyPlus,
  MousePointer2,
  Pencil,
  Plus,
  Scissors,
  Spline,
  Star,
  Trash2,
} from 'lucide-react'
import { connect, touchpointCommands } from '../../../shared/commands'
import { register, type Action, type Situation } from '../../app/actions'
import { look } from '../../app/store'
import { zoomActions } from '../../app/zoomActions'
import type { DocumentSession } from '../../document/session'
import { begin, reveal, startEditing, useBoard } from './boardState'
import { copySelection, cutSelection, duplicate, pasteHere } from './clipboard'
import { addBelow, addNext, move, moveTowards, rate, remove } from './intentions'
import { nearest, neighbour, type Direction } from './navigation'
import { layoutOf } from './layoutOf'

const onBoard = ({ session, view }: Situation) => session !== undefined && view?.screen === 'board'
const editable = (now: Situation) => onBoard(now) && now.session?.readOnly === null
const chosen = (now: Situation) => editable(now) && (now.view?.selection.length ?? 0) > 0
const oneChosen = (now: Situation) => editable(now) && now.view?.selection.length === 1
const typesChosen = ({ session, view }: Situation, type: string) =>
  (view?.selection ?? []).filter(id => session?.doc.get(id)?.type === type)

const within = 'board'

const editing: readonly Action[] = [
  {
    id: 'board.rename',
    label: t => t($ => $.board.rename),
    icon: Pencil,
    keys: ['Enter', 'F2'],
    within,
    enabled: oneChosen,
    run: ({ session, view }) => {
      if (useBoard.getState().connectingFrom) finishConnecting(session, view?.selection[0])
      else startEditing(view?.selection[0])
    },
  },
  {
    id: 'board.addNext',
    label: t => t($ => $.board.addNext),
    icon: Plus,
    keys: ['Tab'],
    within,
    enabled: oneChosen,
    run: ({ session, view }) => begin(session && addNext(session, view?.selection[0] ?? '')),
  },
  {
    id: 'board.addBelow',
    label: t => t($ => $.board.addBelow),
    icon: CornerDownRight,
    keys: ['Mod+Enter'],
    within,
    enabled: editable,
    run: ({ session, view }) =>
      begin(session && addBelow(session, view?.selection[0] ?? view?.journeyId ?? '')),
  },
  {
    id: 'board.delete',
    label: t => t($ => $.board.delete),
    icon: Trash2,
    danger: true,
    keys: ['Delete', 'Backspace'],
    within,
    enabled: chosen,
    run: ({ session, view }) => {
      if (!session || !view) return
      const layout = layoutOf(session, view)
      remove(session, view.selection)
      const next = nearest(layout, view.selection, id => session.doc.get(id) !== undefined)
      look({ selection: next ? [next] : [] })
    },
  },
  {
    id: 'board.duplicate',
    label: t => t($ => $.board.duplicate),
    icon: CopyPlus,
    keys: ['Mod+D'],
    within,
    enabled: chosen,
    run: ({ session, view }) => {
      const made = session && view ? duplicate(session, view.selection) : []
      if (made.length > 0) look({ selection: made })
    },
  },
  {
    id: 'board.copy',
    label: t => t($ => $.board.copy),
    icon: Copy,
    enabled: now => onBoard(now) && (now.view?.selection.length ?? 0) > 0,
    run: copySelection,
  },
  { id: 'board.cut', label: t => t($ => $.board.cut), icon: Scissors, enabled: chosen, run: cutSelection },
  {
    id: 'board.paste',
    label: t => t($ => $.board.paste),
    icon: ClipboardPaste,
    enabled: editable,
    run: pasteHere,
  },
  {
    id: 'board.momentOfTruth',
    label: t => t($ => $.board.momentOfTruth),
    icon: Star,
    keys: ['M'],
    within,
    enabled: now => editable(now) && typesChosen(now, 'touchpoint').length > 0,
    run: now => toggleMoment(now.session, typesChosen(now, 'touchpoint')),
  },
  {
    id: 'board.connect',
    label: t => t($ => $.board.connect),
    icon: Spline,
    keys: ['H'],
    within,
    enabled: now => oneChosen(now) && typesChosen(now, 'touchpoint').length === 1,
    run: ({ view }) => useBoard.setState({ connectingFrom: view?.selection[0] ?? null }),
  },
  {
    id: 'board.selectAll',
    label: t => t($ => $.board.selectAll),
    icon: MousePointer2,
    keys: ['Mod+A'],
    within,
    enabled: onBoard,
    run: ({ session, view }) => {
      if (!session || !view) return
      const touchpoints = layoutOf(session, view).columns.flatMap(({ boxes }) =>
        boxes.flatMap(box => (box.content.kind === 'touchpoint' ? box.recordId : [])),
      )
      look({ selection: touchpoints })
    },
  },
]

/** Ends the handover being drawn: at a touchpoint it is made, elsewhere it is not. */
export function finishConnecting(session: DocumentSession | undefined, toId: string | undefined): void {
  const fromId = useBoard.getState().connectingFrom
  useBoard.setState({ connectingFrom: null })
  if (!fromId || !toId || fromId === toId || session?.doc.get(toId)?.type !== 'touchpoint') return
  session.dispatch(connect, { fromId, toId })
  look({ selection: [toId] })
}

function toggleMoment(session: DocumentSession | undefined, ids: readonly string[]): void {
  const on = !ids.every(id => session?.doc.find('touchpoint', id)?.momentOfTruth)
  session?.dispatchAll('touchpoint.momentOfTruth', dispatch => {
    for (const id of ids) dispatch(touchpointCommands.update, { id, momentOfTruth: on })
  })
}

const directions = { up: 'ArrowUp', down: 'ArrowDown', left: 'ArrowLeft', right: 'ArrowRight' } as const

const moving = (Object.keys(directions) as Direction[]).flatMap((direction): Action[] => [
  {
    id: `board.go.${direction}`,
    label: t => t($ => $.board.go[direction]),
    icon: ArrowRight,
    keys: [directions[direction]],
    within,
    enabled: onBoard,
    run: ({ session, view }) => {
      const next =
        session && view && neighbour(layoutOf(session, view), view.selection.at(-1) ?? null, direction)
      if (!next) return
      look({ selection: [next] })
      reveal(next)
    },
  },
  {
    id: `board.extend.${direction}`,
    label: t => t($ => $.board.extend[direction]),
    icon: MousePointer2,
    keys: [`Shift+${directions[direction]}`],
    within,
    enabled: onBoard,
    run: ({ session, view }) => {
      const from = view?.selection.at(-1)
      const next = session && view && from && neighbour(layoutOf(session, view), from, direction)
      if (!next) return
      // back over what was just added takes it out again
      const back = view.selection.at(-2) === next
      look({
        selection: back ? view.selection.slice(0, -1) : [...view.selection.filter(id => id !== next), next],
      })
      reveal(next)
    },
  },
  {
    id: `board.move.${direction}`,
    label: t => t($ => $.board.move[direction]),
    icon: ArrowRight,
    keys: [`Alt+${directions[direction]}`],
    within,
    enabled: oneChosen,
    run: ({ session, view }) => {
      const id = view?.selection[0] ?? ''
      const to = session && moveTowards(session.doc, id, direction)
      if (!session || !to) return
      move(session, to)
      reveal(id)
    },
  },
])

const emotions = ([-2, -1, 0, 1, 2] as const).map((emotion): Action => ({
  id: `board.emotion.${emotion}`,
  label: t => t($ => $.board.feel, { value: emotion }),
  keys: [String(emotion + 3)],
  within,
  enabled: now => editable(now) && typesChosen(now, 'touchpoint').length > 0,
  run: now => now.session && rate(now.session, typesChosen(now, 'touchpoint'), emotion),
}))

const zooming = zoomActions('board', onBoard, () => useBoard.getState().canvas)

register([...editing, ...moving, ...emotions, ...zooming])
