/** Whose money it is: which segments stand behind a stream or a cost, and how they share it. */
import type { CanvasModel } from '../canvas/model'
import type { Segment } from '../../model'
import type { Node, Program } from './program'
import type { SplitBy } from './types'

/** The links by which what is done for an offer or a way to customers serves their segments. */
const serving = new Set(['enables', 'supplies', 'deliveredThrough'])

/** The segments that pay a stream, in the order of segments. */
export function payersOf(model: CanvasModel, noteId: string): readonly string[] {
  const from = new Set(model.linksOf(noteId).flatMap(link => (link.kind === 'pays' ? [link.from] : [])))
  return model.segments.flatMap(({ id }) => (from.has(id) ? [id] : []))
}

/** The segments a cost belongs to: those it is for, and those that what drives it is for. */
export function causersOf(model: CanvasModel, noteId: string): readonly string[] {
  const drivers = model.linksOf(noteId).flatMap(({ kind, from }) => (kind === 'drives' ? [from] : []))
  const found = new Set([...model.segmentsOf(noteId), ...drivers.flatMap(id => servedBy(model, id))])
  return model.segments.flatMap(({ id }) => (found.has(id) ? [id] : []))
}

/** Whom a note is for: by its own links, else by what it enables or supplies. */
function servedBy(model: CanvasModel, noteId: string): readonly string[] {
  const found: string[] = []
  const seen = new Set([noteId])
  const rest = [noteId]
  for (let id = rest.pop(); id !== undefined; id = rest.pop()) {
    const own = model.segmentsOf(id)
    found.push(...own)
    if (own.length > 0) continue
    for (const { kind, from, to } of model.linksOf(id)) {
      if (!serving.has(kind) || from !== id || seen.has(to)) continue
      seen.add(to)
      rest.push(to)
    }
  }
  return found
}

export interface Shares {
  readonly by: SplitBy
  /** The share of each segment, in their order. */
  readonly nodes: readonly Node[]
}

/**
 * How several segments share: by payers when all have them, else by revenue share when all have one, else equally.
 * @param payers of each segment; undefined where unknown
 */
export function shared(
  program: Program,
  segments: readonly Segment[],
  payers: readonly (Node | undefined)[],
): Shares {
  const known = payers.filter(node => node !== undefined)
  const reach = known.map(node => program.range(node))
  if (
    known.length === segments.length &&
    reach.every(({ low }) => low >= 0) &&
    reach.some(({ likely }) => likely > 0)
  ) {
    const others = known.map((_node, at) => program.sum(known.toSpliced(at, 1)))
    return { by: 'payers', nodes: known.map((node, at) => program.of('share', node, others[at]!)) }
  }
  const shares = segments.flatMap(({ revenueShare }) => revenueShare ?? [])
  const all = shares.reduce((sum, share) => sum + share, 0)
  if (shares.length === segments.length && all > 0 && shares.every(share => share >= 0))
    return { by: 'revenueShare', nodes: shares.map(share => program.constant(share / all)) }
  return { by: 'equally', nodes: segments.map(() => program.constant(1 / segments.length)) }
}
