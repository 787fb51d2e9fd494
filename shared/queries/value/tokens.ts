/** The words of a formula. Both ways of writing one go through here: as stored and as people write it. */

/** A formula is never longer than this, in UTF-16 units; nothing longer is looked at. */
export const MAX_FORMULA = 2000

/**
 * Why a formula cannot be read. `ambiguousComma`: a comma inside a function or before three digits could mean two
 * things · `arguments`: a function got too few or too many · `number`: too large to be counted with.
 */
export type FormulaErrorCode =
  | 'empty'
  | 'tooLong'
  | 'tooDeep'
  | 'unexpected'
  | 'unfinished'
  | 'unknownFunction'
  | 'unknownName'
  | 'ambiguousName'
  | 'ambiguousComma'
  | 'arguments'
  | 'number'

export interface FormulaError {
  readonly code: FormulaErrorCode
  /** Where in the text it begins, in UTF-16 units. */
  readonly position: number
  /** What stands there; '' at the end. */
  readonly text: string
}

export type Sign = '+' | '-' | '*' | '/' | '^' | '(' | ')' | ';' | '%'

export type Token = { readonly position: number; readonly text: string } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'reference'; readonly id: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'sign'; readonly sign: Sign }
)

export interface Reading {
  /** People's writing: a decimal comma and blanks between groups of three digits are understood outside functions. */
  readonly typed: boolean
  /** The mark people here write before decimals; it settles what 1,500 is. */
  readonly decimal?: '.' | ',' | undefined
}

const blank = /\s+/y
const reference = /\{(quantity:[A-Za-z0-9_-]{1,60})\}/y
const bracketed = /\[((?:[^\]]|\]\])*)\]/y
const word = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?: +[\p{L}_][\p{L}\p{M}\p{N}_]*)*/uy
const plainNumber = /(?:\d+(?:\.\d*)?|\.\d+)/y
const typedNumber = /(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d])(?:[.,]\d*)?|\d+(?:[.,]\d*)?|[.,]\d+)/y
const signs: Readonly<Record<string, Sign>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '–': '-',
  '*': '*',
  '×': '*',
  '·': '*',
  '/': '/',
  '÷': '/',
  '^': '^',
  '(': '(',
  ')': ')',
  ';': ';',
  '%': '%',
}

/** Why a formula cannot be read, and where. */
export const unreadable = (code: FormulaErrorCode, position: number, text = ''): FormulaError => ({
  code,
  position,
  text,
})

/** A name as it stands between brackets: a closing bracket of its own is written twice. */
export const inBrackets = (name: string): string => `[${name.replaceAll(']', ']]')}]`

/**
 * Cuts a formula into its words. Nothing is thrown away but blanks, so that a changed word can be put back in place.
 * @returns the words, or what cannot be read
 */
export function tokensOf(text: string, { typed, decimal }: Reading): Token[] | FormulaError {
  if (text.length > MAX_FORMULA) return unreadable('tooLong', MAX_FORMULA)
  const tokens: Token[] = []
  /** for every open bracket, whether it or one around it belongs to a function */
  const open: boolean[] = []
  let position = 0
  const match = (pattern: RegExp) => {
    pattern.lastIndex = position
    return pattern.exec(text)
  }
  while (position < text.length) {
    const skipped = match(blank)
    if (skipped) {
      position += skipped[0].length
      continue
    }
    const inFunction = open.at(-1) ?? false
    const comma = typed && !inFunction
    const found =
      match(reference) ?? match(bracketed) ?? match(word) ?? match(comma ? typedNumber : plainNumber)
    const whole = found?.[0] ?? text[position]!
    const at = { position, text: whole }
    const first = whole[0]!
    position += whole.length
    if (!found) {
      const sign = signs[first]
      if (sign) {
        if (sign === '(') open.push(inFunction || tokens.at(-1)?.kind === 'function')
        if (sign === ')') open.pop()
        tokens.push({ ...at, kind: 'sign', sign })
      } else if (first === ',' && typed && inFunction) return unreadable('ambiguousComma', at.position, whole)
      else return unreadable('unexpected', at.position, whole)
    } else if (first === '{') tokens.push({ ...at, kind: 'reference', id: found[1]! })
    else if (first === '[') tokens.push({ ...at, kind: 'name', name: found[1]!.replaceAll(']]', ']') })
    else if (/[\p{L}_]/u.test(whole)) {
      const calls = /^\s*\(/.test(text.slice(position))
      tokens.push({ ...at, kind: calls ? 'function' : 'name', name: whole })
    } else {
      if (decimal !== ',' && /,\d{3}$/.test(whole)) return unreadable('ambiguousComma', at.position, whole)
      const value = Number(whole.replaceAll(/\s/g, '').replace(',', '.'))
      if (!Number.isFinite(value)) return unreadable('number', at.position, whole)
      tokens.push({ ...at, kind: 'number', value })
    }
  }
  return tokens
}
