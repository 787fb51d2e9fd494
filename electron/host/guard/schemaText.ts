/**
 * Compares the schema of a received file with ours before anything is queried. A view may pose as a table, a generated
 * column may yield 200 MB, a trigger may rewrite what is written: none of them is touched when the text differs.
 */
import type Database from 'better-sqlite3'
import { tables } from '../store/schema'
import { refusal } from './refuse'

interface SchemaRow {
  readonly type: string
  readonly name: string
  readonly table: string
  readonly sql: string | null
}

/** Longer than any statement of ours. */
const longest = 4000

function schemaOf(db: Database.Database): SchemaRow[] {
  return db
    .prepare<[], SchemaRow>(
      `SELECT type, name, tbl_name AS "table", substr(sql, 1, ${longest}) AS sql FROM sqlite_schema LIMIT 100`,
    )
    .all()
}

/** Whether the file's schema is ours, text for text. */
export function isOurSchema(db: Database.Database): boolean {
  const rows = schemaOf(db)
  const names = new Set(rows.map(row => row.name))
  const complete = [rows.length, names.size].every(count => count === Object.keys(tables).length)
  return complete && rows.every(isOurs)
}

const isOurs = (row: SchemaRow) =>
  row.type === 'table' && row.name === row.table && row.sql === ourStatement(row.name)

const ourStatement = (name: string): string | undefined =>
  Object.hasOwn(tables, name) ? tables[name as keyof typeof tables] : undefined

/**
 * Refuses any schema but ours. When the objects are the same and only letters differ, a bit flipped; anything else was
 * put there on purpose.
 * @throws KnownError file.tampered or file.damaged
 */
export function requireOurSchema(db: Database.Database): void {
  if (isOurSchema(db)) return
  const rows = schemaOf(db)
  const onlyLetters =
    rows.length === Object.keys(tables).length &&
    rows.every(row => row.sql?.length === ourStatement(row.name)?.length && row.type === 'table')
  throw refusal(onlyLetters ? 'file.damaged' : 'file.tampered')
}

/**
 * Which of our tables a file of a newer format holds with all the columns this version knows, as ordinary tables
 * without generated columns. Reading those columns runs nothing of the file's own.
 * @throws KnownError file.tampered when a name of ours is something else than such a table
 */
export function readableTables(
  db: Database.Database,
  known: Readonly<Record<string, readonly string[]>>,
): ReadonlySet<string> {
  const readable = new Set<string>()
  for (const row of schemaOf(db)) {
    const columns = known[row.name]
    if (!columns) continue
    if (row.type !== 'table' || /^CREATE\s+VIRTUAL/i.test(row.sql ?? '')) throw refusal('file.tampered')
    const found = db.prepare<[string], { name: string; hidden: number }>(
      'SELECT name, hidden FROM pragma_table_xinfo(?)',
    )
    const plain = new Map(found.all(row.name).map(column => [column.name, column.hidden]))
    if (columns.some(column => (plain.get(column) ?? 0) !== 0)) throw refusal('file.tampered')
    if (columns.every(column => plain.has(column))) readable.add(row.name)
  }
  return readable
}
