import { useCallback } from 'react'
import type { DocumentView } from '../../../shared/document'
import { canvasValues, type CanvasValues, type SimulatedColumn } from '../../../shared/queries'
import { useLater } from '../../document/later'

export interface Results {
  readonly values: CanvasValues
  /** Beside `values.columns`. */
  readonly simulated: readonly SimulatedColumn[]
}

/** The money of a canvas as of the last quiet moment. */
export function useResults(canvasId: string): Results | undefined {
  const compute = useCallback(
    (document: DocumentView): Results => ({
      values: canvasValues(document, canvasId),
      simulated: [],
    }),
    [canvasId],
  )
  return useLater(compute)
}

/** Every amount that is shown, for one scale. */
export const largestOf = ({ values, simulated }: Results): number[] => [
  ...values.columns
    .flatMap(({ revenue, cost, profit }) => [revenue, cost, profit])
    .flatMap(range => range?.likely ?? []),
  ...simulated.flatMap(({ revenue, cost }) => [revenue, cost]).flatMap(spread => spread?.p90 ?? []),
]

export interface Axis {
  readonly min: number
  readonly max: number
}

/** From the lowest profit, or nothing, to the highest: the line all profits are marked on. */
export function axisOf({ values, simulated }: Results): Axis {
  const ends = [
    0,
    ...values.columns.flatMap(({ profit }) => profit?.likely ?? []),
    ...simulated.flatMap(({ profit }) => (profit ? [profit.p10, profit.p90] : [])),
  ]
  return { min: Math.min(...ends), max: Math.max(...ends) }
}
