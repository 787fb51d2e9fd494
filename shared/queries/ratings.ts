/**
 * How touchpoints felt. A touchpoint counts once in every figure: where several personas said something about it, its
 * value is the mean of what they said. From there up, to step, stage, channel and journey, touchpoints are pooled;
 * means are never averaged again, so a stage with ten touchpoints weighs ten times one with a single touchpoint.
 */
import type { DocumentView } from '../document'
import type { Experience, Touchpoint } from '../model'
import { meanOf } from './rounding'

export interface Rating {
  /** -2 … +2 */
  readonly emotion: number | null
  /** 1 … 5 */
  readonly expectation: number | null
  readonly experience: number | null
  readonly effort: number | null
  readonly importance: number | null
  readonly satisfaction: number | null
  /** Experience minus expectation, over those who said both. */
  readonly gap: number | null
}

/**
 * What a touchpoint's personas say, as one rating.
 * @param personaId one persona alone: its own statement, else the one made for all
 */
export function ratingOf(document: DocumentView, touchpointId: string, personaId?: string): Rating {
  const all = document.pointing('experience', 'touchpointId', touchpointId)
  if (personaId === undefined) return pooledRating(all)
  const own = all.filter(one => one.personaId === personaId)
  return pooledRating(own.length > 0 ? own : all.filter(one => one.personaId === null))
}

/** The ratings of touchpoints, by id, in their order. */
export type Ratings = ReadonlyMap<string, Rating>

export const ratingsOf = (
  document: DocumentView,
  touchpoints: readonly Touchpoint[],
  personaId?: string,
): Ratings => new Map(touchpoints.map(({ id }) => [id, ratingOf(document, id, personaId)]))

/** The ratings of some of the touchpoints. */
export const ratingsAmong = (ratings: Ratings, touchpoints: readonly Touchpoint[]): Rating[] =>
  touchpoints.flatMap(({ id }) => ratings.get(id) ?? [])

function pooledRating(statements: readonly Experience[]): Rating {
  const field = (
    name: 'emotion' | 'expectation' | 'experience' | 'effort' | 'importance' | 'satisfaction',
  ) => (statements.length === 1 ? statements[0]![name] : meanOf(statements.map(statement => statement[name])))
  return {
    emotion: field('emotion'),
    expectation: field('expectation'),
    experience: field('experience'),
    effort: field('effort'),
    importance: field('importance'),
    satisfaction: field('satisfaction'),
    gap: statements.length === 1 ? gapOf(statements[0]!) : meanOf(statements.map(gapOf)),
  }
}

const gapOf = ({ experience, expectation }: Experience): number | null =>
  experience === null || expectation === null ? null : experience - expectation

/** Whether a touchpoint is met by a persona: it names it, or names none and so is everybody's. */
export const concerns = (touchpoint: Touchpoint, personaId: string): boolean =>
  touchpoint.personaIds.length === 0 || touchpoint.personaIds.includes(personaId)
