/** Which channels reach a segment in which of the five phases, and where nothing does. */
import type { DocumentView } from '../../document'
import { channelPhases, type ChannelPhase } from '../../model/channel'
import { missingBlocks, type NeededBlock } from '../canvas/figures'
import type { CanvasModel, ModelLink } from '../canvas/model'
import { segmentEndpoints, type LinkEndpoint } from './ends'

/** One channel that reaches a segment. */
export interface ChannelReach {
  readonly noteId: string
  readonly title: string
  readonly link: ModelLink
  /** Of the link, else of the channel itself; empty when nobody has said. */
  readonly phases: readonly ChannelPhase[]
  /** Whether the phases are those of the channel itself. */
  readonly inherited: boolean
}

export interface SegmentReach {
  readonly segment: LinkEndpoint
  readonly channels: readonly ChannelReach[]
  /** Phases in which no channel reaches the segment, in their order. */
  readonly holes: readonly ChannelPhase[]
  /** Of value propositions, channels, relationships and revenue streams those without any link to the segment. */
  readonly missing: readonly NeededBlock[]
}

/** The phases in which a `reaches` link serves: its own, else those of the channel record. */
export function phasesOfReach(
  document: DocumentView,
  model: CanvasModel,
  { from, phases }: Pick<ModelLink, 'from' | 'phases'>,
): readonly ChannelPhase[] {
  if (phases.length > 0) return phases
  return document.find('channel', model.note(from)?.note.channelId)?.phases ?? []
}

/** The map of segments, phases and channels of a canvas. Channels that are parked or in no block shown do not count. */
export function reachOf(document: DocumentView, model: CanvasModel): SegmentReach[] {
  return segmentEndpoints(model).map(segment => {
    const channels = model.inBlock('channels').flatMap(({ id, title }): ChannelReach[] => {
      const link = model
        .linksOf(segment.id)
        .find(({ kind, from, to }) => kind === 'reaches' && from === id && to === segment.id)
      if (!link) return []
      const phases = phasesOfReach(document, model, link)
      return [{ noteId: id, title, link, phases, inherited: link.phases.length === 0 && phases.length > 0 }]
    })
    return {
      segment,
      channels,
      holes: channelPhases.filter(phase => channels.every(({ phases }) => !phases.includes(phase))),
      missing: missingBlocks(model, segment),
    }
  })
}

/** The phases after one of them was switched, in their order. */
export const switched = (phases: readonly ChannelPhase[], phase: ChannelPhase): ChannelPhase[] =>
  channelPhases.filter(one => (one === phase ? !phases.includes(phase) : phases.includes(one)))
