import { channelPhases, type ChannelPhase } from '../../../shared/model/channel'
import { useText } from '../../ui/text'
import styles from './PhaseDots.module.css'

interface Props {
  readonly phases: readonly ChannelPhase[]
  /** Those of the channel itself, not said for this segment. */
  readonly inherited?: boolean
  /** Called with the phase that is pressed; without it the dots only show. */
  readonly onSwitch?: ((phase: ChannelPhase) => void) | undefined
}

/** The five phases as five squares, filled where the channel serves; words on hover and for those who hear the page. */
export function PhaseDots({ phases, inherited = false, onSwitch }: Props) {
  const t = useText()
  const words = phases.map(phase => t($ => $.bridge.phase[phase])).join(', ')
  return (
    <span className={styles.dots} data-inherited={inherited} title={onSwitch ? undefined : words}>
      <span className="visually-hidden">{words}</span>
      {channelPhases.map(phase => (
        // keys do the same on the row; the squares are for the mouse
        <span
          key={phase}
          aria-hidden
          className={styles.dot}
          data-on={phases.includes(phase)}
          data-pressable={onSwitch !== undefined}
          title={onSwitch ? t($ => $.bridge.phase[phase]) : undefined}
          onClick={
            onSwitch &&
            (event => {
              event.stopPropagation()
              onSwitch(phase)
            })
          }
        />
      ))}
    </span>
  )
}
