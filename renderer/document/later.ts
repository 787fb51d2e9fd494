/** What is too dear to compute while somebody types. */
import { useEffect, useState } from 'react'
import type { DocumentView } from '../../shared/document'
import { useSession, useVersion } from './hooks'

/** So long the document must have stood still, ms. */
const quietFor = 150

/**
 * Something computed from the document when the page has a quiet moment; meanwhile the last result stands.
 * @param compute stays the same function while it computes the same
 * @returns undefined until there is a first result
 */
export function useLater<R>(compute: (document: DocumentView) => R): R | undefined {
  const session = useSession()
  const version = useVersion()
  const [last, setLast] = useState<{ readonly compute: unknown; readonly result: R } | null>(null)
  const first = last?.compute !== compute
  useEffect(() => {
    let idle = 0
    const timer = setTimeout(
      () => {
        idle = requestIdleCallback(() => setLast({ compute, result: compute(session.doc) }), {
          timeout: 1000,
        })
      },
      first ? 0 : quietFor,
    )
    return () => {
      clearTimeout(timer)
      cancelIdleCallback(idle)
    }
    // that there is a first result now is no reason to compute a second
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [session, version, compute])
  return first ? undefined : last.result
}
