/** What a journey is made of, in the order it is walked. */
import type { DocumentView } from '../document'
import type { Stage, Step, Touchpoint } from '../model'

export interface StepParts {
  readonly step: Step
  readonly touchpoints: readonly Touchpoint[]
}

export interface StageParts {
  readonly stage: Stage
  readonly steps: readonly StepParts[]
  /** Those of all its steps. */
  readonly touchpoints: readonly Touchpoint[]
}

export interface JourneyParts {
  readonly stages: readonly StageParts[]
  readonly steps: readonly Step[]
  readonly touchpoints: readonly Touchpoint[]
  readonly touchpointIds: ReadonlySet<string>
}

/** Stages, steps and touchpoints of a journey. */
export function journeyParts(document: DocumentView, journeyId: string): JourneyParts {
  const stages = document.pointing('stage', 'journeyId', journeyId).map(stage => {
    const steps = document.pointing('step', 'stageId', stage.id).map(step => ({
      step,
      touchpoints: document.pointing('touchpoint', 'stepId', step.id),
    }))
    return { stage, steps, touchpoints: steps.flatMap(one => one.touchpoints) }
  })
  const touchpoints = stages.flatMap(one => one.touchpoints)
  return {
    stages,
    steps: stages.flatMap(one => one.steps.map(({ step }) => step)),
    touchpoints,
    touchpointIds: new Set(touchpoints.map(touchpoint => touchpoint.id)),
  }
}

/** How many different channels touchpoints use. */
export const channelCount = (touchpoints: readonly Touchpoint[]): number =>
  new Set(touchpoints.flatMap(({ channelId }) => channelId ?? [])).size

/**
 * The name of each record in figures: its key where it came from a template, else its id. A key that a copy took
 * along names the first of them alone.
 */
export function figureNames(
  records: readonly { id: string; key?: string | undefined }[],
): Map<string, string> {
  const taken = new Set<string>()
  return new Map(
    records.map(({ id, key }) => {
      const name = key && !taken.has(key) ? key : id
      taken.add(name)
      return [id, name]
    }),
  )
}
