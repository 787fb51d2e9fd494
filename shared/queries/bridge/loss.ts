/** What breaks when a channel goes: in the journeys that meet it, and on a canvas that counts on it. */
import type { DocumentView } from '../../document'
import type { Journey, Stage, Step, Touchpoint } from '../../model'
import { channelPhases, type ChannelPhase } from '../../model/channel'
import type { CanvasModel, PlacedNote } from '../canvas/model'
import { journeyParts } from '../structure'
import type { LinkEndpoint } from './ends'
import { reachOf } from './reach'

/** A channel to lose: the record with the notes that are it, or a note that is no channel record yet. */
export interface ChannelChoice {
  /** The record's id, else the note's. */
  readonly id: string
  readonly channelId: string | null
  readonly noteIds: readonly string[]
  readonly title: string
  /** Touchpoints that use it, in all journeys. */
  readonly uses: number
}

export interface LostTouchpoint {
  readonly touchpoint: Touchpoint
  readonly step: Step
  readonly stage: Stage
}

export interface LostJourney {
  readonly journey: Journey
  readonly touchpoints: readonly LostTouchpoint[]
  /** Steps that are left without any touchpoint over another channel. */
  readonly brokenSteps: readonly { readonly step: Step; readonly stage: Stage }[]
  /** How many steps the journey has. */
  readonly steps: number
}

export interface LostSegment {
  readonly segment: LinkEndpoint
  /** Phases in which nothing else reaches the segment, in their order. */
  readonly phases: readonly ChannelPhase[]
  /** Whether no other channel reaches it at all. */
  readonly all: boolean
}

export interface LostDelivery {
  readonly note: PlacedNote
  /** Channels that still deliver it, as the canvas words them. */
  readonly others: readonly string[]
}

export interface ChannelLoss {
  /** Only journeys that use the channel, those with most broken steps first. */
  readonly journeys: readonly LostJourney[]
  /** Segments the channel reaches. */
  readonly segments: readonly LostSegment[]
  /** Value propositions delivered through it. */
  readonly deliveries: readonly LostDelivery[]
}

/** Every channel record, and the notes in Channels of the canvas that are none; most used first. */
export function channelChoices(document: DocumentView, model: CanvasModel | undefined): ChannelChoice[] {
  const notes = model?.inBlock('channels') ?? []
  const records = document.all('channel').map(({ id, title }): ChannelChoice => {
    const own = notes.filter(({ note }) => note.channelId === id)
    return {
      id,
      channelId: id,
      noteIds: own.map(note => note.id),
      title: own[0]?.title || title,
      uses: document.pointing('touchpoint', 'channelId', id).length,
    }
  })
  const others = notes
    .filter(({ note }) => !document.find('channel', note.channelId))
    .map(({ id, title }): ChannelChoice => ({ id, channelId: null, noteIds: [id], title, uses: 0 }))
  return [...records, ...others].toSorted((a, b) => b.uses - a.uses)
}

/** What depends on a channel alone, and what merely uses it. */
export function channelLoss(
  document: DocumentView,
  model: CanvasModel | undefined,
  { channelId, noteIds }: Pick<ChannelChoice, 'channelId' | 'noteIds'>,
): ChannelLoss {
  return {
    journeys: channelId ? lostJourneys(document, channelId) : [],
    segments: model ? lostSegments(document, model, noteIds) : [],
    deliveries: model ? lostDeliveries(model, noteIds) : [],
  }
}

function lostJourneys(document: DocumentView, channelId: string): LostJourney[] {
  const lost = document.all('journey').flatMap((journey): LostJourney[] => {
    const { stages } = journeyParts(document, journey.id)
    const steps = stages.flatMap(({ stage, steps: list }) => list.map(parts => ({ ...parts, stage })))
    const using = steps.filter(({ touchpoints }) => touchpoints.some(one => one.channelId === channelId))
    if (using.length === 0) return []
    return [
      {
        journey,
        steps: steps.length,
        touchpoints: using.flatMap(({ step, stage, touchpoints }) =>
          touchpoints
            .filter(one => one.channelId === channelId)
            .map(touchpoint => ({ touchpoint, step, stage })),
        ),
        brokenSteps: using
          .filter(({ touchpoints }) =>
            touchpoints.every(one => !one.channelId || one.channelId === channelId),
          )
          .map(({ step, stage }) => ({ step, stage })),
      },
    ]
  })
  return lost.toSorted(
    (a, b) => b.brokenSteps.length - a.brokenSteps.length || b.touchpoints.length - a.touchpoints.length,
  )
}

function lostSegments(document: DocumentView, model: CanvasModel, noteIds: readonly string[]): LostSegment[] {
  return reachOf(document, model).flatMap(({ segment, channels, holes }) => {
    const others = channels.filter(({ noteId }) => !noteIds.includes(noteId))
    if (others.length === channels.length) return []
    const kept = new Set(others.flatMap(({ phases }) => phases))
    const phases = channelPhases.filter(phase => !kept.has(phase) && !holes.includes(phase))
    return [{ segment, phases, all: others.length === 0 }]
  })
}

function lostDeliveries(model: CanvasModel, noteIds: readonly string[]): LostDelivery[] {
  return model.inBlock('valuePropositions').flatMap(note => {
    const through = model
      .linksOf(note.id)
      .filter(({ kind, from }) => kind === 'deliveredThrough' && from === note.id)
      .map(({ to }) => to)
    if (!through.some(id => noteIds.includes(id))) return []
    const others = through.filter(id => !noteIds.includes(id)).flatMap(id => model.note(id) ?? [])
    // a channel in the parking lot delivers nothing
    return [{ note, others: others.filter(({ block }) => block === 'channels').map(({ title }) => title) }]
  })
}
