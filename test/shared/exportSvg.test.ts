/** The picture of a board as SVG: complete, and nothing in it but a picture, whatever its texts say. */
import { beforeAll, describe, expect, test } from 'vitest'
import { Doc } from '../../shared/document'
import { boardPicture, usualLook } from '../../shared/export/boardPicture'
import { importStarter } from '../../shared/formats/cxStarter'
import { bundledTemplates } from '../../shared/formats/templates'
import { textsIn, type T } from '../../shared/i18n'
import { darkTheme, lightTheme, measure, paintSvg } from '../../shared/layout'
import { recordTypes, type RawRecord, type RecordType } from '../../shared/model'
import { referenceOf } from '../../shared/model/field'
import { canvasModel } from '../../shared/queries'
import { everyRecord } from '../helpers/everyRecord'
import { payloads } from '../helpers/payloads'
import { strictSvg } from '../helpers/strictSvg'

let t: T
beforeAll(async () => {
  t = (await textsIn('en')).t
})

const look = { ...usualLook, links: true }
const picture = 'data:image/png;base64,iVBORw0KGgo='
const documentOf = (key: string) => {
  const template = bundledTemplates().templates.find(each => each.key === key)!
  return new Doc(importStarter(template, { seed: 'seed', actor: 'tester01', channelName: name => name }))
}
const boardsOf = (document: Doc) => [...document.all('journey'), ...document.all('canvas')]

function svgOf(document: Doc, boardId: string, theme = lightTheme): string {
  const { title, scene } = boardPicture(document, boardId, { t, language: 'en', look })!
  return paintSvg(scene, { theme, title, fixedWidths: true, picture: () => picture })
}

/** The record with the text in every field that takes any text. */
function filled(record: RawRecord, text: string): RawRecord {
  const fields = recordTypes[record.type as RecordType]?.fields ?? {}
  const free = Object.entries(fields).filter(
    ([name, schema]) => !referenceOf(name, schema) && schema.safeParse(text).success && name !== 'order',
  )
  return { ...record, ...Object.fromEntries(free.map(([name]) => [name, text])) }
}

const rich = everyRecord()

describe('harmless', () => {
  test('200 payloads in every text field stay texts', () => {
    expect(payloads).toHaveLength(200)
    let shown = 0
    for (const payload of payloads) {
      const document = new Doc(rich.map(record => filled(record, payload)))
      for (const { id } of boardsOf(document)) {
        const { texts } = strictSvg(svgOf(document, id))
        if (texts.join('').includes('alert')) shown++
      }
    }
    // they are on the board, not left out
    expect(shown).toBeGreaterThan(200)
  })

  test('the reader that says so finds each of them where it is markup', () => {
    const [before, after] = ['<svg xmlns="http://www.w3.org/2000/svg"><text>', '</text></svg>']
    expect(strictSvg(`${before}plain${after}`).texts).toEqual(['plain'])
    for (const payload of payloads) expect(() => strictSvg(before + payload + after), payload).toThrow()
    for (const attribute of ['onload', 'style', 'xlink:href', 'href'])
      expect(() => strictSvg(`<svg ${attribute}="x"></svg>`)).toThrow(attribute)
    expect(() => strictSvg('<svg><image href="https://example.com/a.png"/></svg>')).toThrow('href')
  })
})

describe('complete', () => {
  test('a journey has its title, all lanes, every touchpoint, the curve and every handover', () => {
    const document = documentOf('yacht-charter')
    const [journey] = document.all('journey')
    const { scene } = boardPicture(document, journey!.id, { t, language: 'en' })!
    for (const theme of [lightTheme, darkTheme]) {
      const svg = svgOf(document, journey!.id, theme)
      const { texts } = strictSvg(svg)
      const all = texts.join(' ')
      expect(texts[0]).toBe(journey!.title)
      for (const lane of ['Touchpoints', 'Emotion', 'Pain points', 'Frontstage', 'Backstage'])
        expect(texts).toContain(lane)
      for (const { title } of document.all('touchpoint')) expect(all).toContain(title)
      const kept = document.all('flow').filter(({ contextKept }) => contextKept).length
      expect(document.all('flow').length).toBeGreaterThan(2)
      // an arrow whose context is lost is broken, and no other line of that colour is
      expect(svg.split(`stroke="${theme.pain}" stroke-width="1.25" stroke-dasharray="4 3"`)).toHaveLength(
        document.all('flow').length - kept + 1,
      )
    }
    expect(JSON.stringify(scene)).not.toMatch(/NaN|undefined/)
  })

  test('names of lines that end at one place do not lie on one another', () => {
    const document = documentOf('b2b-supplier-onboarding')
    const [journey] = document.all('journey')
    const names = document.all('persona').map(({ title }) => title)
    const svg = svgOf(document, journey!.id)
    const places = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*text-anchor="end"[^>]*>([^<]+)</g)]
      .filter(([, , , text = '']) => names.includes(text))
      .map(([, x, y, text = '']) => ({ right: Number(x), y: Number(y), width: measure(text, 'axis') }))
    expect(places.length).toBeGreaterThan(1)
    places.forEach((one, at) => {
      for (const other of places.slice(at + 1)) {
        const apart = Math.abs(one.y - other.y) >= 12
        const beside = one.right <= other.right - other.width || other.right <= one.right - one.width
        expect(apart || beside).toBe(true)
      }
    })
  })

  test('a canvas has its title, every note and the credit line', () => {
    const document = documentOf('cafe-chain-bmc')
    const [canvas] = document.all('canvas')
    const { texts } = strictSvg(svgOf(document, canvas!.id))
    const all = texts.join(' ')
    expect(texts).toContain(canvas!.title)
    expect(texts).toContain('Business Model Canvas: Strategyzer, CC BY-SA 3.0')
    for (const note of canvasModel(document, canvas!.id)!.notes) expect(all).toContain(note.title)
  })

  test('pictures of the document stand in it, and what stands for them where they are gone', () => {
    const document = new Doc(rich)
    const withPictures = boardsOf(document).filter(({ id }) => {
      const { scene } = boardPicture(document, id, { t, language: 'en' })!
      const bare = strictSvg(paintSvg(scene, { theme: lightTheme })).counts.get('image') ?? 0
      expect(bare).toBe(0)
      return (strictSvg(svgOf(document, id)).counts.get('image') ?? 0) > 0
    })
    expect(withPictures.length).toBeGreaterThan(0)
  })

  test('there is no picture of a board that is not there', () => {
    expect(boardPicture(new Doc(rich), 'journey:gone', { t, language: 'en' })).toBeUndefined()
  })
})
