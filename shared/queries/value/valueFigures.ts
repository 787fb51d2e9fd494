/** The money of a canvas as the command line prints it: rounded, segments named by their key, else by their id. */
import type { DocumentView } from '../../document'
import { round2 } from '../rounding'
import { figureNames } from '../structure'
import { canvasValues } from './canvasValues'
import type { Range3, ValueColumn } from './types'

const roundedRange = (range: Range3 | null): Range3 | null =>
  range && { low: round2(range.low), likely: round2(range.likely), high: round2(range.high) }

/**
 * Revenue, cost and profit of each segment, of what is assigned to none (when there is such money) and in all. What is
 * not known is null; `nothing` says why.
 */
export function valueFiguresOf(document: DocumentView, canvasId: string) {
  const { currency, period, columns, problems } = canvasValues(document, canvasId)
  const segments = columns.flatMap(({ segmentId }) => document.find('segment', segmentId) ?? [])
  const names = figureNames(segments)
  const figures = ({ revenue, cost, profit, payers, breakEvenPayers, lifetime, nothing }: ValueColumn) => ({
    revenue: roundedRange(revenue),
    cost: roundedRange(cost),
    profit: roundedRange(profit),
    payers: roundedRange(payers),
    breakEvenPayers: roundedRange(breakEvenPayers),
    lifetimeValue: lifetime?.clv ? { variant: lifetime.clv.variant, ...roundedRange(lifetime.clv)! } : null,
    nothing,
  })
  const unassigned = columns.find(({ kind }) => kind === 'unassigned')
  const all = columns.find(({ kind }) => kind === 'all')
  return {
    currency,
    period,
    segments: columns.flatMap(column =>
      column.segmentId
        ? [
            {
              segment: names.get(column.segmentId)!,
              title: document.find('segment', column.segmentId)?.title ?? '',
              ...figures(column),
            },
          ]
        : [],
    ),
    unassigned: unassigned ? figures(unassigned) : null,
    all: all ? figures(all) : null,
    problems: problems.map(({ quantityId, code }) => ({ quantity: quantityId, code })),
  }
}
