/** A canvas as a display list, as it is printed and exported: title, blocks, notes, links, legend, credit line. */
import { baseline, fonts, type FontName } from '../fonts'
import type { Scene, SceneItem } from '../scene'
import { fit, measure } from '../textMeasure'
import type { ColourToken } from '../theme'
import { codeWidth } from './noteContent'
import { canvasMeasures as m } from './measures'
import { paintCode, paintEdge, paintNote } from './paintNote'
import type { BlockBox, CanvasLayout, LegendEntry, Wire } from './types'
import { wirePath } from './wires'

/** Above the blocks, px. */
export const titleHeight = 40
const margin = 12
const legendRow = 24

const text = (
  words: string,
  x: number,
  top: number,
  font: FontName,
  fill: ColourToken,
  end = false,
): SceneItem => ({ kind: 'text', x, y: top + baseline(font), text: words, font, fill, ...(end && { end }) })

/** The whole canvas from its title to its credit line. */
export function paintCanvas(layout: CanvasLayout): Scene {
  const { width, height, blocks, notes, wires } = layout
  const legend = legendRows(layout)
  const foot = Math.max(1, legend.length) * legendRow + margin
  const creditRoom = measure(layout.credit, 'blockText') + 2 * margin
  const last = legend.at(-1)
  // beside the last row of the legend where it fits, else below it
  const creditBelow = last !== undefined && last.width + creditRoom > width
  const bottom = titleHeight + height
  return {
    width,
    height: bottom + foot + (creditBelow ? legendRow : 0),
    background: 'paper',
    items: [
      text(fit(layout.title, width - 2 * margin, 'stageTitle'), margin, 11, 'stageTitle', 'ink'),
      {
        kind: 'group',
        x: 0,
        y: titleHeight,
        items: [
          hairline(0, 0, width, 1),
          ...blocks.flatMap(block => paintBlock(block, width)),
          ...notes.map((box): SceneItem => ({ kind: 'group', x: box.x, y: box.y, items: paintNote(box) })),
          ...wires.flatMap(paintWire),
        ],
      },
      ...legend.flatMap(({ entries }, row) =>
        entries.flatMap(({ entry, x }) => legendItems(entry, x, bottom + 8 + row * legendRow)),
      ),
      text(
        layout.credit,
        width - margin,
        bottom + 8 + (Math.max(1, legend.length) - 1 + (creditBelow ? 1 : 0)) * legendRow,
        'blockText',
        'ink-2',
        true,
      ),
    ],
  }
}

const hairline = (x: number, y: number, width: number, height: number): SceneItem => ({
  kind: 'rect',
  x,
  y,
  width,
  height,
  fill: 'line',
})

/** A block's heading, question and count, and the hairlines at its right and lower edge. */
function paintBlock({ x, y, width, height, title, question, count }: BlockBox, right: number): SceneItem[] {
  const left = x + m.padding + 4
  return [
    ...(x + width < right ? [hairline(x + width - 1, y, 1, height)] : []),
    hairline(x, y + height - 1, width, 1),
    text(title, left, y + m.padding, 'blockTitle', 'ink'),
    text(String(count), x + width - m.padding - 4, y + m.padding, 'blockText', 'ink-2', true),
    ...(question ? [text(question, left, y + m.padding + fonts.blockTitle.line, 'blockText', 'ink-2')] : []),
  ]
}

function paintWire({ points, dim }: Wire): SceneItem[] {
  const [start, end] = [points[0], points.at(-1)]
  if (!start || !end) return []
  const stroke = dim ? 'line-strong' : 'accent'
  return [
    { kind: 'path', d: wirePath(points), stroke, strokeWidth: 1.5 },
    { kind: 'circle', x: end.x, y: end.y, radius: 3.5, fill: stroke, stroke: 'surface', strokeWidth: 1.5 },
    { kind: 'circle', x: start.x, y: start.y, radius: 3, fill: 'surface', stroke, strokeWidth: 1.5 },
  ]
}

interface LegendRow {
  readonly entries: { readonly entry: LegendEntry; readonly x: number }[]
  width: number
}

const legendGap = 16
const nameGap = 5
const nameRoom = 220

function legendRows({ legend, width }: CanvasLayout): LegendRow[] {
  const rows: LegendRow[] = []
  for (const entry of legend) {
    const name = measure(fit(entry.title, nameRoom, 'blockText'), 'blockText')
    const needed = m.edge + 4 + codeWidth(entry.code) + nameGap + name
    let row = rows.at(-1)
    if (!row || row.width + legendGap + needed > width - margin) {
      row = { entries: [], width: margin }
      rows.push(row)
    } else row.width += legendGap
    row.entries.push({ entry, x: row.width })
    row.width += needed
  }
  return rows
}

function legendItems(entry: LegendEntry, x: number, y: number): SceneItem[] {
  const code = paintCode(entry, m.edge + 4, 0, false)
  const name = fit(entry.title, nameRoom, 'blockText')
  return [
    {
      kind: 'group',
      x,
      y,
      items: [
        ...paintEdge(entry, 0, 0, fonts.blockText.line, false),
        ...code,
        text(name, m.edge + 4 + codeWidth(entry.code) + nameGap, 0, 'blockText', 'ink-2'),
      ],
    },
  ]
}
