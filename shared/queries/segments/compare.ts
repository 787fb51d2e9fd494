/** Segments side by side: every field, and what a canvas does for each. */
import type { DocumentView } from '../../document'
import type { Segment } from '../../model'
import { criterionBases, segmentTests } from '../../model/segment'
import type { CanvasModel } from '../canvas/model'
import { norm } from '../norm'
import { notesFor, tellingBlocks } from './links'
import { qualityOf, scoreOf } from './quality'

export type CompareGroup = 'who' | 'criteria' | 'worth' | 'quality' | 'canvas'

export type CompareField =
  | 'marketType'
  | 'role'
  | 'parent'
  | 'focusRank'
  | 'personas'
  | (typeof criterionBases)[number]
  | 'size'
  | 'sizeUnit'
  | 'sizeBasis'
  | 'revenueShare'
  | 'growth'
  | 'margin'
  | 'verdict'
  | 'reason'
  | (typeof segmentTests)[number]
  | (typeof tellingBlocks)[number]

export interface CompareCell {
  /** One or several; a range is its low, likely and high end, with null for those that are open. */
  readonly values: readonly (string | number | null)[]
  /** Those of them that not every other segment has, where they have something in common. */
  readonly own: readonly (string | number | null)[]
}

export interface CompareRow {
  readonly field: CompareField
  readonly group: CompareGroup
  /** One per segment, in their order. */
  readonly cells: readonly CompareCell[]
  readonly differs: boolean
  /** Nothing is known of any of them. */
  readonly empty: boolean
}

type Values = CompareCell['values']

/** The rows of the comparison; segments that are gone are left out. */
export function compareSegments(
  document: DocumentView,
  model: CanvasModel | undefined,
  ids: readonly string[],
): readonly CompareRow[] {
  const segments = ids.flatMap(id => document.find('segment', id) ?? [])
  const row = (group: CompareGroup, field: CompareField, read: (segment: Segment) => Values): CompareRow => {
    const lists = segments.map(read)
    const isCommon = (value: string | number | null) => lists.every(other => has(other, value))
    const anyCommon = lists[0]?.some(value => value !== null && isCommon(value)) ?? false
    const cells = lists.map(values => ({
      values,
      own: anyCommon ? values.filter(value => !isCommon(value)) : [],
    }))
    return {
      field,
      group,
      cells,
      differs: lists.some(list => key(list) !== key(lists[0]!)),
      empty: lists.every(list => list.every(value => value === null)),
    }
  }
  const one = (value: string | number | null): Values => (value === null || value === '' ? [] : [value])
  return [
    row('who', 'marketType', segment => one(segment.marketType)),
    row('who', 'role', segment => one(segment.role)),
    row('who', 'parent', segment => one(document.find('segment', segment.parentId)?.title ?? null)),
    row('who', 'focusRank', segment => one(segment.focusRank)),
    row('who', 'personas', ({ id }) =>
      document.pointing('persona', 'segmentId', id).map(persona => persona.title),
    ),
    ...criterionBases.map(base =>
      row('criteria', base, ({ criteria }) =>
        criteria.flatMap(criterion => (criterion.base === base ? one(criterionText(criterion)) : [])),
      ),
    ),
    row('worth', 'size', ({ size }) => (hasRange(size) ? [size.low, size.likely, size.high] : [])),
    row('worth', 'sizeUnit', segment => one(segment.sizeUnit)),
    row('worth', 'sizeBasis', segment => (hasRange(segment.size) ? [segment.sizeBasis] : [])),
    row('worth', 'revenueShare', segment => one(segment.revenueShare)),
    row('worth', 'growth', segment => one(segment.growth)),
    row('worth', 'margin', segment => one(segment.margin)),
    row('quality', 'verdict', segment => [qualityOf(segment).verdict, ...qualityOf(segment).failed]),
    row('quality', 'reason', segment => one(segment.reason)),
    ...segmentTests.map(test => row('quality', test, ({ tests }) => one(scoreOf(tests, test)))),
    ...(model
      ? tellingBlocks.map(block =>
          row('canvas', block, ({ id }) => notesFor(model, id, block).map(note => note.title)),
        )
      : []),
  ]
}

/** 'Age: 25 to 45', or the text alone where no variable is named. */
export const criterionText = ({ variable, text }: Segment['criteria'][number]): string =>
  variable?.trim() ? `${variable.trim()}: ${text}` : text

export const hasRange = ({ low, likely, high }: Segment['size']): boolean =>
  low !== null || likely !== null || high !== null

const same = (value: string | number | null) => (typeof value === 'string' ? norm(value) : value)
const has = (values: Values, value: string | number | null) => values.some(one => same(one) === same(value))
/** Lists are alike when they say the same, in whatever order; a range keeps its order. */
const key = (values: Values) =>
  JSON.stringify(
    values.every(value => typeof value === 'string')
      ? values.map(value => String(same(value))).toSorted()
      : values.map(same),
  )
