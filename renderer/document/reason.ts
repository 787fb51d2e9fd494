/** Why money cannot be computed: a sentence instead of a 0 that would be taken for a result. */
import { localeOf } from '../../shared/i18n/dates'
import { missingBlocks, type ValueColumn } from '../../shared/queries'
import { useLanguage, useText } from '../ui/text'
import { useCanvas } from './canvas'
import { blockName } from './canvasWords'
import { useRecord } from './hooks'
import { useMoney } from './money'

/** @returns why a column of this canvas has no money */
export function useReason(canvasId: string, { nothing, segmentId }: ValueColumn): string {
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
