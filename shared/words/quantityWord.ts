/** Well-known names of numbers in the reader's language; others are people's own words. */
import type { T } from '../i18n'
import { quantityNames } from '../model/quantity'
import { norm, POINTS_NEEDED, POINTS_PER_PURCHASE, PURCHASES_NEEDED, YEARS } from '../queries'

/** Names with words of their own. */
export const knownNames = [
  ...quantityNames,
  YEARS,
  PURCHASES_NEEDED,
  POINTS_NEEDED,
  POINTS_PER_PURCHASE,
] as const
export type KnownName = (typeof knownNames)[number]

const byNorm = new Map(knownNames.map(name => [norm(name), name]))

/** The well-known name this is, however it is written; undefined for people's own words. */
export const knownName = (name: string): KnownName | undefined => byNorm.get(norm(name))

/** What a number is called on the page. */
export function quantityWord(t: T, name: string): string {
  const known = knownName(name)
  return known ? t($ => $.quantities.names[known]) : name
}
