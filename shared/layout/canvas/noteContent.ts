/** What a note shows and how much room that takes. Nothing here knows where the note stands. */
import type { DocumentView } from '../../document'
import type { CanvasModel, PlacedNote } from '../../queries/canvas/model'
import { measure, fit, wrap } from '../textMeasure'
import { fonts } from '../fonts'
import type { NoteMarks } from './marks'
import { canvasMeasures as m } from './measures'
import type { CanvasOptions, Mark, MetaLine, NoteBox } from './types'

export type NoteContent = Omit<NoteBox, 'x' | 'y' | 'width' | 'id' | 'block'>

const line = fonts.noteTitle.line

/** The content of a note and its height, px, in a box of the given width. */
export function noteContent(
  document: DocumentView,
  model: CanvasModel,
  placed: PlacedNote,
  width: number,
  marks: NoteMarks,
  options: CanvasOptions,
): NoteContent {
  const { labels, focus } = options
  const edges = marks.of(placed)
  const left = edges.length > 0 ? m.edgedLeft : m.noteLeft
  const room = width - left - m.notePadding
  const { codes, moreCodes, taken } = codesIn(edges, room)
  const lines = titleLines(placed.title || labels.untitled, room, taken)
  const text = wrap(placed.note.text.replaceAll(/\s+/g, ' '), room, 'noteText', m.textLines)
  const finding = options.finding?.(placed.id) ?? null
  const isWrong = finding === 'error'
  const comments = options.comments?.(placed.id) ?? 0
  const conflicts = options.conflicts?.(placed.id) ?? 0
  const corner = (isWrong ? findingRoom : 0) + commentsWidth(comments) + commentsWidth(conflicts)
  const meta = metaLines(document, placed, room, corner, options)
  const picture = placed.note.pictureId ? m.pictureHeight + 2 * m.pictureGap : 0
  const rows = lines.length + text.length + meta.length
  // an error and comments stand in the lower right corner: where the last line of the text reaches them, they get a line of their own
  const own = corner > 0 && meta.length === 0 && collides(lines, text, room - corner) ? line : 0
  return {
    lines,
    unnamed: !placed.title,
    text,
    edges,
    codes,
    moreCodes,
    meta,
    pictureId: placed.note.pictureId,
    finding,
    comments,
    conflicts,
    dim: focus !== null && isForOthers(model.segmentsOf(placed.id), focus),
    height: Math.max(m.noteMinHeight, 2 * m.notePadding + rows * line + picture + own),
  }
}

const isForOthers = (ids: readonly string[], focus: string) => ids.length > 0 && !ids.includes(focus)

const findingRoom = 18

/** Sizes of the signs for comments and conflicts, px. */
export const commentSign = { icon: 12, gap: 3, margin: 6 } as const

/** How much room one of these signs takes with its margin, px. */
export const commentsWidth = (count: number): number =>
  count === 0
    ? 0
    : commentSign.icon + commentSign.gap + Math.ceil(measure(String(count), 'noteText')) + commentSign.margin

function collides(lines: readonly string[], text: readonly string[], room: number): boolean {
  if (lines.length + text.length === 1) return false
  const last = text.at(-1)
  const taken = last === undefined ? measure(lines.at(-1) ?? '', 'noteTitle') : measure(last, 'noteText')
  return taken > room
}

/** How wide a code is with its ground. */
export const codeWidth = (code: string): number => Math.ceil(measure(code, 'noteCode')) + 2 * m.chipPadding

/** The codes there is room for in the first line, and how many more there are. */
function codesIn(marks: readonly Mark[], room: number) {
  const most = room * 0.72
  let taken = 0
  const widths = marks.map(({ code }) => codeWidth(code) + m.chipGap)
  const all = widths.reduce((sum, width) => sum + width, 0)
  const more = codeWidth('+9') + m.chipGap
  const codes = marks.filter((_, at) => {
    if (all > most && taken + widths[at]! + more > most && at > 0) return false
    taken += widths[at]!
    return true
  })
  const moreCodes = marks.length - codes.length
  return {
    codes,
    moreCodes,
    taken: codes.length === 0 ? 0 : taken + (moreCodes > 0 ? more : 0) - m.chipGap + m.chipMargin,
  }
}

/** A title in lines, the first of which leaves room for the codes; where no word fits beside them it stays empty. */
function titleLines(title: string, room: number, taken: number): readonly string[] {
  if (taken === 0) return wrap(title, room, 'noteTitle', m.titleLines)
  const [first = ''] = title.trimStart().split(/\s/, 1)
  const beside = measure(first, 'noteTitle') <= room - taken
  return beside
    ? wrap(title, room, 'noteTitle', m.titleLines, taken)
    : ['', ...wrap(title, room, 'noteTitle', m.titleLines - 1)]
}

function metaLines(
  document: DocumentView,
  placed: PlacedNote,
  room: number,
  corner: number,
  { labels, numberLine }: CanvasOptions,
): MetaLine[] {
  const segment =
    placed.block === 'customerSegments' ? document.find('segment', placed.note.segmentId) : undefined
  const said = (segment ? labels.segment(segment) : []).map((words): MetaLine => ({
    kind: 'text',
    text: fit(words, room, 'noteText'),
  }))
  const number = numberLine?.(placed.id)
  if (!number) return said
  const { low, likely, high, unit } = number
  const whole = low !== null && high !== null && rangeWidth(low, likely, high, unit) <= room - corner
  return [...said, { kind: 'range', low: whole ? low : null, likely, high: whole ? high : null, unit }]
}

/** Room between the parts of a range, and before its unit, px. */
export const rangeGap = 2
export const unitGap = 3

const rangeWidth = (low: string, likely: string, high: string, unit: string) =>
  measure(`${low}–`, 'noteText') +
  measure(likely, 'noteLikely') +
  measure(`–${high}${unit}`, 'noteText') +
  4 * rangeGap +
  unitGap
