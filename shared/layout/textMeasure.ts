/**
 * How wide a text is in the bundled Inter, from a table: the same answer in Node, in the page and in a thumbnail, and
 * no question to the DOM. Digits are tabular, pairs are kerned as the browser kerns them.
 */
import { fonts, type Font, type FontName } from './fonts'
import { extra, extraSigns, kerning, latin, unitsPerEm } from './interWidths'

const weights = [400, 500, 600] as const
/** Widths of signs this table does not know, in em: about a wide letter, and a square for scripts of squares and emoji. */
const unknown = 0.62
const square = 1.05

const tableSize = 0x2300
const advances = Object.fromEntries(
  weights.map(weight => {
    const table = new Float32Array(tableSize).fill(-1)
    latin[weight].split(' ').forEach((width, at) => (table[0x20 + at] = Number.parseInt(width, 36)))
    extra[weight].split(' ').forEach((width, at) => {
      table[extraSigns.charCodeAt(at)] = Number.parseInt(width, 36)
    })
    table.fill(0, 0x300, 0x370) // accents that join the letter before
    for (const sign of ['\n', '\u00ad', '\u200b', '\u200c', '\u200d']) table[sign.charCodeAt(0)] = 0
    return [weight, table]
  }),
) as Record<Font['weight'], Float32Array>

/** Which row and column of the kerning table a sign has: its own, that of its base letter, or 0 for none. */
const kernClass = new Uint8Array(tableSize)
const kernSigns = [...new Set(kerning.flatMap(([, pairs]) => [...pairs]))]
kernSigns.forEach((sign, at) => (kernClass[sign.charCodeAt(0)] = at + 1))
for (let code = 0xc0; code <= 0xff; code++) {
  const base = String.fromCharCode(code).normalize('NFD')
  if (base.length === 2) kernClass[code] = kernClass[base.charCodeAt(0)] ?? 0
}
const classes = kernSigns.length + 1
const kern = new Int16Array(classes * classes)
for (const [by, pairs] of kerning) {
  for (let at = 0; at < pairs.length; at += 2) {
    kern[kernClass[pairs.charCodeAt(at)]! * classes + kernClass[pairs.charCodeAt(at + 1)]!] = by
  }
}

function unknownWidth(code: number, sign: string): number {
  if (/\p{M}/u.test(sign)) return 0
  return (code >= 0x1100 && code < 0x1200) || (code >= 0x2600 && code < 0x2800) || code >= 0x2e80
    ? square
    : unknown
}

/**
 * The width of one line of text.
 * @returns px; within half a pixel of Chromium for Latin text
 */
export function measure(text: string, font: FontName): number {
  const { size, weight, spacing = 0 }: Font = fonts[font]
  const table = advances[weight]
  let units = 0
  let signs = 0
  let left = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0xdc00 && code < 0xe000) continue // second half of a sign outside the basic plane
    const known = code < tableSize ? table[code]! : -1
    units += known >= 0 ? known : unknownWidth(code, text[at]!) * unitsPerEm
    const right = code < tableSize ? kernClass[code]! : 0
    if (left && right) units += kern[left * classes + right]!
    left = right
    signs++
  }
  return (units / unitsPerEm) * size + spacing * signs
}

const ellipsis = '…'
const wrapped = new Map<string, readonly string[]>()
const mostWrapped = 60_000
const nothing: readonly string[] = []

/**
 * Breaks a text into lines: at line breaks and spaces, and inside a word that alone is too long.
 * @param width px
 * @param maxLines the last of them ends in "…" when there was more; Infinity for all
 * @param indent px that the first line begins further right
 * @returns at least no line for an empty text; never a line wider than `width`, unless one sign alone is
 */
export function wrap(
  text: string,
  width: number,
  font: FontName,
  maxLines: number,
  indent = 0,
): readonly string[] {
  if (!text) return nothing
  const key = `${font} ${width} ${maxLines} ${indent} ${text}`
  const known = wrapped.get(key)
  if (known) return known
  const lines = breakLines(text, width, font, maxLines, indent)
  if (wrapped.size >= mostWrapped) wrapped.clear()
  wrapped.set(key, lines)
  return lines
}

/** One line of text, ending in "…" when it does not fit. Line breaks become spaces. */
export function fit(text: string, width: number, font: FontName): string {
  return wrap(text.includes('\n') ? text.replaceAll(/\s+/g, ' ') : text, width, font, 1)[0] ?? ''
}

function breakLines(text: string, width: number, font: FontName, maxLines: number, indent: number): string[] {
  const lines: string[] = []
  const space = measure(' ', font)
  const room = () => (lines.length === 0 ? width - indent : width)
  for (const paragraph of text.trim().split(/\r\n|\r|\n/)) {
    if (lines.length > maxLines) break
    let line = ''
    let filled = 0
    for (const word of paragraph.split(' ')) {
      if (!word) continue
      const needed = measure(word, font)
      // nothing is kerned against a space, so widths add up
      if (line && filled + space + needed <= room()) {
        line += ` ${word}`
        filled += space + needed
        continue
      }
      if (line) lines.push(line)
      line = word
      filled = needed
      while (filled > room() && lines.length <= maxLines) {
        const fitting = longestFitting(line, room(), font)
        if (fitting === line) break
        lines.push(fitting)
        line = line.slice(fitting.length)
        filled = measure(line, font)
      }
      if (lines.length > maxLines) break
    }
    lines.push(line)
  }
  if (lines.length === 1 && lines[0] === '') return []
  if (lines.length <= maxLines) return lines
  const kept = lines.slice(0, maxLines)
  const last = `${kept[maxLines - 1]} ${lines[maxLines]}`
  kept[maxLines - 1] = shortened(last, maxLines === 1 ? width - indent : width, font)
  return kept
}

/** What readers see as one sign stays one: a letter with its accents, an emoji of several parts. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const plain = /^[\u0020-\u017f]*$/

/** The longest beginning that fits, at least one sign. */
function longestFitting(word: string, width: number, font: FontName): string {
  const signs = plain.test(word) ? [...word] : Array.from(segmenter.segment(word), ({ segment }) => segment)
  let low = 1
  let high = signs.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (measure(signs.slice(0, middle).join(''), font) <= width) low = middle
    else high = middle - 1
  }
  return signs.slice(0, low).join('')
}

function shortened(text: string, width: number, font: FontName): string {
  const room = width - measure(ellipsis, font)
  const kept = longestFitting(text, room, font)
  return measure(kept, font) <= room ? kept.trimEnd() + ellipsis : ellipsis
}
