/** The sides of a multi-sided market beside each other: what each gets, what each pays, and where one has nothing. */
import type { DocumentView } from '../../document'
import type { Segment, SegmentDependency } from '../../model'
import type { CanvasModel, PlacedNote } from '../canvas/model'
import { notesFor, tellingBlocks, type TellingBlock } from './links'

/**
 * alone: no dependency in either direction · missing: nothing in a block · noOfferOfItsOwn: all it is offered goes to
 * every other side too · nobodyPays: it pays nothing and nobody subsidises it.
 */
export type SideGap =
  | { readonly kind: 'alone' | 'noOfferOfItsOwn' | 'nobodyPays' }
  | { readonly kind: 'missing'; readonly block: TellingBlock }

export interface Side {
  readonly segment: Segment
  readonly notes: Readonly<Record<TellingBlock, readonly PlacedNote[]>>
  readonly gaps: readonly SideGap[]
  /** Segments that subsidise it, and that it subsidises. */
  readonly subsidisedBy: readonly string[]
  readonly subsidises: readonly string[]
}

export interface MarketBalance {
  readonly sides: readonly Side[]
  readonly dependencies: readonly SegmentDependency[]
  /** Segment ids of a round of subsidies, in which in the end nobody pays; empty when there is none. */
  readonly circle: readonly string[]
}

/** The sides: multi-sided segments and those that depend on one another. Without a canvas no notes and no gaps in blocks. */
export function marketBalance(document: DocumentView, model: CanvasModel | undefined): MarketBalance {
  const dependencies = document.all('segmentDependency')
  const bound = new Set(dependencies.flatMap(({ fromId, toId }) => [fromId, toId]))
  const segments = document
    .all('segment')
    .filter(({ id, marketType }) => marketType === 'multiSided' || bound.has(id))
  const notesOf = new Map(
    segments.map(({ id }) => [
      id,
      Object.fromEntries(tellingBlocks.map(block => [block, notesFor(model, id, block)])) as Side['notes'],
    ]),
  )
  const subsidies = dependencies.filter(({ kind }) => kind === 'subsidises')
  const sides = segments.map(segment => {
    const { id } = segment
    const notes = notesOf.get(id)!
    const subsidisedBy = subsidies.filter(({ toId }) => toId === id).map(({ fromId }) => fromId)
    const gaps: SideGap[] = bound.has(id) ? [] : [{ kind: 'alone' }]
    if (model) {
      for (const block of tellingBlocks) if (notes[block].length === 0) gaps.push({ kind: 'missing', block })
      const others = segments.filter(other => other !== segment)
      const offers = notes.valuePropositions
      const isShared = (noteId: string) =>
        others.every(other => notesOf.get(other.id)!.valuePropositions.some(note => note.id === noteId))
      if (offers.length > 0 && others.length > 0 && offers.every(note => isShared(note.id)))
        gaps.push({ kind: 'noOfferOfItsOwn' })
      if (notes.revenueStreams.length === 0 && subsidisedBy.length === 0) gaps.push({ kind: 'nobodyPays' })
    }
    return {
      segment,
      notes,
      gaps,
      subsidisedBy,
      subsidises: subsidies.filter(({ fromId }) => fromId === id).map(({ toId }) => toId),
    }
  })
  return { sides, dependencies, circle: circleOf(subsidies) }
}

/** The first round that the subsidies form. */
function circleOf(subsidies: readonly SegmentDependency[]): readonly string[] {
  const done = new Set<string>()
  const follow = (id: string, path: readonly string[]): readonly string[] => {
    if (path.includes(id)) return path.slice(path.indexOf(id))
    if (done.has(id)) return []
    done.add(id)
    for (const { fromId, toId } of subsidies) {
      const found = fromId === id ? follow(toId, [...path, id]) : []
      if (found.length > 0) return found
    }
    return []
  }
  for (const { fromId } of subsidies) {
    const found = follow(fromId, [])
    if (found.length > 0) return found
  }
  return []
}
