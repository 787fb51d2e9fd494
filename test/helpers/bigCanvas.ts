/** Canvases of any size for the bench: real titles, links of every kind, numbers, journeys. */
import type { Doc } from '../../shared/document'
import { linkKindsBetween, type LinkEnd } from '../../shared/model/link'
import { bmcBlocks } from '../../shared/model/note'
import { seeded } from './boards'
import { canvas } from './canvasBuilder'

const words =
  'fresh bread delivery before seven named contact for offices monthly box shelf in every station training of bakers recipe book packing wages rent of ovens second coffee quiet corner order ahead'.split(
    ' ',
  )

/**
 * A canvas with so many notes and links; each segment has a journey, each stream and cost an amount.
 * @returns the document and the id of its canvas
 */
export function bigCanvas(notes: number, links: number, seed = 5): { document: Doc; canvasId: string } {
  const random = seeded(seed)
  const built = canvas({ marketType: 'segmented' })
  const title = () => Array.from({ length: 3 + random(4) }, () => words[random(words.length)]!).join(' ')
  const things: { readonly name: string; readonly end: LinkEnd }[] = []
  for (let n = 0; n < notes; n++) {
    const block = bmcBlocks[n % bmcBlocks.length]!
    const name = `${block}${n}`
    if (block === 'customerSegments') {
      built.segment(name, { title: title(), size: { low: 100, likely: 200, high: 400 } })
      built.quantity(name, 'payers', [50, 80, 100])
      things.push({ name, end: 'segment' })
      continue
    }
    built.note(name, block, { title: title() })
    things.push({ name, end: block })
    if (block === 'revenueStreams' || block === 'costStructure')
      built.quantity(name, 'amount', [800, 1000, 1300], { unit: 'EUR', per: 'year' })
  }
  const segments = things.filter(({ end }) => end === 'segment')
  for (const { name } of segments) built.journey(`journey-${name}`, { segmentId: built.id(name) })
  const made = new Set<string>()
  while (made.size < links) {
    const [from, to] = [things[random(things.length)]!, things[random(things.length)]!]
    const [kind] = linkKindsBetween(from.end, to.end)
    const key = `${kind} ${from.name} ${to.name}`
    if (!kind || made.has(key)) continue
    made.add(key)
    built.link(kind, from.name, to.name)
  }
  return { document: built.build(), canvasId: built.canvasId }
}
