/** A canvas to hang numbers on: two segments, streams, costs and what drives them. */
import { Doc, edit, type Fields } from '../../shared/document'
import type { Block } from '../../shared/model/note'
import type { LinkKind } from '../../shared/model/link'

export const notes: Readonly<Record<string, Block>> = {
  families: 'customerSegments',
  couples: 'customerSegments',
  stay: 'valuePropositions',
  rooms: 'revenueStreams',
  adverts: 'revenueStreams',
  desk: 'channels',
  kitchen: 'keyResources',
  supplier: 'keyPartners',
  deskCost: 'costStructure',
  rent: 'costStructure',
  food: 'costStructure',
}

const links: readonly (readonly [string, LinkKind, string])[] = [
  ['stay', 'offers', 'segment:families'],
  ['segment:families', 'pays', 'rooms'],
  ['segment:couples', 'pays', 'rooms'],
  ['rooms', 'for', 'stay'],
  ['desk', 'reaches', 'segment:families'],
  ['desk', 'reaches', 'segment:couples'],
  ['desk', 'drives', 'deskCost'],
  ['kitchen', 'enables', 'stay'],
  ['supplier', 'supplies', 'kitchen'],
  ['supplier', 'drives', 'food'],
]

const idOf = (name: string) => (name.includes(':') ? name : `note:${name}`)

export interface CanvasNumbers {
  readonly doc: Doc
  /** Adds a quantity to a note, segment or placement, replacing the one of this name. */
  readonly put: (owner: string, name: string, fields: Fields<'quantity'> | number) => string
  readonly set: (id: string, fields: object) => void
}

/** Owners: the names of the notes above, `segment:families`, `segment:couples`. Currency EUR, period year. */
export function canvasNumbers(): CanvasNumbers {
  const draft = edit(new Doc())
    .add('project', 'project:p', { currency: 'EUR', period: 'year' })
    .add('canvas', 'canvas:c', { title: 'Now' })
    .add('segment', 'segment:families', { title: 'Families', order: 'A' })
    .add('segment', 'segment:couples', { title: 'Couples', order: 'B' })
  for (const [name, block] of Object.entries(notes)) {
    const segmentId = block === 'customerSegments' ? `segment:${name}` : null
    draft.add('note', `note:${name}`, { block, title: segmentId ? '' : name, segmentId })
    draft.add('placement', `placement:${name}`, {
      canvasId: 'canvas:c',
      noteId: `note:${name}`,
      block,
      order: name,
    })
  }
  links.forEach(([from, kind, to], at) =>
    draft.add('link', `link:${at}`, { canvasId: 'canvas:c', kind, fromId: idOf(from), toId: idOf(to) }),
  )
  const doc = new Doc()
  doc.apply(draft.patch())
  return {
    doc,
    put(owner, name, fields) {
      const id = `quantity:${owner.replaceAll(':', '-')}-${name}`
      const given = typeof fields === 'number' ? { likely: fields } : fields
      doc.apply(
        edit(doc)
          .add('quantity', id, { ownerId: idOf(owner), name, ...given })
          .patch(),
      )
      return id
    },
    set(id, fields) {
      const type = id.slice(0, id.indexOf(':')) as 'project'
      doc.apply(edit(doc).update(type, id, fields).patch())
    },
  }
}
