import { Rows3 } from 'lucide-react'
import { laneCommands } from '../../../shared/commands'
import { laneRoles, type LaneRole } from '../../../shared/model/lane'
import { useDocument, useSession } from '../../document/hooks'
import { Menu } from '../../ui/Menu'
import { useText } from '../../ui/text'

/** Which rows the board shows; rows the journey has not yet are added when they are chosen. */
export function LanesMenu({ journeyId }: { journeyId: string }) {
  const t = useText()
  const session = useSession()
  const lanes = useDocument(document => document.pointing('lane', 'journeyId', journeyId))
  const missing = laneRoles.filter(role => role !== 'custom' && !lanes.some(lane => lane.role === role))
  const add = (role: LaneRole) =>
    session.dispatch(laneCommands.add, { journeyId, role, after: placeOf(role, lanes) })
  return (
    <Menu
      trigger={
        <button type="button">
          <Rows3 size={13} strokeWidth={1.75} aria-hidden />
          {t($ => $.board.rows)}
        </button>
      }
      groups={[
        [
          ...lanes.map(({ id, role, title, shown }) => ({
            id,
            label: title || t($ => $.board.lanes[role]),
            checked: shown,
            disabled: session.readOnly !== null,
            run: () => void session.dispatch(laneCommands.update, { id, shown: !shown }),
          })),
          ...missing.map(role => ({
            id: role,
            label: t($ => $.board.lanes[role]),
            checked: false,
            disabled: session.readOnly !== null,
            run: () => void add(role),
          })),
        ],
      ]}
    />
  )
}

/** Where a new row goes: after the last row that usually stands above it. */
function placeOf(role: LaneRole, lanes: readonly { id: string; role: LaneRole }[]): string | null {
  const rank = (one: LaneRole) => usual.indexOf(one)
  return lanes.findLast(lane => rank(lane.role) < rank(role))?.id ?? null
}

const usual: readonly LaneRole[] = [
  'customer',
  'pictures',
  'touchpoints',
  'thoughts',
  'quotes',
  'emotion',
  'pains',
  'frontstage',
  'backstage',
  'systems',
  'support',
  'custom',
]
