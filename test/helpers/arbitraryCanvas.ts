/** What makes random documents and commands fit a canvas: links of allowed pairs, notes that stand where they are looked for. */
import { Doc, type DocumentView } from '../../shared/document'
import type { RawRecord } from '../../shared/model'
import { linkKinds, linkKindsBetween, type LinkKind } from '../../shared/model/link'
import { canvasModel, endOf, placementsOn } from '../../shared/queries/canvas/model'
import { Pick } from './pick'

interface Tie {
  readonly kind: LinkKind
  readonly fromId: string
  readonly toId: string
}

/** Every link the closed list allows on a canvas. */
function allowedTies(document: DocumentView, canvasId: string): Tie[] {
  const model = canvasModel(document, canvasId)
  if (!model) return []
  const things = [...model.notes, ...model.parked, ...model.segments, ...document.all('painPoint')]
  const ends = things.flatMap(({ id }) => {
    const end = endOf(model, document, id)
    return end ? [{ id, end }] : []
  })
  return ends.flatMap(from =>
    ends.flatMap(to =>
      from.id === to.id
        ? []
        : linkKindsBetween(from.end, to.end).map(kind => ({ kind, fromId: from.id, toId: to.id })),
    ),
  )
}

/** The n-th of a list that goes round. */
const nth = <T>(list: readonly T[], n: number): T | undefined => list[n % (list.length || 1)]

/** Two links of three join what their kind joins, as far as there is anything; the third is as foreign files may be. */
export function withFittingLinks(records: RawRecord[]): RawRecord[] {
  const links = records.filter(({ type }) => type === 'link')
  if (links.length === 0) return records
  const document = new Doc(records)
  const anyCanvas = document.all('canvas')[0]?.id
  return records.map(record => {
    const at = links.indexOf(record)
    if (at < 0 || at % 3 === 2) return record
    const ties = allowedTies(document, (record['canvasId'] as string | null) ?? anyCanvas ?? '')
    const fitting = ties.filter(({ kind }) => kind === record['kind'])
    return { ...record, ...nth(fitting.length > 0 ? fitting : ties, at) }
  })
}

/** Two canvases, and all in which they differ: names of differences are made up of ids and never hit by chance. */
const aimedAtOptions = ({ keys: _keys, ...args }: { keys?: unknown }) => args

/** Aims four commands of five at notes that the canvas they name shows, and at ends that can be tied together. */
export function aimed(document: DocumentView, name: string, args: object): object {
  if (name === 'canvas.takeOver') return aimedAtOptions(args)
  const { canvasId } = args as { canvasId?: unknown }
  if (!(canvasId instanceof Pick) || !/^(note|link)\./.test(name) || canvasId.index % 5 === 0) return args
  const shown = document.all('canvas').filter(({ id }) => placementsOn(document, id).length > 0)
  const canvas = nth(shown, canvasId.index)
  if (!canvas || name === 'note.place') return args
  if (name === 'link.add')
    return { ...args, canvasId: canvas.id, ...tieFor(document, canvas.id, args as Aim) }
  const notes = placementsOn(document, canvas.id).map(({ noteId }) => noteId)
  const near = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(near)
    return value instanceof Pick && value.of.includes('note') ? nth(notes, value.index) : value
  }
  const entries = Object.entries(args).map(([field, value]) => [field, near(value)] as const)
  return { ...Object.fromEntries(entries), canvasId: canvas.id }
}

interface Aim {
  readonly kind: LinkKind
  readonly fromId: Pick
}

function tieFor(document: DocumentView, canvasId: string, { kind, fromId }: Aim): Tie | undefined {
  const ties = allowedTies(document, canvasId)
  const later = linkKinds.slice(linkKinds.indexOf(kind)).find(one => ties.some(tie => tie.kind === one))
  return nth(
    ties.filter(tie => tie.kind === (later ?? tie.kind)),
    fromId.index,
  )
}
