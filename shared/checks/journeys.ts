/** Journeys as a canvas sees them: whose they are, which channels they use in which phase, where they hurt. */
import type { DocumentView } from '../document'
import type { Journey, PainPoint } from '../model'
import type { ChannelPhase } from '../model/channel'
import type { lifecycles } from '../model/stage'
import { journeyParts } from '../queries/structure'

/** The channel phases that a stage of a journey can belong to. */
const phasesOfStage: Readonly<Record<(typeof lifecycles)[number], readonly ChannelPhase[]>> = {
  discover: ['awareness'],
  research: ['evaluation'],
  purchase: ['purchase'],
  onboard: ['delivery'],
  use: ['delivery', 'afterSale'],
  support: ['afterSale'],
  repeat: ['purchase', 'afterSale'],
  advocate: ['awareness', 'afterSale'],
  leave: ['afterSale'],
}

/** A contact over a channel in a journey. */
export interface ChannelUse {
  readonly journeyId: string
  readonly channelId: string
  /** Any of these; empty where the stage does not say. */
  readonly phases: readonly ChannelPhase[]
}

export interface Journeys {
  /** Journeys of a segment: its own, and those of its personas. */
  readonly ofSegment: (segmentId: string) => readonly Journey[]
  readonly usesIn: (journeyId: string) => readonly ChannelUse[]
  /** Pains of a segment: met in its journeys by its own people, or said to be its own. */
  readonly painsOf: (segmentId: string) => readonly PainPoint[]
}

/** Reads all journeys of a document once. */
export function journeysIn(document: DocumentView): Journeys {
  const bySegment = new Map<string, Journey[]>()
  const uses = new Map<string, ChannelUse[]>()
  const pains = new Map<string, Set<string>>()
  const add = (segmentId: string, painId: string) => {
    if (!pains.has(segmentId)) pains.set(segmentId, new Set())
    pains.get(segmentId)!.add(painId)
  }
  const segmentOf = (personaId: string) => document.find('persona', personaId)?.segmentId ?? null
  for (const journey of document.all('journey')) {
    const segments = new Set(
      [journey.segmentId, ...journey.personaIds.map(segmentOf)].filter(id => id !== null),
    )
    for (const id of segments) bySegment.set(id, [...(bySegment.get(id) ?? []), journey])
    const used: ChannelUse[] = []
    for (const { stage, touchpoints } of journeyParts(document, journey.id).stages) {
      for (const { id, channelId, personaIds } of touchpoints) {
        const phases = stage.lifecycle ? phasesOfStage[stage.lifecycle] : []
        if (channelId) used.push({ journeyId: journey.id, channelId, phases })
        const theirs = personaIds.length === 0 ? segments : new Set(personaIds.map(segmentOf))
        for (const pain of document.pointing('painPoint', 'touchpointIds', id)) {
          for (const segmentId of segments) {
            if (theirs.has(segmentId) && (pain.segmentId ?? segmentId) === segmentId) add(segmentId, pain.id)
          }
        }
      }
    }
    uses.set(journey.id, used)
  }
  for (const { id, segmentId } of document.all('painPoint')) if (segmentId) add(segmentId, id)
  return {
    ofSegment: id => bySegment.get(id) ?? [],
    usesIn: id => uses.get(id) ?? [],
    painsOf: id => [...(pains.get(id) ?? [])].flatMap(painId => document.find('painPoint', painId) ?? []),
  }
}
