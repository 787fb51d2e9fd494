/** The whole map as a display list, and the parts of it that are no boxes: lines, curve, ribbon, arrows, lane names. */
import {
  bodyBoxes,
  headerBoxes,
  type Box,
  type CurvePoint,
  type JourneyLayout,
  type RibbonPoint,
} from './boxes'
import { curvePath, expectationPath, ribbonPaths } from './emotionCurve'
import { arrowHead, arrowPath } from './flowArrows'
import { baseline, fonts } from './fonts'
import { measures as m } from './measures'
import { paintBox } from './paintBox'
import type { Scene, SceneItem } from './scene'
import { fit, measure } from './textMeasure'
import { emotionColour } from './theme'

const asGroup = (box: Box): SceneItem => ({ kind: 'group', x: box.x, y: box.y, items: paintBox(box) })

/** The map from its corner to its last lane, as it is printed and exported. */
export function paintJourney(layout: JourneyLayout): Scene {
  return {
    width: layout.width,
    height: layout.height,
    background: 'paper',
    items: [
      ...paintLines(layout),
      ...paintCurve(layout),
      ...bodyBoxes(layout).map(asGroup),
      ...paintArrows(layout),
      ...headerBoxes(layout).map(asGroup),
      ...paintLaneNames(layout),
      asGroup(layout.corner),
    ],
  }
}

/** Hairlines under lanes and between columns, and the line of visibility. */
export function paintLines(layout: JourneyLayout): SceneItem[] {
  const { width, height, lanes, columns, visibility } = layout
  const across = lanes.map((lane): SceneItem => hairline(0, lane.y + lane.height - 1, width, 1))
  const down = columns.map(({ x }): SceneItem => hairline(x - 1, m.stepTop, 1, height - m.stepTop))
  const end = columns.at(-1)
  if (end) down.push(hairline(end.x + end.width, m.stepTop, 1, height - m.stepTop))
  return [...across, ...down, ...(visibility ? [visibilityLine(visibility.y, m.labelWidth, width)] : [])]
}

const hairline = (x: number, y: number, width: number, height: number): SceneItem => ({
  kind: 'rect',
  x,
  y,
  width,
  height,
  fill: 'line',
})

const visibilityLine = (y: number, from: number, to: number): SceneItem => ({
  kind: 'path',
  d: `M${from} ${y}H${to}`,
  stroke: 'ink-3',
  strokeWidth: 1.5,
  dash: [3, 2],
})

/** The scale of the emotion lane with the names of its ends. */
export function paintScale({ emotion, width }: JourneyLayout): SceneItem[] {
  return (emotion?.levels ?? []).map(({ y }, at) => ({
    kind: 'path',
    d: `M${m.labelWidth} ${y}H${width}`,
    stroke: 'line',
    strokeWidth: 1,
    ...(at === 2 ? {} : { dash: [2, 4] }),
  }))
}

/** The emotion lane: scale, ribbon, lines, points. */
function paintCurve(layout: JourneyLayout): SceneItem[] {
  return [...paintScale(layout), ...curvePieces(layout).flatMap(piece => piece.items)]
}

/** A stretch of the emotion lane that is painted on its own, so that a long map paints what is in view. */
export interface CurvePiece {
  readonly x: number
  readonly width: number
  readonly items: readonly SceneItem[]
}

/**
 * The emotion lane in pieces, in the order they are painted; together they are the whole.
 * @param most points in a piece
 */
export function curvePieces({ emotion }: JourneyLayout, most = Infinity): CurvePiece[] {
  if (!emotion) return []
  const { ribbon, curves, start } = emotion
  const pieces = stretches(ribbon, most).map(part => piece(part, ribbonItems(part)))
  for (const { points, colour } of curves) {
    const [first] = points
    // where several lines share the lane, as many ways from one point would be a tangle
    if (start && first && curves.length === 1) {
      const d = curvePath([start, first])
      pieces.push(piece([start, first], [{ kind: 'path', d, stroke: colour, strokeWidth: 1, dash: [1, 3] }]))
    }
    for (const part of stretches(points, most)) {
      pieces.push(piece(part, [{ kind: 'path', d: curvePath(part), stroke: colour, strokeWidth: 1.75 }]))
    }
  }
  if (start) {
    const { x, y, colour } = start
    pieces.push(piece([start], [{ kind: 'circle', x, y, radius: 2.5, fill: colour }]))
  }
  // right end, baseline and width of names that stand already
  const names: { readonly x: number; readonly y: number; readonly width: number }[] = []
  for (const { points, title, colour } of curves) {
    for (let at = 0; at < points.length; at += most) {
      const part = points.slice(at, at + most)
      pieces.push(piece(part, part.map(dot)))
    }
    const last = points.at(-1)
    if (!title || !last) continue
    const x = last.x + 6
    const width = measure(title, 'axis')
    const isFree = (y: number) =>
      names.every(
        one => Math.abs(one.y - y) >= fonts.axis.line || one.x <= x - width || x <= one.x - one.width,
      )
    const places = last.emotion >= 0 ? [18, 32] : [-10, -24]
    const y = places.map(by => last.y + by).find(isFree)
    // whose line it is stands under the lane's name too
    if (y === undefined) continue
    names.push({ x, y, width })
    pieces.push(piece([last], [{ kind: 'text', x, y, text: title, font: 'axis', fill: colour, end: true }]))
  }
  return pieces
}

/** Runs of at most so many pieces of line; each begins at the point where the one before ends. */
function stretches<T>(points: readonly T[], most: number): (readonly T[])[] {
  const parts: (readonly T[])[] = []
  for (let at = 0; at < points.length - 1; at += most) parts.push(points.slice(at, at + most + 1))
  return parts
}

function piece(points: readonly { readonly x: number }[], items: readonly SceneItem[]): CurvePiece {
  const margin = 8 // half a point's circle, and the line's own width
  const x = (points[0]?.x ?? 0) - margin
  return { x, width: (points.at(-1)?.x ?? x) + margin - x, items }
}

function ribbonItems(part: readonly RibbonPoint[]): SceneItem[] {
  const { missed, exceeded } = ribbonPaths(part)
  return [
    ...(missed ? [{ kind: 'path', d: missed, fill: 'pain', opacity: 0.09 } as const] : []),
    ...(exceeded ? [{ kind: 'path', d: exceeded, fill: 'chance', opacity: 0.12 } as const] : []),
    { kind: 'path', d: expectationPath(part), stroke: 'ink-3', strokeWidth: 1, dash: [3, 3] },
  ]
}

const dot = ({ x, y, emotion, momentOfTruth }: CurvePoint): SceneItem => ({
  kind: 'circle',
  x,
  y,
  radius: momentOfTruth ? 5.5 : 4,
  fill: 'surface',
  stroke: emotionColour(emotion),
  strokeWidth: 2.25,
})

/** Handovers: whole where the context is kept, broken and in the colour of pain where the customer begins again. */
export function paintArrows({ arrows }: JourneyLayout): SceneItem[] {
  return arrows.flatMap(({ points, contextKept }): SceneItem[] => {
    const stroke = contextKept ? 'ink-3' : 'pain'
    return [
      {
        kind: 'path',
        d: arrowPath(points),
        stroke,
        strokeWidth: 1.25,
        ...(contextKept ? {} : { dash: [4, 3] }),
      },
      { kind: 'path', d: arrowHead(points), stroke, strokeWidth: 1.25 },
    ]
  })
}

/** Whose line is whose, under the name of the emotion lane, where several personas share it. */
export function whoseLines({ lanes, emotion }: JourneyLayout) {
  const lane = lanes.find(({ id }) => id === emotion?.laneId)
  if (!emotion || !lane) return []
  return emotion.curves
    .filter(({ title }) => title)
    .slice(0, mostNames)
    .map(({ personaId, title, colour }, at) => ({
      personaId,
      // 'Martina, 38, two children' goes by her name
      name: fit(title.split(',', 1)[0] ?? '', m.labelWidth - m.labelPadding - 60, 'axis'),
      colour,
      /** Upper edge of the line of text, px. */
      y: lane.y + 34 + at * 15,
    }))
}
const mostNames = 5

/** A lane's name with the room around it, px. */
export const nameHeight = 42

/**
 * The column of lane names at the left edge.
 * @param top where the view of the map begins, px: the name of a lane that began above stays in view
 */
export function paintLaneNames(layout: JourneyLayout, top = 0): SceneItem[] {
  const { lanes, height, visibility, emotion } = layout
  const items: SceneItem[] = [
    {
      kind: 'rect',
      x: 0,
      y: m.headerHeight,
      width: m.labelWidth,
      height: height - m.headerHeight,
      fill: 'paper',
    },
    { kind: 'rect', x: m.labelWidth - 1, y: 0, width: 1, height, fill: 'line' },
  ]
  for (const { title, y, height: tall } of lanes) {
    items.push({ kind: 'rect', x: 0, y: y + tall - 1, width: m.labelWidth - 1, height: 1, fill: 'line' })
    const down = Math.max(0, Math.min(top - y, tall - nameHeight))
    const at = y + down + 12 + baseline('laneTitle')
    items.push({ kind: 'text', x: m.labelPadding, y: at, text: title, font: 'laneTitle', fill: 'ink-2' })
  }
  for (const { name, colour, y } of whoseLines(layout)) {
    const x = m.labelPadding
    items.push({ kind: 'rect', x, y: y + 6, width: 10, height: 2, fill: colour })
    items.push({ kind: 'text', x: x + 16, y: y + baseline('axis'), text: name, font: 'axis', fill: colour })
  }
  emotion?.levels.forEach(({ y, text }, at) => {
    if (at % 2 === 1) return
    const [x, font] = [m.labelWidth - 10, 'axis'] as const
    items.push({ kind: 'text', x, y: y + 4, text, font, fill: 'ink-3', end: true })
  })
  if (visibility) {
    const { y, title } = visibility
    items.push({ kind: 'rect', x: 0, y: y - 7, width: m.labelWidth - 1, height: 14, fill: 'paper' })
    const at = y - 7 + baseline('visibility')
    items.push({ kind: 'text', x: m.labelPadding, y: at, text: title, font: 'visibility', fill: 'ink-3' })
  }
  return items
}
