import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useSession } from '../document/hooks'
import { useApp } from './store'
import { freshView, type ViewState } from './view'

/** How the document on screen is being looked at: the parts that are named, redrawn when one of them changes. */
export function useView<K extends keyof ViewState>(...parts: readonly K[]): Pick<ViewState, K> {
  const session = useSession()
  const fresh = useMemo(() => freshView(session.doc), [session])
  return useApp(
    useShallow(state => {
      const view = state.views[session.handle] ?? fresh
      return Object.fromEntries(parts.map(part => [part, view[part]])) as Pick<ViewState, K>
    }),
  )
}
