/** Differences as people think of them: a note that came or went takes its links along. */
import type { Difference } from '../../../shared/queries'
import { marks, type Mark } from './Marked'

export interface Change {
  readonly mark: Mark
  readonly difference: Difference
  /** Of the difference and the links that belong to it, for taking over. */
  readonly keys: readonly string[]
}

/** @returns what was added first, then removed, moved, changed; the order of `differences` within each */
export function changesOf(differences: readonly Difference[]): Change[] {
  const changes = new Map<string, { mark: Mark; difference: Difference; keys: string[] }>()
  for (const difference of differences) {
    const { kind, key } = difference
    if (difference.thing === 'link' && kind !== 'changed') {
      const { fromId, toId } = difference
      const note = [fromId, toId].map(id => changes.get(`note ${id}`)).find(one => one?.mark === kind)
      if (note) {
        note.keys.push(key)
        continue
      }
    }
    changes.set(key, { mark: kind, difference, keys: [key] })
  }
  return marks.flatMap(mark => [...changes.values()].filter(change => change.mark === mark))
}
