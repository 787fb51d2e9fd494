/** Texts for components. */
import type { i18n } from 'i18next'
import { createContext, createElement, use, useEffect, useState, type ReactNode } from 'react'
import type { T, Texts } from '../../shared/i18n'

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

/** Texts in the language that is spoken now. */
export function spokenIn(texts: i18n): Spoken {
  const { language } = texts
  return { t: quickly(texts.getFixedT(language), texts.getResourceBundle(language, 'translation')), language }
}

/**
 * A text with nothing to fill in is read where its selector points: a board asks for hundreds with every key, and the
 * way through the library takes ten times as long.
 */
function quickly(t: T, texts: Texts): T {
  const fill = t as unknown as (...given: unknown[]) => string
  const read = (...given: unknown[]) => {
    const text = given.length === 1 ? textAt(texts, given[0]) : undefined
    return typeof text === 'string' && !text.includes('{{') ? text : fill(...given)
  }
  return read as unknown as T
}

/** What a selector leads to; nothing for a key of another kind, or one that only a newer version knows. */
function textAt(texts: Texts, key: unknown): unknown {
  try {
    return typeof key === 'function' ? (key as (texts: Texts) => unknown)(texts) : undefined
  } catch {
    return undefined
  }
}

function useSpoken(): Spoken {
  const spoken = use(SpokenContext)
  if (!spoken) throw new Error('texts are for what stands inside the page')
  return spoken
}

/** `const t = useText()`, then `t(($) => $.board.addStage)`. */
export const useText = (): T => useSpoken().t

/** The language of the page, for numbers and dates. */
export const useLanguage = (): string => useSpoken().language
