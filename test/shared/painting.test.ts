import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Doc } from '../../shared/document'
import { importStarter } from '../../shared/formats/cxStarter'
import { bundledTemplates } from '../../shared/formats/templates'
import {
  channelIcons,
  colourTokens,
  darkTheme,
  escaped,
  fit,
  iconPaths,
  layoutJourney,
  lightTheme,
  measure,
  paintJourney,
  paintSvg,
  pyramidSlices,
  smallThumbnail,
  thumbnailScene,
  wrap,
  type Scene,
} from '../../shared/layout'
import { knownChannels } from '../../shared/formats/cxStarter'
import { channelTraits } from '../../shared/formats/starter/channels'
import { bigMap, labels } from '../helpers/boards'
import { root } from '../helpers/folders'

const templates = bundledTemplates().templates.filter(template => template.kind === 'journey')
const layoutOf = (at: number) => {
  const document = new Doc(
    importStarter(templates[at]!, { seed: 'seed', actor: 'tester01', channelName: name => name }),
  )
  return layoutJourney(document, document.all('journey')[0]!.id, { labels })
}
const signs = new Intl.Segmenter()
const sceneOf = (text: string): Scene => ({
  width: 100,
  height: 20,
  background: 'paper',
  items: [{ kind: 'text', x: 0, y: 12, text, font: 'cardTitle', fill: 'ink' }],
})

describe('texts in lines', () => {
  test('lines are no wider than their room, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.integer({ min: 20, max: 240 }),
        fc.integer({ min: 1, max: 6 }),
        (text, width, most) => {
          const lines = wrap(text, width, 'cardTitle', most)
          expect(lines.length).toBeLessThanOrEqual(most)
          for (const line of lines) {
            if ([...signs.segment(line)].length > 1)
              expect(measure(line, 'cardTitle')).toBeLessThanOrEqual(width + 0.01)
          }
        },
      ),
    )
  })

  test('with room for all lines every word is kept', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zá-ž]{1,12}$/), { maxLength: 30 }), words => {
        const lines = wrap(words.join(' '), 120, 'cellText', Infinity)
        expect(lines.join(' ')).toBe(words.join(' '))
      }),
    )
  })

  test('long words are broken, line breaks kept, what is left out is an ellipsis', () => {
    expect(wrap('Text message with the arrival window', 162, 'cardTitle', 3)).toEqual([
      'Text message with the',
      'arrival window',
    ])
    const long = wrap('najneobhospodarovávateľnejšieho', 90, 'cardTitle', 9)
    expect(long.length).toBeGreaterThan(1)
    expect(long.join('')).toBe('najneobhospodarovávateľnejšieho')
    expect(wrap('one\n\ntwo', 90, 'cardTitle', 9)).toEqual(['one', '', 'two'])
    expect(wrap('one two three four five six', 60, 'cardTitle', 2)[1]).toMatch(/…$/)
    expect(fit('short', 90, 'cardTitle')).toBe('short')
    expect(fit('one\ntwo', 90, 'cardTitle')).toBe('one two')
    expect(wrap('', 90, 'cardTitle', 3)).toEqual([])
  })
})

describe('colours and icons', () => {
  test('painters know the colours of tokens.css, light and dark', () => {
    const css = readFileSync(join(root, 'renderer/ui/tokens.css'), 'utf8')
    for (const token of colourTokens) {
      const [, light, dark] = new RegExp(`--${token}:\\s*light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? []
      expect([token, lightTheme[token], darkTheme[token]]).toEqual([token, light, dark])
    }
  })

  test('every icon of a known channel is drawn', () => {
    for (const key of knownChannels) {
      const { icon } = channelTraits(key)
      expect(channelIcons as readonly string[], `${key}: ${icon}`).toContain(icon)
    }
    for (const path of Object.values(iconPaths)) expect(path).toMatch(/^M[\d.]/)
  })

  test('a pyramid has as many slices as the project has levels', () => {
    for (let count = 1; count <= 7; count++) {
      expect(pyramidSlices(count)).toHaveLength(count)
      for (const slice of pyramidSlices(count)) expect(slice).not.toContain('NaN')
    }
  })
})

describe('SVG', () => {
  test('a map has every touchpoint, no script and nothing foreign', () => {
    const layout = layoutOf(0)
    for (const theme of [lightTheme, darkTheme]) {
      const svg = paintSvg(paintJourney(layout), { theme, title: 'Map' })
      expect(svg).toContain('Payment at the till')
      expect(svg).toContain(`fill="${theme.surface}"`)
      expect(svg).not.toMatch(/<script|foreignObject|href|on\w+=|undefined|NaN/)
      expect(svg.match(/<g /g)?.length).toBe(svg.match(/<\/g>/g)?.length)
    }
  })

  test('whatever a text holds, it stays a text', () => {
    const nasty = `</text><script>alert("x")</script>&amp;'\u0000\u0007`
    const svg = paintSvg(sceneOf(nasty), { theme: lightTheme, title: nasty })
    expect(svg).not.toContain('<script')
    expect(svg).toContain(
      '&lt;/text&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;amp;&#39;</text>',
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const inner = escaped(text)
        expect(inner).not.toMatch(/[<>"']/)
        expect(inner).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/)
        // oxlint-disable-next-line no-control-regex -- signs that XML has no place for
        expect(inner).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
        expect(inner).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })

  test('equal layouts give equal pictures', () => {
    const options = { theme: lightTheme }
    expect(paintSvg(paintJourney(layoutOf(1)), options)).toBe(paintSvg(paintJourney(layoutOf(1)), options))
  })
})

describe('thumbnails', () => {
  test('a template shows its stages, cards with dots, and the curve', () => {
    const { items } = thumbnailScene(layoutOf(0))
    const count = (kind: string) => items.filter(item => item.kind === kind).length
    expect(count('rect')).toBe(7 + 21)
    expect(count('circle')).toBe(21 + 21)
    expect(count('path')).toBe(2)
    expect(
      thumbnailScene(layoutOf(0), smallThumbnail).items.filter(item => item.kind === 'circle'),
    ).toHaveLength(0)
  })

  test.each([0, 1, 30, 2000, 10_000])('a map of %i touchpoints stays small and inside its frame', cards => {
    const { document, journeyId } = bigMap(cards)
    const scene = thumbnailScene(layoutJourney(document, journeyId, { labels }))
    expect(JSON.stringify(scene).length).toBeLessThan(20_000)
    for (const item of scene.items) {
      if (item.kind !== 'rect') continue
      expect(item.x).toBeGreaterThanOrEqual(0)
      expect(item.x + item.width).toBeLessThanOrEqual(scene.width)
      expect(item.y + item.height).toBeLessThanOrEqual(scene.height)
    }
  })
})
