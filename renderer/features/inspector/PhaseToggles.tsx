import { channelPhases, type ChannelPhase } from '../../../shared/model/channel'
import { useFieldsReadOnly } from '../../ui/Field'
import { useText } from '../../ui/text'
import styles from './NotePanel.module.css'

interface Props {
  readonly phases: readonly ChannelPhase[]
  readonly onSwitch: (phase: ChannelPhase) => void
  /** They are those of the channel itself, not said for this link. */
  readonly inherited?: boolean
  readonly label?: string
}

/** The five phases in which a channel serves; each is switched by itself. */
export function PhaseToggles({ phases, onSwitch, inherited = false, label }: Props) {
  const t = useText()
  const readOnly = useFieldsReadOnly()
  return (
    <div
      role="group"
      aria-label={label ?? t($ => $.people.phases)}
      className={styles.phases}
      data-inherited={inherited}
      title={inherited ? t($ => $.noteInspector.phasesOfChannel) : undefined}
    >
      {channelPhases.map(phase => (
        <button
          key={phase}
          type="button"
          aria-pressed={phases.includes(phase)}
          disabled={readOnly}
          onClick={() => onSwitch(phase)}
        >
          {t($ => $.people.phase[phase])}
        </button>
      ))}
    </div>
  )
}
