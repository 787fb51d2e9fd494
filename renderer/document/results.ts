/** The money of a canvas: what is likely, and how far it may stray. */
import { useCallback } from 'react'
import type { DocumentView } from '../../shared/document'
import { canvasValues, simulate, type CanvasValues, type SimulatedColumn } from '../../shared/queries'
import { useLater } from './later'

/** The same everywhere, so that a range reads the same wherever it stands. */
export const simulationSeed = 1

export interface Results {
  readonly values: CanvasValues
  /** Beside `values.columns`. */
  readonly simulated: readonly SimulatedColumn[]
}

/** Values and simulated ranges of a canvas as of the last quiet moment. */
export function useResults(canvasId: string): Results {
  const compute = useCallback(
    (document: DocumentView): Results => ({
      values: canvasValues(document, canvasId),
      simulated: simulate(document, canvasId, { seed: simulationSeed }).columns,
    }),
    [canvasId],
  )
  return useLater(compute, 'now')
}
