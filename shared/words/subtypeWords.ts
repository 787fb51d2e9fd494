/** Words for the kinds of notes, in the reader's language. */
import type { T } from '../i18n'
import type { Block } from '../model/note'
import { subtypeParts, subtypesOf, type subtypes } from '../model/subtype'

type Word = (typeof subtypes)[keyof typeof subtypes][keyof (typeof subtypes)['keyPartners']][number]

/** One key in words; people's own words stand as they are. */
export function subtypeWord(t: T, block: Block, key: string): string {
  const { kinds, more } = subtypesOf(block)
  return kinds.includes(key) || more.includes(key) ? t($ => $.noteInspector.kinds[key as Word]) : key
}

/** A stored kind in words: 'Subscription · list price'; '' where nothing is said. */
export function subtypeWords(t: T, block: Block, subtype: string | null): string {
  const { kind, more } = subtypeParts(block, subtype)
  return [kind, more].flatMap(key => (key ? subtypeWord(t, block, key) : [])).join(' · ')
}
