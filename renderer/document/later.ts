/** What is too dear to compute while somebody types. */
import { useEffect, useMemo, useState } from 'react'
import type { DocumentView } from '../../shared/document'
import { useSession } from './hooks'
import type { DocumentSession } from './session'

/** So long the document must have stood still, ms. */
const quietFor = 150

/**
 * Does something when the document has stood still and the page has nothing else to do, after each change. The component
 * that asks is not drawn with every key.
 * @param first how long to wait for the first time, ms; null when nothing is to be done before a change
 * @returns ends it
 */
function whenQuiet(session: DocumentSession, work: () => void, first: number | null): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle = 0
  let { version } = session
  const cancel = () => {
    clearTimeout(timer)
    cancelIdleCallback(idle)
  }
  const wait = (time: number) => {
    cancel()
    timer = setTimeout(() => {
      idle = requestIdleCallback(work, { timeout: 1000 })
    }, time)
  }
  if (first !== null) wait(first)
  const stop = session.subscribe(() => {
    if (session.version === version) return
    version = session.version
    wait(quietFor)
  })
  return () => {
    stop()
    cancel()
  }
}

/**
 * Something computed from the document when the page has a quiet moment; meanwhile the last result stands.
 * @param compute stays the same function while it computes the same
 * @param first 'now' has the first result at once, so that nothing moves when it comes
 * @returns undefined until there is a first result
 */
export function useLater<R>(compute: (document: DocumentView) => R, first: 'now'): R
export function useLater<R>(compute: (document: DocumentView) => R, first?: 'later'): R | undefined
export function useLater<R>(compute: (document: DocumentView) => R, first = 'later'): R | undefined {
  const session = useSession()
  const begun = useMemo(
    () => (first === 'now' ? { version: session.version, result: compute(session.doc) } : null),
    [session, compute, first],
  )
  const [last, setLast] = useState<{ readonly compute: unknown; readonly result: R } | null>(null)
  const known = last?.compute === compute ? last : begun
  useEffect(() => {
    const isDone = known === begun && begun?.version === session.version
    const work = () => setLast({ compute, result: compute(session.doc) })
    return whenQuiet(session, work, isDone ? null : known === null ? 0 : quietFor)
    // that there is a first result now is no reason to compute a second
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [session, compute])
  return known?.result
}

/**
 * Counts the changes of the document as of its last quiet moment, for what is computed from all of it and shared.
 * @param begin the count to begin with, e.g. of what has been computed already; only its first result counts
 */
export function useQuietVersion(begin: () => number): number {
  const session = useSession()
  const [quiet, setQuiet] = useState(begin)
  useEffect(
    () => whenQuiet(session, () => setQuiet(session.version), quiet === session.version ? null : quietFor),
    // what it counts up to by itself is no reason to begin again
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [session],
  )
  // another document in its place counts anew
  return Math.min(quiet, session.version)
}
