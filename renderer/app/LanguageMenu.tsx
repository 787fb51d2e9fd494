import { ChevronDown } from 'lucide-react'
import { languages, type Language } from '../../shared/ipc/contract'
import { Menu } from '../ui/Menu'
import { useText } from '../ui/text'
import { changeSettings, useApp } from './store'

/** The language's own name; opens the choice of five. */
export function LanguageMenu({
  className,
  caret = false,
}: {
  className?: string | undefined
  caret?: boolean
}) {
  const t = useText()
  const language = useApp(state => state.settings.language)
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          className={className}
          aria-label={`${t($ => $.frame.language)}: ${t($ => $.language[language])}`}
        >
          {t($ => $.language[language])}
          {caret && <ChevronDown size={12} strokeWidth={1.75} aria-hidden />}
        </button>
      }
      groups={[
        languages.map((one: Language) => ({
          id: one,
          label: t($ => $.language[one]),
          checked: one === language,
          run: () => void changeSettings({ language: one }),
        })),
      ]}
    />
  )
}
