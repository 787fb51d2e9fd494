/** What formulas come to on a canvas: worked out once for each change, behind the keystroke. */
import { useDeferredValue } from 'react'
import { quantitiesOf, type CanvasQuantities } from '../../../shared/queries'
import { useSession, useVersion } from '../hooks'
import type { DocumentSession } from '../session'

interface Known {
  readonly version: number
  readonly results: Map<string, CanvasQuantities>
}

const known = new WeakMap<DocumentSession, Known>()

/** @param canvasId null where no formula is shown or there is no canvas to work it out on */
export function useQuantitiesOf(canvasId: string | null): CanvasQuantities | undefined {
  const session = useSession()
  const version = useDeferredValue(useVersion())
  return canvasId === null ? undefined : workedOut(session, version, canvasId)
}

function workedOut(session: DocumentSession, version: number, canvasId: string): CanvasQuantities {
  let entry = known.get(session)
  if (entry?.version !== version) {
    entry = { version, results: new Map() }
    known.set(session, entry)
  }
  let result = entry.results.get(canvasId)
  if (!result) {
    result = quantitiesOf(session.doc, canvasId)
    entry.results.set(canvasId, result)
  }
  return result
}
