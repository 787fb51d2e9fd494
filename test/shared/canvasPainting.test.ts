/** A canvas on paper: what is printed, exported and shown small. */
import { describe, expect, test } from 'vitest'
import { Doc } from '../../shared/document'
import { importStarter } from '../../shared/formats/cxStarter'
import { bundledTemplates } from '../../shared/formats/templates'
import {
  darkTheme,
  largeThumbnail,
  lightTheme,
  paintSvg,
  smallThumbnail,
  type Scene,
  type SceneItem,
} from '../../shared/layout'
import { canvasThumbnail, layoutCanvas, paintCanvas, type CanvasOptions } from '../../shared/layout/canvas'
import { documentThumbnail } from '../../shared/layout/documentThumbnail'
import { canvasModel } from '../../shared/queries'
import { bigCanvas, canvasOptions } from '../helpers/canvases'

const templates = bundledTemplates().templates.filter(template => template.kind === 'bmc')
const documentOf = (at: number) =>
  new Doc(importStarter(templates[at]!, { seed: 'seed', actor: 'tester01', channelName: name => name }))
const modelOf = (document: Doc) => canvasModel(document, document.all('canvas')[0]!.id)!
const painted = (document: Doc, options: Partial<CanvasOptions> = {}) =>
  paintCanvas(layoutCanvas(document, modelOf(document), { ...canvasOptions, ...options }))

function textsOf(items: readonly SceneItem[]): string[] {
  return items.flatMap(item =>
    item.kind === 'group' ? textsOf(item.items) : item.kind === 'text' ? item.text : [],
  )
}

describe('a canvas on paper', () => {
  test.each(templates.map((template, at) => [template.title, at] as const))(
    '%s: title, every note, legend and credit line',
    (title, at) => {
      const document = documentOf(at)
      const model = modelOf(document)
      const scene = painted(document)
      const texts = textsOf(scene.items)
      const all = texts.join(' ')
      expect(texts).toContain(title)
      for (const note of model.notes) expect(all, note.title).toContain(note.title)
      for (const { title: segment } of model.segments) expect(texts).toContain(segment)
      expect(texts).toContain('Business Model Canvas: Strategyzer, CC BY-SA 3.0')
      for (const theme of [lightTheme, darkTheme]) {
        const svg = paintSvg(scene, { theme, title })
        expect(svg).not.toContain('undefined')
        expect(svg).not.toContain('NaN')
      }
    },
  )

  test('everything is painted inside the sheet', () => {
    const { document } = bigCanvas({ notes: 80, links: 60, segments: 6 })
    const scene = painted(document, { width: 500 })
    const inside = (items: readonly SceneItem[], dx: number, dy: number): void => {
      for (const item of items) {
        if (item.kind === 'group') inside(item.items, dx + item.x, dy + item.y)
        else if (item.kind === 'text') {
          expect(item.y + dy).toBeLessThanOrEqual(scene.height)
          expect(item.x + dx).toBeLessThanOrEqual(scene.width)
        }
      }
    }
    inside(scene.items, 0, 0)
  })

  test('focus takes paper and colour from the notes of others, not their words', () => {
    const document = documentOf(0)
    const [first] = modelOf(document).segments
    const papers = (scene: Scene) => JSON.stringify(scene).split('"paper":true').length - 1
    const [plain, focused] = [painted(document), painted(document, { focus: first!.id })]
    expect(textsOf(focused.items)).toEqual(textsOf(plain.items))
    expect(papers(focused)).toBeLessThan(papers(plain))
  })

  test('every dimension of colour has a code beside the colour, and a legend', () => {
    const { document, model } = bigCanvas({ notes: 40, links: 20 })
    for (const colourBy of ['segment', 'status', 'option'] as const) {
      const { notes, legend } = layoutCanvas(document, model, { ...canvasOptions, colourBy })
      expect(legend.length).toBeGreaterThan(0)
      expect(new Set(legend.map(({ code }) => code)).size).toBe(legend.length)
      for (const { edges, codes } of notes) expect(codes.length > 0).toBe(edges.length > 0)
    }
    const confidence = layoutCanvas(document, model, {
      ...canvasOptions,
      colourBy: 'confidence',
      confidence: id => (id === 'note:n5' ? 'guessed' : null),
    })
    expect(confidence.legend.map(({ title, count }) => [title, count])).toEqual([['guessed', 1]])
  })
})

describe('thumbnails', () => {
  test('a document without a journey shows its first canvas', () => {
    for (let at = 0; at < templates.length; at++) {
      const document = documentOf(at)
      for (const size of [largeThumbnail, smallThumbnail]) {
        const scene = documentThumbnail(document, size)!
        expect([scene.width, scene.height]).toEqual([size.width, size.height])
        expect(scene.items.length).toBeGreaterThan(3)
      }
    }
    expect(documentThumbnail(new Doc([]))).toBeNull()
  })

  test('under 20 kB with 3,000 notes', () => {
    const { document, canvasId } = bigCanvas({ notes: 3000, links: 2000, segments: 12 })
    for (const size of [largeThumbnail, smallThumbnail]) {
      expect(JSON.stringify(canvasThumbnail(document, canvasId, size)).length).toBeLessThan(20_000)
    }
  })
})
