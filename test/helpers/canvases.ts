/** Canvases of any size for layout tests and the bench, and English words for them. */
import { Doc, positions } from '../../shared/document'
import { optionStates, type CanvasLabels, type CanvasOptions } from '../../shared/layout/canvas'
import { recordTypes, type RawRecord, type RecordType } from '../../shared/model'
import { linkKinds, linkPairs, type LinkEnd } from '../../shared/model/link'
import { blocks, bmcBlocks, type Block } from '../../shared/model/note'
import { canvasModel, type CanvasModel } from '../../shared/queries'
import { seeded } from './boards'

const named = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(
    keys.map(key => [key, { code: key.slice(0, 3).toUpperCase(), title: key as string }]),
  ) as Record<K, { code: string; title: string }>
const texts = <K extends string>(keys: readonly K[], of: (key: K) => string) =>
  Object.fromEntries(keys.map(key => [key, of(key)])) as Record<K, string>

export const canvasLabels: CanvasLabels = {
  blocks: texts(blocks, block => block),
  questions: texts(blocks, block => `What about ${block}?`),
  untitled: 'Unnamed',
  everyone: { code: 'ALL', title: 'Everybody' },
  segment: ({ size, sizeUnit, growth }) => [
    ...(size.likely === null ? [] : [`${size.likely} ${sizeUnit}`]),
    ...(growth === null ? [] : [`growing ${growth} % a year`]),
  ],
  phases: named(['awareness', 'evaluation', 'purchase', 'delivery', 'afterSale']),
  status: named(['idea', 'assumed', 'testing', 'supported', 'refuted']),
  confidence: named(['known', 'estimated', 'guessed']),
  option: named(optionStates),
  colours: texts(['s1', 's2', 's3', 's4', 's5', 's6'], colour => colour),
}

export const canvasOptions: CanvasOptions = {
  width: 916,
  height: 648,
  labels: canvasLabels,
  focus: null,
  colourBy: 'segment',
}

const words =
  'Flat pack that fits a handbag najneobhospodarovávateľnejšieho delivery of subscription boxes with kiosks'.split(
    ' ',
  )

export interface CanvasShape {
  readonly notes: number
  readonly links: number
  readonly segments?: number
  readonly kind?: 'bmc' | 'lean'
  readonly free?: boolean
  readonly seed?: number
}

/** A canvas with so many notes, one to a dozen words each, and as many links of the closed list as can be drawn. */
export function bigCanvas({
  notes,
  links,
  segments = 3,
  kind = 'bmc',
  free = false,
  seed = 7,
}: CanvasShape): {
  readonly document: Doc
  readonly records: readonly RawRecord[]
  readonly canvasId: string
  readonly model: CanvasModel
} {
  const records: RawRecord[] = []
  const random = seeded(seed)
  const add = (type: RecordType, id: string, fields: object) => {
    records.push({ ...recordTypes[type].defaults(), ...fields, id: `${type}:${id}`, type } as RawRecord)
    return `${type}:${id}`
  }
  const orders = positions('canvas01', [], undefined, Math.max(notes, 20))
  const title = () => Array.from({ length: 1 + random(11) }, () => words[random(words.length)]).join(' ')
  add('project', 'p', {})
  const canvasId = add('canvas', 'c', {
    title: 'Big',
    kind,
    arrangement: free ? 'free' : 'list',
    order: orders[0],
  })
  const segmentIds = Array.from({ length: segments }, (_, at) =>
    add('segment', `s${at}`, { title: title(), order: orders[at], growth: at, sizeUnit: 'people' }),
  )
  const ends: { id: string; end: LinkEnd }[] = []
  for (let at = 0; at < notes; at++) {
    const block: Block = at < segments ? 'customerSegments' : bmcBlocks[random(bmcBlocks.length)]!
    const noteId = add('note', `n${at}`, {
      block,
      title: at < segments ? '' : random(20) === 0 ? '' : title(),
      text: random(10) === 0 ? title() : '',
      segmentId: segmentIds[at] ?? null,
    })
    const place = free && random(4) > 0 ? { x: random(300), y: random(600) } : {}
    add('placement', `n${at}`, { canvasId, noteId, block, order: orders[at], ...place })
    if (block !== 'customerSegments') ends.push({ id: noteId, end: block })
  }
  for (const id of segmentIds.slice(0, notes)) ends.push({ id, end: 'segment' })
  for (let at = 0, tries = 0; at < links && tries < links * 40; tries++) {
    const [from, to] = [ends[random(ends.length)], ends[random(ends.length)]]
    const kind = linkKinds.find(one =>
      linkPairs[one].some(pair => from && to && pair.from.includes(from.end) && pair.to.includes(to.end)),
    )
    if (!from || !to || from === to || !kind) continue
    add('link', `l${at++}`, { kind, fromId: from.id, toId: to.id, canvasId })
  }
  const document = new Doc(records)
  return { document, records, canvasId, model: canvasModel(document, canvasId)! }
}
