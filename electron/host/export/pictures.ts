/** The pictures of a document as exports take them: PNG or JPEG, since neither PDF nor the painter of PNG knows more. */
import { readFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'
import decodeWebp, { init } from '@jsquash/webp/decode'
import type { DocumentView } from '../../../shared/document'
import type { SceneItem } from '../../../shared/layout/scene'
import { builtFile } from '../entryFile'
import { pictureFacts } from '../pictureFacts'
import { pngOfSvg } from './png'

export interface Picture {
  readonly mime: string
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** Pictures by the id of their asset. */
export type Pictures = ReadonlyMap<string, Picture>

/**
 * The pictures that a scene shows. One that is not there or cannot be read is left out: what stands for it is painted.
 * @param bytesOf the bytes of a picture by their SHA-256
 */
export function picturesIn(
  document: DocumentView,
  items: readonly SceneItem[],
  bytesOf: (sha256: string) => Uint8Array | undefined,
): Pictures {
  const pictures = new Map<string, Picture>()
  const collect = (list: readonly SceneItem[]) => {
    for (const item of list) {
      if (item.kind === 'group') collect(item.items)
      if (item.kind !== 'picture' || pictures.has(item.pictureId)) continue
      const asset = document.find('asset', item.pictureId)
      const bytes = asset && bytesOf(asset.sha256)
      try {
        if (bytes) pictures.set(item.pictureId, { bytes, ...pictureFacts(bytes) })
      } catch {
        // a file from elsewhere may call anything a picture
      }
    }
  }
  collect(items)
  return pictures
}

export const dataUrl = ({ mime, bytes }: Picture): string =>
  `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`

/** The same pictures without WebP, which becomes PNG. One that cannot be read is left out. */
export const withoutWebp = (pictures: Pictures): Promise<Pictures> =>
  changed(pictures, picture => (picture.mime === 'image/webp' ? fromWebp(picture) : picture))

/**
 * The same pictures as PDF takes them: JPEG as it is, all others as PNG that was written here, so that no strange file
 * is in the way of the rest.
 */
export const forPaper = async (pictures: Pictures): Promise<Pictures> =>
  changed(await withoutWebp(pictures), picture =>
    picture.mime === 'image/jpeg' ? picture : repainted(picture),
  )

async function changed(
  pictures: Pictures,
  change: (picture: Picture) => Picture | Promise<Picture>,
): Promise<Pictures> {
  const result = new Map<string, Picture>()
  for (const [id, picture] of pictures) {
    try {
      result.set(id, await change(picture))
    } catch {
      // what stands for it is painted
    }
  }
  return result
}

/** Longest side of a picture on paper, in pixels. */
const longestSide = 2400

async function repainted(picture: Picture): Promise<Picture> {
  const { width, height } = picture
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<image width="${width}" height="${height}" href="${dataUrl(picture)}"/></svg>`
  const scale = Math.min(1, longestSide / Math.max(width, height))
  const bytes = await pngOfSvg(svg, { width, height }, scale)
  return { mime: 'image/png', bytes, width: Math.round(width * scale), height: Math.round(height * scale) }
}

let ready: Promise<void> | undefined

async function fromWebp({ bytes }: Picture): Promise<Picture> {
  await (ready ??= init({ wasmBinary: readFileSync(builtFile('webp.wasm')) } as object))
  const { data, width, height } = await decodeWebp(new Uint8Array(bytes).buffer)
  return { mime: 'image/png', bytes: pngOf(data, width, height), width, height }
}

/** A PNG of pixels: red, green, blue and opacity, row by row. */
function pngOf(pixels: Uint8Array | Uint8ClampedArray, width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const lines = Buffer.alloc(height * (4 * width + 1))
  for (let y = 0; y < height; y++)
    lines.set(pixels.subarray(4 * width * y, 4 * width * (y + 1)), y * (4 * width + 1) + 1)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
