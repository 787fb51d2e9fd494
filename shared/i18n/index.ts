/** Texts in five languages. Wrong keys do not compile: `t(($) => $.board.addStage)`. */
import i18next, { type i18n, type TFunction } from 'i18next'
import { languages, type Language, type Notice } from '../ipc/contract'
import { dateAndTime } from './dates'
import en from './en.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    enableSelector: true
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

export type Texts = typeof en
export type T = TFunction

const others: Record<Exclude<Language, 'en'>, () => Promise<{ default: object }>> = {
  sk: () => import('./sk.json'),
  cs: () => import('./cs.json'),
  pl: () => import('./pl.json'),
  sl: () => import('./sl.json'),
}

/** Texts in one language; the others are loaded when they are asked for. */
export async function textsIn(language: Language): Promise<i18n> {
  const texts = i18next.createInstance()
  await texts.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  } as Parameters<typeof texts.init>[0])
  // `{{at, moment}}` in a text is a date and time; `{{count, number}}` is known from the start
  texts.services.formatter?.add('moment', (at: string, reader = language) => dateAndTime(at, reader, true))
  await speak(texts, language)
  return texts
}

/** Switches texts to another language, loading it first. */
export async function speak(texts: i18n, language: Language): Promise<void> {
  if (language !== 'en' && !texts.hasResourceBundle(language, 'translation')) {
    texts.addResourceBundle(language, 'translation', (await others[language]()).default)
  }
  await texts.changeLanguage(language)
}

/**
 * The sentence for a message that came as data; its code is a key under `errors` or `notices`. Where the message is
 * about a file by name and the sentence leaves the name out, the name comes first.
 */
export function wordsOf(t: T, { code, params }: Notice): string {
  const lookUp = t as unknown as (key: string | string[], options: object) => string
  const words = lookUp([`errors.${code}`, `notices.${code}`, 'errors.unknown'], { code, ...params })
  const { name } = params
  return code.startsWith('file.') && name !== undefined && !words.includes(String(name))
    ? `${name}: ${words}`
    : words
}

/** The nearest language we speak to what a system asks for. */
export function nearestLanguage(wanted: readonly string[]): Language {
  const spoken = wanted.map(tag => tag.slice(0, 2).toLowerCase())
  return spoken.flatMap(tag => languages.find(language => language === tag) ?? [])[0] ?? 'en'
}
