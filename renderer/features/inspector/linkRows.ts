/** What a note or segment can be tied to, and is: one row for each kind and direction. */
import type { Block } from '../../../shared/model/note'
import { linkKinds, linkPairs, type LinkEnd, type LinkKind } from '../../../shared/model/link'
import {
  blocksOf,
  endpointsIn,
  type CanvasModel,
  type LinkEndpoint,
  type ModelLink,
} from '../../../shared/queries'

export interface LinkRow {
  readonly key: string
  readonly kind: LinkKind
  /** Whether this note is where the link begins. */
  readonly outward: boolean
  readonly links: readonly { readonly link: ModelLink; readonly other: string }[]
  /** What it can still be tied to. */
  readonly candidates: readonly LinkEndpoint[]
  /** The blocks of those, as far as this layout has them. */
  readonly blocks: readonly Block[]
}

/** What nearly every block can be tied to is shown once it is; those notes say themselves whom they are for. */
const few = 3

const blockOf = (end: LinkEnd): Block | null =>
  end === 'segment' ? 'customerSegments' : end === 'painPoint' ? null : end

/**
 * The rows of one end, in the order of the kinds; a kind that is not there yet has a row as long as its blocks are shown.
 * @param id of a note or a segment
 */
export function linkRowsOf(model: CanvasModel, id: string, end: LinkEnd): LinkRow[] {
  const thing = model.thing(id)
  const links = model.linksOf(id)
  const shown = blocksOf(model.canvas.kind)
  const rowOf = (kind: LinkKind, outward: boolean, ends: readonly LinkEnd[]): LinkRow => {
    const tied = links.flatMap(link => {
      const [own, other] = outward ? [link.from, link.to] : [link.to, link.from]
      return link.kind === kind && own === thing ? [{ link, other }] : []
    })
    const blocks = ends.flatMap(one => blockOf(one) ?? []).filter(block => shown.includes(block))
    const candidates = endpointsIn(model, blocks).filter(
      one => one.id !== thing && !tied.some(({ other }) => other === one.id),
    )
    return { key: `${kind}.${outward ? 'from' : 'to'}`, kind, outward, links: tied, candidates, blocks }
  }
  return linkKinds.flatMap(kind => {
    const pairs = linkPairs[kind]
    const targets = pairs.flatMap(({ from, to }) => (from.includes(end) ? to : []))
    const sources = pairs.flatMap(({ from, to }) => (to.includes(end) ? from : []))
    return [
      ...(targets.length > 0 ? [rowOf(kind, true, targets)] : []),
      ...(sources.length > 0 ? [rowOf(kind, false, sources)] : []),
    ].filter(({ links: tied, blocks }) => tied.length > 0 || (blocks.length > 0 && blocks.length <= few))
  })
}
