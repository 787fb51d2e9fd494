/** The canvas on screen as its readers need it, read once for each change of the document. */
import { useSyncExternalStore } from 'react'
import { canvasModel, segmentMarks, type CanvasModel, type SegmentMark } from '../../shared/queries'
import { useDocument, useSession } from './hooks'
import type { DocumentSession } from './session'

interface Read {
  readonly version: number
  readonly models: Map<string, CanvasModel | undefined>
  marks?: ReadonlyMap<string, SegmentMark>
}

const reads = new WeakMap<DocumentSession, Read>()

function readOf(session: DocumentSession): Read {
  const known = reads.get(session)
  if (known?.version === session.version) return known
  const fresh: Read = { version: session.version, models: new Map() }
  reads.set(session, fresh)
  return fresh
}

/** A canvas of the document as it is now; undefined when there is none of that id. */
export function canvasOf(session: DocumentSession, canvasId: string | null): CanvasModel | undefined {
  const { models } = readOf(session)
  if (!canvasId) return undefined
  if (!models.has(canvasId)) models.set(canvasId, canvasModel(session.doc, canvasId))
  return models.get(canvasId)
}

/** The mark of every segment of the document as it is now. */
export function marksOf(session: DocumentSession): ReadonlyMap<string, SegmentMark> {
  const read = readOf(session)
  return (read.marks ??= segmentMarks(session.doc))
}

/** A canvas, read anew after every change of the document. */
export function useCanvas(canvasId: string | null): CanvasModel | undefined {
  const session = useSession()
  return useSyncExternalStore(session.subscribe, () => canvasOf(session, canvasId))
}

/** Something of a canvas, or of undefined where there is none of that id; redraws only when it differs from the last. */
export function useFromCanvas<R>(canvasId: string | null, pick: (model: CanvasModel | undefined) => R): R {
  const session = useSession()
  return useDocument(() => pick(canvasOf(session, canvasId)))
}

/** How segments are told apart, by their id. */
export function useMarks(): ReadonlyMap<string, SegmentMark> {
  const session = useSession()
  return useSyncExternalStore(session.subscribe, () => marksOf(session))
}
