/** Who wrote the fields of a record last, and when. */
import type Database from 'better-sqlite3'
import { countersOf } from '../../../shared/document/merge'
import { nameOf, type Dot } from '../../../shared/document/stamps'
import { sessionsIn } from './merging'
import { keptChanges } from './schema'

export interface FieldAuthor {
  /** '*' stands for all that are not named. */
  readonly field: string
  readonly author: string
  /** ISO 8601 in UTC; the end of the session where the change itself is no longer in the log. */
  readonly at: string
  readonly actor: string
}

/** Reads the stamps of a record, the sessions, and the changes that the log still has. */
export function authorsOf(db: Database.Database, id: string): FieldAuthor[] {
  const json = db.prepare<[string], string>('SELECT stamps FROM record WHERE id = ?').pluck().get(id)
  const stamps = JSON.parse(json ?? '{}') as Readonly<Record<string, unknown>>
  const sessions = sessionsIn(db)
  const byActor = new Map(sessions.map(session => [session.actor, session]))
  const changes = db
    .prepare<[], { actor: string; at: string }>('SELECT actor, at FROM change ORDER BY rev')
    .all()
  const counters = countersOf({ sessions, changes, isCut: changes.length >= keptChanges })
  const moments = new Map(changes.map(({ actor, at }, n) => [nameOf([actor, counters[n]!, 0]), at]))
  return Object.entries(stamps).flatMap(([field, stamp]) => {
    // '-' tells of the record's removal, '?' keeps the other sides of conflicts
    if (field === '-' || field === '?' || !isDot(stamp)) return []
    const [actor] = stamp
    const by = byActor.get(actor)
    return by ? [{ field, author: by.author, at: moments.get(nameOf(stamp)) ?? by.at, actor }] : []
  })
}

const isDot = (stamp: unknown): stamp is Dot => Array.isArray(stamp) && typeof stamp[0] === 'string'
