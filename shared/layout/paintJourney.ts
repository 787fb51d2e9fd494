/** The whole map as a display list, and the parts of it that are no boxes: lines, curve, ribbon, arrows, lane names. */
import { bodyBoxes, headerBoxes, type Box, type JourneyLayout } from './boxes'
import { curvePath, expectationPath, ribbonPaths } from './emotionCurve'
import { arrowHead, arrowPath } from './flowArrows'
import { baseline } from './fonts'
import { measures as m } from './measures'
import { paintBox } from './paintBox'
import type { Scene, SceneItem } from './scene'
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
function paintScale({ emotion, width }: JourneyLayout): SceneItem[] {
  return (emotion?.levels ?? []).map(({ y }, at) => ({
    kind: 'path',
    d: `M${m.labelWidth} ${y}H${width}`,
    stroke: 'line',
    strokeWidth: 1,
    ...(at === 2 ? {} : { dash: [2, 4] }),
  }))
}

/**
 * The emotion lane.
 * @param from with `to`, only what lies between these two x (px) and the points next to them
 */
export function paintCurve(layout: JourneyLayout, from = -Infinity, to = Infinity): SceneItem[] {
  const { emotion } = layout
  if (!emotion) return []
  const items = paintScale(layout)
  const ribbon = near(emotion.ribbon, from, to)
  if (ribbon.length > 1) {
    const { missed, exceeded } = ribbonPaths(ribbon)
    if (missed) items.push({ kind: 'path', d: missed, fill: 'pain', opacity: 0.09 })
    if (exceeded) items.push({ kind: 'path', d: exceeded, fill: 'chance', opacity: 0.12 })
    items.push({ kind: 'path', d: expectationPath(ribbon), stroke: 'ink-3', strokeWidth: 1, dash: [3, 3] })
  }
  const { start } = emotion
  for (const curve of emotion.curves) {
    const points = near(curve.points, from, to)
    const [first] = points
    if (!first) continue
    if (start && first === curve.points[0]) {
      const d = curvePath([start, first])
      items.push({ kind: 'path', d, stroke: curve.colour, strokeWidth: 1, dash: [1, 3] })
    }
    items.push({ kind: 'path', d: curvePath(points), stroke: curve.colour, strokeWidth: 1.75 })
  }
  if (start && start.x >= from && start.x <= to) {
    items.push({ kind: 'circle', x: start.x, y: start.y, radius: 2.5, fill: start.colour })
  }
  for (const curve of emotion.curves) {
    const points = near(curve.points, from, to)
    for (const { x, y, emotion: value, momentOfTruth } of points) {
      items.push({
        kind: 'circle',
        x,
        y,
        radius: momentOfTruth ? 5.5 : 4,
        fill: 'surface',
        stroke: emotionColour(value),
        strokeWidth: 2.25,
      })
    }
    const last = points.at(-1)
    if (curve.title && last && last === curve.points.at(-1)) {
      const y = last.y + (last.emotion >= 0 ? 18 : -10)
      items.push({
        kind: 'text',
        x: last.x + 6,
        y,
        text: curve.title,
        font: 'axis',
        fill: curve.colour,
        end: true,
      })
    }
  }
  return items
}

/** Points between two x, and the one before and after them. */
function near<T extends { readonly x: number }>(
  points: readonly T[],
  from: number,
  to: number,
): readonly T[] {
  if (from === -Infinity && to === Infinity) return points
  const first = points.findIndex(point => point.x >= from)
  if (first < 0) return points.slice(-1)
  let end = first
  while (end < points.length && points[end]!.x <= to) end++
  return points.slice(Math.max(0, first - 1), end + 1)
}

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

/** The column of lane names at the left edge. */
export function paintLaneNames(layout: JourneyLayout): SceneItem[] {
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
    const at = y + 12 + baseline('laneTitle')
    items.push({ kind: 'text', x: m.labelPadding, y: at, text: title, font: 'laneTitle', fill: 'ink-2' })
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
