import type { Segment } from '../../../shared/model'
import { middle } from '../../../shared/queries'
import { useLanguage, useText } from '../../ui/text'
import styles from './Cards.module.css'

/** A folded card in one line: how many, and what share of revenue. */
export function Summary({ segment }: { segment: Segment }) {
  const t = useText()
  const number = new Intl.NumberFormat(useLanguage())
  const size = middle(segment.size)
  const parts = [
    size === null ? '' : `${number.format(size)} ${segment.sizeUnit}`.trim(),
    segment.revenueShare === null
      ? ''
      : t($ => $.segments.shareOfRevenue, { share: number.format(segment.revenueShare) }),
  ].filter(Boolean)
  return <span className={styles.summary}>{parts.join(' · ')}</span>
}
