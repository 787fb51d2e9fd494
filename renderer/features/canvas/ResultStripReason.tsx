import { localeOf } from '../../../shared/i18n/dates'
import { missingBlocks, type ValueColumn } from '../../../shared/queries'
import { useCanvas } from '../../document/canvas'
import { blockName } from '../../document/canvasWords'
import { useRecord } from '../../document/hooks'
import { useMoney } from '../../document/money'
import { useLanguage, useText } from '../../ui/text'

/** Why a column has no money: a sentence instead of a 0 that would be taken for a result. */
export function ResultStripReason({ canvasId, column }: { canvasId: string; column: ValueColumn }) {
  const words = useReason(canvasId, column)
  return <div title={words}>{words}</div>
}

function useReason(canvasId: string, { nothing, segmentId }: ValueColumn): string {
  const t = useText()
  const language = useLanguage()
  const { sign } = useMoney()
  const model = useCanvas(canvasId)
  const segment = useRecord('segment', segmentId)
  if (nothing === 'otherCurrency') return t($ => $.canvasScreen.nothing.otherCurrency, { currency: sign })
  if (nothing === 'problem') return t($ => $.canvasScreen.nothing.problem)
  const missing = model && segment ? missingBlocks(model, segment) : []
  if (missing.length === 0) return t($ => $.canvasScreen.nothing.noNumbers)
  const names = missing.map(block => blockName(t, block))
  const blocks = new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(names)
  return t($ => $.canvasScreen.nothing.unlinked, { blocks })
}
