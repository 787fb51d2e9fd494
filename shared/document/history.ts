/**
 * Undo and redo, derived from the log of changes. Changes of one `step` (typing into one field, one drag) are one
 * undo step. Nothing is stored beside the log, so undo survives closing the file.
 */
import { isEmpty, squash, type Patch } from './patch'

/** One committed change. `of` names the step that an undo or redo is about. */
export interface Change {
  readonly step: string
  readonly command: string
  readonly of?: string | undefined
  readonly patch: Patch
}

/** What one undo or redo takes back or brings again. */
export interface Step {
  readonly step: string
  readonly command: string
  readonly patch: Patch
}

export interface History {
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
}

export const emptyHistory: History = { undo: [], redo: [] }

/** The history after one more change. */
export function recorded(history: History, change: Change): History {
  if (change.command === 'undo') {
    const target = history.undo.findLast(step => step.step === change.of)
    if (!target) return history
    return { undo: history.undo.filter(step => step !== target), redo: [...history.redo, target] }
  }
  if (change.command === 'redo') {
    const target = history.redo.findLast(step => step.step === change.of)
    if (!target) return history
    return { undo: [...history.undo, target], redo: history.redo.filter(step => step !== target) }
  }
  // what changes nothing that people see is no step that could be undone
  if (isEmpty(change.patch)) return history
  const last = history.undo.at(-1)
  if (last?.step === change.step && history.redo.length === 0) {
    return {
      undo: [...history.undo.slice(0, -1), { ...last, patch: squash(last.patch, change.patch) }],
      redo: [],
    }
  }
  const { step, command, patch } = change
  return { undo: [...history.undo, { step, command, patch }], redo: [] }
}

/** The history that a log of changes, oldest first, leaves. */
export function historyOf(log: Iterable<Change>): History {
  let history = emptyHistory
  for (const change of log) history = recorded(history, change)
  return history
}
