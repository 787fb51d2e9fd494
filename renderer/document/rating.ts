/** Whose statement about a touchpoint a change goes to. */
import { rateExperience } from '../../shared/commands'
import type { DocumentView } from '../../shared/document'
import type { Experience } from '../../shared/model'
import type { DocumentSession } from './session'

export type RatingChange = Partial<
  Pick<
    Experience,
    'emotion' | 'expectation' | 'experience' | 'effort' | 'importance' | 'satisfaction' | 'basis'
  >
>

/**
 * The statement that stands for a touchpoint where nobody in particular is asked: the only one, or the one for all.
 * @returns a persona's id, null for the statement for all, undefined where several personas differ and somebody must
 *   be named first
 */
export function soleSpeaker(document: DocumentView, touchpointId: string): string | null | undefined {
  const statements = document.pointing('experience', 'touchpointId', touchpointId)
  return statements.length > 1 ? undefined : (statements[0]?.personaId ?? null)
}

/**
 * Changes what one persona says (null: all). A persona that had no statement of its own begins with the one for all,
 * so that what is not changed stays as it was.
 */
export function rate(
  session: DocumentSession,
  touchpointId: string,
  personaId: string | null,
  change: RatingChange,
): void {
  const statements = session.doc.pointing('experience', 'touchpointId', touchpointId)
  const common = statements.find(one => one.personaId === null)
  const first = personaId !== null && common && !statements.some(one => one.personaId === personaId)
  const inherited = first
    ? {
        emotion: common.emotion,
        expectation: common.expectation,
        experience: common.experience,
        effort: common.effort,
        importance: common.importance,
        satisfaction: common.satisfaction,
        basis: common.basis,
      }
    : {}
  session.dispatch(rateExperience, { touchpointId, personaId, ...inherited, ...change })
}
