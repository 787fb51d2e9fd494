/** What a merge leaves behind with what is chosen so far: board by board, part by part, card by card. */
import { applied, type DocumentView } from '../../../shared/document'
import { settling, type PreviewRecord } from '../../../shared/document/merge'
import { blocksOf, canvasModel, journeyParts, ratingsOf, standsIn } from '../../../shared/queries'
import { choiceOf, isAboutBeing, isThere, wishOf, type Choices } from './choices'
import { holderOf, type Merging } from './rows'

/** A step with its touchpoints, or a block with its notes. */
export interface Section {
  /** Id of a step; null where the part is all there is. */
  readonly id: string | null
  readonly cards: readonly string[]
}

/** A stage of a journey, or a block of a canvas. */
export interface BoardPart {
  readonly id: string
  readonly sections: readonly Section[]
}

/** What becomes of a card. `stays`: they deleted it, it is kept. */
export type Fate =
  | { readonly kind: 'same' | 'stays' }
  | { readonly kind: 'added' | 'removed' }
  | { readonly kind: 'conflict' | 'changed'; readonly count: number }

/** The document after the merge: the same change of the joined document as the host will make. */
export const afterMerge = (merging: Merging, choices: Choices): DocumentView =>
  applied(merging.joined, settling(merging.joined, merging.entries, wishOf(choices, merging.entries)))

/** The parts of a board with its cards; none where the document has no such board. */
export function boardParts(document: DocumentView, boardId: string): BoardPart[] {
  if (document.find('journey', boardId))
    return journeyParts(document, boardId).stages.map(({ stage, steps }) => ({
      id: stage.id,
      sections: steps.map(({ step, touchpoints }) => ({
        id: step.id,
        cards: touchpoints.map(({ id }) => id),
      })),
    }))
  const model = canvasModel(document, boardId)
  if (!model) return []
  return blocksOf(model.canvas.kind).map(block => ({
    id: block,
    sections: [{ id: null, cards: model.inBlock(block).map(({ id }) => id) }],
  }))
}

/** All that stands on either side, in the order of the first; what only the second has comes last where it stood. */
export function eitherParts(first: readonly BoardPart[], second: readonly BoardPart[]): BoardPart[] {
  const placed = new Set(first.flatMap(cardsOf))
  return joinedById(first, second, (one, other) => ({
    ...one,
    sections: joinedById(one.sections, other.sections, (section, also) => ({
      ...section,
      cards: [...section.cards, ...also.cards.filter(id => !placed.has(id))],
    })),
  }))
}

/** The ids of the cards of a part. */
export const cardsOf = ({ sections }: BoardPart): string[] => sections.flatMap(({ cards }) => cards)

const nothing = { sections: [], cards: [] }

function joinedById<X extends { readonly id: string | null }>(
  first: readonly X[],
  second: readonly X[],
  join: (one: X, other: X) => X,
): X[] {
  const others = new Map(second.map(one => [one.id, one]))
  const known = new Set(first.map(({ id }) => id))
  const bare = (one: X): X => ({ ...one, ...nothing })
  return [
    ...first.map(one => join(one, others.get(one.id) ?? bare(one))),
    ...second.filter(({ id }) => !known.has(id)).map(one => join(bare(one), one)),
  ]
}

/** How touchpoints are rated in a document, where it has them. */
export const feelingsIn = (document: DocumentView, ids: readonly string[]) =>
  ratingsOf(
    document,
    ids.flatMap(id => document.find('touchpoint', id) ?? []),
  )

/** Id of a touchpoint or a note → what comes in at it or at what hangs on it. */
export function entriesByCard(merging: Merging): ReadonlyMap<string, readonly PreviewRecord[]> {
  const found = new Map<string, PreviewRecord[]>()
  for (const entry of merging.rows) {
    const holder = holderOf(merging, entry.id)
    const card = standsIn(holder, entry.id).find(id => isCard(holder.get(id)?.type))
    if (card !== undefined) found.set(card, [...(found.get(card) ?? []), entry])
  }
  return found
}

const isCard = (type: string | undefined) => type === 'touchpoint' || type === 'note'

/**
 * What becomes of a card.
 * @param entries those of `entriesByCard`
 * @returns undefined for one that is on neither side
 */
export function fateOf(
  id: string,
  entries: readonly PreviewRecord[],
  choices: Choices,
  mine: DocumentView,
  after: DocumentView,
): Fate | undefined {
  const [was, is] = [mine.get(id) !== undefined, after.get(id) !== undefined]
  if (!was && !is) return undefined
  if (!is) return { kind: 'removed' }
  const fields = entries.flatMap(entry =>
    isAboutBeing(entry) ? [] : entry.fields.map(one => choiceOf(choices, entry.id, one).take),
  )
  const open = fields.filter(take => take === 'later').length
  if (open > 0) return { kind: 'conflict', count: open }
  if (!was) return { kind: 'added' }
  if (entries.some(entry => entry.id === id && (entry.kind === 'removed' || entry.kind === 'kept')))
    return { kind: 'stays' }
  const beings = entries.filter(
    entry => isAboutBeing(entry) && isThere(choices, entry) !== (mine.get(entry.id) !== undefined),
  )
  const count = fields.filter(take => take !== 'mine').length + beings.length
  return count > 0 ? { kind: 'changed', count } : { kind: 'same' }
}

/** How many changes are listed at a part of a board. */
export const rowCount = (rows: readonly PreviewRecord[]): number =>
  rows.reduce((sum, row) => sum + (isAboutBeing(row) ? 1 : row.fields.length), 0)
