/**
 * Everything a person can do, dressed for people: toolbar, menus, context menus, shortcuts and palette are all drawn
 * from here. What an action does is a command, or a change of view.
 */
import type { LucideIcon } from 'lucide-react'
import type { T } from '../../shared/i18n'
import type { DocumentSession } from '../document/session'
import { useApp } from './store'
import type { ViewState } from './view'

/** What an action may look at. */
export interface Situation {
  /** The document on screen; undefined on Home. */
  readonly session: DocumentSession | undefined
  readonly view: ViewState | undefined
}

export interface Action {
  readonly id: string
  readonly label: (t: T) => string
  readonly icon?: LucideIcon
  /** Deletes something. */
  readonly danger?: boolean
  /** E.g. 'Shift+Mod+Z'. Several chords may do the same; the first is shown. */
  readonly keys?: readonly string[]
  /** Keys that count only while the focus is inside this part of the page, e.g. the board. */
  readonly within?: string
  /** Keys that mean something else while a text is being typed are left to the text. */
  readonly whileTyping?: boolean
  readonly enabled: (situation: Situation) => boolean
  readonly run: (situation: Situation) => void | Promise<void>
}

const registered = new Map<string, Action>()

/** Makes actions known; features call it when they are loaded. */
export function register(actions: readonly Action[]): void {
  for (const action of actions) registered.set(action.id, action)
}

/** All known actions. */
export const allActions = (): readonly Action[] => [...registered.values()]

export const actionOf = (id: string) => registered.get(id)

export function situation(): Situation {
  const { sessions, active, views } = useApp.getState()
  return {
    session: sessions.find(session => session.handle === active),
    view: active ? views[active] : undefined,
  }
}

/** Runs an action if it makes sense now. */
export function perform(id: string): boolean {
  const action = registered.get(id)
  const now = situation()
  if (!action?.enabled(now)) return false
  void action.run(now)
  return true
}
