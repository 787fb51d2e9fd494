import { Map } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { bodyBoxes, headerBoxes, type Box, type EmptyContent } from '../../../shared/layout/boxes'
import { useMenuEntries } from '../../app/menuEntries'
import { look } from '../../app/store'
import { useView } from '../../app/useView'
import { BoardCanvas, type BoardHandle, type Drop } from '../../canvas/BoardCanvas'
import over from '../../canvas/OverBoard.module.css'
import { useSession } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { MenuAt } from '../../ui/Menu'
import { useText } from '../../ui/text'
import { useReached } from '../../ui/useReached'
import styles from './Board.module.css'
import { finishConnecting } from './boardActions'
import { Beginning } from './Beginning'
import { begin, startEditing, useBoard } from './boardState'
import { listenToClipboard } from './clipboard'
import { InlineEditor } from './InlineEditor'
import { addBelow, addFirstJourney, addTouchpoint, move } from './intentions'
import { useLayout } from './layoutOf'
import { ReaderTable } from './ReaderTable'
import { Spoken } from './Spoken'

/** The journey board, or the way to a first journey. */
export function Board() {
  const t = useText()
  const session = useSession()
  const { journeyId } = useView('journeyId')
  if (session.doc.find('journey', journeyId)) return <JourneyBoard key={journeyId} />
  const addJourney = () => {
    const id = addFirstJourney(
      session,
      t($ => $.journey.untitled),
    )
    if (id) look({ journeyId: id, selection: [], viewport: null })
  }
  return (
    <div className={styles.empty}>
      <Map size={28} strokeWidth={1.5} aria-hidden />
      <p>{t($ => $.board.noJourney)}</p>
      <Button tone="primary" onClick={addJourney} disabled={session.readOnly !== null}>
        {t($ => $.actions.newJourney)}
      </Button>
    </div>
  )
}

function JourneyBoard() {
  const t = useText()
  const session = useSession()
  const { journeyId, selection, viewport } = useView('journeyId', 'selection', 'viewport')
  const layout = useLayout()
  const editing = useBoard(state => state.editing)
  const connectingFrom = useBoard(state => state.connectingFrom)
  const entries = useMenuEntries()
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null)
  const reached = useReached()
  const part = useRef<HTMLDivElement>(null)
  const canvas = useCallback((handle: BoardHandle | null) => useBoard.setState({ canvas: handle }), [])
  const selected = useMemo(() => new Set(selection), [selection])

  useEffect(() => (part.current ? listenToClipboard(part.current) : undefined), [])
  useEffect(() => part.current?.focus({ preventScroll: true }), [])

  const select = useCallback(
    (ids: readonly string[], mode: 'replace' | 'toggle') => {
      if (useBoard.getState().connectingFrom) {
        finishConnecting(
          session,
          ids.find(id => id.startsWith('touchpoint:')),
        )
        return
      }
      look({ selection: mode === 'replace' ? [...ids] : toggled(selection, ids) })
    },
    [session, selection],
  )
  const make = useCallback((box: Box<EmptyContent>) => begin(addBelow(session, box.recordId)), [session])
  const editingBox = useMemo(
    () =>
      editing
        ? [...headerBoxes(layout), ...bodyBoxes(layout)].find(
            box => box.recordId === editing.id && box.content.kind !== 'text',
          )
        : undefined,
    [editing, layout],
  )

  return (
    // one tab stop: keys inside are the board's own, and a real table stands behind it
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={part}
      className={styles.board}
      data-part="board"
      role="application"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      {...reached}
      aria-label={t($ => $.board.name)}
      aria-describedby="board-keys"
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        if (connectingFrom) useBoard.setState({ connectingFrom: null })
        else if (selection.length > 0) look({ selection: [] })
      }}
    >
      <p id="board-keys" className="visually-hidden">
        {t($ => $.board.keysHint)}
      </p>
      <BoardCanvas
        ref={canvas}
        layout={layout}
        selection={selected}
        viewport={viewport}
        onViewport={viewport => look({ viewport })}
        onSelect={select}
        onOpen={id => startEditing(id)}
        onMake={make}
        onDrop={(drop: Drop) => move(session, drop)}
        onAddTouchpoint={stepId => begin(addTouchpoint(session, stepId))}
        onContextMenu={(id, point) => {
          if (id && !selected.has(id)) look({ selection: [id] })
          setMenu(point)
        }}
        readOnly={session.readOnly !== null}
        minimapLabel={t($ => $.board.minimap)}
        overlay={
          editing && editingBox && <InlineEditor key={editing.id} box={editingBox} fresh={editing.fresh} />
        }
        overlayBox={editingBox}
      />
      {connectingFrom && (
        <p className={over.hint} role="status">
          {t($ => $.board.connectHint)}
        </p>
      )}
      {journeyId && !editing && <Beginning journeyId={journeyId} />}
      <Spoken selection={selection} />
      {journeyId && <ReaderTable journeyId={journeyId} />}
      {menu && (
        <MenuAt
          point={menu}
          onClose={() => setMenu(null)}
          groups={[
            entries(['board.rename', 'board.addNext', 'board.addBelow']),
            entries(['board.momentOfTruth', 'board.connect']),
            entries(['board.cut', 'board.copy', 'board.paste', 'board.duplicate']),
            entries(['board.delete']),
          ]}
        />
      )}
    </div>
  )
}

const toggled = (selection: readonly string[], ids: readonly string[]) => [
  ...selection.filter(id => !ids.includes(id)),
  ...ids.filter(id => !selection.includes(id)),
]
