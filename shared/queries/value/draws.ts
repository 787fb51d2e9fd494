/**
 * Random draws that are the same on every machine: only whole-number steps, + - * / and square roots, which every
 * engine rounds alike. Logarithms and powers of the engine are not used, as they may differ in the last digit.
 */
import type { Range3 } from './types'

/** mulberry32 (public domain, Tommy Ettinger): numbers from 0 up to below 1 from a 32-bit seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A seed of its own for a name, so that one number more leaves the draws of the others as they were. FNV-1a. */
export function seedFor(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return hash
}

/** Points of the tables: steps over the range and equal steps of chance. */
const STEPS = 256

/** x to the power of p for x from 0 to 1 and p from 0 to 4, by repeated square roots. */
function power(x: number, p: number): number {
  let result = 1
  let rest = p
  for (; rest >= 1; rest--) result *= x
  let root = x
  for (let bit = 0; bit < 30 && rest > 0; bit++) {
    root = Math.sqrt(root)
    rest *= 2
    if (rest < 1) continue
    result *= root
    rest--
  }
  return result
}

/**
 * Where the PERT-beta distribution on 0 to 1 with its likely value at `mode` reaches each of STEPS equal shares of
 * chance: density x^(4·mode) · (1-x)^(4·(1-mode)), mean (0 + 4·mode + 1) / 6.
 */
function quantiles(mode: number): Float64Array {
  const reached = new Float64Array(STEPS + 1)
  let before = 0
  for (let at = 0; at <= STEPS; at++) {
    const x = at / STEPS
    const density = power(x, 4 * mode) * power(1 - x, 4 * (1 - mode))
    if (at > 0) reached[at] = reached[at - 1]! + (before + density) / 2
    before = density
  }
  const found = new Float64Array(STEPS + 1)
  let cell = 0
  for (let at = 1; at < STEPS; at++) {
    const wanted = (reached[STEPS]! * at) / STEPS
    while (reached[cell + 1]! < wanted) cell++
    found[at] = (cell + (wanted - reached[cell]!) / (reached[cell + 1]! - reached[cell]!)) / STEPS
  }
  found[STEPS] = 1
  return found
}

/**
 * Draws of an uncertain number, PERT-beta over low, likely and high: always within the range, mean (l + 4m + h) / 6.
 * @param known tables made before, by mode; many numbers lean alike
 */
export function pertDraws(
  { low, likely, high }: Range3,
  random: () => number,
  known: Map<number, Float64Array>,
): () => number {
  const mode = (likely - low) / (high - low)
  const table = known.get(mode) ?? quantiles(mode)
  known.set(mode, table)
  return () => {
    const place = random() * STEPS
    const cell = Math.floor(place)
    const from = table[cell]!
    const share = from + (table[cell + 1]! - from) * (place - cell)
    return Math.min(high, low + share * (high - low))
  }
}
