/** Real pictures for tests: small ones of every kind, and PNGs of any size. */
import { randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

const bytes = (base64: string) => Buffer.from(base64, 'base64')

/** 12 by 9 pixels, encoded by a browser. */
export const jpeg = bytes(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAJAAwDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAwX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCeAdHf/9k=',
)
export const webp = bytes('UklGRjIAAABXRUJQVlA4ICYAAABwAQCdASoMAAkAAsBMJaACdAFAAAD+6NcFXq8yr/4Vr9gfxLYUAA==')
export const webpLossless = bytes('UklGRh4AAABXRUJQVlA4TBEAAAAvCwACAAfQv2pUr/+BiOh/AAA=')
export const webpSeeThrough = bytes(
  'UklGRmQAAABXRUJQVlA4WAoAAAAQAAAACwAACAAAQUxQSBMAAAABDzD/ERFCIJAg5G+z3QoR/Y88AFZQOCAqAAAAcAEAnQEqDAAJAALATCWoAnQBQAAA/ujNsKye9UXZfux4e/POFf9+ZOgA',
)
/** One pixel. */
export const gif = bytes('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7')

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/**
 * A PNG of one colour.
 * @param tint 0 to 255; another tint is another picture
 * @param ballast bytes that cannot be packed and that every reader passes over
 */
export function png(width: number, height: number, tint = 0, ballast = 0): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  // 8 bits of grey; each line begins with a byte for its filter
  const lines = Buffer.alloc(height * (width + 1), tint)
  for (let y = 0; y < height; y++) lines[y * (width + 1)] = 0
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...(ballast > 0 ? [chunk('juNk', randomBytes(ballast))] : []),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
