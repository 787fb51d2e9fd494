/** What would mend a finding, as data: the page makes buttons of it. */
import type { DocumentView } from '../document'
import type { LinkKind } from '../model/link'
import type { Block } from '../model/note'
import { canvasModel, type CanvasModel } from '../queries/canvas/model'
import type { Finding } from './finding'

export type Fix =
  /** One end is given, the other is chosen among the candidates. */
  | {
      readonly kind: 'link'
      readonly linkKind: LinkKind
      readonly from: string | null
      readonly to: string | null
      readonly candidates: readonly string[]
    }
  /** A note in this block; with a segment or channel it is that one, or is linked to that segment. */
  | {
      readonly kind: 'addNote'
      readonly block: Block
      readonly segmentId?: string
      readonly channelId?: string
    }
  | { readonly kind: 'edit'; readonly id: string; readonly field: string }
  | { readonly kind: 'addEvidence'; readonly targetId: string }
  | { readonly kind: 'addQuantity'; readonly ownerId: string; readonly name: string }
  /** This segment and one of the candidates need each other. */
  | { readonly kind: 'addDependency'; readonly segmentId: string; readonly candidates: readonly string[] }
  | { readonly kind: 'addJourney'; readonly segmentId: string }

const means: readonly Block[] = ['keyResources', 'keyActivities']

/**
 * The quick fix of a finding; null where people have to think.
 * @param model of the finding's canvas, for those who have it
 */
export function fixOf(
  document: DocumentView,
  finding: Finding,
  model: CanvasModel | undefined = canvasModel(document, finding.canvasId),
): Fix | null {
  const { rule, subject, params, records } = finding
  const [slug = '', block = ''] = finding.slug.split('.')
  const editing = (field: string, id = subject): Fix => ({ kind: 'edit', id, field })
  const among = (...blocks: readonly Block[]) =>
    blocks.flatMap(one => model?.inBlock(one) ?? []).map(({ id }) => id)
  const sides = () => model?.segments.map(({ id }) => id).filter(id => id !== subject) ?? []
  const linkTo = (linkKind: LinkKind, end: 'from' | 'to', candidates: readonly string[]): Fix => ({
    kind: 'link',
    linkKind,
    from: end === 'from' ? subject : null,
    to: end === 'to' ? subject : null,
    candidates,
  })
  /** Ties the subject to something in these blocks; where they are empty, a note in the first comes first. */
  const tie = (linkKind: LinkKind, end: 'from' | 'to', ...blocks: readonly Block[]): Fix | null => {
    const candidates = among(...blocks)
    if (candidates.length > 0) return linkTo(linkKind, end, candidates)
    return blocks[0] && subject.startsWith('segment:')
      ? { kind: 'addNote', block: blocks[0], segmentId: subject }
      : null
  }
  const toSegment = (linkKind: LinkKind, end: 'from' | 'to'): Fix | null => {
    const candidates = model?.segments.map(({ id }) => id) ?? []
    return candidates.length > 0 ? linkTo(linkKind, end, candidates) : null
  }
  switch (`${rule}.${slug}`) {
    case 'L01.noOffer':
      return tie('offers', 'to', 'valuePropositions')
    case 'L02.forNobody':
      return toSegment('offers', 'from')
    case 'L03.nobodyPays':
      return toSegment('pays', 'to')
    case 'L04.forNothing':
      return tie('for', 'from', 'valuePropositions')
    case 'L05.paysNothing':
    case 'L15.paysNothing':
      return tie('pays', 'from', 'revenueStreams')
    case 'L07.notReached':
      return tie('reaches', 'to', 'channels')
    case 'L09.reachesNobody':
      return toSegment('reaches', 'from')
    case 'L10.noRelation':
      return tie('relates', 'to', 'customerRelationships')
    case 'L11.forNobody':
      return toSegment('relates', 'from')
    case 'L12.sides':
    case 'L12.massWithMany':
      return editing('marketType')
    case 'L13.alone':
      return { kind: 'addDependency', segmentId: subject, candidates: sides() }
    case 'L13.sideMissing':
      return { kind: 'addNote', block: 'customerSegments', segmentId: subject }
    case 'L14.noOwnOffer':
      return { kind: 'addNote', block: 'valuePropositions', segmentId: subject }
    case 'L19.noSize':
    case 'L23.sum':
      return editing('size')
    case 'L19.guessed':
      return editing('sizeBasis')
    case 'L20.weak':
      return editing('focusRank')
    case 'L21.everyone':
    case 'L35.long':
    case 'L35.several':
    case 'L35.vague':
      return editing('title')
    case 'L21.noCriterion':
    case 'L22.same':
      return editing('criteria')
    case 'L24.notEnabled':
      return tie('enables', 'to', ...means)
    case 'L25.enablesNothing':
      return tie('enables', 'from', 'valuePropositions', 'channels', 'customerRelationships')
    case 'L26.suppliesNothing':
      return tie('supplies', 'from', ...means)
    case 'L27.noSupplier':
      return tie('supplies', 'to', 'keyPartners')
    case 'L28.noCause':
      return tie('drives', 'to', ...means, 'keyPartners', 'channels', 'customerRelationships')
    case 'L28.noCost':
      return tie('drives', 'from', 'costStructure')
    case 'L29.costDriver':
    case 'L29.revenueDriver':
      return { kind: 'addQuantity', ownerId: subject, name: 'driver' }
    case 'L34.empty':
      return { kind: 'addNote', block: block as Block }
    case 'L37.untested':
    case 'L37.old':
    case 'L38.noEvidence':
      return { kind: 'addEvidence', targetId: subject }
    case 'L39.notOnModel':
      return { kind: 'addNote', block: 'channels', channelId: subject }
    case 'L40.unaddressed': {
      const segment = String(params['segment'])
      const offered = among('valuePropositions').filter(id => model?.segmentsOf(id).includes(segment))
      return offered.length > 0
        ? { kind: 'link', linkKind: 'addresses', from: null, to: subject, candidates: offered }
        : { kind: 'addNote', block: 'valuePropositions', segmentId: segment }
    }
    case 'L40.unproven':
      return { kind: 'addEvidence', targetId: String(params['pain']) }
    case 'L40.noJourney':
      return { kind: 'addJourney', segmentId: subject }
    case 'L40.programmeAlone':
      return editing('segmentIds')
    default: {
      // a formula that cannot be worked out
      const quantityId = records.find(id => id.startsWith('quantity:'))
      return rule === 'L33' && quantityId ? editing('formula', quantityId) : null
    }
  }
}
