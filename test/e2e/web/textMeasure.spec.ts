import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { fonts, type FontName } from '../../../shared/layout/fonts'
import { measure } from '../../../shared/layout/textMeasure'
import { root } from '../../helpers/folders'

const samples = [
  'Payment at the till',
  'Text message with the arrival window',
  'Take-back flag entered in the shop never reaches the partner’s list',
  'AVATAR To. Ty, Wa; "Quoted" — 1 234,56 € · 3×4 (−2)',
  'Zriadenie účtu pre zahraničné sestry a bratov z Ďalekého východu',
  'Najneobhospodarovávateľnejšieho žiadateľa ťažko kŕmiť ôsmimi ĺbkami',
  'Příliš žluťoučký kůň úpěl ďábelské ódy',
  'Zażółć gęślą jaźń; ŁÓDŹ, Kielce',
  'Češnjeva žlica, šipek in đak',
  '+2 0 -1 18 min 240 min expected 4, got 2',
]

const font = (subset: string) =>
  readFileSync(
    join(root, `node_modules/@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`),
  ).toString('base64')

test('texts are as wide as Chromium draws them, within a pixel, in every style of the board', async ({
  page,
}) => {
  await page.setContent(`<style>
    @font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${font('latin-ext')}) }
    @font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${font('latin')});
      unicode-range: U+0000-00FF, U+0131, U+0152-0153, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212 }
    span { font-family: Inter; font-variant-numeric: tabular-nums; white-space: pre; position: absolute }
  </style>`)
  const names = Object.keys(fonts) as FontName[]
  const drawn = await page.evaluate(
    async ({ samples, styles }) => {
      for (const weight of [400, 500, 600]) await document.fonts.load(`${weight} 12px Inter`, 'ač')
      return styles.map(({ size, weight, spacing }) =>
        samples.map(text => {
          const span = document.createElement('span')
          span.textContent = text
          Object.assign(span.style, {
            fontSize: `${size}px`,
            fontWeight: weight,
            letterSpacing: `${spacing}px`,
          })
          document.body.append(span)
          return span.getBoundingClientRect().width
        }),
      )
    },
    { samples, styles: names.map(name => ({ spacing: 0, ...fonts[name] })) },
  )
  for (const [at, name] of names.entries()) {
    for (const [line, text] of samples.entries()) {
      expect(Math.abs(measure(text, name) - drawn[at]![line]!), `${name}: ${text}`).toBeLessThan(1)
    }
  }
})
