/** A formula becomes steps of a program; units are checked on the way. */
import type { Formula } from './formula'
import type { Node, Program } from './program'
import type { QuantityProblemCode } from './types'
import { added, bareNumber, mismatch, multiplied, raised, type Dimension, type Mismatch } from './units'

/** What a formula, or a part of it, comes to. */
export interface Compiled {
  readonly node: Node
  readonly dimension: Dimension
}

type Lack = 'empty' | 'broken'

/** Why it comes to nothing; `empty` and `broken` are no fault of this formula but of what it names. */
export type NoResult =
  | { readonly code: Lack }
  | { readonly code: QuantityProblemCode; readonly params: Readonly<Record<string, string | number>> }

export type Outcome = Compiled | NoResult

/** What is missing is missing elsewhere. */
export const lack = (code: Lack): NoResult => ({ code })

/** What is wrong with this formula itself. */
export const problem = (
  code: QuantityProblemCode,
  params: Readonly<Record<string, string | number>>,
): NoResult => ({ code, params })

export const hasResult = (outcome: Outcome): outcome is Compiled => 'node' in outcome

/**
 * Turns a formula into steps.
 * @param find what a reference stands for; undefined when there is no such quantity
 */
export function compile(
  program: Program,
  formula: Formula,
  find: (id: string) => Outcome | undefined,
): Outcome {
  const { position } = formula
  const inner = (one: Formula) => compile(program, one, find)
  switch (formula.kind) {
    case 'number':
      return { node: program.constant(formula.value), dimension: bareNumber }
    case 'reference':
      return find(formula.id) ?? problem('unknownName', { name: formula.id, position })
    case 'name':
      return problem('unknownName', { name: formula.name, position })
    case 'negative':
    case 'percent': {
      const of = inner(formula.of)
      if (!hasResult(of)) return of
      const factor = program.constant(formula.kind === 'negative' ? -1 : 0.01)
      return { ...of, node: program.of('multiply', of.node, factor) }
    }
    case 'operation': {
      const [left, right] = [inner(formula.left), inner(formula.right)]
      if (!hasResult(left)) return worse(left, right)
      if (!hasResult(right)) return right
      return checked(program, operated(program, formula.operator, left, right), position)
    }
    case 'call': {
      const args = formula.args.map(inner)
      const [first, ...rest] = args
      const without = args
        .filter(one => !hasResult(one))
        .reduce<Outcome | undefined>((found, one) => (found ? worse(found, one) : one), undefined)
      if (!first || without) return without ?? lack('empty')
      if (formula.name === 'round') {
        const digits = rest[0] ?? { node: program.constant(0), dimension: bareNumber }
        if (!hasResult(first) || !hasResult(digits)) return first
        return checked(program, { ...first, node: program.of('round', first.node, digits.node) }, position)
      }
      const operation = formula.name === 'sum' ? 'add' : formula.name
      return rest.reduce<Outcome>(
        (all, one) =>
          hasResult(all) && hasResult(one)
            ? checked(program, joined(program, operation, all, one), position)
            : all,
        first,
      )
    }
    default:
      return formula satisfies never
  }
}

/** A fault of this formula is told before one of another quantity, and that before a missing number. */
function worse(one: Outcome, other: Outcome): Outcome {
  const weight = (outcome: Outcome) =>
    hasResult(outcome) ? 0 : outcome.code === 'empty' ? 1 : outcome.code === 'broken' ? 2 : 3
  return weight(other) > weight(one) ? other : one
}

const operators = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide', '^': 'power' } as const

function operated(
  program: Program,
  operator: keyof typeof operators,
  left: Compiled,
  right: Compiled,
): Compiled | Mismatch {
  const node = () => program.of(operators[operator], left.node, right.node)
  switch (operator) {
    case '+':
    case '-':
      return joined(program, operators[operator], left, right)
    case '*':
    case '/':
      return {
        node: node(),
        dimension: multiplied(left.dimension, right.dimension, operator === '*' ? 1 : -1),
      }
    case '^': {
      const { low, high } = program.range(right.node)
      const clean = right.dimension.exponents.size === 0
      const dimension = clean && raised(left.dimension, low === high ? low : null)
      return dimension
        ? { node: node(), dimension: { ...dimension, bare: left.dimension.bare && right.dimension.bare } }
        : mismatch('unit', left.dimension, right.dimension)
    }
    default:
      return operator satisfies never
  }
}

function joined(
  program: Program,
  operation: 'add' | 'subtract' | 'min' | 'max',
  left: Compiled,
  right: Compiled,
): Compiled | Mismatch {
  const dimension = added(left.dimension, right.dimension)
  return 'code' in dimension ? dimension : { node: program.of(operation, left.node, right.node), dimension }
}

function checked(program: Program, found: Compiled | Mismatch, position: number): Outcome {
  if ('code' in found) return { code: found.code, params: { left: found.left, right: found.right, position } }
  const failure = program.failure(found.node)
  return failure ? { code: failure, params: { position } } : found
}
