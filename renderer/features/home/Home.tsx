import { CircleQuestionMark, HardDrive, Search, Settings } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { LanguageMenu } from '../../app/LanguageMenu'
import { watchLibrary } from '../../app/library'
import { openOverlay } from '../../app/overlay'
import { IconButton } from '../../ui/Button'
import { pressed, shownKeys } from '../../ui/keys'
import { Mark } from '../../ui/Mark'
import { useText } from '../../ui/text'
import { FirstHint } from './FirstHint'
import { focusCell } from './grid'
import styles from './Home.module.css'
import { Recent } from './Recent'
import { useShown } from './shown'
import { Templates } from './Templates'
import { Tiles } from './Tiles'
import { useOnce } from './useOnce'

/** Where one begins: what was open before, templates, a new journey or a file. */
export function Home() {
  const t = useText()
  const [query, setQuery] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const main = useRef<HTMLElement>(null)
  const { busy, once } = useOnce()
  const { recent, templates, loaded } = useShown(query)
  const nothing = query !== '' && recent.length === 0 && templates.length === 0

  useEffect(watchLibrary, [])
  useFindKey(field)

  const landed = useRef(false)
  useEffect(() => {
    if (!loaded || landed.current) return
    landed.current = true
    // Enter goes on with the last document, the way the eye goes there first
    if (document.activeElement === document.body) focusCell(main.current, 0)
  }, [loaded])

  const clear = () => {
    setQuery('')
    field.current?.focus()
  }
  return (
    <div className={styles.page} aria-busy={busy}>
      <header className={styles.top}>
        <h1 className={styles.brand}>
          <Mark />
          Journeyboard
        </h1>
        <label className={styles.find}>
          <Search size={14} strokeWidth={1.75} aria-hidden />
          <input
            ref={field}
            type="search"
            value={query}
            aria-label={t($ => $.home.search)}
            placeholder={t($ => $.home.search)}
            onChange={event => setQuery(event.target.value)}
            onKeyDown={event => {
              if (event.key === 'Escape') setQuery('')
              else if (event.key === 'ArrowDown') focusCell(main.current, 0)
              else if (event.key === 'Enter' && query) focusCell(main.current, 0)?.click()
              else return
              event.preventDefault()
            }}
          />
          <kbd aria-hidden>{shownKeys('Mod+K')}</kbd>
        </label>
        <IconButton
          icon={CircleQuestionMark}
          label={t($ => $.terms.ui.help)}
          keys="?"
          onClick={() => openOverlay('help')}
        />
        <IconButton
          icon={Settings}
          label={t($ => $.settings.title)}
          keys={shownKeys('Mod+,')}
          onClick={() => openOverlay('settings')}
        />
      </header>

      <main ref={main} className={styles.main}>
        <div className={styles.inner}>
          {query === '' && <Tiles once={once} />}
          {query === '' && <FirstHint once={once} />}
          {nothing ? (
            <div className={styles.none} role="status">
              {t($ => $.home.noMatch, { query })}
              <button type="button" className={styles.quiet} onClick={clear}>
                {t($ => $.home.clearSearch)}
              </button>
            </div>
          ) : (
            loaded && (
              <>
                {(query === '' || recent.length > 0) && (
                  <Recent entries={recent} searching={query !== ''} once={once} />
                )}
                {templates.length > 0 && (
                  <Templates entries={templates} searching={query !== ''} once={once} />
                )}
              </>
            )
          )}
        </div>
      </main>

      <footer className={styles.foot}>
        <span>
          <HardDrive size={13} strokeWidth={1.75} aria-hidden />
          {t($ => $.home.local)}
        </span>
        <LanguageMenu />
      </footer>
    </div>
  )
}

/** Mod+K and Mod+F go to the search field; from inside it they go on to the palette, as everywhere. */
function useFindKey(field: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wanted = pressed(event, 'Mod+K') || pressed(event, 'Mod+F')
      // a window over the page keeps its keys
      if (!wanted || event.target === field.current || document.querySelector('[role=dialog]')) return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [field])
}
