import { Rows3 } from 'lucide-react'
import { laneCommands } from '../../../shared/commands'
import { useRecord, useSession } from '../../document/hooks'
import { useText } from '../../ui/text'
import { Header } from './Header'

/** A row of the board; without a name of its own it is called after its role. */
export function LanePanel({ id }: { id: string }) {
  const t = useText()
  const session = useSession()
  const lane = useRecord('lane', id)
  if (!lane) return null
  return (
    <Header
      icon={Rows3}
      kind={t($ => $.terms.journey.lane)}
      title={lane.title}
      titleLabel={t($ => $.inspector.laneName)}
      placeholder={t($ => $.board.lanes[lane.role])}
      onTitle={title => session.dispatch(laneCommands.update, { id, title }, `${id}.title`)}
      disabled={session.readOnly !== null}
    />
  )
}
