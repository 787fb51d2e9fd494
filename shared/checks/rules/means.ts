/** L24-L28: what makes the promises possible, and what that costs. */
import { canvasRule, found, type Rule } from '../rule'

const means = ['keyResources', 'keyActivities'] as const
const partners = ['keyPartners'] as const

export const meansRules: readonly Rule[] = [
  canvasRule(
    'L24',
    ({ inBlock, linksTo }) =>
      inBlock('valuePropositions')
        .filter(({ id }) => linksTo('enables', id).length === 0)
        .map(({ id }) => found('warning', 'notEnabled', id)),
    means,
  ),
  canvasRule(
    'L25',
    ({ inBlock, linksFrom }) =>
      means
        .flatMap(inBlock)
        .filter(({ id }) => linksFrom('enables', id).length === 0)
        .map(({ id }) => found('hint', 'enablesNothing', id)),
    means,
  ),
  canvasRule(
    'L26',
    ({ inBlock, linksFrom }) =>
      inBlock('keyPartners')
        .filter(({ id }) => linksFrom('supplies', id).length === 0)
        .map(({ id }) => found('warning', 'suppliesNothing', id)),
    partners,
  ),
  canvasRule(
    'L27',
    ({ inBlock, linksTo }) =>
      means
        .flatMap(inBlock)
        .filter(({ id, note }) => !note.owned && linksTo('supplies', id).length === 0)
        .map(({ id }) => found('warning', 'noSupplier', id)),
    [...means, ...partners],
  ),
  canvasRule(
    'L28',
    ({ inBlock, linksTo, linksFrom }) => [
      ...inBlock('costStructure')
        .filter(({ id }) => linksTo('drives', id).length === 0)
        .map(({ id }) => found('warning', 'noCause', id)),
      ...[...means, ...partners]
        .flatMap(inBlock)
        .filter(({ id }) => linksFrom('drives', id).length === 0)
        .map(({ id }) => found('hint', 'noCost', id)),
    ],
    [...means, ...partners],
  ),
]
