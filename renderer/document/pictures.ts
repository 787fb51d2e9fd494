/** The pictures of a document in the page: read once and kept while it is open; new ones made small and sent. */
import { useEffect, useSyncExternalStore } from 'react'
import type { Fields } from '../../shared/document'
import { KnownError } from '../../shared/ipc/contract'
import { connect } from '../api/bridge'
import { base64Of } from '../ui/fileInput'
import { useRecord, useSession } from './hooks'
import type { DocumentSession } from './session'

/** Longest side of what is kept, in pixels; larger pictures are made smaller. */
const longestSide = 1600
/** Larger files are not even looked at, in bytes. */
const largestFile = 64 * 1024 * 1024

/** Addresses by the SHA-256 of the picture; null where it is not in the file. */
class Shown {
  readonly #session: string
  readonly #urls = new Map<string, string | null>()
  readonly #asked = new Set<string>()
  readonly #listeners = new Set<() => void>()

  constructor({ handle }: DocumentSession) {
    this.#session = handle
  }

  /** All that was made, to be given back when the document is closed. */
  get urls() {
    return this.#urls
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  url(sha256: string | undefined): string | null | undefined {
    return sha256 === undefined ? undefined : this.#urls.get(sha256)
  }

  /** Asks for a picture, once. */
  async ask(sha256: string): Promise<void> {
    if (this.#asked.has(sha256)) return
    this.#asked.add(sha256)
    try {
      const bridge = await connect()
      const { mime, base64 } = await bridge.call('picture.read', { document: this.#session, sha256 })
      const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
      this.#urls.set(sha256, URL.createObjectURL(new Blob([bytes], { type: mime })))
    } catch (error) {
      // a host that does not answer is asked again by whoever shows the picture next
      if (error instanceof KnownError && error.code.startsWith('picture.')) this.#urls.set(sha256, null)
      else this.#asked.delete(sha256)
    }
    for (const listener of this.#listeners) listener()
  }

  /** It has been added just now: it may be asked for again. */
  forget(sha256: string): void {
    if (this.#urls.get(sha256) !== null) return
    this.#urls.delete(sha256)
    this.#asked.delete(sha256)
  }
}

const closed = new FinalizationRegistry<ReadonlyMap<string, string | null>>(urls => {
  for (const url of urls.values()) if (url) URL.revokeObjectURL(url)
})
const shownBy = new WeakMap<DocumentSession, Shown>()

function shownIn(session: DocumentSession): Shown {
  let shown = shownBy.get(session)
  if (!shown) {
    shown = new Shown(session)
    shownBy.set(session, shown)
    closed.register(session, shown.urls)
  }
  return shown
}

/**
 * The address at which a picture can be shown.
 * @returns undefined while it is not known; null when the picture is not in the file or cannot be shown
 */
export function usePictureOrGap(assetId: string | null | undefined): string | null | undefined {
  const session = useSession()
  const sha256 = useRecord('asset', assetId)?.sha256
  const shown = shownIn(session)
  useEffect(() => {
    if (sha256) void shown.ask(sha256)
  }, [shown, sha256])
  return useSyncExternalStore(shown.subscribe, () => shown.url(sha256))
}

/** The address at which a picture can be shown, as soon as there is one. */
export const usePicture = (assetId: string | null | undefined): string | undefined =>
  usePictureOrGap(assetId) ?? undefined

/**
 * Keeps a picture with the document, made smaller where it is larger than 1,600 pixels.
 * @returns the fields of its record
 * @throws KnownError picture.*, document.readOnly, disk.*
 */
export async function keepPicture(session: DocumentSession, file: File): Promise<Fields<'asset'>> {
  if (file.size > largestFile)
    throw new KnownError('picture.tooLarge', { megabytes: largestFile / 1024 / 1024 })
  const base64 = await base64Of(await small(file)).catch(() => {
    throw new KnownError('picture.broken')
  })
  const bridge = await connect()
  const facts = await bridge.call('picture.add', { document: session.handle, base64 })
  shownIn(session).forget(facts.sha256)
  return { ...facts, title: titleOf(file) }
}

const keptAsIs = new Set(['image/png', 'image/gif', 'image/webp'])

/**
 * The picture as it is kept. Photographs are always written anew, upright and without what the camera noted about
 * place and time.
 */
async function small(file: File): Promise<Blob> {
  const image = await createImageBitmap(file).catch(() => {
    throw new KnownError('picture.unknown')
  })
  try {
    const share = Math.min(1, longestSide / Math.max(image.width, image.height))
    if (share === 1 && keptAsIs.has(file.type)) return file
    const [width, height] = [image.width, image.height].map(side => Math.max(1, Math.round(side * share)))
    const canvas = new OffscreenCanvas(width!, height!)
    const context = canvas.getContext('2d')
    if (!context) throw new KnownError('picture.unknown')
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, 0, 0, width!, height!)
    const type = file.type === 'image/jpeg' ? 'image/jpeg' : 'image/webp'
    return await canvas.convertToBlob({ type, quality: 0.9 })
  } finally {
    image.close()
  }
}

/** The name of the file as a first guess at what it shows; what was pasted and what a camera named says nothing. */
function titleOf({ name }: File): string {
  const title = name
    .replace(/\.[a-z]+$/i, '')
    .replaceAll('_', ' ')
    .trim()
  return /^(image|picture|(img|dsc|pxl|screenshot)?[\d\s.-]*)$/i.test(title) ? '' : title.slice(0, 500)
}
