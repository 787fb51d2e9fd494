/** What frames a journey map: whose it is, why they set out, where it starts and ends (R7). */
import type { Journey } from '../model'

export const frameParts = ['persona', 'segment', 'scenario', 'start', 'end'] as const
export type FramePart = (typeof frameParts)[number]

/** The parts of the frame that nobody has filled in yet; they are pointed out, never asked for. */
export function missingFrame(journey: Journey): FramePart[] {
  const given: Readonly<Record<FramePart, boolean>> = {
    persona: journey.personaIds.length > 0,
    segment: journey.segmentId !== null,
    scenario: journey.scenario.trim() !== '',
    start: journey.start.trim() !== '',
    end: journey.end.trim() !== '',
  }
  return frameParts.filter(part => !given[part])
}
