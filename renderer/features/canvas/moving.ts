/** Moving notes by key: one place along in their block, or into the block beside. */
import { updatePlacement } from '../../../shared/commands'
import type { CanvasLayout, NoteBox } from '../../../shared/layout/canvas'
import { canvasMeasures as m } from '../../../shared/layout/canvas/measures'
import type { Block } from '../../../shared/model/note'
import { drawnLayout } from './canvasLayoutOf'
import { moveTo, type On } from './intentions'
import { blockBeside, type Direction } from './navigation'

/** Moves notes of one block, that of the last of them; says whether there was anywhere to go. */
export function moveTowards(on: On, ids: readonly string[], direction: Direction): boolean {
  const layout = drawnLayout()
  const lead = layout?.notes.find(({ id }) => id === ids.at(-1))
  if (!layout || !lead) return false
  const list = on.model.inBlock(lead.block).map(({ id }) => id)
  const moving = list.filter(id => ids.includes(id))
  if (layout.free) return nudge(on, layout, moving, lead, direction)
  const place: Place | undefined = along(list, moving, direction) ?? intoBeside(layout, lead, direction)
  if (!place) return false
  moveTo(on, moving, place.block ?? lead.block, place.after)
  return true
}

/** Behind a note or first; without a block in the same one. */
interface Place {
  readonly block?: Block
  readonly after: string | null
}

/** The place one further up or down the list; undefined at its end and for other directions. */
function along(list: readonly string[], moving: readonly string[], direction: Direction): Place | undefined {
  const stays = (id: string) => !moving.includes(id)
  if (direction === 'down') {
    const after = list.slice(list.indexOf(moving.at(-1) ?? '') + 1).find(stays)
    return after === undefined ? undefined : { after }
  }
  if (direction !== 'up') return undefined
  const above = list.slice(0, list.indexOf(moving[0] ?? '')).filter(stays)
  return above.length === 0 ? undefined : { after: above.at(-2) ?? null }
}

/** A place in the block beside, at about the same height. */
function intoBeside(layout: CanvasLayout, lead: NoteBox, direction: Direction): Place | undefined {
  const block = blockBeside(layout, lead.block, lead, direction)?.block
  if (!block) return undefined
  const there = layout.notes.filter(note => note.block === block)
  const middle = lead.y + lead.height / 2
  const above = there.filter(note => note.y + note.height / 2 < middle)
  const after = direction === 'up' ? there.at(-1) : direction === 'down' ? undefined : above.at(-1)
  return { block, after: after?.id ?? null }
}

/** A step of a freely lying note, px. */
const step = 8
const steps = { left: [-step, 0], right: [step, 0], up: [0, -step], down: [0, step] } as const

/** Freely lying notes go by small steps, and on into the block beside once they stand at the edge of theirs. */
function nudge(
  on: On,
  layout: CanvasLayout,
  ids: readonly string[],
  lead: NoteBox,
  direction: Direction,
): boolean {
  const homes = new Map(layout.blocks.map(box => [box.block, box]))
  const home = homes.get(lead.block)
  const boxes = layout.notes.filter(({ id }) => ids.includes(id))
  if (!home) return false
  const room = {
    left: lead.x - home.x - m.padding,
    right: home.x + home.width - m.padding - lead.x - lead.width,
    up: lead.y - home.y - home.head,
    down: home.y + home.height - m.padding - lead.y - lead.height,
  }[direction]
  const beside = room < step ? blockBeside(layout, lead.block, lead, direction) : undefined
  const [dx, dy] = steps[direction]
  const places = boxes.map(box => {
    const { x, y, head } = homes.get(box.block)!
    if (beside) return { x: 0, y: Math.max(0, Math.round(box.y - beside.y - beside.head)) }
    return { x: Math.max(0, box.x - x - m.padding + dx), y: Math.max(0, box.y - y - head + dy) }
  })
  const order = boxes.map(({ id }) => id)
  if (beside) moveTo(on, order, beside.block, null, places)
  else
    on.session.dispatchAll('note.nudge', dispatch => {
      order.forEach((id, at) =>
        dispatch(updatePlacement, { id, canvasId: on.model.canvas.id, ...places[at] }),
      )
    })
  return true
}
