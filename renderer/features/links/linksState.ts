/** Which part of the links is looked at, kept while the app runs. */
import { create } from 'zustand'
import type { LinkKind } from '../../../shared/model/link'
import type { MatrixKind } from '../../../shared/queries'

export const linkViews = ['matrix', 'reach', 'loss', 'bridge', 'list'] as const

export interface LinksState {
  readonly view: (typeof linkViews)[number]
  readonly grid: MatrixKind
  /** Id of the channel that goes. */
  readonly channelId: string | null
  /** The list shows links of one kind, or of one segment. */
  readonly kind: LinkKind | null
  readonly segmentId: string | null
}

const fresh: LinksState = { view: 'matrix', grid: 'offers', channelId: null, kind: null, segmentId: null }

const useStored = create<Readonly<Record<string, LinksState>>>(() => ({}))

export const useLinks = (handle: string): LinksState => useStored(stored => stored[handle]) ?? fresh

export function setLinks(handle: string, change: Partial<LinksState>): void {
  useStored.setState(stored => ({ [handle]: { ...(stored[handle] ?? fresh), ...change } }))
}
