/** Writing fields of one record. */
import { useCallback } from 'react'
import {
  actionCommands,
  assumptionCommands,
  cardCommands,
  channelCommands,
  departmentCommands,
  evidenceCommands,
  laneCommands,
  loyaltyCommands,
  opportunityCommands,
  painPointCommands,
  personaCommands,
  segmentCommands,
  segmentDependencyCommands,
  stageCommands,
  stepCommands,
  systemCommands,
  touchpointCommands,
  quantityCommands,
  updateCanvas,
  updateFlow,
  updateJourney,
} from '../../shared/commands'
import type { Command, Fields } from '../../shared/document'
import { useSession } from './hooks'

const updates = {
  action: actionCommands.update,
  assumption: assumptionCommands.update,
  canvas: updateCanvas,
  card: cardCommands.update,
  channel: channelCommands.update,
  department: departmentCommands.update,
  evidence: evidenceCommands.update,
  flow: updateFlow,
  journey: updateJourney,
  lane: laneCommands.update,
  loyalty: loyaltyCommands.update,
  opportunity: opportunityCommands.update,
  painPoint: painPointCommands.update,
  persona: personaCommands.update,
  quantity: quantityCommands.update,
  segment: segmentCommands.update,
  segmentDependency: segmentDependencyCommands.update,
  stage: stageCommands.update,
  step: stepCommands.update,
  system: systemCommands.update,
  touchpoint: touchpointCommands.update,
}

export type Writable = keyof typeof updates

/**
 * Changes fields of one record.
 * @param join changes with the same key that follow one another are one undo step
 */
export type Write<T extends Writable> = (fields: Fields<T>, join?: string) => void

/** How the fields of a record are written; stays the same function for the same record. */
export function useWrite<T extends Writable>(type: T, id: string): Write<T> {
  const session = useSession()
  return useCallback(
    (fields, join) => {
      const command = updates[type] as unknown as Command<object>
      session.dispatch(command, { id, ...fields }, join && `${id}:${join}`)
    },
    [session, type, id],
  )
}
