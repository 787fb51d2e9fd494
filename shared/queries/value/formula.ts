/**
 * Our own small formula language: numbers, + - * / ^ and brackets, % after a number, min, max, sum and round with
 * arguments between semicolons, and other quantities by reference. ^ binds from the right and before a minus: -2^2 is
 * -4. Nothing here is ever run as code.
 */
import { norm } from '../norm'
import { tokensOf, type FormulaError, type FormulaErrorCode, type Sign, type Token } from './tokens'

export const formulaFunctions = ['min', 'max', 'sum', 'round'] as const
export type FormulaFunction = (typeof formulaFunctions)[number]
export type FormulaOperator = '+' | '-' | '*' | '/' | '^'

/** A formula as a tree; `position` is where it stands in the text. */
export type Formula = { readonly position: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'reference'; readonly id: string }
  /** A name nobody has found a quantity for. */
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'operation'
      readonly operator: FormulaOperator
      readonly left: Formula
      readonly right: Formula
    }
  | { readonly kind: 'negative' | 'percent'; readonly of: Formula }
  | { readonly kind: 'call'; readonly name: FormulaFunction; readonly args: readonly Formula[] }
)

export type ParsedFormula =
  { readonly ok: true; readonly formula: Formula } | { readonly ok: false; readonly error: FormulaError }

/** Signs and powers may stand within each other this deep; brackets half as deep. */
const MAX_DEPTH = 100

/** What stops reading; never leaves this file. */
class Stop {
  readonly error: FormulaError
  constructor(error: FormulaError) {
    this.error = error
  }
}

/**
 * Reads a formula as it is stored: references are {quantity:id}, decimals come after a point. Names that were left as
 * written stay in the tree; whoever works it out says that they are unknown. Never throws.
 */
export function parseFormula(stored: string): ParsedFormula {
  const tokens = tokensOf(stored, { typed: false })
  return Array.isArray(tokens) ? parseTokens(tokens, stored.length) : { ok: false, error: tokens }
}

/** The tree of a formula's words; `end` is the length of its text. */
export function parseTokens(tokens: readonly Token[], end: number): ParsedFormula {
  try {
    return { ok: true, formula: read(tokens, end) }
  } catch (stop) {
    if (stop instanceof Stop) return { ok: false, error: stop.error }
    throw stop
  }
}

function read(tokens: readonly Token[], end: number): Formula {
  let at = 0
  let depth = 0

  const fail = (code: FormulaErrorCode, token: Token | undefined = tokens[at]): never => {
    throw new Stop({ code, position: token?.position ?? end, text: token?.text ?? '' })
  }
  const isSign = (...wanted: Sign[]) => {
    const token = tokens[at]
    return token?.kind === 'sign' && wanted.includes(token.sign) ? token.sign : undefined
  }
  const expect = (sign: Sign) => {
    if (!isSign(sign)) fail(at < tokens.length ? 'unexpected' : 'unfinished')
    at++
  }
  const deeper = <T>(inner: () => T): T => {
    if (++depth > MAX_DEPTH) fail('tooDeep')
    const result = inner()
    depth--
    return result
  }

  const leftToRight = (operators: readonly ('+' | '-' | '*' | '/')[], operand: () => Formula): Formula => {
    let left = operand()
    for (;;) {
      const operator = isSign(...operators) as FormulaOperator | undefined
      if (!operator) return left
      const { position } = tokens[at++]!
      left = { kind: 'operation', operator, left, right: operand(), position }
    }
  }
  const sum = (): Formula => leftToRight(['+', '-'], product)
  const product = (): Formula => leftToRight(['*', '/'], signed)
  const signed = (): Formula =>
    deeper(() => {
      const position = tokens[at]?.position ?? end
      if (isSign('+')) {
        at++
        return signed()
      }
      if (!isSign('-')) return power()
      at++
      return { kind: 'negative', of: signed(), position }
    })
  const power = (): Formula => {
    const left = percent()
    if (!isSign('^')) return left
    const { position } = tokens[at++]!
    return { kind: 'operation', operator: '^', left, right: signed(), position }
  }
  const percent = (): Formula => {
    let of = atom()
    while (isSign('%')) of = { kind: 'percent', of, position: tokens[at++]!.position }
    return of
  }
  const atom = (): Formula => {
    const token = tokens[at]
    if (!token) return fail(tokens.length === 0 ? 'empty' : 'unfinished')
    if (token.kind === 'sign') {
      if (token.sign !== '(') return fail('unexpected')
      at++
      const inner = deeper(sum)
      expect(')')
      return inner
    }
    at++
    const { position } = token
    if (token.kind === 'number') return { kind: 'number', value: token.value, position }
    if (token.kind === 'reference') return { kind: 'reference', id: token.id, position }
    if (token.kind === 'name') return { kind: 'name', name: token.name, position }
    return call(token)
  }
  const call = (token: Token & { kind: 'function' }): Formula => {
    const name = formulaFunctions.find(one => one === norm(token.name)) ?? fail('unknownFunction', token)
    expect('(')
    const args: Formula[] = []
    if (!isSign(')')) {
      args.push(deeper(sum))
      while (isSign(';')) {
        at++
        args.push(deeper(sum))
      }
    }
    expect(')')
    if (args.length === 0 || (name === 'round' && args.length > 2)) fail('arguments', token)
    return { kind: 'call', name, args, position: token.position }
  }

  const whole = sum()
  if (at < tokens.length) fail('unexpected')
  return whole
}

/** The ids of the quantities a formula names, each once. */
export function referencesIn(formula: Formula): readonly string[] {
  const ids = new Set<string>()
  const rest: Formula[] = [formula]
  for (let one = rest.pop(); one; one = rest.pop()) {
    if (one.kind === 'reference') ids.add(one.id)
    else if (one.kind === 'operation') rest.push(one.left, one.right)
    else if (one.kind === 'negative' || one.kind === 'percent') rest.push(one.of)
    else if (one.kind === 'call') rest.push(...one.args)
  }
  return [...ids]
}
