import type { i18n } from 'i18next'
import { lazy, Suspense, useEffect } from 'react'
import { speak } from '../../shared/i18n'
import { SessionContext } from '../document/hooks'
import { Home } from '../features/home/Home'
import { CopyDialog } from '../features/merge/CopyDialog'
import { Toasts } from './Toasts'
import { FileDrop } from './FileDrop'
import { Mishap } from './Mishap'
import { useOverlay } from './overlay'
import { useShortcuts } from './shortcuts'
import { useApp } from './store'
import { useTheme } from './theme'

const load = () => import('./documentParts')
const Frame = lazy(() => load().then(({ Frame }) => ({ default: Frame })))
const Overlays = lazy(() => load().then(({ Overlays }) => ({ default: Overlays })))

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
  // fetched while nobody waits, so that the first letters after Mod+K are not lost
  useEffect(() => void requestIdleCallback(() => void load()), [])

  return (
    <>
      <Mishap key={active?.handle ?? 'home'}>
        {active ? (
          <SessionContext value={active}>
            <Suspense>
              <Frame />
            </Suspense>
          </SessionContext>
        ) : (
          <Home />
        )}
      </Mishap>
      {overlay && (
        <SessionContext value={active ?? null}>
          <Suspense>
            <Overlays overlay={overlay} />
          </Suspense>
        </SessionContext>
      )}
      {!overlay && copies && <CopyDialog copies={copies} />}
      <Toasts />
      <FileDrop />
    </>
  )
}
