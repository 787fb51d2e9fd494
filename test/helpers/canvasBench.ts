/** A canvas built with the real commands, for tests. */
import { addCanvas, addNote, linkToSegment } from '../../shared/commands'
import { applied, invert, type Doc, type Patch } from '../../shared/document'
import type { Block } from '../../shared/model/note'
import { canvasModel, type CanvasModel } from '../../shared/queries'
import { bench, type Bench } from './build'

export interface CanvasBench extends Bench {
  readonly canvasId: string
  /** A note on a canvas (the first one when none is named); tells its id. */
  readonly note: (block: Block, title: string, canvasId?: string) => string
  /** Ties a note to a segment as dropping it on its chip does. */
  readonly tie: (noteId: string, segmentId: string) => void
  readonly model: (canvasId?: string) => CanvasModel
  /** The titles of a block, in order. */
  readonly titles: (block: Block, canvasId?: string) => string[]
  /** The segment a note is. */
  readonly segmentOf: (noteId: string) => string
}

/** An empty canvas. */
export function canvasBench(kind: 'bmc' | 'lean' = 'bmc'): CanvasBench {
  const { doc, run } = bench()
  const canvasId = run(addCanvas, { title: 'Canvas', kind }).args.id
  const model = (id = canvasId) => canvasModel(doc, id)!
  return {
    doc,
    run,
    canvasId,
    model,
    note: (block, title, id = canvasId) => run(addNote, { canvasId: id, block, title }).args.id as string,
    tie: (noteId, segmentId) => void run(linkToSegment, { canvasId, noteIds: [noteId], segmentId }),
    titles: (block, id) =>
      model(id)
        .inBlock(block)
        .map(({ title }) => title),
    segmentOf: noteId => doc.find('note', noteId)!.segmentId!,
  }
}

/** A document's records by id, to compare whole documents. */
export const contentOf = (doc: Doc) => new Map([...doc.records()].map(record => [record.id, record]))

/** The document as undo of the last patch leaves it. */
export const undone = (doc: Doc, patch: Patch) => contentOf(applied(doc, invert(patch)))
