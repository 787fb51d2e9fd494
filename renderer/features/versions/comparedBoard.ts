/** A board of either side as a picture, and where its records stand in it. */
import type { DocumentView } from '../../../shared/document'
import { boardLabels } from '../../../shared/export/boardLabels'
import { canvasLabels } from '../../../shared/export/canvasLabels'
import { noteNumbers } from '../../../shared/export/noteNumbers'
import type { T } from '../../../shared/i18n'
import { bodyBoxes, headerBoxes, type Rect } from '../../../shared/layout/boxes'
import { layoutCanvas, paintCanvas } from '../../../shared/layout/canvas'
import { titleHeight } from '../../../shared/layout/canvas/paintCanvas'
import { layoutJourney } from '../../../shared/layout/journeyLayout'
import { measures } from '../../../shared/layout/measures'
import { paintJourney } from '../../../shared/layout/paintJourney'
import type { Scene } from '../../../shared/layout/scene'
import { canvasModel, standsIn, type DifferenceKind, type RecordDifference } from '../../../shared/queries'

export interface ComparedBoard {
  readonly scene: Scene
  /** By id of the record, px of the scene. */
  readonly places: ReadonlyMap<string, Rect>
}

/** The room a canvas is laid out for, px at 100 %. */
const canvasRoom = { width: 1060, height: 680 }

/** @returns undefined where this side has no such board */
export function comparedBoard(
  document: DocumentView,
  boardId: string,
  t: T,
  language: string,
): ComparedBoard | undefined {
  if (document.find('journey', boardId)) return comparedJourney(document, boardId, t, language)
  const model = canvasModel(document, boardId)
  if (!model) return undefined
  const layout = layoutCanvas(document, model, {
    ...noteNumbers(document, model, language),
    ...canvasRoom,
    labels: canvasLabels(t, language, false),
    focus: null,
    colourBy: 'segment',
  })
  const below = (rect: Rect): Rect => ({ ...rect, y: rect.y + titleHeight })
  const places = new Map(layout.notes.map(box => [box.id, below(box)]))
  for (const { id } of model.segments) {
    const place = places.get(model.noteOf(id)?.id ?? '')
    if (place) places.set(id, place)
  }
  return { scene: paintCanvas(layout), places }
}

function comparedJourney(document: DocumentView, journeyId: string, t: T, language: string): ComparedBoard {
  const layout = layoutJourney(document, journeyId, { labels: boardLabels(t, language) })
  const places = new Map<string, Rect>([[journeyId, layout.corner]])
  const put = (id: string, rect: Rect) => {
    if (!places.has(id)) places.set(id, rect)
  }
  for (const box of headerBoxes(layout)) put(box.recordId, box)
  // a card of its own says more than a text in some lane
  const boxes = bodyBoxes(layout)
  for (const box of boxes) if (box.content.kind !== 'text') put(box.recordId, box)
  for (const box of boxes) put(box.recordId, box)
  for (const { id, y, height } of layout.lanes) put(id, { x: 0, y, width: measures.labelWidth, height })
  return { scene: paintJourney(layout), places }
}

export interface PlacedMark {
  readonly kind: DifferenceKind
  readonly rect: Rect
  /** All that happened there; the first is what the mark says. */
  readonly entries: readonly RecordDifference[]
}

/**
 * The marks of a board: each at the record it is about or, where that is not drawn, at the nearest it is part of, which
 * has then changed.
 */
export function placedMarks(
  document: DocumentView,
  board: ComparedBoard,
  entries: readonly RecordDifference[],
): PlacedMark[] {
  const marks = new Map<string, { kind: DifferenceKind; rect: Rect; entries: RecordDifference[] }>()
  for (const entry of entries) {
    const chain = standsIn(document, entry.id)
    const at = chain.find(id => board.places.has(id))
    if (at === undefined) continue
    const isItself = at === entry.id || (entry.type === 'placement' && at === chain[1])
    const known = marks.get(at)
    const kind = isItself ? entry.kind : (known?.kind ?? 'changed')
    if (known) {
      known.kind = kind
      if (isItself) known.entries.unshift(entry)
      else known.entries.push(entry)
    } else marks.set(at, { kind, rect: board.places.get(at)!, entries: [entry] })
  }
  return [...marks.values()]
}
