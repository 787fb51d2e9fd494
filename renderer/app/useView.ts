import { useSession } from '../document/hooks'
import { useApp } from './store'
import { freshView, type ViewState } from './view'

/** How the document on screen is being looked at. */
export function useView(): ViewState {
  const session = useSession()
  return useApp(state => state.views[session.handle]) ?? freshView(session.doc)
}
