import { useEffect } from 'react'
import { pressed } from '../ui/keys'
import { allActions, perform, situation } from './actions'
import { watchCaret } from './caret'
import './documentActions'
import { useOverlay } from './overlay'
import { watchRegions } from './regions'
import { useApp } from './store'

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)

/** Keys pressed while nothing has the focus, e.g. after its button went, belong to the part in the middle. */
const inside = (target: EventTarget | null, part: string) =>
  target === document.body
    ? document.querySelector(`main [data-part="${part}"]`) !== null
    : target instanceof Element && target.closest(`[data-part="${part}"]`) !== null

/** Listens for keys and menu choices for as long as the page lives. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || useOverlay.getState().overlay) return
      const now = situation()
      const action = allActions().find(
        one =>
          one.keys?.some(chord => pressed(event, chord)) &&
          (one.whileTyping || !typing(event.target)) &&
          (!one.within || inside(event.target, one.within)) &&
          one.enabled(now),
      )
      if (!action) return
      event.preventDefault()
      void action.run(now)
    }
    window.addEventListener('keydown', onKey)
    const unwatch = [watchRegions(), watchCaret()]
    const stop = useApp.getState().bridge.on('menu.action', ({ action }) => void perform(action))
    return () => {
      window.removeEventListener('keydown', onKey)
      stop()
      for (const end of unwatch) end()
    }
  }, [])
}
