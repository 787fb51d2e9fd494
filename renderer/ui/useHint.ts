/** A word about the row somebody points at or stands in, asked for then and not before. */
import { createContext, use, useEffect, useRef, useState, type FocusEvent } from 'react'

/** Whose fields the rows inside are: an id for those who say something about them. */
export const FieldsOf = createContext('')

/** What is to be said about the row of a label; null is nothing. Without a provider rows say nothing. */
export const FieldHints = createContext<((of: string, label: string) => Promise<string | null>) | null>(null)

/** How long somebody points, or stands in a row, before it is asked; milliseconds. */
const patience = { pointing: 450, standing: 900 } as const

export function useHint(label: string) {
  const ask = use(FieldHints)
  const of = use(FieldsOf)
  const [hint, setHint] = useState<string | null>(null)
  const asking = useRef<ReturnType<typeof setTimeout>>(undefined)
  const visit = useRef(0)
  const leave = () => {
    visit.current += 1
    clearTimeout(asking.current)
    setHint(null)
  }
  const enter = (wait: number) => {
    leave()
    const asked = visit.current
    asking.current = setTimeout(() => {
      void ask?.(of, label).then(said => visit.current === asked && setHint(said))
    }, wait)
  }
  useEffect(() => () => clearTimeout(asking.current), [])
  if (!ask) return { hint: null, onRow: {}, onLabel: {} }
  return {
    hint,
    onRow: {
      onFocus: (event: FocusEvent) => {
        if (event.target.matches(':focus-visible')) enter(patience.standing)
      },
      onBlur: leave,
      // whoever writes is not to be disturbed
      onKeyDown: leave,
    },
    onLabel: { onPointerEnter: () => enter(patience.pointing), onPointerLeave: leave },
  }
}
