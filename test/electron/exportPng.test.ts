/** A board in pixels, and the pictures of a document in each format. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { exportBoard } from '../../electron/host/export/exportBoard'
import { withoutWebp } from '../../electron/host/export/pictures'
import { pictureFacts } from '../../electron/host/pictureFacts'
import { Doc } from '../../shared/document'
import { boardPicture } from '../../shared/export/boardPicture'
import { importStarter } from '../../shared/formats/cxStarter'
import { bundledTemplates } from '../../shared/formats/templates'
import { textsIn } from '../../shared/i18n'
import type { PictureWish } from '../../shared/ipc/contract'
import { recordTypes, type RawRecord } from '../../shared/model'
import { gif, jpeg, png, webp, webpLossless, webpSeeThrough } from '../helpers/pictures'
import { pictureWish } from '../helpers/pictureWish'
import { strictSvg } from '../helpers/strictSvg'
import { templateMap } from '../helpers/templateMap'

const wish = { ...pictureWish, format: 'png' } as const
const { document, journeyId } = templateMap('yacht-charter')
const none = () => undefined

describe('PNG', () => {
  test('has as many pixels as the scale says', async () => {
    const { t } = await textsIn('en')
    const { scene } = boardPicture(document, journeyId, { t, language: 'en' })!
    for (const scale of [0.25, 1, 1.5]) {
      const bytes = await exportBoard({ document, picture: none }, journeyId, { ...wish, scale }, 'en')
      const { mime, width, height } = pictureFacts(bytes)
      expect(mime).toBe('image/png')
      expect(Math.abs(width - scene.width * scale)).toBeLessThanOrEqual(1)
      expect(Math.abs(height - scene.height * scale)).toBeLessThanOrEqual(1)
    }
  })

  test('every template can be painted, light and dark', async () => {
    for (const template of bundledTemplates().templates) {
      const source = new Doc(importStarter(template, { seed: 's', actor: 'tester01', channelName: n => n }))
      const board = (source.all('journey')[0] ?? source.all('canvas')[0])!.id
      const made = await Promise.all(
        (['light', 'dark'] as const).map(scheme =>
          exportBoard({ document: source, picture: none }, board, { ...wish, scheme, scale: 0.5 }, 'sl'),
        ),
      )
      const [light, dark] = made.map(bytes => createHash('sha256').update(bytes).digest('hex'))
      expect(light).not.toBe(dark)
      for (const bytes of made) expect(bytes.length).toBeGreaterThan(20_000)
    }
  })

  test('one too large for any program is refused with the scale that would do', async () => {
    const refused = exportBoard({ document, picture: none }, journeyId, { ...wish, scale: 20 }, 'en')
    await expect(refused).rejects.toMatchObject({
      code: 'export.tooLarge',
      params: { scale: expect.any(Number) },
    })
  })

  test('a board that is not there is said so', async () => {
    const refused = exportBoard({ document, picture: none }, 'canvas:gone', wish, 'en')
    await expect(refused).rejects.toMatchObject({ code: 'export.noBoard' })
  })
})

describe('pictures of the document', () => {
  const colourful = { png: png(40, 30, 90), jpeg, webp, webpLossless, webpSeeThrough, gif }

  /** A canvas with one note that shows a picture. */
  function noteWith(bytes: Buffer) {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const { mime, width, height } = pictureFacts(bytes)
    const make = (type: keyof typeof recordTypes, fields: object) =>
      ({ ...recordTypes[type].defaults(), ...fields, id: `${type}:a`, type }) as RawRecord
    const source = new Doc([
      make('project', {}),
      make('canvas', { title: 'Shop', order: 'a' }),
      make('asset', { sha256, mime, width, height }),
      make('note', { block: 'channels', title: 'Window', pictureId: 'asset:a' }),
      make('placement', { canvasId: 'canvas:a', noteId: 'note:a', block: 'channels', order: 'a' }),
    ])
    return { document: source, picture: (hash: string) => (hash === sha256 ? bytes : undefined) }
  }

  test.each(Object.entries(colourful))('%s stands in SVG, PNG and PDF', async (_, bytes) => {
    const source = noteWith(bytes)
    const gone = { ...source, picture: none }
    const made = (format: PictureWish['format'], of = source) =>
      exportBoard(of as typeof source, 'canvas:a', { ...wish, format }, 'en')
    const svg = Buffer.from(await made('svg')).toString()
    expect(strictSvg(svg).counts.get('image')).toBe(1)
    expect(svg).toContain(bytes.toString('base64'))
    expect(
      strictSvg(Buffer.from(await made('svg', gone as never)).toString()).counts.get('image'),
    ).toBeUndefined()
    expect(Buffer.from(await made('png')).equals(Buffer.from(await made('png', gone as never)))).toBe(false)
    const images = (pdf: Uint8Array) =>
      Buffer.from(pdf).toString('latin1').split('/Subtype /Image').length - 1
    expect(images(await made('pdf'))).toBeGreaterThan(0)
    expect(images(await made('pdf', gone as never))).toBe(0)
  })

  test('what is no picture is left out', async () => {
    const source = { ...noteWith(jpeg), picture: () => Buffer.from('<svg onload="alert(1)"/>') }
    const svg = Buffer.from(
      await exportBoard(source, 'canvas:a', { ...wish, format: 'svg' }, 'en'),
    ).toString()
    expect(strictSvg(svg).counts.get('image')).toBeUndefined()
  })

  test('WebP becomes PNG of the same size', async () => {
    for (const bytes of [webp, webpLossless, webpSeeThrough]) {
      const made = await withoutWebp(new Map([['a', { mime: 'image/webp', bytes, width: 12, height: 9 }]]))
      expect(pictureFacts(made.get('a')!.bytes)).toEqual({ mime: 'image/png', width: 12, height: 9 })
    }
  })
})
