/**
 * A disk that may lose what was not synced. It follows recorded events; a power cut then leaves one of the many states
 * that the file system's rules allow: unsynced writes of a file are kept, dropped or torn at sectors each on its own
 * (so later ones may survive earlier ones); names appear and vanish in order, at the latest when their folder is synced.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Event } from './record'

const sector = 512

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly length: number }

/** Content that changes in place. */
class Content {
  #bytes: Buffer
  #length: number

  constructor(bytes: Buffer = Buffer.alloc(0)) {
    this.#bytes = Buffer.from(bytes)
    this.#length = bytes.length
  }

  get bytes() {
    return this.#bytes.subarray(0, this.#length)
  }

  change(change: Change) {
    if ('length' in change) return this.#resize(change.length)
    this.#resize(Math.max(this.#length, change.at + change.bytes.length))
    change.bytes.copy(this.#bytes, change.at)
  }

  #resize(length: number) {
    if (length > this.#bytes.length) {
      const larger = Buffer.alloc(length * 2)
      this.bytes.copy(larger)
      this.#bytes = larger
    } else this.#bytes.fill(0, Math.min(length, this.#length), Math.max(length, this.#length))
    this.#length = length
  }
}

class File {
  readonly now = new Content()
  synced: Buffer = Buffer.alloc(0)
  pending: Change[] = []

  change(change: Change) {
    this.now.change(change)
    this.pending.push(change)
  }

  sync() {
    this.synced = Buffer.from(this.now.bytes)
    this.pending = []
  }
}

type NameChange = { readonly path: string; readonly file: File | undefined }

export class Disk {
  readonly #names = new Map<string, File>()
  readonly #syncedNames = new Map<string, File>()
  #pendingNames: NameChange[][] = []
  readonly #honest: boolean

  /** @param honest false for a disk that says "synced" and is not */
  constructor(honest = true) {
    this.#honest = honest
  }

  follow(event: Event) {
    switch (event.kind) {
      case 'create':
        if (!this.#names.has(event.path)) this.#name([{ path: event.path, file: new File() }])
        return
      case 'unlink':
        return this.#name([{ path: event.path, file: undefined }])
      case 'rename':
        return this.#name([
          { path: event.path, file: undefined },
          { path: event.to, file: this.#names.get(event.path) },
        ])
      case 'write':
        return this.#names.get(event.path)?.change({ at: event.at, bytes: event.bytes })
      case 'copy': {
        const from = this.#names.get(event.from)?.now.bytes
        if (!from) throw new Error(`copied from an unknown file: ${event.from}`)
        const bytes = Buffer.from(
          from.subarray(event.fromAt, Math.min(from.length, event.fromAt + event.length)),
        )
        return this.#names.get(event.path)?.change({ at: event.at, bytes })
      }
      case 'truncate':
        return this.#names.get(event.path)?.change({ length: event.length })
      case 'sync':
        return this.#honest ? this.#sync(event.path) : undefined
      case 'said':
        return
    }
  }

  #name(changes: NameChange[]) {
    apply(this.#names, changes)
    this.#pendingNames.push(changes)
  }

  #sync(path: string) {
    this.#names.get(path)?.sync()
    const isHere = (changes: NameChange[]) => changes.some(change => dirname(change.path) === path)
    for (const changes of this.#pendingNames.filter(isHere)) apply(this.#syncedNames, changes)
    this.#pendingNames = this.#pendingNames.filter(changes => !isHere(changes))
  }

  /**
   * Writes what a power cut leaves.
   * @param random 0 ≤ x < 1
   * @param from the recorded folder
   * @param into the folder to write to
   */
  cut(random: () => number, from: string, into: string) {
    const names = new Map(this.#syncedNames)
    const kept = Math.floor(random() * (this.#pendingNames.length + 1))
    for (const changes of this.#pendingNames.slice(0, kept)) apply(names, changes)
    // sometimes everything is lost, sometimes nearly everything is there
    const chance = random()
    for (const [path, file] of names) {
      const target = join(into, relative(from, path))
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, remains(file, random, chance))
    }
  }
}

function apply(names: Map<string, File>, changes: readonly NameChange[]) {
  for (const { path, file } of changes) {
    if (file) names.set(path, file)
    else names.delete(path)
  }
}

function remains(file: File, random: () => number, chance: number): Buffer {
  const content = new Content(file.synced)
  for (const change of file.pending) {
    const fate = random()
    if (fate < chance) continue
    if ('length' in change || fate > chance + (1 - chance) / 2) content.change(change)
    else tear(content, change, random)
  }
  return content.bytes
}

/** Some sectors of a write arrive, some do not. */
function tear(content: Content, { at, bytes }: { at: number; bytes: Buffer }, random: () => number) {
  for (let start = 0; start < bytes.length;) {
    const end = Math.min(bytes.length, (Math.floor((at + start) / sector) + 1) * sector - at)
    if (random() < 0.5) content.change({ at: at + start, bytes: bytes.subarray(start, end) })
    start = end
  }
}
