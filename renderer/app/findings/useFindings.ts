/** What the checks say of the canvas on screen: worked out once for each change, behind the keystroke. */
import { useDeferredValue } from 'react'
import { checkCanvas, type CheckResult } from '../../../shared/checks'
import { useSession, useVersion } from '../../document/hooks'
import type { DocumentSession } from '../../document/session'

interface Known {
  readonly version: number
  readonly results: Map<string, CheckResult>
}

const known = new WeakMap<DocumentSession, Known>()
const nothing: CheckResult = { findings: [], waived: [], skipped: [] }

/** @returns nothing found where there is no canvas */
export function useFindings(canvasId: string | null): CheckResult {
  const session = useSession()
  // typing is drawn first; the findings follow in the next free moment
  const version = useDeferredValue(useVersion())
  return canvasId === null ? nothing : checked(session, version, canvasId)
}

function checked(session: DocumentSession, version: number, canvasId: string): CheckResult {
  let entry = known.get(session)
  if (entry?.version !== version) {
    entry = { version, results: new Map() }
    known.set(session, entry)
  }
  let result = entry.results.get(canvasId)
  if (!result) {
    result = checkCanvas(session.doc, canvasId, { today: new Date().toISOString().slice(0, 10) })
    entry.results.set(canvasId, result)
  }
  return result
}
