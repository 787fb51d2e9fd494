import type { Percentiles, Range3, ValueColumn } from '../../../shared/queries'
import type { Results } from '../../document/results'

const present = <V>(values: readonly (V | null)[]): V[] => values.filter(value => value !== null)

/** Every amount the strip shows, for one scale. */
export function amountsIn({ values, simulated }: Results): number[] {
  const likely = present<Range3>(
    values.columns.flatMap(({ revenue, cost, profit }) => [revenue, cost, profit]),
  )
  const spread = present<Percentiles>(simulated.flatMap(({ revenue, cost }) => [revenue, cost]))
  return [...likely.map(range => range.likely), ...spread.map(({ p90 }) => p90)]
}

export interface Axis {
  readonly min: number
  readonly max: number
}

/** From the lowest profit, or nothing, to the highest: the line all profits are marked on. */
export function profitAxis({ values, simulated }: Results): Axis {
  const ends = [
    0,
    ...present<Range3>(values.columns.map(({ profit }) => profit)).map(({ likely }) => likely),
    ...present<Percentiles>(simulated.map(({ profit }) => profit)).flatMap(({ p10, p90 }) => [p10, p90]),
  ]
  return { min: Math.min(...ends), max: Math.max(...ends) }
}

/** Nothing is known of it, or it cannot be added up. */
export const isEmpty = ({ revenue, cost, profit }: ValueColumn): boolean => !revenue && !cost && !profit
