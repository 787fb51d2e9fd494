import { useCallback, useRef, useState } from 'react'

/** Does one thing at a time; a second wish while one is under way is passed over (a double click opens once). */
export type Once = (work: () => Promise<void> | void) => void

export function useOnce(): { busy: boolean; once: Once } {
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const once = useCallback((work: () => Promise<void> | void) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    void Promise.resolve(work()).finally(() => {
      running.current = false
      setBusy(false)
    })
  }, [])
  return { busy, once }
}
