/** What is to be done about a journey. */
import type { DocumentView } from '../document'
import type { Action, Opportunity, PainPoint } from '../model'
import type { JourneyParts } from './structure'

/** Opportunities of a journey: those that name it, and those that name none but answer its pains or touchpoints. */
export function opportunitiesOf(
  document: DocumentView,
  journeyId: string,
  { touchpointIds }: JourneyParts,
  pains: readonly PainPoint[],
): Opportunity[] {
  const painIds = new Set(pains.map(({ id }) => id))
  return document
    .all('opportunity')
    .filter(
      one =>
        one.journeyId === journeyId ||
        (one.journeyId === null &&
          (one.painPointIds.some(id => painIds.has(id)) ||
            one.touchpointIds.some(id => touchpointIds.has(id)))),
    )
}

/** Actions for these opportunities or these pain points, each once. */
export function actionsOf(
  document: DocumentView,
  opportunities: readonly Opportunity[],
  pains: readonly PainPoint[],
): Action[] {
  const ids = new Set<string | null>([...opportunities, ...pains].map(({ id }) => id))
  return document.all('action').filter(one => ids.has(one.opportunityId) || ids.has(one.painPointId))
}
