/** One open document: its working copy, the user's file behind it, and what is told about both. */
import { stat } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Doc, isEmpty, patchOf, type Change } from '../../shared/document'
import type { MergedRecord, MergeWish } from '../../shared/document/merge'
import {
  KnownError,
  type FileState,
  type Notice,
  type OpenDocument,
  type PageView,
} from '../../shared/ipc/contract'
import { bytesOf } from './adopt'
import type { HostState } from './hostState'
import { Publisher } from './publisher'
import { putFile } from './putFile'
import { receive, type ReceivedCopy } from './received'
import { Hindered, type Expected } from './store/publish'
import { randomToken } from './store/tokens'
import { conflictsKey, type FileRow } from './store/appState'
import { discard } from './store/discard'
import { diskError, isFull } from './store/diskError'
import type { WorkingCopy } from './store/workingCopy'

export interface OpenFileParts {
  /** Its row in the app state is there already. */
  readonly path: string
  readonly working: WorkingCopy
  /** Why it cannot be changed, as an `errors.*` code. */
  readonly readOnly: string | null
  readonly notices?: readonly Notice[]
  /** The document it is another copy of, for the page to ask about. */
  readonly copyOf?: OpenDocument['copyOf']
  readonly place?: FileState['place']
}

/** How long closing waits for a publish, in milliseconds. */
const patience = 5000

export class OpenFile {
  readonly handle = `doc-${randomToken(16)}`
  readonly working: WorkingCopy
  readonly #host: HostState
  readonly #publisher: Publisher
  #path: string
  #readOnly: string | null
  #notices: Notice[]
  #copyOf: OpenDocument['copyOf']
  #place: FileState['place']
  #toldDiskFull = false
  #closed = false
  /** Whether the page has it. */
  #shown = false
  /** The file as it was when it was last looked at. */
  #lookedAt = ''
  readonly #watch: NodeJS.Timeout

  constructor(
    host: HostState,
    { path, working, readOnly, notices = [], copyOf = null, place = 'ok' }: OpenFileParts,
  ) {
    this.#host = host
    this.#path = path
    this.working = working
    this.#readOnly = readOnly
    this.#notices = [...notices]
    this.#copyOf = copyOf
    this.#place = readOnly ? 'readOnly' : place
    this.#publisher = new Publisher(() => this.#bringUpToDate(), host.delays)
    this.#note({ openNow: 1, listed: 1, openedAt: host.at(), ...this.#facts() })
    if (this.#behind()) this.#publisher.edited()
    // a sync client, another window or another person may replace the file at any time
    this.#watch = setInterval(() => void this.#lookAround(), host.delays.watch).unref()
  }

  get path() {
    return this.#path
  }

  get fileName() {
    return basename(this.#path)
  }

  get readOnly() {
    return this.#readOnly
  }

  state(): FileState {
    return { saved: this.working.revision, published: this.#row().revision, place: this.#place }
  }

  /** Everything the page needs to show it. What is to be told once is told with the first answer. */
  opened(): OpenDocument {
    const { view } = this.#row()
    const [notices, copyOf] = [this.#notices, this.#copyOf]
    this.#notices = []
    this.#copyOf = null
    this.#shown = true
    return {
      handle: this.handle,
      documentId: this.working.documentId,
      isPart: this.working.isPart,
      fileName: this.fileName,
      readOnly: this.#readOnly,
      records: this.working.recordsJson(),
      revision: this.working.revision,
      history: JSON.stringify(this.working.history()),
      actor: this.working.actor,
      view: view === null ? null : (JSON.parse(view) as PageView),
      state: this.state(),
      conflicts: this.working.conflicts().map(one => ({ ...one, others: [...one.others] })),
      copyOf,
      notices,
    }
  }

  /**
   * Commits changes; when this returns they survive a power cut. The user's file follows.
   * @returns the new revision
   * @throws KnownError document.readOnly and those of WorkingCopy.save
   */
  save(base: number, changes: readonly Change[]): number {
    if (this.#readOnly) throw new KnownError('document.readOnly')
    const author = this.#host.app.settings().author
    const revision = this.working.save(base, changes, { author, at: this.#host.at() })
    this.#tell()
    this.#publisher.edited()
    return revision
  }

  /**
   * Keeps the bytes of a picture beside the records; they are published with the change that makes a record of it.
   * @returns its SHA-256
   * @throws KnownError document.readOnly and those of WorkingCopy.addPicture
   */
  addPicture(picture: { readonly mime: string; readonly bytes: Uint8Array }): string {
    if (this.#readOnly) throw new KnownError('document.readOnly')
    return this.working.addPicture(picture)
  }

  /** Brings the user's file up to date now, and looks whether it is still ours when it is. */
  async publish(): Promise<FileState> {
    await this.#publisher.now()
    return this.state()
  }

  /**
   * Goes on in another file; the one before stays as it was last written.
   * @param expected what may be at the new place
   */
  async moveTo(path: string, expected: string | null): Promise<void> {
    await this.#publisher.idle()
    const { app } = this.#host
    const { working, documentId, thumbnail, view } = this.#row()
    app.putFile(this.#path, { working: null, ahead: 0, openNow: 0 })
    app.putFile(path, {
      working,
      documentId,
      thumbnail,
      view,
      sha256: expected,
      revision: null,
      pendingSha256: null,
      pendingRevision: null,
      openNow: 1,
      listed: 1,
      openedAt: this.#host.at(),
      ...this.#facts(),
    })
    this.#path = path
    this.#readOnly = null
    await this.publish()
  }

  /** The bytes the user's file would have now. */
  bytes(): Promise<Buffer> {
    return this.asFile(path => readFileSync(path))
  }

  /** Lays down what the user's file would be now, as a file of our own for as long as it is read. */
  async asFile<R>(read: (path: string) => R | Promise<R>): Promise<R> {
    const into = join(this.#host.folders.incoming, `${randomToken()}.jboard`)
    try {
      await this.#host.thread.run('snapshot', { working: this.working.path, into })
      return await read(into)
    } finally {
      discard(into)
    }
  }

  /** Brings an earlier version back as one change that can be undone. Throws KnownError version.*. */
  restore(version: string): void {
    const records = this.#host.versions.records(this.working.documentId, version)
    const patch = patchOf(new Doc(this.working.records()), new Doc(records))
    if (isEmpty(patch)) return
    if (!this.#readOnly) this.working.takePictures(this.#host.versions.path(version))
    this.save(this.working.revision, [{ step: randomToken(), command: 'document.restore', patch }])
  }

  /**
   * Takes in another copy of this document as one undo step.
   * @param path a file of our own making
   * @returns what came in
   * @throws KnownError document.readOnly and those of WorkingCopy.merge
   */
  merge(path: string, wish?: MergeWish): readonly MergedRecord[] {
    if (this.#readOnly) throw new KnownError('document.readOnly')
    const { author } = this.#host.app.settings()
    const before = this.working.revision
    const entries = this.working.merge(path, { author, at: this.#host.at() }, wish)
    if (this.working.revision !== before) {
      this.#tell()
      this.#publisher.edited()
    }
    return entries
  }

  remember(view: PageView) {
    this.#note({ view: JSON.stringify(view) })
  }

  setThumbnail(scene: string) {
    this.#note({ thumbnail: scene })
  }

  /**
   * Publishes what can be published and lets go of the working copy, which stays for the next opening.
   * @param openNextTime whether the next start is to open it again
   */
  async close(openNextTime: boolean): Promise<void> {
    // A place that does not answer must not keep the app from ending; the next opening goes on from here.
    if (this.#behind())
      await Promise.race([this.#publisher.now(), sleep(patience, undefined, { ref: false })])
    this.#publisher.stop()
    clearInterval(this.#watch)
    this.#closed = true
    this.#note({ openNow: openNextTime ? 1 : 0, ...this.#facts() })
    this.working.close()
  }

  /** Writes down what the recent list and the next start want to know; a disk that takes nothing stops nobody. */
  #note(facts: Partial<Omit<FileRow, 'path' | 'handle'>>) {
    try {
      this.#host.app.putFile(this.#path, facts)
    } catch (error) {
      if (!(diskError(error) instanceof KnownError)) throw error
    }
  }

  #row() {
    const row = this.#host.app.file(this.#path)
    if (!row) throw new Error('an open file has a row')
    return row
  }

  #behind() {
    return !this.#readOnly && this.working.revision !== this.#row().revision
  }

  /** What the recent list shows. */
  #facts() {
    return {
      title: this.working.title(),
      counts: JSON.stringify({
        ...this.working.counts(),
        [conflictsKey]: this.working.conflicts().length,
      }),
      ahead:
        this.#host.app.file(this.#path)?.revision === this.working.revision ? (0 as const) : (1 as const),
    }
  }

  #tell() {
    this.#host.emit('document.state', { document: this.handle, state: this.state() })
  }

  /** Looks whether the file is still what it was; only then is it worth reading. */
  async #lookAround() {
    const found = await stat(this.#path).then(
      ({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`,
      () => 'gone',
    )
    if (found === this.#lookedAt || this.#closed) return
    this.#lookedAt = found
    await this.#publisher.now()
  }

  /** One attempt at a publish; false when it is to be tried again. */
  async #bringUpToDate(attempt = 1): Promise<boolean> {
    if (this.#readOnly) return true
    try {
      await this.#replaceFile()
      this.#place = 'ok'
      this.#toldDiskFull = false
    } catch (error) {
      if (
        error instanceof Hindered &&
        error.place === 'changedElsewhere' &&
        attempt <= 5 &&
        (await this.#tookIn())
      ) {
        return this.#bringUpToDate(attempt + 1)
      }
      this.#place = error instanceof Hindered ? error.place : 'unreachable'
      const full = isFull(error)
      if (full && !this.#toldDiskFull) this.#host.notify({ code: 'disk.full', params: {} })
      this.#toldDiskFull ||= full
    }
    if (!this.#closed) {
      this.#note(this.#facts())
      this.#host.emit('recent.changed', {})
      this.#tell()
    }
    return this.#place === 'ok'
  }

  /**
   * The file holds what somebody else wrote: joins it with what is here, so that neither overwrites the other.
   * @returns false where it is no copy of this document that can be read
   */
  async #tookIn(): Promise<boolean> {
    const target = this.#path
    const sha256 = await bytesOf(target)
    if (sha256 === null) return false
    let copy: ReceivedCopy
    try {
      copy = await receive(this.#host, target, this.working.documentId)
    } catch {
      return false
    }
    try {
      // replaced once more while it was read: the next attempt reads that
      if ((await bytesOf(target)) !== sha256 || this.#path !== target) return true
      if (copy.isPart || this.#closed) return false
      const { revision } = this.working
      const entries = this.merge(copy.path)
      const isThere = this.working.revision === revision && !this.working.hasMoreThan(copy.path)
      this.#host.app.putFile(target, written(sha256, isThere ? revision : null))
      if (entries.length > 0) {
        const code = this.working.conflicts().length > 0 ? 'merge.outsideConflicts' : 'merge.outside'
        this.#notices.push({ code, params: { name: this.fileName, count: entries.length } })
        if (this.#shown) this.#host.emit('document.replaced', this.opened())
      }
      return true
    } finally {
      discard(copy.path)
    }
  }

  async #replaceFile() {
    const { app, thread, versions } = this.#host
    const target = this.#path
    const row = this.#row()
    const expected: Expected = [row.sha256, ...(row.pendingSha256 === null ? [] : [row.pendingSha256])]
    const found = await thread.run('look', { target, expected })
    if (found !== null && found === row.pendingSha256) {
      // A publish that was cut off after the rename.
      app.putFile(target, written(found, row.pendingRevision))
    }
    if (!this.#behind()) return
    const { id, path: sealed } = versions.newPath()
    const snapshot = await thread.run('snapshot', { working: this.working.path, into: sealed })
    try {
      // Written down first: whatever cuts the publish off, the next opening knows these bytes.
      app.putFile(target, { pendingSha256: snapshot.sha256, pendingRevision: snapshot.revision })
      await putFile(this.#host, { sealed, target, expected: [found] })
      app.putFile(target, written(snapshot.sha256, snapshot.revision))
    } catch (error) {
      discard(sealed)
      throw error
    }
    const { documentId } = this.working
    const { revision, bytes } = snapshot
    versions.keep({ id, documentId, path: target, at: this.#host.at(), revision, bytes })
  }
}

const written = (sha256: string, revision: number | null) => ({
  sha256,
  revision,
  pendingSha256: null,
  pendingRevision: null,
})
