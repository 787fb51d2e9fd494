import type { Leavable } from '../../../shared/queries'
import { useText } from '../../ui/text'
import { countsOf } from './LeaveOut'
import styles from './ShareDialog.module.css'
import type { Sending } from './sending'

interface Props {
  readonly sending: Sending
  readonly leaveOut: readonly Leavable[]
  readonly kind: 'whole' | 'part' | 'redacted'
  /** Whether there is something to send. */
  readonly ready: boolean
}

/** What goes, what stays, and what can be done with the file afterwards. */
export function Summary({ sending: { found, goes }, leaveOut, kind, ready }: Props) {
  const t = useText()
  if (!ready) {
    return (
      <p className={styles.says} role="status">
        {t($ => $.share.choosePart)}
      </p>
    )
  }
  const words = {
    journey: (count: number) => t($ => $.home.count.journeys, { count }),
    touchpoint: (count: number) => t($ => $.frame.touchpoints, { count }),
    canvas: (count: number) => t($ => $.home.count.canvases, { count }),
    note: (count: number) => t($ => $.frame.notes, { count }),
    segment: (count: number) => t($ => $.frame.segments, { count }),
    persona: (count: number) => t($ => $.share.persona, { count }),
    comment: (count: number) => t($ => $.share.count.comments, { count }),
  }
  const going = Object.entries(words).flatMap(([type, say]) => (goes[type] ? [say(goes[type])] : []))
  const staying = leaveOut.flatMap(one => countsOf(t, found, one))
  return (
    <div className={styles.summary} role="status">
      <dl>
        <dt>{t($ => $.share.goes)}</dt>
        <dd>{going.join(' · ') || t($ => $.share.nothingStays)}</dd>
        {leaveOut.length > 0 && (
          <>
            <dt>{t($ => $.share.stays)}</dt>
            <dd>{staying.join(' · ') || t($ => $.share.nothingStays)}</dd>
          </>
        )}
      </dl>
      <p className={styles.says}>{t($ => $.share.says[kind])}</p>
    </div>
  )
}
