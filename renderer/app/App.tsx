import type { i18n } from 'i18next'
import { useEffect } from 'react'
import { speak } from '../../shared/i18n'
import { SessionContext } from '../document/hooks'
import { Home } from '../features/home/Home'
import { CopyDialog } from '../features/merge/CopyDialog'
import { Toasts } from './Toasts'
import { FileDrop } from './FileDrop'
import { Frame } from './Frame'
import { Mishap } from './Mishap'
import { useOverlay } from './overlay'
import { Overlays } from './Overlays'
import { useShortcuts } from './shortcuts'
import { useApp } from './store'
import { useTheme } from './theme'

/** The page: Home, or the document on screen; one window over it; messages. */
export function App({ texts }: { texts: i18n }) {
  const language = useApp(state => state.settings.language)
  const active = useApp(state => state.sessions.find(session => session.handle === state.active))
  const overlay = useOverlay(state => state.overlay)
  const copies = useApp(state => state.beside[0])
  useTheme()
  useShortcuts()
  useEffect(() => {
    // one that loads late does not speak over a newer choice
    const latest = () => useApp.getState().settings.language
    void speak(texts, language).then(() => (latest() === language ? undefined : speak(texts, latest())))
  }, [texts, language])

  return (
    <>
      <Mishap key={active?.handle ?? 'home'}>
        {active ? (
          <SessionContext value={active}>
            <Frame />
          </SessionContext>
        ) : (
          <Home />
        )}
      </Mishap>
      {overlay && (
        <SessionContext value={active ?? null}>
          <Overlays overlay={overlay} />
        </SessionContext>
      )}
      {!overlay && copies && <CopyDialog copies={copies} />}
      <Toasts />
      <FileDrop />
    </>
  )
}
