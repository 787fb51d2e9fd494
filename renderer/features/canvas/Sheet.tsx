import { useMemo } from 'react'
import type { Rect } from '../../../shared/layout/boxes'
import { useView } from '../../app/useView'
import { useSession } from '../../document/hooks'
import { BlockFrame } from './BlockFrame'
import { useCanvasLayout, useWires, type Room } from './canvasLayoutOf'
import { useCanvasBoard } from './canvasState'
import { linkTargets } from './linking'
import { NoteCard } from './NoteCard'
import { NoteEditor } from './NoteEditor'
import styles from './Sheet.module.css'
import { Wires } from './Wires'

interface Props {
  readonly canvasId: string
  readonly room: Room
  readonly zoom: number
  /** The rubber band, on the board. */
  readonly band: Rect | null
}

/** What is drawn, at its zoom: blocks, notes, links, and what is being done with them. */
export function Sheet({ canvasId, room, zoom, band }: Props) {
  const drawn = useCanvasLayout(canvasId, room)
  if (!drawn) return null
  const { width, height } = drawn.layout
  return (
    <div className={styles.room} style={{ width: width * zoom, height: height * zoom }}>
      <div className={styles.sheet} data-sheet style={{ width, height, transform: `scale(${zoom})` }}>
        <Drawn {...drawn} />
        <Landing />
        {band && <div className={styles.band} style={placed(band)} />}
        <Editor {...drawn} />
      </div>
    </div>
  )
}

type Layout = NonNullable<ReturnType<typeof useCanvasLayout>>

function Drawn({ layout, model }: Layout) {
  const { selection } = useView('selection')
  const session = useSession()
  const wires = useWires(layout, model)
  const dragged = useCanvasBoard(state => state.dragged)
  const linkingFrom = useCanvasBoard(state => state.linkingFrom)
  const meant = useCanvasBoard(({ block, byKey, writing }) => (byKey && !writing ? block : null))
  const chosen = useMemo(() => new Set(selection), [selection])
  const away = useMemo(() => new Set(dragged), [dragged])
  const fit = useMemo(
    () => (linkingFrom ? linkTargets(linkingFrom).add(linkingFrom) : null),
    // notes that come or go while a link is being drawn count as well
    // oxlint-disable-next-line react/exhaustive-deps
    [linkingFrom, model],
  )
  const linked = useMemo(
    () => new Set(selection.flatMap(id => model.linksOf(id)).flatMap(({ from, to }) => [from, to])),
    [model, selection],
  )
  return (
    <div aria-hidden>
      {layout.blocks.map(box => (
        <BlockFrame
          key={box.block}
          box={box}
          last={box.x + box.width >= layout.width}
          meant={box.block === meant && selection.length === 0}
          readOnly={session.readOnly !== null}
        />
      ))}
      {layout.notes.map(box => (
        <NoteCard
          key={box.id}
          box={box}
          selected={chosen.has(box.id)}
          linked={linked.size > 0 && linked.has(model.thing(box.id))}
          away={away.has(box.id)}
          unfit={fit !== null && !fit.has(box.id)}
        />
      ))}
      {dragged.length === 0 && (
        <Wires wires={wires} of={chosen} width={layout.width} height={layout.height} />
      )}
    </div>
  )
}

/** Where the dragged notes would go. */
function Landing() {
  const slot = useCanvasBoard(state => state.landing?.slot)
  return slot ? <div className={styles.slot} data-frame={slot.frame} style={placed(slot)} /> : null
}

function Editor({ layout, model }: Layout) {
  const writing = useCanvasBoard(state => state.writing)
  if (!writing) return null
  if (writing.kind === 'draft') {
    const { draft, before } = writing
    const key = `${draft.block} ${draft.after}`
    return layout.draft ? (
      <NoteEditor key={key} model={model} box={layout.draft} draft={draft} before={before} />
    ) : null
  }
  const box = layout.notes.find(({ id }) => id === writing.id)
  return box ? <NoteEditor key={box.id} model={model} box={box} id={box.id} /> : null
}

const placed = ({ x, y, width, height }: Rect) => ({ transform: `translate(${x}px, ${y}px)`, width, height })
