/** Emotion and perception along a journey. */
import type { DocumentView } from '../document'
import type { Journey, Stage } from '../model'
import { ratingsAmong, type Rating, type Ratings } from './ratings'
import { mean, meanOf } from './rounding'
import type { JourneyParts } from './structure'

/** Mean emotion, -2 … +2; null where nobody said anything. */
export const meanEmotion = (ratings: readonly Rating[]): number | null =>
  meanOf(ratings.map(one => one.emotion))

/** The mean emotion of each stage's touchpoints, in order. */
export const emotionByStage = ({ stages }: JourneyParts, ratings: Ratings) =>
  stages.map(({ stage, touchpoints }) => ({
    stage,
    emotion: meanEmotion(ratingsAmong(ratings, touchpoints)),
  }))

export interface PerceptionChange {
  readonly stage: Stage
  readonly perception: number | null
  /** Against the last perception known before, to begin with the journey's own; null where either is not known. */
  readonly change: number | null
}

/** How the view of the brand changes from stage to stage (R14). */
export function perceptionChanges(journey: Journey, { stages }: JourneyParts): PerceptionChange[] {
  let before = journey.startingPerception
  return stages.map(({ stage }) => {
    const perception = stage.perceptionAfter
    const change = perception === null || before === null ? null : perception - before
    before = perception ?? before
    return { stage, perception, change }
  })
}

/**
 * What is remembered: the mean of the strongest emotion and the last one; of two equally strong the negative counts.
 * Duration is neglected. Show it beside mean and minimum, never alone.
 */
export function peakEnd(emotions: readonly number[]): number | null {
  const last = emotions.at(-1)
  if (last === undefined) return null
  const strongest = Math.max(...emotions.map(Math.abs))
  return ((emotions.includes(-strongest) ? -strongest : strongest) + last) / 2
}

/**
 * The curve as evidence has it: Σ wx / Σ w over the evidence attached to a step, its touchpoints or their
 * experiences, x being its tone stretched to -2 … +2. With n = 0 there is only what was set by hand.
 */
export function evidenceEmotion(document: DocumentView, stepId: string): { value: number | null; n: number } {
  const touchpoints = document.pointing('touchpoint', 'stepId', stepId)
  const experiences = touchpoints.flatMap(({ id }) => document.pointing('experience', 'touchpointId', id))
  const targets = [stepId, ...touchpoints.map(({ id }) => id), ...experiences.map(({ id }) => id)]
  const found = new Set(targets.flatMap(id => document.pointing('evidence', 'targetIds', id)))
  const votes = [...found].flatMap(({ weight, tone }) => Array.from({ length: weight }, () => 2 * tone))
  return { value: mean(votes), n: found.size }
}
