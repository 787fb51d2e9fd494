/** Pain points, ranked (R10, R25). */
import type { DocumentView } from '../document'
import type { PainPoint } from '../model'
import { percent } from './rounding'
import type { JourneyParts } from './structure'

/** Severity × frequency, × reach where reach is known; each 1 … 5. */
export const painRisk = ({ severity, frequency, reach }: PainPoint): number =>
  severity * frequency * (reach ?? 1)

/** The pain points at any of a journey's touchpoints, in order. */
export const painPointsOf = (document: DocumentView, { touchpointIds }: JourneyParts): PainPoint[] =>
  document.all('painPoint').filter(pain => pain.touchpointIds.some(id => touchpointIds.has(id)))

/** The friction log: highest risk first, equal ones in their order. */
export const byRisk = (pains: readonly PainPoint[]): PainPoint[] =>
  pains.toSorted((a, b) => painRisk(b) - painRisk(a))

/** How many of the pain points have their cause in the back office, in percent. */
export const backOfficeShare = (pains: readonly PainPoint[]): number | null =>
  percent(pains.filter(pain => pain.causeLayer === 'backOffice').length, pains.length)
