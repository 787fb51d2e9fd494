/** Earlier versions: complete files in the app data folder, one for each publish, thinned out with age. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { RawRecord } from '../../../shared/model'
import { KnownError } from '../../../shared/ipc/contract'
import type { AppState, VersionRow } from './appState'
import { discard } from './discard'
import { randomToken } from './tokens'
import { readRecords } from './checkDocument'

const hour = 3_600_000
const day = 24 * hour

/**
 * What is kept beside what people named: this many of the newest, one an hour for a day, one a day for 30 days, this
 * many bytes in all.
 */
export const keeping = { newest: 10, hourlyFor: day, dailyFor: 30 * day, bytes: 200 * 1024 * 1024 } as const

/**
 * The versions to let go of.
 * @param rows of all documents
 * @param now milliseconds since 1970
 */
export function surplus(rows: readonly VersionRow[], now: number): VersionRow[] {
  const newestFirst = rows.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.revision - a.revision))
  const kept = new Set<VersionRow>()
  for (const documentId of new Set(newestFirst.map(row => row.documentId))) {
    const own = newestFirst.filter(row => row.documentId === documentId && row.name === null)
    const spans = new Set<string>()
    own.forEach((row, place) => {
      const age = now - Date.parse(row.at)
      const hourly = age < keeping.hourlyFor ? `hour ${row.at.slice(0, 13)}` : undefined
      const daily = age < keeping.dailyFor ? `day ${row.at.slice(0, 10)}` : undefined
      const spansOfRow = [hourly, daily].filter(span => span !== undefined)
      if (place < keeping.newest || spansOfRow.some(span => !spans.has(span))) kept.add(row)
      for (const span of spansOfRow) spans.add(span)
    })
  }
  let bytes = 0
  return newestFirst.filter((row, place) => {
    // somebody wants to come back to what they named
    if (row.name !== null) return false
    if (!kept.has(row)) return true
    bytes += row.bytes
    // The newest of all stays, however large.
    return place > 0 && bytes > keeping.bytes
  })
}

export class Versions {
  readonly #app: AppState
  readonly #folder: string
  readonly #now: () => number

  /** @param now milliseconds since 1970 */
  constructor(app: AppState, folder: string, now: () => number) {
    this.#app = app
    this.#folder = folder
    this.#now = now
    const known = new Set(app.versions().map(row => fileName(row.id)))
    for (const name of readdirSync(folder)) if (!known.has(name)) discard(join(folder, name))
  }

  /** A place for a snapshot that may become a version. */
  newPath(): { readonly id: string; readonly path: string } {
    const id = `version-${randomToken(16)}`
    return { id, path: this.path(id) }
  }

  path(id: string): string {
    return join(this.#folder, fileName(id))
  }

  /** Keeps a snapshot that lies at the path of its id, and lets go of what is more than is kept. */
  keep(row: Omit<VersionRow, 'name'>, name: string | null = null): void {
    this.#app.addVersion({ ...row, name })
    for (const { id } of surplus(this.#app.versions(), this.#now())) {
      discard(this.path(id))
      this.#app.dropVersion(id)
    }
  }

  /** The versions of a document, newest first. */
  of(documentId: string): VersionRow[] {
    return this.#app.versions().filter(row => row.documentId === documentId)
  }

  /**
   * Gives a version a name, with which it is kept for good, or takes it away.
   * @throws KnownError version.missing
   */
  rename(documentId: string, id: string, name: string | null): VersionRow {
    if (!this.of(documentId).some(version => version.id === id)) throw new KnownError('version.missing')
    this.#app.nameVersion(id, name)
    return this.of(documentId).find(version => version.id === id)!
  }

  /**
   * The records of a version.
   * @throws KnownError version.missing, version.damaged
   */
  records(documentId: string, id: string): RawRecord[] {
    const row = this.of(documentId).find(version => version.id === id)
    if (!row) throw new KnownError('version.missing')
    try {
      return readRecords(this.path(id))
    } catch {
      throw new KnownError('version.damaged', { at: row.at })
    }
  }
}

const fileName = (id: string) => `${id}.jboard`
