import { useDeferredValue, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Whether arrow keys lead through the board: nothing else has been pressed since. */
let walking = false

/**
 * A value as it is; while arrow keys lead from one to the next a moment later, so that the board is drawn first and what
 * is only passed costs nothing. Any other key or press finds it up to date.
 */
export function useAfterArrows<V>(value: V): V {
  const later = useDeferredValue(value)
  const [, catchUp] = useState(0)
  const isBehind = walking && later !== value
  useEffect(() => {
    const press = (event: KeyboardEvent | PointerEvent) => {
      const was = walking
      walking = event instanceof KeyboardEvent && event.key.startsWith('Arrow')
      if (was && !walking && isBehind) flushSync(() => catchUp(count => count + 1))
    }
    window.addEventListener('keydown', press, { capture: true })
    window.addEventListener('pointerdown', press, { capture: true })
    return () => {
      window.removeEventListener('keydown', press, { capture: true })
      window.removeEventListener('pointerdown', press, { capture: true })
    }
  }, [isBehind])
  return isBehind ? later : value
}
