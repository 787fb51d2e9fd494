/** Every command there is, by name; the command line, the palette and the tests draw on this list. */
import type { AnyCommand } from '../document'
import { rateExperience } from './experience'
import { connect, disconnect, updateFlow } from './flow'
import { addJourney, moveJourney, removeJourney, updateJourney } from './journey'
import * as parts from './parts'
import { pasteRecords } from './paste'
import { updateProject } from './project'
import { putRecords, removeRecords } from './selection'

export { rateExperience } from './experience'
export { connect, disconnect, updateFlow } from './flow'
export { addJourney, defaultLanes, moveJourney, removeJourney, updateJourney } from './journey'
export * from './parts'
export { pasteRecords } from './paste'
export { updateProject } from './project'
export { putRecords, removeRecords } from './selection'

const list = [
  updateProject,
  addJourney,
  updateJourney,
  moveJourney,
  removeJourney,
  ...Object.values(parts).flatMap(family => Object.values(family)),
  rateExperience,
  connect,
  updateFlow,
  disconnect,
  removeRecords,
  putRecords,
  pasteRecords,
] as unknown as readonly AnyCommand[]

export const commands: ReadonlyMap<string, AnyCommand> = new Map(list.map(command => [command.name, command]))
