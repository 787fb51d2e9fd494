/** What a box looks like: its content as a display list, from the box's own top left corner. */
import type {
  Box,
  BoxContent,
  CardContent,
  CornerContent,
  EmptyContent,
  PainContent,
  StageContent,
  StepContent,
  TextContent,
  TouchpointContent,
} from './boxes'
import { meta, painScoreGap, truthIndent } from './contents'
import { baseline, fonts, type FontName } from './fonts'
import { emotionIcon, pyramidSlices } from './icons'
import { measures as m } from './measures'
import type { SceneItem } from './scene'
import { measure } from './textMeasure'
import { levelColour, type ColourToken } from './theme'

const painted = new WeakMap<BoxContent, { readonly width: number; readonly items: readonly SceneItem[] }>()

/** The display list of a box; the same content gives the same list. */
export function paintBox(box: Box): readonly SceneItem[] {
  const known = painted.get(box.content)
  if (known?.width === box.width) return known.items
  const items = paint(box.content, box.width, box.height)
  painted.set(box.content, { width: box.width, items })
  return items
}

function paint(content: BoxContent, width: number, height: number): SceneItem[] {
  switch (content.kind) {
    case 'corner':
      return corner(content)
    case 'stage':
      return stage(content, width)
    case 'step':
      return step(content, width)
    case 'touchpoint':
      return touchpoint(content, width, height)
    case 'pain':
      return pain(content, width, height)
    case 'text':
      return text(content)
    case 'card':
      return card(content, width, height)
    case 'empty':
      return empty(content, width, height)
  }
}

const line = (words: string, x: number, top: number, font: FontName, fill: ColourToken): SceneItem => ({
  kind: 'text',
  x,
  y: top + baseline(font),
  text: words,
  font,
  fill,
})

const block = (
  words: readonly string[],
  x: number,
  top: number,
  font: FontName,
  fill: ColourToken,
): SceneItem[] => words.map((each, at) => line(each, x, top + at * fonts[font].line, font, fill))

const paper = (width: number, height: number): SceneItem => ({
  kind: 'rect',
  x: 0,
  y: 0,
  width,
  height,
  radius: 6,
  fill: 'surface',
  paper: true,
})

function touchpoint(content: TouchpointContent, width: number, height: number): SceneItem[] {
  const pad = m.cardPadding
  const right = width - pad
  const items: SceneItem[] = [paper(width, height)]
  if (content.momentOfTruth) {
    const y = 7 + (fonts.cardTitle.line - 11) / 2
    items.push({ kind: 'icon', x: pad, y, size: 11, name: 'truth', stroke: 'truth', filled: true })
  }
  const indent = content.momentOfTruth ? truthIndent : 0
  items.push(...block(content.lines, pad + indent, 7, 'cardTitle', content.faint ? 'ink-3' : 'ink'))
  const top = 7 + content.lines.length * fonts.cardTitle.line + 5
  const icon = (size: number) => top + (fonts.cardMeta.line - size) / 2
  if (content.channel) {
    const { icon: name, title } = content.channel
    items.push({ kind: 'icon', x: pad, y: icon(12), size: meta.icon, name, stroke: 'ink-3' })
    if (title) items.push(line(title, pad + meta.icon + meta.iconGap, top, 'cardMeta', 'ink-3'))
  }
  let x = right
  if (content.mood) {
    const { text: words, colour, value } = content.mood
    x -= measure(words, 'cardEmotion')
    items.push(line(words, x, top, 'cardEmotion', colour))
    x -= meta.faceGap + meta.face
    items.push({ kind: 'icon', x, y: icon(13), size: meta.face, name: emotionIcon(value), stroke: colour })
    x -= meta.gap
  }
  if (content.level) {
    x -= meta.glyph
    items.push({ kind: 'group', x, y: icon(14), items: pyramid(content.level) })
    x -= meta.gap
  }
  if (content.wait) {
    x -= measure(content.wait, 'cardMeta')
    items.push(line(content.wait, x, top, 'cardMeta', 'ink-3'))
    x -= meta.waitGap + meta.hourglass
    items.push({ kind: 'icon', x, y: icon(11), size: meta.hourglass, name: 'wait', stroke: 'ink-3' })
  }
  const signs = [
    ['comment', content.comments, 'accent'],
    ['conflict', content.conflicts, 'pain'],
  ] as const
  let isFree = content.wait === null
  for (const [name, count, stroke] of signs) {
    if (count === 0) continue
    if (!isFree) x -= meta.gap
    isFree = false
    x -= measure(String(count), 'cardMeta')
    items.push(line(String(count), x, top, 'cardMeta', stroke))
    x -= meta.commentGap + meta.comment
    items.push({ kind: 'icon', x, y: icon(12), size: meta.comment, name, stroke })
  }
  if (content.gap) items.push(line(content.gap, pad, top + fonts.cardMeta.line + 4, 'cardGap', 'pain'))
  return items
}

function pyramid({ at, of }: NonNullable<TouchpointContent['level']>): SceneItem[] {
  const slices = pyramidSlices(of)
  const full = levelColour(at, of)
  return [
    {
      kind: 'path',
      d: slices.filter((_, slice) => slice !== at).join(''),
      stroke: 'line-strong',
      strokeWidth: 1,
    },
    { kind: 'path', d: slices[at] ?? '', fill: full, stroke: full, strokeWidth: 1 },
  ]
}

function pain({ score, lines }: PainContent, width: number, height: number): SceneItem[] {
  const indent = measure(score, 'painScore') + painScoreGap
  return [
    { kind: 'rect', x: 0, y: 0, width, height, radius: 6, fill: 'pain-soft' },
    line(score, m.cardPadding, 6, 'painScore', 'pain'),
    ...lines.map((words, at) =>
      line(words, m.cardPadding + (at === 0 ? indent : 0), 6 + at * fonts.pain.line, 'pain', 'ink'),
    ),
  ]
}

const text = ({ lines }: TextContent): SceneItem[] => block(lines, 0, 0, 'cellText', 'ink-2')

function card({ lines, pictureId, conflicts }: CardContent, width: number, height: number): SceneItem[] {
  const items: SceneItem[] = [paper(width, height)]
  if (pictureId) {
    items.push({
      kind: 'rect',
      x: 0,
      y: 0,
      width,
      height: m.pictureHeight,
      radius: 6,
      fill: 'sunken',
    })
    const at = { x: width / 2 - 10, y: m.pictureHeight / 2 - 10 }
    items.push({ kind: 'icon', ...at, size: 20, name: 'picture', stroke: 'ink-3' })
    items.push({ kind: 'picture', x: 0, y: 0, width, height: m.pictureHeight, radius: 6, pictureId })
  }
  items.push(...block(lines, m.cardPadding, (pictureId ? m.pictureHeight : 0) + 7, 'cellText', 'ink'))
  if (conflicts > 0) {
    items.push(conflictSign(width - m.cardPadding, (pictureId ? m.pictureHeight : 0) + 10))
  }
  return items
}

function empty({ line: words }: EmptyContent, width: number, height: number): SceneItem[] {
  if (!words) return []
  const left = 8.5
  const top = Math.max(8.5, (height - 36) / 2 + 0.5)
  return [
    {
      kind: 'rect',
      x: left,
      y: top,
      width: width - 2 * left,
      height: height - 2 * top,
      radius: 6,
      stroke: 'line-strong',
      strokeWidth: 1,
      dash: [4, 3],
    },
    { kind: 'icon', x: left + 10, y: height / 2 - 6.5, size: 13, name: 'add', stroke: 'ink-3' },
    line(words, left + 28, (height - fonts.cardTitle.line) / 2, 'cardTitle', 'ink-3'),
  ]
}

function stage({ title, faint, goal, mean, conflicts }: StageContent, width: number): SceneItem[] {
  const items: SceneItem[] = [
    { kind: 'rect', x: 0, y: 0, width, height: m.stageHeight, fill: 'surface' },
    { kind: 'rect', x: width - 1, y: 0, width: 1, height: m.stageHeight, fill: 'line' },
    { kind: 'rect', x: 0, y: m.stageHeight - 1, width, height: 1, fill: 'line' },
    line(title, m.headerPadding, 8, 'stageTitle', faint ? 'ink-3' : 'ink'),
    line(goal, m.headerPadding, 26, 'stageGoal', 'ink-3'),
  ]
  let x = width - 1 - m.headerPadding
  if (mean) {
    x -= measure(mean.text, 'stageMean')
    items.push(line(mean.text, x, 8, 'stageMean', mean.colour))
    x -= 8
  }
  if (conflicts > 0) items.push(conflictSign(x, 8 + (fonts.stageTitle.line - meta.comment) / 2))
  return items
}

/** @param right px, where it ends */
const conflictSign = (right: number, y: number): SceneItem => ({
  kind: 'icon',
  x: right - meta.comment,
  y,
  size: meta.comment,
  name: 'conflict',
  stroke: 'pain',
})

const step = ({ title, faint, lines, conflicts }: StepContent, width: number): SceneItem[] => [
  { kind: 'rect', x: 0, y: 0, width, height: m.stepHeight, fill: 'paper' },
  { kind: 'rect', x: 0, y: m.stepHeight - 1, width, height: 1, fill: 'line' },
  line(title, m.headerPadding, 8, 'stepTitle', faint ? 'ink-3' : 'ink'),
  ...block(lines, m.headerPadding, 26, 'stepText', 'ink-2'),
  ...(conflicts > 0
    ? [conflictSign(width - m.headerPadding, 8 + (fonts.stepTitle.line - meta.comment) / 2)]
    : []),
]

function corner({ title, lines }: CornerContent): SceneItem[] {
  const items: SceneItem[] = [
    { kind: 'rect', x: 0, y: 0, width: m.labelWidth, height: m.headerHeight, fill: 'paper' },
    { kind: 'rect', x: 0, y: m.headerHeight - 1, width: m.labelWidth, height: 1, fill: 'line' },
  ]
  if (title) {
    items.push({ kind: 'icon', x: m.labelPadding, y: 12, size: 14, name: 'persona', stroke: 'ink' })
    items.push(line(title, m.labelPadding + 20, 10, 'cornerTitle', 'ink'))
  }
  items.push(...block(lines, m.labelPadding, title ? 32 : 10, 'cornerText', 'ink-2'))
  return items
}
