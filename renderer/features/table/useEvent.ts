import { useCallback, useLayoutEffect, useRef } from 'react'

/** A function that stays the same over all redraws and does what its latest version does; never while drawing. */
export function useEvent<A extends unknown[]>(handler: (...args: A) => void): (...args: A) => void {
  const latest = useRef(handler)
  useLayoutEffect(() => {
    latest.current = handler
  })
  return useCallback((...args: A) => latest.current(...args), [])
}
