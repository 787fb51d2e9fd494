/** Titles that say nearly the same. */
import { norm } from '../queries/norm'

/** How many letters a title is told by, for ruling pairs out early; others share a place. */
const buckets = 32

interface Shape {
  readonly at: number
  readonly text: string
  readonly digits: string
  readonly counts: Uint16Array
}

/**
 * Groups of places whose titles are alike: similarity = 1 - edit distance / length of the longer, both without case,
 * accents and needless spaces. Titles that differ in a number ("Shop 1", "Shop 2") differ on purpose. Empty ones are
 * passed over. Every pair is first ruled out by length and letters, so that hundreds stay quick.
 */
export function alike(titles: readonly string[], similarity: number): number[][] {
  const shapes = titles
    .map((title, at) => shapeOf(norm(title), at))
    .filter(({ text }) => text !== '')
    .toSorted((a, b) => a.text.length - b.text.length)
  const root = titles.map((_, at) => at)
  const find = (at: number): number => (root[at] === at ? at : (root[at] = find(root[at]!)))
  shapes.forEach((short, n) => {
    for (const long of shapes.slice(n + 1)) {
      const most = Math.floor((1 - similarity) * long.text.length + 1e-9)
      if (long.text.length - short.text.length > most) break
      if (short.digits !== long.digits || lettersApart(short.counts, long.counts) > most) continue
      if (within(short.text, long.text, most)) root[find(long.at)] = find(short.at)
    }
  })
  const groups = new Map<number, number[]>()
  for (const { at } of shapes) {
    const first = find(at)
    groups.set(first, [...(groups.get(first) ?? []), at])
  }
  return [...groups.values()].filter(group => group.length > 1).map(group => group.toSorted((a, b) => a - b))
}

function shapeOf(text: string, at: number): Shape {
  const counts = new Uint16Array(buckets)
  for (let n = 0; n < text.length; n++) {
    const bucket = text.charCodeAt(n) % buckets
    counts[bucket] = counts[bucket]! + 1
  }
  return { at, text, digits: text.replaceAll(/\D+/g, ' '), counts }
}

/** A lower bound of the edit distance: letters one has and the other lacks. */
function lettersApart(a: Uint16Array, b: Uint16Array): number {
  let [more, less] = [0, 0]
  for (let n = 0; n < buckets; n++) {
    const difference = a[n]! - b[n]!
    if (difference > 0) more += difference
    else less -= difference
  }
  return Math.max(more, less)
}

/** Whether the edit distance of two texts is at most so much; looks at that many places beside the diagonal. */
export function within(a: string, b: string, most: number): boolean {
  if (a === b) return true
  let row = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (let i = 1; i <= a.length; i++) {
    const next: number[] = Array(b.length + 1).fill(most + 1)
    if (i <= most) next[0] = i
    let least = next[0]!
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const value = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + cost)
      next[j] = value
      if (value < least) least = value
    }
    if (least > most) return false
    row = next
  }
  return row[b.length]! <= most
}
