/** Every command there is, by name; the command line, the palette and the tests draw on this list. */
import type { AnyCommand } from '../document'
import { bindNote, unbindChannel } from './bridge'
import { addCanvas, forkCanvas, moveCanvas, removeCanvas, updateCanvas } from './canvas'
import { addComment, editComment, removeComment, replyToComment, resolveComment } from './comments'
import { settleConflict } from './conflicts'
import { rateExperience } from './experience'
import { connect, disconnect, updateFlow } from './flow'
import { addJourney, moveJourney, removeJourney, updateJourney } from './journey'
import { addLink, linkToSegment, removeLinks, updateLink } from './links'
import {
  addNote,
  addNotes,
  clearHere,
  emptyTrash,
  moveNotes,
  placeNote,
  renameNote,
  trashNotes,
  updateNote,
  updatePlacement,
} from './notes'
import { makeCurrent, takeOver } from './options'
import * as parts from './parts'
import { pasteRecords } from './paste'
import { updateProject } from './project'
import { keepNumberEverywhere, keepNumberHere } from './quantities'
import { putRecords, removeRecords } from './selection'
import { tellInOrder } from './story'
import { targetOfJourney } from './targetJourney'
import { unwaive, waive } from './waivers'

export { bindNote, unbindChannel } from './bridge'
export { addCanvas, forkCanvas, moveCanvas, placesOf, removeCanvas, updateCanvas } from './canvas'
export { addComment, editComment, removeComment, replyToComment, resolveComment } from './comments'
export { settleConflict } from './conflicts'
export { rateExperience } from './experience'
export { connect, disconnect, updateFlow } from './flow'
export { addJourney, defaultLanes, moveJourney, removeJourney, updateJourney } from './journey'
export { addLink, linkToSegment, removeLinks, updateLink } from './links'
export {
  addNote,
  addNotes,
  clearHere,
  emptyTrash,
  membershipKind,
  moveNotes,
  placementOf,
  placeNote,
  renameNote,
  trashNotes,
  updateNote,
  updatePlacement,
} from './notes'
export { makeCurrent, takeOver } from './options'
export * from './parts'
export { pasteRecords } from './paste'
export { updateProject } from './project'
export { keepNumberEverywhere, keepNumberHere } from './quantities'
export { putRecords, removeRecords } from './selection'
export { tellInOrder } from './story'
export { targetOfJourney } from './targetJourney'
export { unwaive, waive } from './waivers'

const list = [
  updateProject,
  addJourney,
  updateJourney,
  moveJourney,
  removeJourney,
  targetOfJourney,
  addCanvas,
  updateCanvas,
  moveCanvas,
  removeCanvas,
  forkCanvas,
  takeOver,
  makeCurrent,
  addNote,
  addNotes,
  placeNote,
  renameNote,
  updateNote,
  clearHere,
  updatePlacement,
  moveNotes,
  trashNotes,
  emptyTrash,
  bindNote,
  unbindChannel,
  addLink,
  updateLink,
  removeLinks,
  linkToSegment,
  keepNumberHere,
  keepNumberEverywhere,
  tellInOrder,
  waive,
  unwaive,
  addComment,
  replyToComment,
  editComment,
  resolveComment,
  removeComment,
  settleConflict,
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
