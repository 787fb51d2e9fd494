/** Whether the market type of a segment fits the segments there are (R55). */
import type { DocumentView } from '../../document'
import type { Segment } from '../../model'
import type { CanvasModel } from '../canvas/model'

export type MarketType = NonNullable<Segment['marketType']>

/**
 * massWithMany: one offer for all, yet there are `count` segments · alone: divided, but nothing beside it · oneSide:
 * multi-sided, but no other side · unlinkedSide: no dependency says which side needs which · canvasDiffers: the canvas
 * is declared as another type (`type`).
 */
export type MarketHint =
  | { readonly kind: 'massWithMany'; readonly count: number }
  | { readonly kind: 'alone' | 'oneSide' | 'unlinkedSide' }
  | { readonly kind: 'canvasDiffers'; readonly type: MarketType }

/** The segments that are sides of a multi-sided market. */
export const sidesOf = (document: DocumentView): readonly Segment[] =>
  document.all('segment').filter(({ marketType }) => marketType === 'multiSided')

/** What does not fit, most telling first; parts of a segment count as the segment they belong to. */
export function marketHints(
  document: DocumentView,
  segment: Segment,
  model?: CanvasModel,
): readonly MarketHint[] {
  const hints: MarketHint[] = []
  const all = document.all('segment')
  const count = all.filter(({ parentId }) => parentId === segment.parentId).length
  const { marketType } = segment
  if (marketType === 'mass' && count > 1) hints.push({ kind: 'massWithMany', count })
  if ((marketType === 'segmented' || marketType === 'diversified') && all.length === 1)
    hints.push({ kind: 'alone' })
  if (marketType === 'multiSided') {
    if (sidesOf(document).length < 2) hints.push({ kind: 'oneSide' })
    else if (!hasDependency(document, segment.id)) hints.push({ kind: 'unlinkedSide' })
  }
  const declared = model?.noteOf(segment.id) && model.canvas.marketType
  if (marketType && declared && declared !== marketType) hints.push({ kind: 'canvasDiffers', type: declared })
  return hints
}

const hasDependency = (document: DocumentView, id: string): boolean =>
  document.pointing('segmentDependency', 'fromId', id).length > 0 ||
  document.pointing('segmentDependency', 'toId', id).length > 0
