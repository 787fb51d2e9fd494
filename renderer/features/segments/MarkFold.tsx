import { ChevronRight } from 'lucide-react'
import type { Segment } from '../../../shared/model'
import { MarkFields } from '../../document/MarkFields'
import { useText } from '../../ui/text'
import styles from './Tests.module.css'

/** How the segment is told apart on canvases, folded away until somebody asks. */
export function MarkFold({ segment }: { segment: Segment }) {
  const t = useText()
  return (
    <details className={styles.fold}>
      <summary>
        <ChevronRight size={13} strokeWidth={1.75} aria-hidden />
        {t($ => $.segments.mark)}
      </summary>
      <div className={styles.mark}>
        <MarkFields segment={segment} />
      </div>
    </details>
  )
}
