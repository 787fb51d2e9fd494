/** Links of one kind as a grid: what stands in one block against what stands in another, with its empty rows and columns. */
import type { LinkKind } from '../../model/link'
import type { Block } from '../../model/note'
import { blocksOf, type CanvasModel, type ModelLink } from '../canvas/model'
import { endpointsIn, type LinkEndpoint } from './ends'

interface MatrixSpec {
  readonly rows: readonly Block[]
  readonly columns: readonly Block[]
  /** Whether the link leads from the row to the column. */
  readonly fromRow: boolean
  /** Rows that are no hole when nothing is tied to them. */
  readonly mayBeEmpty?: readonly Block[]
}

/** The grids there are, by the kind of link they show; `drives` has the causes as rows and the costs as columns. */
export const matrices = {
  offers: { rows: ['valuePropositions'], columns: ['customerSegments'], fromRow: true },
  reaches: { rows: ['channels'], columns: ['customerSegments'], fromRow: true },
  relates: { rows: ['customerRelationships'], columns: ['customerSegments'], fromRow: true },
  pays: { rows: ['revenueStreams'], columns: ['customerSegments'], fromRow: false },
  enables: { rows: ['keyResources', 'keyActivities'], columns: ['valuePropositions'], fromRow: true },
  drives: {
    rows: [
      'keyPartners',
      'keyActivities',
      'keyResources',
      'customerRelationships',
      'channels',
      'revenueStreams',
    ],
    columns: ['costStructure'],
    fromRow: true,
    mayBeEmpty: ['customerRelationships', 'channels', 'revenueStreams'],
  },
} as const satisfies Partial<Record<LinkKind, MatrixSpec>>
export type MatrixKind = keyof typeof matrices
export const matrixKinds = Object.keys(matrices) as MatrixKind[]

export interface Matrix {
  readonly kind: MatrixKind
  readonly rows: readonly LinkEndpoint[]
  readonly columns: readonly LinkEndpoint[]
  /** What ties a row to a column. */
  readonly link: (rowId: string, columnId: string) => ModelLink | undefined
  /** The two ends of such a tie, in the direction of its kind. */
  readonly ends: (rowId: string, columnId: string) => { readonly fromId: string; readonly toId: string }
  /** Rows and columns nothing of the grid is tied to, by id. */
  readonly holes: ReadonlySet<string>
}

/** The grids a canvas can show: those whose rows and columns its layout has. */
export function matrixKindsOf({ canvas }: CanvasModel): MatrixKind[] {
  const shown = blocksOf(canvas.kind)
  const any = (blocks: readonly Block[]) => blocks.some(block => shown.includes(block))
  return matrixKinds.filter(kind => any(matrices[kind].rows) && any(matrices[kind].columns))
}

/** One grid of a canvas. */
export function matrixOf(model: CanvasModel, kind: MatrixKind): Matrix {
  const { rows: rowBlocks, columns: columnBlocks, fromRow, mayBeEmpty = [] }: MatrixSpec = matrices[kind]
  const rows = endpointsIn(model, rowBlocks)
  const columns = endpointsIn(model, columnBlocks)
  const ends = (rowId: string, columnId: string) =>
    fromRow ? { fromId: rowId, toId: columnId } : { fromId: columnId, toId: rowId }
  const byEnds = new Map(
    model.links.filter(link => link.kind === kind).map(link => [`${link.from} ${link.to}`, link]),
  )
  const link = (rowId: string, columnId: string) => {
    const { fromId, toId } = ends(rowId, columnId)
    return byEnds.get(`${fromId} ${toId}`)
  }
  const emptyRows = rows.filter(
    row => !mayBeEmpty.includes(row.block) && columns.every(column => !link(row.id, column.id)),
  )
  const emptyColumns = columns.filter(column => rows.every(row => !link(row.id, column.id)))
  return {
    kind,
    rows,
    columns,
    link,
    ends,
    holes: new Set([...emptyRows, ...emptyColumns].map(({ id }) => id)),
  }
}
