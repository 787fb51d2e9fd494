/** The order in which a business model is told: along the links from customers to costs. */
import type { Block } from '../../model/note'
import type { CanvasModel, PlacedNote } from './model'

/** Whom for, what, how it reaches them, what comes back, what it takes, what it costs. */
const bmcPath: readonly Block[] = [
  'customerSegments',
  'valuePropositions',
  'channels',
  'customerRelationships',
  'revenueStreams',
  'keyResources',
  'keyActivities',
  'keyPartners',
  'costStructure',
]

const leanPath: readonly Block[] = [
  'customerSegments',
  'problem',
  'valuePropositions',
  'solution',
  'channels',
  'revenueStreams',
  'costStructure',
  'keyMetrics',
  'unfairAdvantage',
]

/**
 * The notes of a canvas in the order they are told. What somebody put in order (canvas.storyNoteIds) comes first as it
 * was put; the rest follows the blocks CS → VP → CH → CR → RS → KR → KA → KP → CO, inside a block what is linked to
 * earlier notes first. Parked and thrown away notes are not told.
 * @param focus a segment: only what is for it, or for no segment, is told
 */
export function storyOf(model: CanvasModel, focus: string | null = null): PlacedNote[] {
  const path = model.canvas.kind === 'lean' ? leanPath : bmcPath
  const place = new Map<string, number>()
  const told: PlacedNote[] = []
  for (const block of path) {
    const firstLink = (id: string) => {
      const ends = model.linksOf(id).flatMap(({ from, to }) => [from, to])
      const places = ends.flatMap(end => place.get(end) ?? place.get(model.noteOf(end)?.id ?? '') ?? [])
      return Math.min(...places, Infinity)
    }
    const ranked = model.inBlock(block).map((placed, at) => ({ placed, at, link: firstLink(placed.id) }))
    // equal links, Infinity among them, keep the order of the block
    ranked.sort((a, b) => (a.link === b.link ? a.at - b.at : a.link - b.link))
    for (const { placed } of ranked) {
      place.set(placed.id, told.length)
      told.push(placed)
    }
  }
  const wanted = told.filter(({ id }) => {
    const segments = model.segmentsOf(id)
    return focus === null || segments.length === 0 || segments.includes(focus)
  })
  const ranks = new Map(model.canvas.storyNoteIds.map((id, at) => [id, at]))
  const put = wanted.filter(({ id }) => ranks.has(id)).sort((a, b) => ranks.get(a.id)! - ranks.get(b.id)!)
  return [...put, ...wanted.filter(({ id }) => !ranks.has(id))]
}
