import { csvOptions } from '../../../shared/formats/csv'
import { segmentsCsv, type SegmentColumn, type SegmentWords } from '../../../shared/formats/segmentsCsv'
import type { T } from '../../../shared/i18n'
import { criterionBases, segmentTests } from '../../../shared/model/segment'
import { tell } from '../../app/store'
import { useSession } from '../../document/hooks'
import { copyText } from '../../ui/copyText'
import { useLanguage, useText } from '../../ui/text'
import { oneOf } from './oneOf'

/** Puts all segments on the clipboard as a table. */
export function useCopyCsv(): () => void {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  return () => {
    const done = copyText(segmentsCsv(session.doc, wordsFor(t), csvOptions(language)))
    if (done) tell({ code: 'segments.copied', params: {} })
    else tell({ code: 'segments.notCopied', params: {} }, 'problem')
  }
}

const wordsFor = (t: T): SegmentWords => ({
  heading: column => headingOf(t, column),
  value: (column, value) => {
    if (column === 'marketType') return t($ => $.terms.market[value as 'mass'])
    if (column === 'role') return t($ => $.segments.roles[value as 'user'])
    if (column === 'sizeBasis') return t($ => $.segments.basis[value as 'guess'])
    return t($ => $.terms.check[value as 'yes'])
  },
})

/** The heading of a column, as the card names the field. */
function headingOf(t: T, column: SegmentColumn): string {
  if (column === 'title') return t($ => $.terms.segment.segment)
  if (column === 'marketType') return t($ => $.terms.market.type)
  if (oneOf(criterionBases, column)) return t($ => $.segments.base[column].name)
  if (oneOf(['low', 'likely', 'high'] as const, column)) return t($ => $.segments.sizeBound[column])
  if (oneOf(['revenueShare', 'growth', 'margin'] as const, column))
    return `${t($ => $.segments.figureOf[column])} (%)`
  if (oneOf(['largeEnough', 'focusedEnough'] as const, column)) return t($ => $.terms.segment[column])
  if (oneOf(segmentTests, column)) return t($ => $.segments.test[column].name)
  return t($ => $.segments[column])
}
