/** A map painted small: bars for stages, cards with a dot for their emotion, and the curve. */
import type { Box, Column, JourneyLayout, TouchpointContent } from './boxes'
import { curvePath } from './emotionCurve'
import type { Scene, SceneItem } from './scene'
import { emotionColour } from './theme'

export interface ThumbnailSize {
  readonly width: number
  readonly height: number
  readonly margin: number
  /** Height of a stage's bar and y of it. */
  readonly bar: number
  readonly barY: number
  /** First row of cards, height of a card and of a row. */
  readonly cardY: number
  readonly card: number
  readonly row: number
  /** y of a neutral emotion, px per step of emotion. */
  readonly zero: number
  readonly emotion: number
  readonly dots: boolean
}

/** For a document on Home. */
export const largeThumbnail: ThumbnailSize = {
  width: 268,
  height: 136,
  margin: 12,
  bar: 5,
  barY: 12,
  cardY: 21,
  card: 7,
  row: 10,
  zero: 98,
  emotion: 12,
  dots: true,
}

/** For a template in a list. */
export const smallThumbnail: ThumbnailSize = {
  width: 96,
  height: 64,
  margin: 4.3,
  bar: 3,
  barY: 6,
  cardY: 13,
  card: 4,
  row: 7,
  zero: 45,
  emotion: 6,
  dots: false,
}

/** Most columns and points a thumbnail shows; of longer maps it shows every second, third, … */
const mostColumns = 48
const mostPoints = 96
/** More cards than this are drawn as one shape. */
const mostCards = 80

const n = (value: number) => Math.round(value * 10) / 10
const isTouchpoint = (box: Box): box is Box<TouchpointContent> => box.content.kind === 'touchpoint'

/** The thumbnail of a map; under 20 kB as JSON, however large the map. */
export function thumbnailScene(layout: JourneyLayout, size: ThumbnailSize = largeThumbnail): Scene {
  const { columns } = layout
  const items: SceneItem[] = []
  const { margin } = size
  const pitch = (size.width - 2 * margin) / Math.max(1, columns.length)
  const left = columns[0]?.x ?? 0
  const scale = pitch / ((columns[1]?.x ?? left + 205) - left)
  const x = (boardX: number) => margin + (boardX - left) * scale

  for (const { from, count } of stagesOf(columns)) {
    const width = n(Math.max(0.5, count * pitch - 2))
    const at = { x: n(margin + from * pitch + 1.1), y: size.barY, width, height: size.bar }
    items.push({ kind: 'rect', ...at, radius: 1.5, fill: 'thumb' })
  }
  items.push(...cardItems(columns, size, pitch))
  items.push({
    kind: 'path',
    d: `M${n(margin)} ${size.zero}H${n(size.width - margin)}`,
    stroke: 'line-strong',
    strokeWidth: 0.75,
    dash: [2, 3],
  })
  layout.emotion?.curves.slice(0, 3).forEach((curve, line) => {
    const skip = Math.ceil(curve.points.length / mostPoints)
    const points = curve.points
      .filter((_, at) => at % skip === 0)
      .map(({ x: at, emotion }) => ({ x: n(x(at)), y: size.zero - emotion * size.emotion, emotion }))
    items.push({
      kind: 'path',
      d: curvePath(points),
      stroke: curve.colour,
      strokeWidth: size.dots ? 1.25 : 1,
    })
    if (!size.dots || skip > 1 || line > 0 || points.length > 48) return
    for (const { x: at, y, emotion } of points) {
      const stroke = emotionColour(emotion)
      items.push({ kind: 'circle', x: at, y, radius: 2.2, fill: 'surface', stroke, strokeWidth: 1.5 })
    }
  })
  return { width: size.width, height: size.height, background: null, items }
}

/** Cards in rows under their columns; of a large map all in one path, without dots. */
function cardItems(columns: readonly Column[], size: ThumbnailSize, pitch: number): SceneItem[] {
  const every = Math.ceil(columns.length / mostColumns)
  const rows = Math.floor((size.zero - 2 * size.emotion - size.cardY - 2) / size.row)
  const width = n(Math.max(0.8, every * pitch - 3))
  const places = columns.flatMap((column, at) =>
    at % every !== 0
      ? []
      : column.boxes
          .filter(isTouchpoint)
          .slice(0, rows)
          .map(({ content }, row) => ({
            x: n(size.margin + at * pitch + 1.5),
            y: size.cardY + row * size.row,
            colour: content.mood?.colour,
          })),
  )
  const line = { fill: 'surface', stroke: 'line-strong', strokeWidth: 0.75 } as const
  if (places.length > mostCards) {
    const d = places.map(({ x, y }) => `M${x} ${y}h${width}v${size.card}h${-width}z`).join('')
    return [{ kind: 'path', d, ...line }]
  }
  return places.flatMap(({ x, y, colour }): SceneItem[] => {
    const card: SceneItem = { kind: 'rect', x, y, width, height: size.card, radius: 1.5, ...line }
    if (!size.dots || !colour || width < 7) return [card]
    const dot = { x: n(x + width - 3.6), y: n(y + size.card / 2), radius: 1.6 }
    return [card, { kind: 'circle', ...dot, fill: colour }]
  })
}

function stagesOf(columns: readonly Column[]): { from: number; count: number }[] {
  const stages: { id: string; from: number; count: number }[] = []
  columns.forEach(({ stageId }, at) => {
    const last = stages.at(-1)
    if (last?.id === stageId) last.count++
    else stages.push({ id: stageId, from: at, count: 1 })
  })
  const every = Math.ceil(stages.length / mostColumns)
  return stages.filter((_, at) => at % every === 0)
}
