import { useRef, useState, type KeyboardEvent } from 'react'
import { moveNotes, trashNotes } from '../../../shared/commands'
import type { Block } from '../../../shared/model/note'
import { blocksOf, type PlacedNote } from '../../../shared/queries'
import { look } from '../../app/store'
import { useView } from '../../app/useView'
import { useFromCanvas } from '../../document/canvas'
import { blockName } from '../../document/canvasWords'
import { useSession } from '../../document/hooks'
import { MenuAt } from '../../ui/Menu'
import { useText } from '../../ui/text'
import { startNoteDrag } from './noteDrag'
import styles from './Tray.module.css'

interface Props {
  readonly canvasId: string
  readonly label: string
  readonly notes: readonly PlacedNote[]
  /** Whether a chip says which block its note stands in. */
  readonly withBlock?: boolean
}

interface Place {
  readonly id: string
  readonly x: number
  readonly y: number
}

/** Notes beside the board as a row of chips: dragged onto it, or moved by the menu that Enter opens. */
export function TrayChips({ canvasId, label, notes, withBlock = false }: Props) {
  const t = useText()
  const session = useSession()
  const { selection } = useView('selection')
  const kind = useFromCanvas(canvasId, model => model?.canvas.kind ?? 'bmc')
  const [menu, setMenu] = useState<Place | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const chips = () => [...(list.current?.querySelectorAll('button') ?? [])]
  const current = notes.find(({ id }) => selection.includes(id))?.id ?? notes[0]?.id

  /** Does something that takes a chip away, and leaves the focus on its neighbour. */
  const takeAway = (id: string, act: () => void) => {
    const at = notes.findIndex(note => note.id === id)
    act()
    requestAnimationFrame(() => {
      const left = chips()
      left[Math.min(at, left.length - 1)]?.focus()
    })
  }
  const move = (id: string, block: Block) =>
    takeAway(id, () => session.dispatch(moveNotes, { ids: [id], canvasId, block }))
  const trash = (id: string) => takeAway(id, () => session.dispatch(trashNotes, { ids: [id], canvasId }))
  const openMenu = (chip: Element, id: string) => {
    const { left, top } = chip.getBoundingClientRect()
    look({ selection: [id] })
    setMenu({ id, x: left, y: top })
  }

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, id: string) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const all = chips()
    const at = all.indexOf(event.currentTarget)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key]
    const next = to === undefined ? undefined : notes[Math.max(0, Math.min(notes.length - 1, to))]
    if (next) {
      all[notes.indexOf(next)]?.focus()
      look({ selection: [next.id] })
    } else if (event.key === 'Enter' || event.key === 'ContextMenu') openMenu(event.currentTarget, id)
    else if ((event.key === 'Delete' || event.key === 'Backspace') && session.readOnly === null) trash(id)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const blocks: readonly Block[] = [...blocksOf(kind), ...(withBlock ? (['parked'] as const) : [])]
  return (
    <>
      <ul
        ref={list}
        className={styles.chips}
        aria-label={label}
        onWheel={event => {
          // a wheel that only turns up and down moves the row as well
          event.currentTarget.scrollLeft += event.deltaX === 0 ? event.deltaY : 0
        }}
      >
        {notes.map(({ id, title, block }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.chip}
              data-note={id}
              aria-haspopup="menu"
              aria-pressed={selection.includes(id)}
              tabIndex={id === current ? 0 : -1}
              title={title}
              onPointerDown={event => {
                if (event.button === 0) startNoteDrag(event, event.currentTarget, [id])
              }}
              onClick={() => look({ selection: [id] })}
              onContextMenu={event => {
                event.preventDefault()
                openMenu(event.currentTarget, id)
              }}
              onKeyDown={event => onKeyDown(event, id)}
            >
              {withBlock && <em>{blockName(t, block)}</em>}
              <span>{title || t($ => $.canvasScreen.untitledNote)}</span>
            </button>
          </li>
        ))}
      </ul>
      {menu && (
        <MenuAt
          point={menu}
          onClose={() => setMenu(null)}
          groups={[
            blocks.map(block => ({
              id: block,
              label: t($ => $.canvasScreen.moveTo, { block: blockName(t, block) }),
              disabled: session.readOnly !== null,
              run: () => move(menu.id, block),
            })),
            [
              {
                id: 'trash',
                label: t($ => $.canvasScreen.throwAway),
                danger: true,
                disabled: session.readOnly !== null,
                run: () => trash(menu.id),
              },
            ],
          ]}
        />
      )}
    </>
  )
}
