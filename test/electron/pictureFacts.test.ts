/** Pictures are known by their bytes alone. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxPictureBytes, maxPictureSide, pictureFacts } from '../../electron/host/pictureFacts'
import { KnownError } from '../../shared/ipc/contract'
import { samplePng } from '../helpers/everyRecord'
import { gif, jpeg, png, webp, webpLossless, webpSeeThrough } from '../helpers/pictures'

const real = [
  ['PNG', samplePng, 'image/png', 1, 1],
  ['a larger PNG', png(300, 200), 'image/png', 300, 200],
  ['JPEG', jpeg, 'image/jpeg', 12, 9],
  ['GIF', gif, 'image/gif', 1, 1],
  ['WebP', webp, 'image/webp', 12, 9],
  ['lossless WebP', webpLossless, 'image/webp', 12, 9],
  ['see-through WebP', webpSeeThrough, 'image/webp', 12, 9],
] as const

const codeOf = (bytes: Uint8Array): string => {
  try {
    pictureFacts(bytes)
    return 'taken'
  } catch (error) {
    if (error instanceof KnownError) return error.code
    throw error
  }
}

test.each(real)('%s', (_name, bytes, mime, width, height) => {
  expect(pictureFacts(bytes)).toEqual({ mime, width, height })
})

describe('is refused', () => {
  test.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['SVG with a mark before it', '\uFEFF<?xml version="1.0"?><svg/>'],
    ['BMP', 'BM\0\0\0\0'],
    ['TIFF', 'II*\0'],
    ['PDF', '%PDF-1.7'],
    ['sound in the same container as WebP', 'RIFF\x10\0\0\0WAVEfmt '],
  ])('%s', (_name, text) => {
    expect(codeOf(Buffer.from(text, 'utf8'))).toBe('picture.unknown')
  })

  test('every kind cut short by more than what may be missing at the end', () => {
    for (const [name, bytes] of real) {
      for (const share of [0.3, 0.6, 0.9]) {
        const cut = bytes.subarray(0, Math.floor(bytes.length * share))
        expect(['picture.broken', 'picture.unknown'], `${name} ${share}`).toContain(codeOf(cut))
      }
    }
  })

  test('a PNG with a changed byte, wherever it is', () => {
    const whole = png(20, 20)
    for (let at = 8; at < whole.length; at++) {
      const changed = Buffer.from(whole)
      changed[at]! ^= 0x20
      expect(codeOf(changed)).toBe('picture.broken')
    }
  })

  test('no pixels, too many of them, or too many bytes', () => {
    expect(codeOf(png(0, 5))).toBe('picture.broken')
    expect(codeOf(png(maxPictureSide, 1))).toBe('taken')
    expect(codeOf(png(maxPictureSide + 1, 1))).toBe('picture.tooWide')
    expect(codeOf(png(1, maxPictureSide + 1))).toBe('picture.tooWide')
    expect(codeOf(png(9, 9, 0, maxPictureBytes - 500))).toBe('taken')
    expect(codeOf(png(9, 9, 0, maxPictureBytes))).toBe('picture.tooLarge')
  })

  test('whatever bytes come, the answer is a size or a word, never a crash or a hang', () => {
    const starts = real.map(([, bytes]) => bytes.subarray(0, 40))
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.nat(40),
        fc.uint8Array({ maxLength: 300 }),
        (start, keep, rest) => {
          const code = codeOf(Buffer.concat([start.subarray(0, keep), rest]))
          expect(['taken', 'picture.unknown', 'picture.broken', 'picture.tooWide']).toContain(code)
        },
      ),
      { numRuns: process.env['JOURNEYBOARD_NIGHTLY'] === '1' ? 100_000 : 2000 },
    )
  })
})
