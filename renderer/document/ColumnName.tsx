import type { ValueColumn } from '../../shared/queries'
import { SegmentCode, SegmentName } from './SegmentMark'
import { useText } from '../ui/text'

/** Whose money a column holds. */
export function ColumnName({ kind, segmentId }: Pick<ValueColumn, 'kind' | 'segmentId'>) {
  const t = useText()
  if (kind !== 'segment' || segmentId === null) {
    return t($ => (kind === 'all' ? $.canvasScreen.result.total : $.canvasScreen.result.unassigned))
  }
  return (
    <>
      <SegmentCode id={segmentId} />
      <SegmentName id={segmentId} />
    </>
  )
}
