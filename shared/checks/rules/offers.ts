/** L01-L04: what is offered to whom, and what is paid for. */
import { canvasRule, found, type Rule } from '../rule'

export const offers: readonly Rule[] = [
  canvasRule('L01', ({ onCanvas, linksTo }) =>
    onCanvas
      .filter(({ id }) => linksTo('offers', id).length === 0)
      .map(({ id }) => found('error', 'noOffer', id)),
  ),
  canvasRule('L02', ({ inBlock, linksFrom }) =>
    inBlock('valuePropositions')
      .filter(({ id }) => linksFrom('offers', id).length === 0)
      .map(({ id }) => found('error', 'forNobody', id)),
  ),
  canvasRule('L03', ({ inBlock, linksTo }) =>
    inBlock('revenueStreams')
      .filter(({ id }) => linksTo('pays', id).length === 0)
      .map(({ id }) => found('error', 'nobodyPays', id)),
  ),
  canvasRule('L04', ({ inBlock, linksFrom }) =>
    inBlock('revenueStreams')
      .filter(({ id }) => linksFrom('for', id).length === 0)
      .map(({ id }) => found('warning', 'forNothing', id)),
  ),
]
