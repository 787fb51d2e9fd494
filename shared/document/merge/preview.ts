/** What a merge is about to do, told to people: who wrote what, and what stood there before either did. */
import { covers, type Dot, type Seen } from '../stamps'
import type { Patch } from '../patch'
import type { MergedField, MergedRecord } from './merge'

/** An editing session as it is remembered. */
export interface KnownSession {
  readonly actor: string
  /** As people called themselves; '' when they did not. */
  readonly author: string
  /** The highest counter it gave out. */
  readonly counter: number
  /** ISO 8601 in UTC, for people. */
  readonly at: string
}

/** One copy's memory: its sessions and its log of changes, oldest first. */
export interface Memory {
  readonly sessions: readonly KnownSession[]
  readonly changes: readonly { readonly actor: string; readonly patch: Patch }[]
  /** Whether older changes were let go of. */
  readonly isCut: boolean
}

export interface PreviewField extends MergedField {
  /** What both had before they parted; missing where nobody remembers, or where the field was not there. */
  readonly before?: unknown
  readonly myAuthor: string
  readonly theirAuthor: string
}

export interface PreviewRecord extends Omit<MergedRecord, 'fields'> {
  readonly fields: readonly PreviewField[]
  readonly author: string
  readonly at: string
}

/** What a copy has seen, from its sessions. */
export const seenBy = (sessions: Iterable<Pick<KnownSession, 'actor' | 'counter'>>): Seen =>
  Object.fromEntries([...sessions].map(({ actor, counter }) => [actor, counter]))

/** The sessions of two copies, each once. */
function allSessions(mine: Memory, theirs: Memory): ReadonlyMap<string, KnownSession> {
  const known = new Map(mine.sessions.map(session => [session.actor, session]))
  for (const session of theirs.sessions) {
    const before = known.get(session.actor)
    if (!before || before.counter < session.counter) known.set(session.actor, session)
  }
  return known
}

/** The entries of a merge with authors and the values before. */
export function preview(
  entries: readonly MergedRecord[],
  mine: Memory,
  theirs: Memory,
): readonly PreviewRecord[] {
  const sessions = allSessions(mine, theirs)
  const author = ([actor]: Dot) => sessions.get(actor)?.author ?? ''
  const parted = [firstValues(mine, seenBy(theirs.sessions)), firstValues(theirs, seenBy(mine.sessions))]
  const before = (id: string, field: string) => {
    const found = parted.find(values => values.has(`${id} ${field}`))?.get(`${id} ${field}`)
    return found && found.length > 0 ? { before: found[0] } : {}
  }
  return entries.map(entry => ({
    ...entry,
    author: author(entry.dot),
    at: sessions.get(entry.dot[0])?.at ?? '',
    fields: entry.fields.map(field => ({
      ...field,
      ...before(entry.id, field.field),
      myAuthor: author(field.myDot),
      theirAuthor: author(field.theirDot),
    })),
  }))
}

/** Record and field → the value from which the changes the other has not seen set out; [] where it was not there. */
function firstValues(memory: Memory, seen: Seen): ReadonlyMap<string, readonly unknown[]> {
  const values = new Map<string, readonly unknown[]>()
  const counters = countersOf(memory)
  for (const [at, { actor, patch }] of memory.changes.entries()) {
    if (covers(seen, [actor, counters[at]!, 0])) continue
    for (const change of patch.updated) {
      const key = `${change.id} ${change.field}`
      if (!values.has(key)) values.set(key, 'from' in change ? [change.from] : [])
    }
  }
  return values
}

/**
 * The counter of each change of a log (F24). A session's changes stand in it together and count from 1; only of the
 * session that the log begins with some may be gone, and that one is counted back from its highest.
 */
export function countersOf({
  sessions,
  changes,
  isCut,
}: Pick<Memory, 'sessions' | 'isCut'> & {
  readonly changes: readonly { readonly actor: string }[]
}): number[] {
  const counters = new Map<string, number>()
  const first = changes[0]?.actor
  if (isCut && first !== undefined) {
    const highest = sessions.find(({ actor }) => actor === first)?.counter ?? 0
    counters.set(first, highest - changes.filter(({ actor }) => actor === first).length)
  }
  return changes.map(({ actor }) => {
    const counter = (counters.get(actor) ?? 0) + 1
    counters.set(actor, counter)
    return counter
  })
}
