import { useEffect } from 'react'
import { useLanguage } from '../ui/text'
import { useApp } from './store'

/** Puts the chosen appearance and language on the page: `data-theme` for the colours, `lang` for readers aloud. */
export function useTheme(): void {
  const theme = useApp(state => state.settings.theme)
  // the language the page speaks already, not the one still being loaded
  const language = useLanguage()
  useEffect(() => {
    const page = document.documentElement
    if (theme === 'system') delete page.dataset['theme']
    else page.dataset['theme'] = theme
    page.lang = language
  }, [theme, language])
}
