/** A board on paper: exact pages, texts that are found, every line there. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { exportBoard } from '../../electron/host/export/exportBoard'
import { pathBounds } from '../../electron/host/export/bounds'
import { Doc } from '../../shared/document'
import { boardPicture } from '../../shared/export/boardPicture'
import { pagesOf, paperNames } from '../../shared/export/pages'
import { textsIn } from '../../shared/i18n'
import type { PictureWish } from '../../shared/ipc/contract'
import { layoutJourney } from '../../shared/layout'
import { arrowHead } from '../../shared/layout/flowArrows'
import { bigMap, labels } from '../helpers/boards'
import { tempFolder } from '../helpers/folders'
import { drawing, popplerText, readPdf } from '../helpers/pdf'
import { pictureWish } from '../helpers/pictureWish'
import { templateMap } from '../helpers/templateMap'

const folder = tempFolder()
afterAll(() => folder.remove())

const wish = { ...pictureWish, format: 'pdf' } as const
const { document, journeyId } = templateMap('yacht-charter')
const pdfOf = (over: Partial<PictureWish> = {}, of = document, board = journeyId) =>
  exportBoard({ document: of, picture: () => undefined }, board, { ...wish, ...over }, 'en')

/** The map without all that does not matter here. */
const only = (...types: readonly string[]) =>
  new Doc([...document.records()].filter(({ type }) => types.includes(type)))

/** ISO 216, mm. */
const iso = { A4: [210, 297], A3: [297, 420], A2: [420, 594], A1: [594, 841], A0: [841, 1189] } as const

describe('pages', () => {
  test('are as large as the paper, within half a millimetre, upright and across', async () => {
    const bare = only('journey')
    for (const paper of paperNames) {
      for (const orientation of ['portrait', 'landscape'] as const) {
        const { pages } = await readPdf(await pdfOf({ paper, orientation }, bare))
        expect(pages).toHaveLength(1)
        const [short, long] = iso[paper]
        const [width, height] = orientation === 'portrait' ? [short, long] : [long, short]
        expect(Math.abs(pages[0]!.width - width)).toBeLessThan(0.5)
        expect(Math.abs(pages[0]!.height - height)).toBeLessThan(0.5)
      }
    }
  })

  test('in tiles the board keeps its size, and every touchpoint stands on some page', async () => {
    const { t } = await textsIn('en')
    const { scene } = boardPicture(document, journeyId, { t, language: 'en' })!
    const laid = pagesOf(scene, { ...wish, layout: 'tile' })
    expect(laid.scale).toBeCloseTo(25.4 / 96, 6)
    const bytes = await pdfOf({ layout: 'tile' })
    const { pages, texts } = await readPdf(bytes)
    expect(pages).toHaveLength(laid.columns * laid.rows)
    expect(pages.length).toBeGreaterThan(3)
    const all = texts.join(' ')
    for (const { title } of document.all('touchpoint')) expect(all).toContain(title.split(' ')[0])
    // what stands on one page is not on all of them
    expect(texts.filter(text => text.includes('Reception queue')).length).toBeLessThan(3)
    const half = await readPdf(await pdfOf({ layout: 'tile', scale: 0.5 }))
    expect(half.pages.length).toBeLessThan(pages.length)
  })

  test('more of them than anybody would print are refused', async () => {
    const { document: big, journeyId: board } = bigMap(3000)
    await expect(pdfOf({ layout: 'tile', scale: 4 }, big, board)).rejects.toMatchObject({
      code: 'export.tooManyPages',
    })
  })
})

describe('texts', () => {
  const words = {
    sk: 'Ľahký dôvod: vŕšok, ťažká pôda, kĺb, ňufák, šťastie, žaba, äôúýáíé ĎŇŤĽŔŠČŽ',
    cs: 'Příliš žluťoučký kůň úpěl ďábelské ódy: ěščřžýáíéúůťďň',
    pl: 'Zażółć gęślą jaźń: ąćęłńóśźż ŁÓDŹ',
    sl: 'Žlahtna čaša, škrjanec, kožušček, šč ŠČŽ',
  }
  test('are found whole in Slovak, Czech, Polish and Slovene', async () => {
    // as wide as the whole map, so that the title has room
    const wide = [...only('stage', 'step').records()].map(record => ({ ...record, customerGoal: '' }))
    const [journey] = only('journey').records()
    for (const [language, text] of Object.entries(words)) {
      const titled = new Doc([...wide, { ...journey!, title: text, scenario: '' }])
      const bytes = await pdfOf({ paper: 'A3' }, titled)
      const { texts } = await readPdf(bytes)
      expect(texts.join(' ').normalize('NFC'), language).toContain(text)
      const path = join(folder.path, `${language}.pdf`)
      writeFileSync(path, bytes)
      const found = popplerText(path)
      if (found !== undefined) expect(found.normalize('NFC'), language).toContain(text)
    }
  })

  test('headings are in the language asked for', async () => {
    for (const language of ['pl', 'sl'] as const) {
      const { t } = await textsIn(language)
      const bytes = await exportBoard({ document, picture: () => undefined }, journeyId, wish, language)
      const { texts } = await readPdf(bytes)
      expect(texts.join(' ')).toContain(t($ => $.board.lanes.touchpoints))
    }
  })
})

describe('lines', () => {
  const heads = (of: Doc) =>
    layoutJourney(of, journeyId, { labels }).arrows.map(({ points }) => {
      // PDF writes 'x y m' where a path says 'Mx y'
      const [, x = '', y = ''] = /^M(\S+) (\S+)L/.exec(arrowHead(points)) ?? []
      return `${x} ${y} m`
    })

  test('every handover arrow is drawn, and none where there is no handover', async () => {
    const all = heads(document)
    expect(all.length).toBeGreaterThan(2)
    const drawn = drawing(await pdfOf())
    for (const head of all) expect(drawn).toContain(head)
    const without = new Doc([...document.records()].filter(({ type }) => type !== 'flow'))
    const bare = drawing(await pdfOf({}, without))
    for (const head of all) expect(bare).not.toContain(head)
  })

  test('a path is known by its bounds, whatever its commands', () => {
    expect(pathBounds('M10 20H50V60Z')).toEqual({ x: 10, y: 20, width: 40, height: 40 })
    expect(pathBounds('M10 20h-5v-5l10 0')).toEqual({ x: 5, y: 15, width: 10, height: 5 })
    expect(pathBounds('M0 0C0 10 10 10 10 0')).toEqual({ x: 0, y: 0, width: 10, height: 10 })
    const { x, width } = pathBounds('M10 10a5 5 0 1 0 10 0')
    expect(x).toBeLessThanOrEqual(10)
    expect(x + width).toBeGreaterThanOrEqual(20)
  })
})
