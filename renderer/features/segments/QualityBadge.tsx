import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'
import type { T } from '../../../shared/i18n'
import { qualityOf, type SegmentQuality } from '../../../shared/queries'
import type { Segment } from '../../../shared/model'
import { useText } from '../../ui/text'
import styles from './Cards.module.css'

const icons = { passes: CircleCheck, fails: TriangleAlert, notJudged: CircleDashed }

/** Whether the segment passes, and if not, what it fails in: an icon and a word. */
export function QualityBadge({ segment }: { segment: Pick<Segment, 'largeEnough' | 'focusedEnough'> }) {
  const t = useText()
  const quality = qualityOf(segment)
  const Icon = icons[quality.verdict]
  return (
    <span className={styles.badge} data-verdict={quality.verdict}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {qualityWords(t, quality)}
    </span>
  )
}

/** 'Too small', 'Too small, too broad', 'Worth serving', 'Not judged'. */
export function qualityWords(t: T, { verdict, failed }: SegmentQuality): string {
  if (verdict !== 'fails') return t($ => $.segments.verdict[verdict])
  return failed.length > 1
    ? t($ => $.segments.verdict.failsBoth)
    : t($ => $.segments.verdict[failed[0] === 'largeEnough' ? 'failsLarge' : 'failsFocused'])
}
