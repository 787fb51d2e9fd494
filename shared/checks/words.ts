/** Words that say too little, as data per language. */
import type { DocumentView } from '../document'
import { norm } from '../queries/norm'
import type { WordSetting } from './settings'
import cs from './words/cs.json'
import en from './words/en.json'
import pl from './words/pl.json'
import sk from './words/sk.json'
import sl from './words/sl.json'

const lists: Readonly<Record<string, typeof en>> = { en, sk, cs, pl, sl }

export interface WordLists {
  /** The word by which a segment's name means everybody, else undefined. */
  readonly everyoneIn: (name: string) => string | undefined
  /** The first vague word of a title, else undefined. */
  readonly vagueIn: (title: string) => string | undefined
}

/** The lists of the project's languages; of all of them where it names none that we know. */
export function wordsOf(document: DocumentView): WordLists {
  const { languages, checkSettings } = document.project()
  const named = languages.flatMap(language => lists[language.slice(0, 2).toLowerCase()] ?? [])
  const used = named.length > 0 ? named : Object.values(lists)
  const own = (name: WordSetting) => {
    const words = checkSettings[name]
    return Array.isArray(words) ? words : []
  }
  const everyone = finder([...used.flatMap(list => list.everyone), ...own('L21.words')])
  const whole = new Map(used.flatMap(list => list.nobodyInParticular).map(word => [norm(word), word]))
  return {
    everyoneIn: name => whole.get(norm(name)) ?? everyone(name),
    vagueIn: finder([...used.flatMap(list => list.vague), ...own('L35.words')]),
  }
}

const tokensOf = (text: string) => norm(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Finds the first of some words or phrases in a text, as whole words, whatever case, accents and hyphens. */
function finder(words: readonly string[]): (text: string) => string | undefined {
  const byFirst = new Map<string, { readonly word: string; readonly tokens: readonly string[] }[]>()
  for (const word of words) {
    const tokens = tokensOf(word)
    const [first] = tokens
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { word, tokens }])
  }
  return text => {
    const given = tokensOf(text)
    for (const [at, token] of given.entries()) {
      const here = byFirst.get(token)?.find(({ tokens }) => tokens.every((one, n) => given[at + n] === one))
      if (here) return here.word
    }
    return undefined
  }
}
