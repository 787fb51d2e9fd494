/** Segments as a table: one row each, with all a card says. */
import type { DocumentView } from '../document'
import type { Segment } from '../model'
import { criterionBases, segmentTests } from '../model/segment'
import { criterionText, reasonOf, scoreOf, segmentMarks, segmentTree } from '../queries'
import { writeCsv, type CsvCell, type CsvOptions } from './csv'

export const segmentColumns = [
  'title',
  'code',
  'partOf',
  'marketType',
  'role',
  'focusRank',
  ...criterionBases,
  'low',
  'likely',
  'high',
  'sizeUnit',
  'sizeBasis',
  'revenueShare',
  'growth',
  'margin',
  'largeEnough',
  'focusedEnough',
  'reason',
  ...segmentTests,
  'note',
] as const
export type SegmentColumn = (typeof segmentColumns)[number]

export interface SegmentWords {
  /** The heading of a column. */
  readonly heading: (column: SegmentColumn) => string
  /** The word for a value of a closed list: a market type, a role, a basis, yes and no. */
  readonly value: (column: SegmentColumn, value: string) => string
}

/** The table with its headings, as it is written; parts follow the segment they belong to. */
export const segmentRows = (document: DocumentView, words: SegmentWords): CsvCell[][] => {
  const marks = segmentMarks(document)
  return [
    segmentColumns.map(words.heading),
    ...segmentTree(document).map(({ segment }) =>
      segmentColumns.map(column =>
        cellOf(document, segment, column, marks.get(segment.id)?.code ?? '', words),
      ),
    ),
  ]
}

/** The same as text. */
export const segmentsCsv = (document: DocumentView, words: SegmentWords, options: CsvOptions): string =>
  writeCsv(segmentRows(document, words), options)

function cellOf(
  document: DocumentView,
  segment: Segment,
  column: SegmentColumn,
  code: string,
  words: SegmentWords,
): CsvCell {
  switch (column) {
    case 'code':
      return code
    case 'partOf':
      return document.find('segment', segment.parentId)?.title ?? ''
    case 'marketType':
    case 'role':
    case 'sizeBasis': {
      const value = segment[column]
      return value === null ? '' : words.value(column, value)
    }
    case 'largeEnough':
    case 'focusedEnough': {
      const value = segment[column]
      return value === null ? '' : words.value(column, value ? 'yes' : 'no')
    }
    case 'low':
    case 'likely':
    case 'high':
      return segment.size[column]
    case 'demographic':
    case 'geographic':
    case 'psychographic':
    case 'behavioural':
    case 'research':
      return segment.criteria.flatMap(one => (one.base === column ? criterionText(one) : [])).join('\n')
    case 'measurable':
    case 'substantial':
    case 'accessible':
    case 'differentiable':
    case 'actionable': {
      const [score, reason] = [scoreOf(segment.tests, column), reasonOf(segment.tests, column)]
      return reason === '' ? score : [score ?? '–', reason].join(': ')
    }
    case 'title':
    case 'focusRank':
    case 'sizeUnit':
    case 'reason':
    case 'revenueShare':
    case 'growth':
    case 'margin':
    case 'note':
      return segment[column]
  }
}
