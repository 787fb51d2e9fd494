/** What the checks say of the canvas on screen: worked out once for all who ask, when the document stands still. */
import { checkCanvas, type CheckResult } from '../../../shared/checks'
import { useSession } from '../../document/hooks'
import { useQuietVersion } from '../../document/later'
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
  // keys come first; the findings follow when the document stands still
  const version = useQuietVersion(() => known.get(session)?.version ?? session.version)
  return canvasId === null ? nothing : checked(session, version, canvasId)
}

function checked(session: DocumentSession, version: number, canvasId: string): CheckResult {
  let entry = known.get(session)
  // what is newer serves those who still ask for the older as well
  if (!entry || entry.version < version) {
    entry = { version: session.version, results: new Map() }
    known.set(session, entry)
  }
  let result = entry.results.get(canvasId)
  if (!result) {
    result = checkCanvas(session.doc, canvasId, { today: new Date().toISOString().slice(0, 10) })
    entry.results.set(canvasId, result)
  }
  return result
}
