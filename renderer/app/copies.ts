/** Copies of one document: open side by side, or one of them in the recent list. */
import type { DocumentSession } from '../document/session'

/** Two copies of a document, by their handles: one that can take the other in. */
export interface Copies {
  readonly into: string
  readonly from: string
  /** What `into` is called where it is not open; its handle is that of the recent list then. */
  readonly title?: string
}

type Copy = Pick<DocumentSession, 'handle' | 'documentId' | 'isPart' | 'readOnly'>

/**
 * What can be merged when a document was opened: it into the first open copy that can take it in, or else the first such
 * copy into it.
 * @param open all open documents, in the order they were opened
 * @returns undefined where no other copy is open, or neither can take the other in
 */
export function copiesWith(opened: Copy, open: readonly Copy[]): Copies | undefined {
  const others = open.filter(
    ({ handle, documentId }) => handle !== opened.handle && documentId === opened.documentId,
  )
  const into = others.find(other => takesIn(other, opened))
  if (into) return { into: into.handle, from: opened.handle }
  const from = others.find(other => takesIn(opened, other))
  return from && { into: opened.handle, from: from.handle }
}

/** A part takes nothing in: all that it lacks counts as removed there. What a newer version wrote is known in part only. */
const takesIn = (into: Copy, from: Copy) =>
  into.readOnly === null && !into.isPart && from.readOnly !== 'file.newer'
