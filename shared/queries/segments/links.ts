/** What ties a segment to the rest of a canvas: the four blocks that tell segments apart. */
import type { CanvasModel, PlacedNote } from '../canvas/model'

/** Offer, way, relation and money: a segment is one of its own if it differs in one of these. */
export const tellingBlocks = [
  'valuePropositions',
  'channels',
  'customerRelationships',
  'revenueStreams',
] as const
export type TellingBlock = (typeof tellingBlocks)[number]

const kinds: Readonly<Record<TellingBlock, string>> = {
  valuePropositions: 'offers',
  channels: 'reaches',
  customerRelationships: 'relates',
  revenueStreams: 'pays',
}

/** The notes of a block that are for a segment, as the canvas lists them. Empty without a canvas. */
export const notesFor = (
  model: CanvasModel | undefined,
  segmentId: string,
  block: TellingBlock,
): readonly PlacedNote[] => {
  if (!model) return []
  const tied = new Set(
    model.linksOf(segmentId).flatMap(({ kind, from, to }) => (kind === kinds[block] ? [from, to] : [])),
  )
  return model.inBlock(block).filter(({ id }) => tied.has(id))
}

export interface Likeness {
  /** The two segments, in order. */
  readonly ids: readonly [string, string]
  /** Blocks in which not the same notes are for both. */
  readonly differsIn: readonly TellingBlock[]
  /** Neither has any note: nothing says yet what makes them two. */
  readonly unlinked: boolean
}

/** How every two of these segments differ on a canvas; those that are not on it count as without notes. */
export function likenesses(
  model: CanvasModel | undefined,
  segmentIds: readonly string[],
): readonly Likeness[] {
  return segmentIds.flatMap((one, at) =>
    segmentIds.slice(at + 1).map(other => {
      const sets = tellingBlocks.map(block =>
        [one, other].map(id =>
          notesFor(model, id, block)
            .map(note => note.id)
            .join(),
        ),
      )
      return {
        ids: [one, other] as const,
        differsIn: tellingBlocks.filter((_, n) => sets[n]![0] !== sets[n]![1]),
        unlinked: sets.every(([a, b]) => a === '' && b === ''),
      }
    }),
  )
}
