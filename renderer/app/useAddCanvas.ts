import { addCanvas } from '../../shared/commands'
import { useSession } from '../document/hooks'
import { useText } from '../ui/text'
import { goTo } from './store'

/** Adds a canvas to the document on screen and goes there. */
export function useAddCanvas(): () => void {
  const t = useText()
  const session = useSession()
  return () => {
    const made = session.dispatch(addCanvas, { title: t($ => $.canvas.untitled) })
    if (made) goTo('canvas', { canvasId: made.id, selection: [], canvasViewport: null })
  }
}
