import { useEffect } from 'react'
import { useApp } from './store'

/** Puts the chosen appearance and language on the page: `data-theme` for the colours, `lang` for readers aloud. */
export function useTheme(): void {
  const theme = useApp(state => state.settings.theme)
  const language = useApp(state => state.settings.language)
  useEffect(() => {
    const page = document.documentElement
    if (theme === 'system') delete page.dataset['theme']
    else page.dataset['theme'] = theme
    page.lang = language
  }, [theme, language])
}
