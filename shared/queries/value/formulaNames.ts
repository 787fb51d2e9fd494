/** Formulas between the file, where they name quantities by id, and people, who name them by name. */
import { norm } from '../norm'
import { parseTokens } from './formula'
import { inBrackets, tokensOf, type FormulaError } from './tokens'

/** A quantity that a formula can name. */
export interface FormulaName {
  /** Of the quantity. */
  readonly id: string
  /** As people read it: well-known names in their language. */
  readonly name: string
  /** What the owner is called; '' when it has no name. */
  readonly owner: string
  /** Names of the same owner as the formula come first: [Price] there is the own price. */
  readonly own?: boolean
}

export interface FormulaScope {
  readonly names: readonly FormulaName[]
  /** The mark people here write before decimals; a point when left out. */
  readonly decimal?: '.' | ','
}

export type StoredFormula =
  { readonly ok: true; readonly stored: string } | { readonly ok: false; readonly error: FormulaError }

/** Everything a quantity can be called, the shortest first. */
const labelsOf = ({ name, owner }: FormulaName) => (owner ? [name, `${owner}: ${name}`] : [name])

/** Which quantities a label may mean; own ones hide others. */
function lookup({ names }: FormulaScope): (label: string) => readonly string[] {
  const own = new Map<string, string[]>()
  const all = new Map<string, string[]>()
  for (const entry of names) {
    for (const label of new Set(labelsOf(entry).map(norm))) {
      for (const known of entry.own ? [own, all] : [all]) {
        const ids = known.get(label)
        if (ids) ids.push(entry.id)
        else known.set(label, [entry.id])
      }
    }
  }
  return label => own.get(norm(label)) ?? all.get(norm(label)) ?? []
}

/**
 * A stored formula as people read it: [Name], [Owner: Name] where the name alone could mean another, and the reference
 * itself where neither tells them apart. What cannot be read is shown as it is.
 */
export function toShown(stored: string, scope: FormulaScope): string {
  const tokens = tokensOf(stored, { typed: false })
  if (!Array.isArray(tokens)) return stored
  const find = lookup(scope)
  const entries = new Map(scope.names.map(entry => [entry.id, entry]))
  const open: boolean[] = []
  return replaced(
    stored,
    tokens.map((token, at) => {
      if (token.kind === 'sign' && token.sign === '(')
        open.push((open.at(-1) ?? false) || tokens[at - 1]?.kind === 'function')
      if (token.kind === 'sign' && token.sign === ')') open.pop()
      if (token.kind === 'number' && scope.decimal === ',' && !open.at(-1))
        return token.text.replace('.', ',')
      if (token.kind !== 'reference') return token.text
      const entry = entries.get(token.id)
      const label = entry && labelsOf(entry).find(one => one.trim() !== '' && alone(find(one), token.id))
      return label === undefined ? token.text : inBrackets(label)
    }),
    tokens,
  )
}

const alone = (ids: readonly string[], id: string) => ids.length === 1 && ids[0] === id

/**
 * What people wrote as it is stored. Names are found without case and accents; decimal commas become points.
 * @returns the formula, or why it cannot be read: also `unknownName` and `ambiguousName`, with their position
 */
export function toStored(shown: string, scope: FormulaScope): StoredFormula {
  const tokens = tokensOf(shown, { typed: true, decimal: scope.decimal })
  if (!Array.isArray(tokens)) return { ok: false, error: tokens }
  const parsed = parseTokens(tokens, shown.length)
  if (!parsed.ok) return parsed
  const find = lookup(scope)
  const words: string[] = []
  for (const token of tokens) {
    const { position, text } = token
    if (token.kind === 'name') {
      const ids = find(token.name)
      if (ids.length !== 1) {
        const code = ids.length === 0 ? 'unknownName' : 'ambiguousName'
        return { ok: false, error: { code, position, text: token.name } }
      }
      words.push(`{${ids[0]!}}`)
    } else if (token.kind === 'number') words.push(text.replaceAll(/\s/g, '').replace(',', '.'))
    else words.push(token.kind === 'sign' ? token.sign : text)
  }
  const stored = replaced(shown, words, tokens)
  const again = tokensOf(stored, { typed: false })
  return Array.isArray(again) ? { ok: true, stored } : { ok: false, error: again }
}

/** The text with each of its words replaced and everything between them kept. */
function replaced(
  text: string,
  words: readonly string[],
  tokens: readonly { readonly position: number; readonly text: string }[],
): string {
  let end = 0
  const parts = tokens.map((token, at) => {
    const before = text.slice(end, token.position)
    end = token.position + token.text.length
    return before + words[at]!
  })
  return parts.join('') + text.slice(end)
}
