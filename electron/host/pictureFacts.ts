/**
 * What kind of picture some bytes are and how large it is, read from the bytes alone: names and types that come with
 * them are not asked. The structure is walked as far as it says that the picture is whole; pixels are not decoded.
 */
import { crc32 } from 'node:zlib'
import { KnownError } from '../../shared/ipc/contract'
import type { Asset } from '../../shared/model'

/** Largest picture, in bytes. */
export const maxPictureBytes = 10 * 1024 * 1024
/** Longest side, in pixels. */
export const maxPictureSide = 20_000

export interface PictureFacts {
  readonly mime: Asset['mime']
  readonly width: number
  readonly height: number
}

type Size = Omit<PictureFacts, 'mime'>

/**
 * @throws KnownError picture.unknown (no PNG, JPEG, WebP or GIF), picture.broken, picture.tooLarge (bytes),
 *   picture.tooWide (pixels)
 */
export function pictureFacts(bytes: Uint8Array): PictureFacts {
  if (bytes.length > maxPictureBytes) {
    throw new KnownError('picture.tooLarge', { megabytes: maxPictureBytes / 1024 / 1024 })
  }
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = kinds.find(({ begins }) => begins(data))
  if (!kind) throw new KnownError('picture.unknown')
  const size = sizeOf(kind.size, data)
  if (!size || size.width < 1 || size.height < 1) throw new KnownError('picture.broken')
  if (size.width > maxPictureSide || size.height > maxPictureSide) {
    throw new KnownError('picture.tooWide', { pixels: maxPictureSide })
  }
  return { mime: kind.mime, ...size }
}

function sizeOf(read: (data: Buffer) => Size | undefined, data: Buffer): Size | undefined {
  try {
    return read(data)
  } catch (error) {
    // reading beyond the end: something is missing
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const ascii = (data: Buffer, from: number, to: number) => data.toString('latin1', from, to)

const kinds: readonly {
  readonly mime: Asset['mime']
  readonly begins: (data: Buffer) => boolean
  readonly size: (data: Buffer) => Size | undefined
}[] = [
  { mime: 'image/png', begins: data => ascii(data, 0, 8) === '\x89PNG\r\n\x1a\n', size: sizeOfPng },
  { mime: 'image/jpeg', begins: data => ascii(data, 0, 3) === '\xff\xd8\xff', size: sizeOfJpeg },
  { mime: 'image/gif', begins: data => /^GIF8[79]a$/.test(ascii(data, 0, 6)), size: sizeOfGif },
  {
    mime: 'image/webp',
    begins: data => ascii(data, 0, 4) === 'RIFF' && ascii(data, 8, 12) === 'WEBP',
    size: sizeOfWebp,
  },
]

/** Chunks of length, type, data and checksum, from IHDR over IDAT to IEND. */
function sizeOfPng(data: Buffer): Size | undefined {
  let size: Size | undefined
  let hasPixels = false
  for (let at = 8; ;) {
    const length = data.readUInt32BE(at)
    const type = ascii(data, at + 4, at + 8)
    const end = at + 8 + length
    if (data.readUInt32BE(end) !== crc32(data.subarray(at + 4, end))) return undefined
    if (at === 8) {
      if (type !== 'IHDR' || length !== 13) return undefined
      size = { width: data.readUInt32BE(at + 8), height: data.readUInt32BE(at + 12) }
    }
    hasPixels ||= type === 'IDAT'
    if (type === 'IEND') return hasPixels ? size : undefined
    at = end + 4
  }
}

/** Segments up to the frame (SOF), which says the size, and the scan (SOS), behind which the end (EOI) must come. */
function sizeOfJpeg(data: Buffer): Size | undefined {
  let size: Size | undefined
  for (let at = 2; ;) {
    if (data.readUInt8(at) !== 0xff) return undefined
    const marker = data.readUInt8(at + 1)
    if (marker === 0xff) at += 1
    else if (marker === 0xda) return data.lastIndexOf('\xff\xd9', undefined, 'latin1') > at ? size : undefined
    else {
      const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
      if (isFrame) size = { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) }
      at += 2 + data.readUInt16BE(at + 2)
    }
  }
}

/** The screen's size, and blocks up to the first whole image. */
function sizeOfGif(data: Buffer): Size | undefined {
  const coloursFrom = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  const pastBlocks = (from: number) => {
    let at = from
    while (data.readUInt8(at) > 0) at += 1 + data.readUInt8(at)
    return at + 1
  }
  let at = 13 + coloursFrom(data.readUInt8(10))
  while (data.readUInt8(at) === 0x21) at = pastBlocks(at + 2)
  if (data.readUInt8(at) !== 0x2c) return undefined
  const end = pastBlocks(at + 11 + coloursFrom(data.readUInt8(at + 9)))
  return end > data.length ? undefined : { width: data.readUInt16LE(6), height: data.readUInt16LE(8) }
}

/** The first chunk says the size: of a lossy picture, of a lossless one, or of the canvas of an extended one. */
function sizeOfWebp(data: Buffer): Size | undefined {
  const type = ascii(data, 12, 16)
  if (data.readUInt32LE(4) + 8 > data.length || data.readUInt32LE(16) + 20 > data.length) return undefined
  if (type === 'VP8 ') {
    if (ascii(data, 23, 26) !== '\x9d\x01\x2a') return undefined
    return { width: data.readUInt16LE(26) & 0x3fff, height: data.readUInt16LE(28) & 0x3fff }
  }
  if (type === 'VP8L') {
    if (data.readUInt8(20) !== 0x2f) return undefined
    const bits = data.readUInt32LE(21)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (type !== 'VP8X') return undefined
  return { width: data.readUIntLE(24, 3) + 1, height: data.readUIntLE(27, 3) + 1 }
}
