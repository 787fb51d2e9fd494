/** What is too dear to compute while somebody types. */
import { useEffect, useMemo, useState } from 'react'
import type { DocumentView } from '../../shared/document'
import { useSession, useVersion } from './hooks'

/** So long the document must have stood still, ms. */
const quietFor = 150

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
  const version = useVersion()
  const begun = useMemo(
    () => (first === 'now' ? { version: session.version, result: compute(session.doc) } : null),
    [session, compute, first],
  )
  const [last, setLast] = useState<{ readonly compute: unknown; readonly result: R } | null>(null)
  const known = last?.compute === compute ? last : begun
  const isNew = known === null
  const isDone = known === begun && begun?.version === version
  useEffect(() => {
    if (isDone) return undefined
    let idle = 0
    const work = () => setLast({ compute, result: compute(session.doc) })
    const timer = setTimeout(
      () => {
        idle = requestIdleCallback(work, { timeout: 1000 })
      },
      isNew ? 0 : quietFor,
    )
    return () => {
      clearTimeout(timer)
      cancelIdleCallback(idle)
    }
    // that there is a first result now is no reason to compute a second
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [session, version, compute])
  return known?.result
}

/**
 * Counts the changes of the document as of its last quiet moment, for what is computed from all of it and shared.
 * @param begin the count to begin with, e.g. of what has been computed already; only its first result counts
 */
export function useQuietVersion(begin: () => number): number {
  const version = useVersion()
  const [quiet, setQuiet] = useState(begin)
  useEffect(() => {
    if (quiet === version) return undefined
    let idle = 0
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => setQuiet(version), { timeout: 1000 })
    }, quietFor)
    return () => {
      clearTimeout(timer)
      cancelIdleCallback(idle)
    }
  }, [quiet, version])
  // another document in its place counts anew
  return Math.min(quiet, version)
}
