import type { ValueColumn } from '../../../shared/queries'
import { useReason } from '../../document/reason'

/** Why a column has no money. */
export function ResultStripReason({ canvasId, column }: { canvasId: string; column: ValueColumn }) {
  const words = useReason(canvasId, column)
  return <div title={words}>{words}</div>
}
