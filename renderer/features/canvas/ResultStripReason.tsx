import { missingBlocks, type ValueColumn } from '../../../shared/queries'
import { useCanvas } from '../../document/canvas'
import { blockName } from '../../document/canvasWords'
import { useRecord } from '../../document/hooks'
import { useMoney } from '../../document/money'
import { useLanguage, useText } from '../../ui/text'

/** Why a column has no money: a sentence instead of a 0 that would be taken for a result. */
export function ResultStripReason({ canvasId, column }: { canvasId: string; column: ValueColumn }) {
  const t = useText()
  const language = useLanguage()
  const { sign } = useMoney()
  const model = useCanvas(canvasId)
  const segment = useRecord('segment', column.segmentId)
  const { nothing } = column
  if (nothing === 'otherCurrency') return t($ => $.canvasScreen.nothing.otherCurrency, { currency: sign })
  if (nothing === 'problem') return t($ => $.canvasScreen.nothing.problem)
  const missing = model && segment ? missingBlocks(model, segment) : []
  if (missing.length === 0) return t($ => $.canvasScreen.nothing.noNumbers)
  const names = missing.map(block => blockName(t, block))
  const blocks = new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
  return t($ => $.canvasScreen.nothing.unlinked, { blocks })
}
