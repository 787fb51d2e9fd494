/** The readings of a journey and what they say. */
import type { DocumentView } from '../document'
import type { Metric, Reading } from '../model'
import { readingFigures, type ReadingAnswer } from './metrics'
import type { JourneyParts } from './structure'

export interface MetricReading {
  readonly metric: Metric
  readonly reading: Reading
  readonly answer: ReadingAnswer
}

/** Readings of a journey, its stages, steps and touchpoints; retention among them. */
export function readingsOf(document: DocumentView, journeyId: string, parts: JourneyParts): MetricReading[] {
  const scopes = new Set<string | null>([
    journeyId,
    ...parts.stages.map(({ stage }) => stage.id),
    ...parts.steps.map(step => step.id),
    ...parts.touchpointIds,
  ])
  return document.all('reading').flatMap(reading => {
    const metric = scopes.has(reading.scopeId) ? document.find('metric', reading.metricId) : undefined
    return metric ? [{ metric, reading, answer: readingFigures(metric, reading) }] : []
  })
}

/** The newest of readings: the latest day, then the last period by name, then the last made. */
export const newest = (readings: readonly MetricReading[]): MetricReading | undefined =>
  readings.reduce<MetricReading | undefined>(
    (best, one) => (!best || ageOf(best.reading) <= ageOf(one.reading) ? one : best),
    undefined,
  )

const ageOf = ({ date, period }: Reading) => `${date ?? ''}\n${period}`
