/** The open documents, and how each becomes one. */
import { constants } from 'node:fs'
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { textsIn } from '../../shared/i18n'
import { KnownError, type Notice, type OpenDocument } from '../../shared/ipc/contract'
import type { RawRecord } from '../../shared/model'
import { adopt, bytesOf, type Adopted } from './adopt'
import { fileNameFrom, freeName } from './fileNames'
import type { HostState } from './hostState'
import { OpenFile, type OpenFileParts } from './openFile'
import { exists, isInside, sweep, truePath, whyReadOnly } from './places'
import type { FileRow } from './store/appState'
import { OutdatedDocument } from './store/checkDocument'
import { discard } from './store/discard'
import { newDocument } from './store/newDocument'
import { randomToken } from './store/tokens'
import { createWorkingCopy } from './store/createWorkingCopy'
import { DamagedWorkingCopy, WorkingCopy } from './store/workingCopy'

export class Documents {
  readonly #host: HostState
  readonly #open = new Map<string, OpenFile>()
  readonly #opening = new Map<string, Promise<OpenFile>>()
  readonly #closing = new Map<OpenFile, Promise<void>>()

  constructor(host: HostState) {
    this.#host = host
  }

  all(): OpenFile[] {
    return [...this.#open.values()]
  }

  /** Throws KnownError document.closed. */
  get(handle: string): OpenFile {
    const file = this.#open.get(handle)
    if (!file) throw new KnownError('document.closed')
    return file
  }

  /** The open document of this path, if there is one; the path is a true one. */
  at(path: string): OpenFile | undefined {
    return this.all().find(file => file.path === path)
  }

  /**
   * Opens a file; one that is open already is given again.
   * @throws KnownError file.* saying what is wrong with it
   */
  async open(given: string): Promise<OpenFile> {
    const path = await truePath(given)
    const open = this.at(path)
    const closing = open && this.#closing.get(open)
    if (closing) return closing.then(() => this.open(given))
    if (open) return open
    let opening = this.#opening.get(path)
    if (!opening) {
      opening = this.#openPath(path)
        .catch((error: unknown) => {
          throw named(error, path)
        })
        .finally(() => this.#opening.delete(path))
      this.#opening.set(path, opening)
    }
    return opening
  }

  /** A new document in the folder for documents, under a name made from its title. */
  async create(records: Iterable<RawRecord>, title: string): Promise<OpenFile> {
    const { folders } = this.#host
    return this.createAt(await this.#freePath(folders.documents, fileNameFrom(title)), records)
  }

  /** A new document at a path where no file is. */
  async createAt(given: string, records: Iterable<RawRecord>): Promise<OpenFile> {
    const path = await truePath(given)
    this.refuseOurFolder(path)
    if (await exists(path)) throw new KnownError('file.exists', { name: basename(path) })
    const { app, at, folders, version } = this.#host
    const working = join(folders.working, `${randomToken(16)}.sqlite`)
    const { author } = app.settings()
    createWorkingCopy(working, newDocument(records, { author, at: at(), appVersion: version }))
    return this.#publishNew(path, new WorkingCopy(working), [])
  }

  /** Opens what the page has as bytes: the document we have with them, or a new one in the folder for documents. */
  async openBytes(name: string, bytes: Uint8Array): Promise<OpenFile> {
    const { app, folders } = this.#host
    const received = join(folders.incoming, `${randomToken()}.jboard`)
    try {
      await writeFile(received, bytes, { mode: 0o600 })
      const known = app.fileBySha256((await bytesOf(received)) ?? '')
      if (known && (await bytesOf(known.path)) === known.sha256) return await this.open(known.path)
      const { working, readOnly, notices, salvaged } = await adopt(this.#host, received)
      const path = await this.#freePath(folders.documents, fileNameFrom(basename(name, extname(name))))
      if (readOnly) {
        // What we cannot change is kept byte for byte.
        working.close()
        await mkdir(dirname(path), { recursive: true })
        await copyFile(received, path, constants.COPYFILE_EXCL)
        return await this.open(path)
      }
      const told = salvaged ? [...notices, salvagedAs(path)] : notices
      return await this.#publishNew(path, working, told, await this.#known(path, working))
    } finally {
      discard(received)
    }
  }

  /** A working copy that no file is known of becomes a document among the others, and is told of. */
  async recover(working: WorkingCopy): Promise<void> {
    const path = await this.#freePath(this.#host.folders.documents, await this.#recovered(working.title()))
    await this.close(await this.#publishNew(path, working, []))
    this.#host.notify({ code: 'document.recovered', params: { copy: basename(path) } })
  }

  /** Publishes what can be published and closes the document. */
  close(file: OpenFile, openNextTime = false): Promise<void> {
    let closing = this.#closing.get(file)
    if (!closing) {
      closing = file.close(openNextTime).finally(() => {
        this.#open.delete(file.handle)
        this.#closing.delete(file)
      })
      this.#closing.set(file, closing)
    }
    return closing
  }

  /** Throws KnownError file.inAppFolder for a path in our own folder. */
  refuseOurFolder(path: string) {
    if (isInside(this.#host.folders.data, path)) throw new KnownError('file.inAppFolder')
  }

  async #openPath(path: string): Promise<OpenFile> {
    const { app, now } = this.#host
    this.refuseOurFolder(path)
    await this.#sweep(dirname(path), now())
    const row = app.file(path)
    const found = await bytesOf(path)
    const working = row && (await this.#workingCopyOf(row, found))
    if (working) return this.#resume(app.file(path) ?? row, working, found)
    return this.#adopt(path)
  }

  /** Goes on with a working copy, whether its file is there, gone or changed. */
  async #resume(row: FileRow, working: WorkingCopy, found: string | null): Promise<OpenFile> {
    const { app } = this.#host
    const { path } = row
    if (found !== null && found === row.pendingSha256) {
      app.putFile(path, {
        sha256: found,
        revision: row.pendingRevision,
        pendingSha256: null,
        pendingRevision: null,
      })
    }
    if (found !== null && (found === row.sha256 || found === row.pendingSha256)) {
      return this.#opened({ path, working, readOnly: await whyReadOnly(path) })
    }
    const ahead = working.revision !== row.revision
    // Not there, or not to be read now: what is saved here waits for it.
    if (found === null && ahead) return this.#opened({ path, working, readOnly: null, place: 'unreachable' })
    if (!ahead) {
      working.close()
      return this.#adopt(path)
    }
    // somebody else wrote it meanwhile: both are joined; where that is another document, ours goes beside it
    const file = this.#opened({ path, working, readOnly: await whyReadOnly(path), place: 'changedElsewhere' })
    await file.publish()
    if (file.readOnly === null && file.state().place !== 'changedElsewhere') return file
    await this.close(file)
    const notice = await this.#setAside(row, new WorkingCopy(working.path))
    return this.#adopt(path, [notice])
  }

  async #adopt(path: string, notices: readonly Notice[] = []): Promise<OpenFile> {
    const { app } = this.#host
    const row = app.file(path)
    const former = row?.working
    const adopted = await adopt(this.#host, path)
    if (adopted.salvaged) return this.#salvaged(path, adopted, notices)
    const { working, sha256 } = adopted
    // of one that was opened before the same question was answered then
    const copyOf = row ? null : await this.#known(path, working)
    app.putFile(path, { ...fresh(working), sha256, revision: working.revision })
    if (former) await this.#discard(former)
    const readOnly = adopted.readOnly ?? (await whyReadOnly(path))
    return this.#opened({ path, working, readOnly, copyOf, notices: [...notices, ...adopted.notices] })
  }

  /** The document of the recent list that a file is another copy of, the last opened first; null while one is open. */
  async #known(path: string, { documentId }: WorkingCopy): Promise<OpenDocument['copyOf']> {
    const copies = this.#host.app
      .files()
      .filter(row => row.documentId === documentId && row.listed === 1 && row.path !== path)
    if (copies.some(row => this.at(row.path))) return null
    for (const row of copies) if (await exists(row.path)) return { recent: row.handle, title: row.title }
    return null
  }

  /** What was gathered of a damaged file goes on beside it, under a name of its own; the original stays untouched. */
  async #salvaged(path: string, { working, notices }: Adopted, before: readonly Notice[]): Promise<OpenFile> {
    const place = await this.#recoveredPath(path)
    return this.#publishNew(place, working, [...before, ...notices, salvagedAs(place)])
  }

  /** Unpublished edits over a file that somebody else changed: they become a document of their own beside it. */
  async #setAside(row: FileRow, working: WorkingCopy): Promise<Notice> {
    const place = await this.#recoveredPath(row.path)
    this.#host.app.putFile(row.path, { working: null, ahead: 0 })
    const file = await this.#publishNew(place, working, [])
    await this.close(file)
    return { code: 'document.setAside', params: { name: basename(row.path), copy: basename(place) } }
  }

  /** A document whose file is not there yet: written at once, or as soon as its place can be reached. */
  async #publishNew(
    path: string,
    working: WorkingCopy,
    notices: readonly Notice[],
    copyOf: OpenDocument['copyOf'] = null,
  ): Promise<OpenFile> {
    await mkdir(dirname(path), { recursive: true }).catch(() => {})
    this.#host.app.putFile(path, { ...fresh(working), sha256: null, revision: null })
    const file = this.#opened({ path, working, readOnly: null, copyOf, notices })
    await file.publish()
    return file
  }

  #opened(parts: OpenFileParts): OpenFile {
    const file = new OpenFile(this.#host, parts)
    this.#open.set(file.handle, file)
    this.#host.emit('recent.changed', {})
    return file
  }

  /**
   * The working copy that belongs to a file; undefined where there is none to go on with. A damaged one is put aside:
   * the file then speaks, or where it is gone, the newest version kept of it.
   * @throws KnownError document.damaged when nothing is left that can be read
   */
  async #workingCopyOf(row: FileRow, found: string | null): Promise<WorkingCopy | undefined> {
    if (row.working === null) return undefined
    const path = join(this.#host.folders.working, row.working)
    try {
      return new WorkingCopy(path)
    } catch (error) {
      if (error instanceof OutdatedDocument) return this.#renewed(row, path)
      if (!(error instanceof DamagedWorkingCopy)) throw error
    }
    await this.#moveAside(row.working)
    this.#host.app.putFile(row.path, { working: null })
    if (found !== null) {
      this.#host.notify({ code: 'document.fellBackToFile', params: { name: basename(row.path) } })
      return undefined
    }
    return this.#fromVersion(row)
  }

  async #fromVersion(row: FileRow): Promise<WorkingCopy> {
    const { app, folders, notify, versions } = this.#host
    for (const version of versions.of(row.documentId).filter(({ path }) => path === row.path)) {
      const name = `${randomToken(16)}.sqlite`
      try {
        await copyFile(versions.path(version.id), join(folders.working, name))
        const working = new WorkingCopy(join(folders.working, name))
        // What the damaged copy held beyond the file nobody knows: this counts as not published.
        app.putFile(row.path, { working: name, revision: null })
        notify({ code: 'document.fellBackToVersion', params: { name: basename(row.path), at: version.at } })
        return working
      } catch {
        await this.#discard(name)
      }
    }
    throw new KnownError('document.damaged', { name: basename(row.path) })
  }

  /** A working copy of another version of the app goes through the guard like any file, and is brought up to date. */
  async #renewed(row: FileRow, path: string): Promise<WorkingCopy> {
    const { app, folders, thread } = this.#host
    const into = join(folders.incoming, `${randomToken()}.jboard`)
    await thread.run('snapshot', { working: path, into })
    try {
      const { working, readOnly } = await adopt(this.#host, into)
      if (readOnly) {
        // A newer version left it here, perhaps with edits that no file has: it waits for that version.
        working.close()
        await this.#discard(basename(working.path))
        throw new KnownError(readOnly)
      }
      app.putFile(row.path, { working: basename(working.path) })
      await this.#moveAside(basename(path))
      return working
    } finally {
      discard(into)
    }
  }

  async #sweep(folder: string, now: number) {
    const { app } = this.#host
    const ours = app.temporaries().filter(path => dirname(path) === folder)
    await sweep(folder, ours, now)
    for (const path of ours) if (!(await exists(path))) app.dropTemporary(path)
  }

  async #freePath(folder: string, name: string): Promise<string> {
    const { app } = this.#host
    const taken = async (fileName: string) => {
      const path = await truePath(join(folder, fileName))
      return app.file(path) !== undefined || exists(path)
    }
    return join(folder, await freeName(name || 'Journeyboard', taken))
  }

  /** "Name (recovered)" in the person's language, as a file name. */
  async #recovered(name: string): Promise<string> {
    const { t } = await textsIn(this.#host.app.settings().language)
    return fileNameFrom(t($ => $.files.recovered, { name }))
  }

  /** "Name (recovered)" beside a file, or among the documents where its folder takes nothing. */
  async #recoveredPath(path: string): Promise<string> {
    const name = await this.#recovered(basename(path, extname(path)))
    const beside = (await exists(path)) && (await whyReadOnly(path)) !== 'file.readOnlyFolder'
    return this.#freePath(beside ? dirname(path) : this.#host.folders.documents, name)
  }

  async #moveAside(name: string) {
    const { working, damaged } = this.#host.folders
    for (const tail of tails)
      await rename(join(working, name + tail), join(damaged, name + tail)).catch(() => {})
  }

  async #discard(name: string) {
    const { working } = this.#host.folders
    for (const tail of tails) await rm(join(working, name + tail), { force: true })
  }
}

/** The main file of a working copy and what SQLite keeps beside it. */
const tails = ['', '-wal', '-shm'] as const

const fresh = (working: WorkingCopy) => ({
  documentId: working.documentId,
  working: basename(working.path),
  pendingSha256: null,
  pendingRevision: null,
})

/** An error about a file says which file. */
const named = (error: unknown, path: string) =>
  error instanceof KnownError ? new KnownError(error.code, { name: basename(path), ...error.params }) : error

const salvagedAs = (path: string): Notice => ({ code: 'file.salvagedAs', params: { copy: basename(path) } })
