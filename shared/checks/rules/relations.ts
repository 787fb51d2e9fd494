/** L10, L11: how a segment is kept. */
import { canvasRule, found, type Rule } from '../rule'

const blocks = ['customerRelationships'] as const

export const relations: readonly Rule[] = [
  canvasRule(
    'L10',
    ({ onCanvas, linksTo }) =>
      onCanvas
        .filter(({ id }) => linksTo('relates', id).length === 0)
        .map(({ id }) => found('hint', 'noRelation', id)),
    blocks,
  ),
  canvasRule(
    'L11',
    ({ inBlock, linksFrom }) =>
      inBlock('customerRelationships')
        .filter(({ id }) => linksFrom('relates', id).length === 0)
        .map(({ id }) => found('warning', 'forNobody', id)),
    blocks,
  ),
]
