/**
 * Kinds of notes, as they are offered block by block and stored in `note.subtype`. People may write words of their own
 * instead. In some blocks a second word says more, behind a '+': the price rule of a revenue stream, why a
 * relationship is kept, why a partner is needed.
 */
import type { Block } from './note'

interface Kinds {
  readonly kinds: readonly string[]
  readonly more: readonly string[]
}

const none: Kinds = { kinds: [], more: [] }

/** The kinds of a block and its second words. Segments and channels say of themselves what they are. */
export const subtypes = {
  valuePropositions: {
    kinds: [
      'newness',
      'performance',
      'customisation',
      'jobDone',
      'design',
      'brand',
      'price',
      'costCut',
      'riskCut',
      'access',
      'convenience',
    ],
    more: [],
  },
  customerRelationships: {
    kinds: ['personal', 'dedicated', 'selfService', 'automated', 'community', 'coCreation'],
    more: ['acquire', 'retain', 'grow'],
  },
  revenueStreams: {
    kinds: ['assetSale', 'usageFee', 'subscription', 'lending', 'licence', 'brokerage', 'advertising'],
    more: [
      'listPrice',
      'featurePrice',
      'segmentPrice',
      'volumePrice',
      'negotiation',
      'yieldManagement',
      'realTimeMarket',
      'auction',
    ],
  },
  keyResources: { kinds: ['physical', 'intellectual', 'human', 'financial'], more: [] },
  keyActivities: { kinds: ['production', 'problemSolving', 'platform'], more: [] },
  keyPartners: {
    kinds: ['alliance', 'coopetition', 'jointVenture', 'buyerSupplier'],
    more: ['optimise', 'reduceRisk', 'getResources'],
  },
  costStructure: { kinds: ['fixed', 'variable'], more: ['economiesOfScale', 'economiesOfScope'] },
} as const satisfies Partial<Record<Block, Kinds>>

export type SubtypedBlock = keyof typeof subtypes

/** What can be said of a note in a block; nothing in blocks without kinds. */
export const subtypesOf = (block: Block): Kinds =>
  Object.hasOwn(subtypes, block) ? subtypes[block as SubtypedBlock] : none

export interface SubtypeParts {
  /** A key of the block's kinds, or people's own words. */
  readonly kind: string | null
  /** A key of the block's second words. */
  readonly more: string | null
}

/** Reads a stored kind; a '+' with no second word behind it belongs to people's own words. */
export function subtypeParts(block: Block, subtype: string | null): SubtypeParts {
  if (!subtype) return { kind: null, more: null }
  const at = subtype.lastIndexOf('+')
  const more = at < 0 ? null : subtype.slice(at + 1)
  if (more === null || !subtypesOf(block).more.includes(more)) return { kind: subtype, more: null }
  return { kind: subtype.slice(0, at) || null, more }
}

/** Longest kind, in UTF-16 units. */
const longest = 80

/** The same as it is stored; null when nothing is said. Own words too long for the field are cut. */
export function subtypeFrom({ kind, more }: SubtypeParts): string | null {
  if (!more) return kind?.slice(0, longest) || null
  return `${(kind ?? '').slice(0, longest - more.length - 1)}+${more}`
}
