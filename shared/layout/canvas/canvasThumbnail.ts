/** A canvas painted small: nine blocks, notes as slips with the colour of their first segment at the edge. */
import type { DocumentView } from '../../document'
import { segmentMarks } from '../../queries/canvas/marks'
import { blocksOf, canvasModel } from '../../queries/canvas/model'
import type { Scene, SceneItem } from '../scene'
import type { ThumbnailSize } from '../thumbnail'
import type { ColourToken } from '../theme'
import { isLower, lowerBlocks, upperColumns } from './blocks'

/** Of the height, what the upper row takes. */
const upperShare = 0.7
const slim = 0.75

const n = (value: number) => Math.round(value * 10) / 10

/**
 * The thumbnail of a canvas; under 20 kB as JSON, however many notes it has.
 * @param told a note that is talked about: its block is tinted, its slip filled
 * @returns null when there is no such canvas
 */
export function canvasThumbnail(
  document: DocumentView,
  canvasId: string,
  size: Pick<ThumbnailSize, 'width' | 'height' | 'dots'>,
  told: string | null = null,
): Scene | null {
  const model = canvasModel(document, canvasId)
  if (!model) return null
  const marks = segmentMarks(document)
  const { dots: large } = size
  const margin = large ? 12 : 6
  const [width, height] = [size.width - 2 * margin, size.height - 2 * margin]
  const [slip, pitch, inset] = large ? [8, 11, 4] : [3.5, 4.5, 2]
  const upper = height * upperShare
  const column = width / 5
  const slips: string[] = []
  const edges = new Map<ColourToken, string[]>()
  const lines: string[] = []
  const here: SceneItem[] = []
  const spot: SceneItem[] = []
  const block = (at: number, x: number, y: number, w: number, h: number) => {
    const name = blocksOf(model.canvas.kind)[at]!
    const columns = isLower(at) ? 2 : 1
    const noteWidth = (w - inset * (columns + 1)) / columns
    const rows = Math.max(1, Math.floor((h - 2 * inset + pitch - slip) / pitch))
    const notes = model.inBlock(name)
    if (notes.some(({ id }) => id === told))
      here.push({ kind: 'rect', x: n(x), y: n(y), width: n(w), height: n(h), radius: 0, fill: 'accent-soft' })
    notes.slice(0, rows * columns).forEach(({ id }, place) => {
      const noteX = n(x + inset + (place % columns) * (noteWidth + inset))
      const noteY = n(y + inset + Math.floor(place / columns) * pitch)
      if (id === told) {
        const at = { x: noteX, y: noteY, width: n(noteWidth), height: slip }
        spot.push({ kind: 'rect', ...at, radius: 1, fill: 'accent' })
        return
      }
      slips.push(`M${noteX} ${noteY}h${n(noteWidth)}v${slip}h${n(-noteWidth)}z`)
      const ids = model.segmentsOf(id)
      const [first] = ids
      if (first === undefined) return
      const shared = ids.length >= 3 && ids.length === model.segments.length
      const colour: ColourToken = shared ? 'ink-3' : marks.get(first)!.colour
      const edge = large ? 3 : 1.5
      const list = edges.get(colour) ?? []
      edges.set(colour, list)
      list.push(`M${noteX} ${noteY}h${edge}v${slip}h${-edge}z`)
    })
  }
  upperColumns.forEach((stacked, at) => {
    const x = margin + at * column
    const tall = upper / stacked.length
    stacked.forEach((one, part) => block(one, x, margin + part * tall, column, tall))
    if (at > 0) lines.push(`M${n(x)} ${margin}v${n(upper)}`)
    if (stacked.length > 1) lines.push(`M${n(x)} ${n(margin + tall)}h${n(column)}`)
  })
  lines.push(
    `M${margin} ${n(margin + upper)}h${width}`,
    `M${n(margin + width / 2)} ${n(margin + upper)}v${n(height - upper)}`,
  )
  lowerBlocks.forEach((one, at) =>
    block(one, margin + (at * width) / 2, margin + upper, width / 2, height - upper),
  )
  const items: SceneItem[] = [
    ...here,
    { kind: 'rect', x: margin, y: margin, width, height, radius: 2, stroke: 'line-strong', strokeWidth: 1 },
    { kind: 'path', d: lines.join(''), stroke: 'line-strong', strokeWidth: slim },
  ]
  if (slips.length > 0)
    items.push({ kind: 'path', d: slips.join(''), fill: 'surface', stroke: 'line-strong', strokeWidth: slim })
  for (const [fill, list] of edges) items.push({ kind: 'path', d: list.join(''), fill })
  items.push(...spot)
  return { width: size.width, height: size.height, background: null, items }
}
