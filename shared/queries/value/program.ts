/**
 * Sums over uncertain numbers as a list of small steps. Each step knows at once how far its result can reach when every
 * number moves within its range on its own (interval arithmetic), and the whole list can be run with chosen numbers,
 * which is what the simulation does thousands of times.
 */
import type { Range3 } from './types'

/** A step of a program, by its place; steps only look back. */
export type Node = number

const operations = [
  'constant',
  'input',
  'add',
  'subtract',
  'multiply',
  'divide',
  'power',
  'min',
  'max',
  'round',
  'share',
] as const
type Operation = (typeof operations)[number]
type Binary = Exclude<Operation, 'constant' | 'input'>

/** Why a step has no result. */
export type Failure = 'divideByZero' | 'noNumber'

/** Rounds half away from zero; the noise of binary fractions is taken off first, so that 1.005 becomes 1.01. */
export function roundTo(value: number, digits: number): number {
  const scale = 10 ** digits
  const scaled = Math.abs(value) * scale
  if (!Number.isFinite(scaled)) return value
  return (Math.sign(value) * Math.round(Number(scaled.toPrecision(15)))) / scale
}

/** One step with plain numbers. `share` is a of a and b together, nothing of nothing being nothing. */
function calculated(operation: Binary, a: number, b: number): number {
  switch (operation) {
    case 'add':
      return a + b
    case 'subtract':
      return a - b
    case 'multiply':
      return a * b
    case 'divide':
      return a / b
    case 'power':
      return a ** b
    case 'min':
      return Math.min(a, b)
    case 'max':
      return Math.max(a, b)
    case 'round':
      return roundTo(a, b)
    case 'share':
      return a === 0 ? 0 : a / (a + b)
    default:
      return operation satisfies never
  }
}

/** The ends of a result; the likely value is worked out apart. NaN where there is none. */
function ends(operation: Binary, a: Range3, b: Range3): readonly number[] {
  const of = (left: number, right: number) => calculated(operation, left, right)
  switch (operation) {
    case 'subtract':
    case 'share':
      return [of(a.low, b.high), of(a.high, b.low)]
    case 'multiply':
    case 'divide':
    case 'power': {
      const corners = [of(a.low, b.low), of(a.low, b.high), of(a.high, b.low), of(a.high, b.high)]
      // an even power of a range across zero is least at zero
      const turns = operation === 'power' && a.low < 0 && a.high > 0
      return turns ? [...corners, of(0, b.likely)] : corners
    }
    case 'add':
    case 'min':
    case 'max':
    case 'round':
      return [of(a.low, b.low), of(a.high, b.high)]
    default:
      return operation satisfies never
  }
}

const spansZero = ({ low, high }: Range3) => low <= 0 && high >= 0

export class Program {
  readonly #operations: Operation[] = []
  readonly #left: number[] = []
  readonly #right: number[] = []
  readonly #ranges: Range3[] = []
  readonly #failures: (Failure | undefined)[] = []
  readonly #inputs: { readonly id: string; readonly node: Node }[] = []
  readonly #known = new Map<string, Node>()

  get length() {
    return this.#operations.length
  }

  /** What has a range of its own: the id it was given and its step. */
  get inputs(): readonly { readonly id: string; readonly node: Node }[] {
    return this.#inputs
  }

  constant(value: number): Node {
    return this.#step(`c${value}`, 'constant', 0, 0, { low: value, likely: value, high: value }, undefined)
  }

  /** A number of its own; without a range it is a constant. */
  input(id: string, range: Range3): Node {
    if (range.low === range.high) return this.constant(range.likely)
    const known = this.#known.get(`i${id}`)
    if (known !== undefined) return known
    const node = this.#step(`i${id}`, 'input', 0, 0, range, undefined)
    this.#inputs.push({ id, node })
    return node
  }

  /** A step over two others; the same step twice is one. */
  of(operation: Binary, left: Node, right: Node): Node {
    const key = `${operation} ${left} ${right}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const [a, b] = [this.range(left), this.range(right)]
    const failure = this.#failures[left] ?? this.#failures[right] ?? failureOf(operation, a, b)
    if (failure) return this.#step(key, operation, left, right, none, failure)
    const likely = calculated(operation, a.likely, b.likely)
    const bounds = [...ends(operation, a, b), likely]
    const range = { low: Math.min(...bounds), likely, high: Math.max(...bounds) }
    return Number.isFinite(range.low) && Number.isFinite(range.high)
      ? this.#step(key, operation, left, right, range, undefined)
      : this.#step(key, operation, left, right, none, 'noNumber')
  }

  /** Several added up; 0 of none. */
  sum(nodes: readonly Node[]): Node {
    const [first, ...rest] = nodes
    return first === undefined
      ? this.constant(0)
      : rest.reduce((all, node) => this.of('add', all, node), first)
  }

  /** How far a step can reach; meaningless where it failed. */
  range(node: Node): Range3 {
    return this.#ranges[node]!
  }

  failure(node: Node): Failure | undefined {
    return this.#failures[node]
  }

  /**
   * Makes what these steps need ready to be run many times.
   * @returns `inputs` that matter, and `run`: takes a value for each of them and returns one for each step asked for
   *   (the same array every time)
   */
  compiled(outputs: readonly Node[]): {
    readonly inputs: readonly { readonly id: string; readonly node: Node }[]
    readonly run: (values: ArrayLike<number>) => Float64Array
  } {
    const needed = new Set<Node>()
    const rest = [...outputs]
    for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
      if (needed.has(node)) continue
      needed.add(node)
      if (this.#takesTwo(node)) rest.push(this.#left[node]!, this.#right[node]!)
    }
    const moving = new Set<Node>()
    const steps: Node[] = []
    const cells = new Float64Array(this.length)
    for (const node of [...needed].sort((a, b) => a - b)) {
      cells[node] = this.range(node).likely
      if (this.#operations[node] === 'input') moving.add(node)
      if (!this.#takesTwo(node) || !(moving.has(this.#left[node]!) || moving.has(this.#right[node]!)))
        continue
      moving.add(node)
      steps.push(node)
    }
    const inputs = this.#inputs.filter(({ node }) => needed.has(node))
    const places = Int32Array.from(inputs, ({ node }) => node)
    const [left, right] = [
      Int32Array.from(steps, at => this.#left[at]!),
      Int32Array.from(steps, at => this.#right[at]!),
    ]
    const what = steps.map(at => this.#operations[at] as Binary)
    const results = new Float64Array(outputs.length)
    const run = (values: ArrayLike<number>) => {
      places.forEach((node, at) => (cells[node] = values[at]!))
      for (let at = 0; at < steps.length; at++)
        cells[steps[at]!] = calculated(what[at]!, cells[left[at]!]!, cells[right[at]!]!)
      for (let at = 0; at < outputs.length; at++) results[at] = cells[outputs[at]!]!
      return results
    }
    return { inputs, run }
  }

  #takesTwo(node: Node) {
    return this.#operations[node] !== 'constant' && this.#operations[node] !== 'input'
  }

  #step(
    key: string,
    operation: Operation,
    left: Node,
    right: Node,
    range: Range3,
    failure: Failure | undefined,
  ) {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const node = this.#operations.push(operation) - 1
    this.#left.push(left)
    this.#right.push(right)
    this.#ranges.push(range)
    this.#failures.push(failure)
    this.#known.set(key, node)
    return node
  }
}

const none: Range3 = { low: NaN, likely: NaN, high: NaN }

function failureOf(operation: Binary, a: Range3, b: Range3): Failure | undefined {
  if (operation === 'divide') return spansZero(b) ? 'divideByZero' : undefined
  if (operation === 'round')
    return b.low === b.high && Number.isInteger(b.low) && Math.abs(b.low) <= 12 ? undefined : 'noNumber'
  if (operation !== 'power') return undefined
  if (b.low < 0 && spansZero(a)) return 'divideByZero'
  const whole = b.low === b.high && Number.isInteger(b.low)
  return whole || a.low >= 0 ? undefined : 'noNumber'
}
