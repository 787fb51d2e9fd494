/** Texts for components. */
import type { i18n } from 'i18next'
import { createContext, createElement, use, useEffect, useState, type ReactNode } from 'react'
import type { T } from '../../shared/i18n'

interface Spoken {
  readonly t: T
  /** The language of the page. */
  readonly language: string
}

const SpokenContext = createContext<Spoken | null>(null)

/** Gives all inside their texts, anew when another language is spoken; listened to here once instead of by each. */
export function TextProvider({ texts, children }: { texts: i18n; children: ReactNode }) {
  const [spoken, setSpoken] = useState(() => spokenIn(texts))
  useEffect(() => {
    const change = () => setSpoken(now => (now.language === texts.language ? now : spokenIn(texts)))
    // it may have changed before this
    change()
    texts.on('languageChanged', change)
    return () => texts.off('languageChanged', change)
  }, [texts])
  return createElement(SpokenContext, { value: spoken }, children)
}

const spokenIn = (texts: i18n): Spoken => ({
  t: texts.getFixedT(texts.language),
  language: texts.language,
})

function useSpoken(): Spoken {
  const spoken = use(SpokenContext)
  if (!spoken) throw new Error('texts are for what stands inside the page')
  return spoken
}

/** `const t = useText()`, then `t(($) => $.board.addStage)`. */
export const useText = (): T => useSpoken().t

/** The language of the page, for numbers and dates. */
export const useLanguage = (): string => useSpoken().language
