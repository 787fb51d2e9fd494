import { CircleCheck, CircleDashed } from 'lucide-react'
import type { SegmentReach } from '../../../shared/queries'
import { SegmentCode } from '../../document/SegmentMark'
import { useText } from '../../ui/text'
import reach from './Reach.module.css'

/** What every segment lacks, in words (R52). */
export function GapWords({ segments }: { segments: readonly SegmentReach[] }) {
  const t = useText()
  const phaseGap = ({ channels, holes }: SegmentReach): string[] => {
    if (channels.length === 0 || holes.length === 0) return []
    if (channels.every(({ phases }) => phases.length === 0)) return [t($ => $.links.reach.phasesUnknown)]
    const phases = holes.map(phase => t($ => $.bridge.phase[phase])).join(', ')
    return [t($ => $.links.reach.notIn, { phases })]
  }
  return (
    <section className={reach.gaps} aria-labelledby="gaps-heading">
      <h3 id="gaps-heading">{t($ => $.links.gaps)}</h3>
      <ul>
        {segments.map(one => {
          const { segment, missing } = one
          const words = [...missing.map(block => t($ => $.links.gap[block])), ...phaseGap(one)]
          const Icon = words.length > 0 ? CircleDashed : CircleCheck
          return (
            <li key={segment.id} data-bad={words.length > 0}>
              <Icon size={14} strokeWidth={2} aria-hidden />
              {segment.segment && <SegmentCode id={segment.id} />}
              <span>
                <b>{segment.title || t($ => $.links.unnamed)}</b>{' '}
                {words.length > 0 ? words.join(', ') : t($ => $.links.noGaps)}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
