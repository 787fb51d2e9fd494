/** Makes JSON values from a file harmless: limits, and characters that no text should hold. */
import { MAX_TEXT } from '../../../shared/model/field'
import { Unfit } from './refuse'

/** How deep objects and lists may lie in each other. */
const maxDepth = 64

/** Names that reach into every object of the language; no record has them. */
const dangerous = new Set(['__proto__', 'constructor', 'prototype'])

// NUL, and halves of a character whose other half is missing
const broken = /\0|\p{Surrogate}/u
const everyBroken = /\0|\p{Surrogate}/gu

/** Counts what was put right, for telling once. */
export interface Tally {
  /** Characters that became U+FFFD, and names left out. */
  replaced: number
}

/** A text with NUL and lone surrogates replaced by U+FFFD. */
export function cleanText(text: string, tally: Tally): string {
  if (!broken.test(text)) return text
  return text.replace(everyBroken, () => {
    tally.replaced++
    return '\uFFFD'
  })
}

/**
 * A JSON value with its texts cleaned and dangerous names left out; the very same value when there was nothing to do.
 * @throws Unfit for texts over 20,000 characters, depth over 64 and numbers that are not finite or no JSON
 */
export function clean(value: unknown, tally: Tally, depth = 0): unknown {
  if (typeof value === 'string') {
    if (value.length > MAX_TEXT) throw new Unfit('text too long')
    return cleanText(value, tally)
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Unfit('number not finite')
    return value
  }
  if (typeof value === 'bigint') throw new Unfit('no JSON')
  if (typeof value !== 'object' || value === null) return value
  if (depth >= maxDepth) throw new Unfit('too deep')
  if (Array.isArray(value)) {
    const items = value.map(item => clean(item, tally, depth + 1))
    return items.some((item, at) => item !== value[at]) ? items : value
  }
  return cleanObject(value as Record<string, unknown>, tally, depth)
}

function cleanObject(value: Record<string, unknown>, tally: Tally, depth: number) {
  const before = tally.replaced
  const entries: [string, unknown][] = []
  for (const [name, inner] of Object.entries(value)) {
    if (dangerous.has(name)) tally.replaced++
    else entries.push([clean(name, tally) as string, clean(inner, tally, depth + 1)])
  }
  return tally.replaced === before ? value : Object.fromEntries(entries)
}

/**
 * Parses the JSON of a row.
 * @returns the object, and the text to keep: the given one when nothing had to be put right
 * @param depth where counting of the depth begins
 * @throws Unfit when it is no JSON object or breaks a limit
 */
export function parseObject(
  json: string,
  tally: Tally,
  depth = 0,
): { value: Record<string, unknown>; json: string } {
  let parsed: unknown
  try {
    parsed = JSON.parse(json)
  } catch {
    throw new Unfit('not JSON')
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Unfit('not an object')
  const value = clean(parsed, tally, depth) as Record<string, unknown>
  return { value, json: value === parsed ? json : JSON.stringify(value) }
}
