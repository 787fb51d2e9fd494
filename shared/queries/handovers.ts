/** Handovers from one touchpoint to another, and where the customer has to begin again (R22). */
import type { DocumentView } from '../document'
import type { Flow } from '../model'
import type { JourneyParts } from './structure'

/** Handovers that begin at a journey's touchpoints; loops are none. */
export const handoversOf = (document: DocumentView, { touchpointIds }: JourneyParts): Flow[] =>
  document.all('flow').filter(flow => flow.kind === 'handover' && touchpointIds.has(flow.fromId))

/** Those where the customer has to repeat what was said before. */
export const brokenHandovers = (flows: readonly Flow[]): Flow[] => flows.filter(flow => !flow.contextKept)
