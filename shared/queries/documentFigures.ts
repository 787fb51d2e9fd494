/** Everything a document counts, as the command line prints it. */
import type { DocumentView } from '../document'
import { canvasFiguresOf } from './canvas/figures'
import { figuresOf } from './journeyFigures'
import { readingsOf } from './readings'
import { rounded } from './rounding'
import { journeyParts } from './structure'
import { valueFiguresOf } from './value/valueFigures'

/** The figures of every journey and canvas, in their order; what comes from a template also has its `key`. */
export function documentFigures(document: DocumentView) {
  return {
    journeys: document.all('journey').map(({ id, key, title }) => ({
      id,
      ...(key ? { key } : {}),
      title,
      figures: figuresOf(document, id),
      metricReadings: readingFiguresOf(document, id),
    })),
    canvases: document.all('canvas').map(({ id, key, title }) => ({
      id,
      ...(key ? { key } : {}),
      title,
      figures: canvasFiguresOf(document, id),
      values: valueFiguresOf(document, id),
    })),
  }
}

/** Each reading of a journey: what it is, what it measured, and its figures with the 95 % interval. */
export function readingFiguresOf(document: DocumentView, journeyId: string) {
  return readingsOf(document, journeyId, journeyParts(document, journeyId)).map(
    ({ metric, reading, answer }) => {
      const about = {
        id: reading.id,
        metric: metric.kind,
        scale: `${metric.scaleMin}-${metric.scaleMax}`,
        direction: metric.direction,
        scope: scopeName(document, reading.scopeId),
        period: reading.period,
      }
      if ('refused' in answer) return { ...about, refused: answer.refused }
      const figures = Object.fromEntries(
        Object.entries(answer.figures).map(([name, value]) => [name, rounded(value)]),
      )
      const interval = answer.interval?.map(bound => rounded(bound)) ?? null
      return {
        ...about,
        figures,
        standardError: rounded(answer.standardError),
        interval,
        standard: answer.standard,
      }
    },
  )
}

/** As in the templates: "journey", or {"stage": key}. */
function scopeName(document: DocumentView, id: string | null) {
  const scope = document.get(id)
  if (!scope || scope.type === 'journey') return 'journey'
  return { [scope.type]: typeof scope['key'] === 'string' ? scope['key'] : scope.id }
}
