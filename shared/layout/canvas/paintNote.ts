/** What a note looks like, from its own upper left corner. */
import { baseline, fonts, type FontName } from '../fonts'
import type { SceneItem } from '../scene'
import { measure } from '../textMeasure'
import type { ColourToken } from '../theme'
import { canvasMeasures as m } from './measures'
import { codeWidth, commentSign, commentsWidth, rangeGap, unitGap } from './noteContent'
import type { Mark, MetaLine, NoteBox } from './types'

const line = fonts.noteTitle.line

export function paintNote(box: NoteBox): SceneItem[] {
  const { width, height, dim, edges, lines, text, meta } = box
  const left = edges.length > 0 ? m.edgedLeft : m.noteLeft
  const rect = { kind: 'rect', x: 0, y: 0, width, height, radius: 6 } as const
  const items: SceneItem[] = [
    dim ? { ...rect, stroke: 'line', strokeWidth: 1 } : { ...rect, fill: 'surface', paper: true },
  ]
  const tall = height - 2 * m.edge
  const each = (tall - (edges.length - 1) * 2) / edges.length
  edges.forEach((mark, at) => items.push(...paintEdge(mark, m.edge, m.edge + at * (each + 2), each, dim)))
  let x = width - m.notePadding
  if (box.moreCodes > 0) {
    const more = `+${box.moreCodes}`
    x -= codeWidth(more)
    items.push(put(more, x + m.chipPadding, m.notePadding, 'noteCode', 'ink-2'))
    x -= m.chipGap
  }
  for (const mark of box.codes.toReversed()) {
    x -= codeWidth(mark.code)
    items.push(...paintCode(mark, x, m.notePadding, dim))
    x -= m.chipGap
  }
  const ink = dim || box.unnamed ? 'ink-2' : 'ink'
  let y: number = m.notePadding
  for (const words of lines) {
    if (words) items.push(put(words, left, y, 'noteTitle', ink))
    y += line
  }
  if (box.pictureId) {
    const picture = {
      x: left,
      y: y + m.pictureGap,
      width: width - left - m.notePadding,
      height: m.pictureHeight,
    }
    items.push({ kind: 'rect', ...picture, radius: 4, fill: 'sunken' })
    const [iconX, iconY] = [picture.x + picture.width / 2 - 8, picture.y + picture.height / 2 - 8]
    items.push({ kind: 'icon', x: iconX, y: iconY, size: 16, name: 'picture', stroke: 'ink-3' })
    items.push({ kind: 'picture', ...picture, radius: 4, pictureId: box.pictureId })
    y += m.pictureHeight + 2 * m.pictureGap
  }
  for (const words of text) {
    items.push(put(words, left, y, 'noteText', 'ink-2'))
    y += line
  }
  const bottom = height - m.notePadding - meta.length * line
  meta.forEach((one, at) => items.push(...paintMeta(one, left, bottom + at * line, dim)))
  // what is wrong is printed; what merely could be better is told on screen
  if (box.finding === 'error')
    items.push({ kind: 'icon', x: width - 20, y: height - 20, size: 12, name: 'error', stroke: 'pain' })
  let right = width - (box.finding === 'error' ? 24 : m.notePadding + 2)
  const signs = [
    ['comment', box.comments, 'accent'],
    ['conflict', box.conflicts, 'pain'],
  ] as const
  for (const [name, number, stroke] of signs) {
    if (number === 0) continue
    const count = String(number)
    const x = right - measure(count, 'noteText')
    items.push(put(count, x, height - m.notePadding - line, 'noteText', stroke))
    const icon = { x: x - commentSign.gap - commentSign.icon, y: height - m.notePadding - (line + 12) / 2 }
    items.push({ kind: 'icon', ...icon, size: commentSign.icon, name, stroke })
    right -= commentsWidth(number)
  }
  return items
}

const put = (text: string, x: number, top: number, font: FontName, fill: ColourToken): SceneItem => ({
  kind: 'text',
  x,
  y: top + baseline(font),
  text,
  font,
  fill,
})

function paintMeta(meta: MetaLine, left: number, top: number, dim: boolean): SceneItem[] {
  if (meta.kind === 'text') return [put(meta.text, left, top, 'noteText', 'ink-2')]
  const items: SceneItem[] = []
  let x = left
  const add = (words: string, font: FontName, fill: ColourToken, after: number) => {
    items.push(put(words, x, top, font, fill))
    x += measure(words, font) + after
  }
  if (meta.low !== null) {
    add(meta.low, 'noteText', 'ink-2', rangeGap)
    add('–', 'noteText', 'ink-2', rangeGap)
  }
  add(meta.likely, 'noteLikely', dim ? 'ink-2' : 'ink', meta.high === null ? 0 : rangeGap)
  if (meta.high !== null) {
    add('–', 'noteText', 'ink-2', rangeGap)
    add(meta.high, 'noteText', 'ink-2', 0)
  }
  x += unitGap
  if (meta.unit) add(meta.unit, 'noteText', 'ink-2', 0)
  return items
}

/** A code on its tinted ground; one that stands back has a frame instead. */
export function paintCode({ code, colour }: Mark, x: number, y: number, dim: boolean): SceneItem[] {
  const [width, height, r] = [codeWidth(code), 16, 3]
  const at = dim ? 0.5 : 0
  const [w, h] = [width - 2 * at - 2 * r, height - 2 * at - 2 * r]
  const d =
    `M${x + at + r} ${y + at}h${w}a${r} ${r} 0 0 1 ${r} ${r}v${h}a${r} ${r} 0 0 1 ${-r} ${r}` +
    `h${-w}a${r} ${r} 0 0 1 ${-r} ${-r}v${-h}a${r} ${r} 0 0 1 ${r} ${-r}z`
  return [
    dim
      ? { kind: 'path', d, stroke: 'line-strong', strokeWidth: 1 }
      : { kind: 'path', d, fill: colour, opacity: 0.13 },
    put(code, x + m.chipPadding, y, 'noteCode', dim ? 'ink-2' : colour),
  ]
}

/** The slim edge of a note: one colour, solid, striped or dotted. */
export function paintEdge(
  { colour, pattern }: Mark,
  x: number,
  y: number,
  height: number,
  dim: boolean,
): SceneItem[] {
  const opacity = dim ? 0.45 : 1
  const middle = x + m.edge / 2
  const stripe = {
    kind: 'path',
    d: `M${middle} ${y}v${height}`,
    stroke: colour,
    strokeWidth: m.edge,
  } as const
  switch (pattern) {
    case 'solid': {
      const d = `M${middle} ${y + 2}v${Math.max(0.1, height - 4)}`
      return [{ ...stripe, d, opacity }]
    }
    case 'striped':
      return [
        { ...stripe, dash: [4, 2], opacity },
        { ...stripe, dash: [height, 0], opacity: 0.28 * opacity },
      ]
    case 'dotted': {
      const r = 1.6
      const dots = Array.from({ length: Math.max(1, Math.floor(height / 5)) }, (_, at) => y + 2 + at * 5)
      const d = dots.map(at => `M${middle - r} ${at}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`)
      return [{ kind: 'path', d: d.join(''), fill: colour, opacity }]
    }
  }
}
