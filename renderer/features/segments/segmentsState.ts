/** How the segments are being looked at; kept while the page is open. */
import { create } from 'zustand'
import type { LoyaltyFilter } from '../../../shared/queries'

export const panes = ['cards', 'compare', 'chart', 'market', 'loyalty'] as const
export type Pane = (typeof panes)[number]

interface SegmentsState {
  readonly pane: Pane
  /** Cards of which only the head is shown. */
  readonly folded: readonly string[]
  /** Segments that are compared; null takes the first there are. */
  readonly compared: readonly string[] | null
  /** What the area of a bubble stands for. */
  readonly area: 'size' | 'revenueShare'
  readonly filter: LoyaltyFilter
}

export const useSegments = create<SegmentsState>(() => ({
  pane: 'cards',
  folded: [],
  compared: null,
  area: 'size',
  filter: { reward: 'all', kind: 'all', segmentId: null },
}))

/** Changes how the segments are looked at. */
export const show = (change: Partial<SegmentsState>): void => useSegments.setState(change)

/** Folds a card, or opens it again. */
export const toggleFold = (id: string): void =>
  useSegments.setState(({ folded }) => ({
    folded: folded.includes(id) ? folded.filter(one => one !== id) : [...folded, id],
  }))
