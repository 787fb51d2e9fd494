/** Order among siblings: position strings, compared bytewise, then by id. */
import { PositionSource } from 'position-strings'

export interface Ordered {
  readonly id: string
  readonly order?: unknown
}

const keyOf = (record: Ordered) => (typeof record.order === 'string' ? record.order : '')

/** Bytewise by order, then by id; never by locale. Position strings are ASCII, so code units are bytes. */
export function byOrder(a: Ordered, b: Ordered): number {
  const [first, second] = [keyOf(a), keyOf(b)]
  if (first !== second) return first < second ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * Positions for new siblings.
 * @param actor the editing session, so that two people's inserts at one place never interleave
 * @param siblings in order
 * @param after the sibling to come after; null for the first place, undefined for the last
 * @param count how many
 * @returns `count` keys in rising order
 */
export function positions(
  actor: string,
  siblings: readonly Ordered[],
  after: string | null | undefined,
  count = 1,
): string[] {
  const at =
    after === null ? -1 : after === undefined ? siblings.length - 1 : siblings.findIndex(s => s.id === after)
  const left =
    at < 0 && after !== null ? keyOf(siblings.at(-1) ?? { id: '' }) : at < 0 ? '' : keyOf(siblings[at]!)
  // Equal keys can come from a merge or a foreign file: the next larger key is then the right neighbour.
  const right = siblings.map(keyOf).find(key => key > left)
  const source = new PositionSource({ ID: actor })
  const keys: string[] = []
  for (let previous = left; keys.length < count;) {
    previous = nextOf(actor, previous, right) ?? source.createBetween(previous, right)
    keys.push(previous)
  }
  return keys
}

/**
 * The key after `left` in a run that this session began, so that appending one by one keeps keys short. A
 * PositionSource does the same from memory; commands are pure and remember nothing, so it is read off the key.
 * Undefined where the run is not ours, or where `right` belongs to it.
 */
function nextOf(actor: string, left: string, right: string | undefined): string | undefined {
  const run = /^(.*\.)([A-Za-z]+)$/.exec(left)
  if (!run?.[1] || !run[2] || !new RegExp(`(^|,)${actor}\\.$`).test(run[1])) return undefined
  if (right?.startsWith(run[1])) return undefined
  const next = run[1] + nextValue(run[2])
  return right === undefined || next < right ? next : undefined
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The next odd value of position-strings' counting sequence (see its `nextOddValueSeq`), on base-52 letters. */
function nextValue(value: string): string {
  const digits = value.length
  const n = [...value].reduce((sum, letter) => sum * 52 + letters.indexOf(letter), 0)
  const next = n === 52 ** digits - 26 ** digits - 1 ? (n + 1) * 52 + 1 : n + 2
  let text = ''
  for (let rest = next; rest > 0; rest = Math.floor(rest / 52)) text = letters[rest % 52]! + text
  return text
}
