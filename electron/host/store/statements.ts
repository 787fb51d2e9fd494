/** What is asked of a working copy and written into it, prepared once for each connection. */
import type Database from 'better-sqlite3'
import { columns, insertInto } from './rows'

export interface StoredRecord {
  readonly json: string
  readonly stamps: string
  readonly gone: number
}

export function statementsOf(db: Database.Database) {
  return {
    record: db.prepare<[string], StoredRecord>('SELECT json, stamps, gone FROM record WHERE id = ?'),
    putRecord: db.prepare(
      `INSERT OR REPLACE INTO record (${columns.record.join(', ')}) VALUES (?, ?, ?, ?, ?, ?)`,
    ),
    addChange: db.prepare(insertInto('change')),
    putSession: db.prepare(
      `INSERT INTO session VALUES (@actor, @author, @counter, @at)
       ON CONFLICT (actor) DO UPDATE SET author = @author, counter = @counter, at = @at`,
    ),
    joinSession: db.prepare(
      `INSERT INTO session VALUES (@actor, @author, @counter, @at)
       ON CONFLICT (actor) DO UPDATE SET author = @author, counter = @counter, at = @at
       WHERE excluded.counter > session.counter`,
    ),
    putMeta: db.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)'),
    json: db.prepare<[], string>('SELECT json FROM record WHERE gone = 0 ORDER BY id').pluck(),
    changes: db.prepare<[], { step: string; command: string; of: string | null; patch: string }>(
      'SELECT step, command, of, patch FROM change ORDER BY rev',
    ),
    counts: db.prepare<[], { type: string; n: number }>(
      'SELECT type, COUNT(*) AS n FROM record WHERE gone = 0 GROUP BY type',
    ),
    projects: db
      .prepare<[], number>("SELECT COUNT(*) FROM record WHERE type = 'project' AND gone = 0")
      .pluck(),
    project: db
      .prepare<[], string>("SELECT json FROM record WHERE type = 'project' AND gone = 0 ORDER BY id LIMIT 1")
      .pluck(),
  }
}
