/** What the pointer needs to know on every board. */
import { useEffect, useRef, type RefObject } from 'react'
import type { Rect } from '../../shared/layout/boxes'
import type { Point } from './hitTest'

/** Whether a key press or a pointer belongs to a field rather than to the board. */
export const inField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, button, [contenteditable]') !== null

/** Whether the space bar is held: then the pointer moves the board. */
export function useSpaceHeld(): RefObject<boolean> {
  const held = useRef(false)
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.code === 'Space' && !inField(event.target)) held.current = event.type === 'keydown'
    }
    addEventListener('keydown', key)
    addEventListener('keyup', key)
    return () => {
      removeEventListener('keydown', key)
      removeEventListener('keyup', key)
    }
  }, [])
  return held
}

/** The rectangle between two opposite corners. */
export function between(a: Point, b: Point): Rect {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return { x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
}
