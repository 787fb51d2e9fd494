/** How components read the open document: one record, or something computed from all of them. */
import { createContext, use, useCallback, useRef, useSyncExternalStore } from 'react'
import type { DocumentView } from '../../shared/document'
import type { RecordOf, RecordType } from '../../shared/model'
import { equal } from '../../shared/document'
import type { DocumentSession } from './session'

export const SessionContext = createContext<DocumentSession | null>(null)

/** The document on screen. */
export function useSession(): DocumentSession {
  const session = use(SessionContext)
  if (!session) throw new Error('this part of the page stands inside an open document')
  return session
}

/** A record, or undefined when it is not (or no longer) there; redraws when that record changes. */
export function useRecord<T extends RecordType>(
  type: T,
  id: string | null | undefined,
): RecordOf<T> | undefined {
  const session = useSession()
  const subscribe = useCallback(
    (listener: () => void) => (id ? session.subscribeRecord(id, listener) : () => {}),
    [session, id],
  )
  return useSyncExternalStore(subscribe, () => session.doc.find(type, id))
}

/** Something computed from the document; redraws only when the result differs from the last. */
export function useDocument<R>(compute: (document: DocumentView) => R): R {
  const session = useSession()
  const last = useRef<{ version: number; compute: unknown; session: DocumentSession; result: R } | null>(null)
  return useSyncExternalStore(session.subscribe, () => {
    const known = last.current
    if (known?.version === session.version && known.compute === compute && known.session === session)
      return known.result
    const fresh = compute(session.doc)
    const result = known && known.session === session && equal(known.result, fresh) ? known.result : fresh
    last.current = { version: session.version, compute, session, result }
    return result
  })
}

/** Counts the changes of the document, for what must be redrawn after each. */
export function useVersion(): number {
  const session = useSession()
  return useSyncExternalStore(session.subscribe, () => session.version)
}

/** Whether the last changes are on disk, and how the file behind them stands. */
export function useSaving() {
  const session = useSession()
  const saveState = useSyncExternalStore(session.subscribe, () => session.saveState)
  const file = useSyncExternalStore(session.subscribe, () => session.file)
  return { saveState, file }
}
