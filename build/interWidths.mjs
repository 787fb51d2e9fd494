// Writes shared/layout/interWidths.ts: how wide each Latin letter of the bundled Inter is, measured once in Chromium.
// Run it after an update of the font: node build/interWidths.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from './browser.mjs'
import { root } from './node.mjs'

const em = 2048
const weights = [400, 500, 600]
const first = 0x20
const last = 0x17f
const extra = '‐‑‒–—‘’‚“”„•…‰‹›€™−←↑→↓≤≥≠≈✓ȘșȚț'
const kerned =
  Array.from({ length: 94 }, (_, at) => String.fromCharCode(0x21 + at)).join('') + '«»·×–—‘’‚“”„•…'

const font = (/** @type {string} */ subset) =>
  readFileSync(
    join(root, `node_modules/@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`),
  ).toString('base64')
const executablePath = await findChromium()
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox'],
})
const page = await browser.newPage()
await page.setContent(`<style>
@font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${font('latin-ext')}) }
@font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${font('latin')});
  unicode-range: U+0000-00FF, U+0131, U+0152-0153, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212 }
canvas { font-variant-numeric: tabular-nums }
</style><canvas></canvas>`)

const measured = await page.evaluate(
  async ({ em, weights, first, last, extra, kerned }) => {
    for (const weight of weights) await document.fonts.load(`${weight} 40px Inter`, 'aáč')
    const context = document.querySelector('canvas')?.getContext('2d')
    if (!context) throw new Error('no canvas')
    const width = (/** @type {string} */ text) => Math.round(context.measureText(text).width)
    /** @type {Record<string, number[]>} */
    const latin = {}
    /** @type {Record<string, number[]>} */
    const others = {}
    for (const weight of weights) {
      context.font = `${weight} ${em}px Inter, sans-serif`
      latin[weight] = Array.from({ length: last - first + 1 }, (_, at) =>
        width(String.fromCharCode(first + at)),
      )
      others[weight] = [...extra].map(width)
    }
    context.font = `500 ${em}px Inter`
    /** @type {Record<string, string>} */
    const pairs = {}
    for (const left of kerned) {
      for (const right of kerned) {
        const by = width(left + right) - width(left) - width(right)
        // two signs that join into another one ("->") are no kerning
        if (by !== 0 && Math.abs(by) < 450) pairs[by] = (pairs[by] ?? '') + left + right
      }
    }
    return { latin, others, pairs }
  },
  { em, weights, first, last, extra, kerned },
)
await browser.close()

const numbers = (/** @type {number[]} */ list) => `'${list.map(n => n.toString(36)).join(' ')}'`
const byWeight = (/** @type {Record<string, number[]>} */ table) =>
  weights.map(weight => `  ${weight}: ${numbers(table[weight] ?? [])},`).join('\n')
const kerning = Object.entries(measured.pairs)
  .sort(([a], [b]) => Number(a) - Number(b))
  .map(([by, pairs]) => `  [${by}, ${JSON.stringify(pairs)}],`)
writeFileSync(
  join(root, 'shared/layout/interWidths.ts'),
  `// Written by build/interWidths.mjs from the bundled Inter; change that, not this. Units: 1/${em} em; numbers in base 36.

export const unitsPerEm = ${em}

/** Advance widths of U+${first.toString(16).padStart(4, '0')} to U+${last.toString(16).padStart(4, '0')}, by weight, digits tabular. */
export const latin = {
${byWeight(measured.latin)}
} as const

/** More signs, and their widths in the same order. */
export const extraSigns = '${extra}'
export const extra = {
${byWeight(measured.others)}
} as const

/** Pairs of signs that move together or apart, by how much. */
export const kerning: readonly (readonly [number, string])[] = [
${kerning.join('\n')}
]
`,
)
