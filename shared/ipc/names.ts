/** The names of the contract without its schemas, for where only the list is needed: the preload lets nothing else through. */
import type { CallName, EventName } from './contract'

const calls: Record<CallName, true> = {
  'app.start': true,
  'app.set': true,
  'recent.list': true,
  'recent.pin': true,
  'recent.remove': true,
  'recent.locate': true,
  'template.list': true,
  'document.create': true,
  'document.pickAndOpen': true,
  'document.openRecent': true,
  'document.openBytes': true,
  'document.save': true,
  'document.publish': true,
  'document.saveAs': true,
  'document.download': true,
  'document.share': true,
  'document.export': true,
  'document.remember': true,
  'document.versions': true,
  'document.restore': true,
  'version.name': true,
  'version.records': true,
  'version.other': true,
  'record.authors': true,
  'document.close': true,
  'document.thumbnail': true,
  'merge.read': true,
  'merge.apply': true,
  'merge.drop': true,
  'picture.add': true,
  'picture.read': true,
  'shell.openExternal': true,
  'shell.showFile': true,
  'log.report': true,
}

const events: Record<EventName, true> = {
  'document.state': true,
  'document.replaced': true,
  'document.opened': true,
  'recent.changed': true,
  'menu.action': true,
  'app.notice': true,
  'app.flush': true,
}

/** All calls of the contract. */
export const callNames = Object.keys(calls) as CallName[]

/** Whether the contract has a call of this name. */
export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name)
}

/** Whether the contract has an event of this name. */
export function isEventName(name: unknown): name is EventName {
  return typeof name === 'string' && Object.hasOwn(events, name)
}
