/** What links of a canvas end at, under the names the canvas gives them. */
import type { Segment } from '../../model'
import type { Block } from '../../model/note'
import { blocksOf, type CanvasModel } from '../canvas/model'

/** A note, or a segment, that links end at. */
export interface LinkEndpoint {
  /** The note's id; of a segment's note the segment's. */
  readonly id: string
  /** The note that stands for it on the canvas. */
  readonly noteId: string
  readonly block: Block
  /** A segment's name, else what the canvas says; '' when nobody has named it yet. */
  readonly title: string
  /** The segment it is. */
  readonly segment: Segment | null
}

/** What stands in the blocks asked for, block by block; blocks of the other layout have nothing. A segment comes once. */
export function endpointsIn(model: CanvasModel, blocks: readonly Block[]): LinkEndpoint[] {
  const shown = blocksOf(model.canvas.kind)
  const endpoints = blocks.flatMap(block =>
    block === 'customerSegments'
      ? segmentEndpoints(model)
      : model.inBlock(block).map(({ id, title }) => ({ id, noteId: id, block, title, segment: null })),
  )
  return endpoints.filter(({ block }) => shown.includes(block))
}

/** The segments of the canvas in their order, then notes of Customer segments that are none yet. */
export function segmentEndpoints(model: CanvasModel): LinkEndpoint[] {
  const block = 'customerSegments'
  const known = model.segments.map((segment): LinkEndpoint => {
    const note = model.noteOf(segment.id)!
    return { id: segment.id, noteId: note.id, block, title: segment.title || note.title, segment }
  })
  const others = model
    .inBlock(block)
    .filter(({ id }) => model.thing(id) === id)
    .map(({ id, title }): LinkEndpoint => ({ id, noteId: id, block, title, segment: null }))
  return [...known, ...others]
}
