/** Who wrote the fields of a record last, and when. */
import type Database from 'better-sqlite3'
import type { Dot } from '../../../shared/document/stamps'

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
  const session = db.prepare<[string], Session>('SELECT author, counter, at FROM session WHERE actor = ?')
  const known = new Map<string, Session | undefined>()
  return Object.entries(stamps).flatMap(([field, stamp]) => {
    // '-' tells of the record's removal, '?' keeps the other sides of conflicts
    if (field === '-' || field === '?' || !isDot(stamp)) return []
    const [actor, counter] = stamp
    if (!known.has(actor)) known.set(actor, session.get(actor))
    const by = known.get(actor)
    if (!by) return []
    return [{ field, author: by.author, at: changedAt(db, actor, by.counter - counter) ?? by.at, actor }]
  })
}

interface Session {
  readonly author: string
  readonly counter: number
  readonly at: string
}

const isDot = (stamp: unknown): stamp is Dot => Array.isArray(stamp) && typeof stamp[0] === 'string'

/** When a session made its change that stands so many before its last; the log keeps the last changes whole. */
const changedAt = (db: Database.Database, actor: string, back: number): string | undefined =>
  back < 0
    ? undefined
    : db
        .prepare<[string, number], string>(
          'SELECT at FROM change WHERE actor = ? ORDER BY rev DESC LIMIT 1 OFFSET ?',
        )
        .pluck()
        .get(actor, back)
