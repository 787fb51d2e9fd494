/** Tying things of a canvas together and apart, and saying how. */
import { addLink, removeLinks, updateLink } from '../../shared/commands'
import type { ChannelPhase } from '../../shared/model/channel'
import type { LinkKind } from '../../shared/model/link'
import type { ModelLink } from '../../shared/queries'
import { useSession } from './hooks'

interface Tie {
  readonly kind: LinkKind
  readonly fromId: string
  readonly toId: string
}

/** What can be done with links of a canvas; each is one undo step. */
export function useLinking(canvasId: string) {
  const session = useSession()
  const untie = (link: ModelLink) => session.dispatch(removeLinks, { ids: [...link.ids] })
  return {
    untie,
    /** Ties, or takes the tie apart. */
    toggle: (tie: Tie, link: ModelLink | undefined) =>
      link ? untie(link) : session.dispatch(addLink, { canvasId, ...tie }),
    /** The phases a channel serves a segment in; what is not tied yet is tied. None are those of the channel itself. */
    setPhases: (tie: Tie, link: ModelLink | undefined, phases: readonly ChannelPhase[]) => {
      if (!link) return session.dispatch(addLink, { canvasId, ...tie, phases: [...phases] })
      // what several records say together is said by the first from now on
      return session.dispatchAll(updateLink.name, dispatch =>
        link.ids.forEach((id, at) => dispatch(updateLink, { id, phases: at === 0 ? [...phases] : [] })),
      )
    },
    /** How far an offer answers a pain, 0 … 3; null takes the answer back. */
    setWeight: (tie: Tie, link: ModelLink | undefined, weight: number | null) => {
      if (weight === null) return link && untie(link)
      if (!link) return session.dispatch(addLink, { canvasId, ...tie, weight })
      return session.dispatchAll(updateLink.name, dispatch =>
        link.ids.forEach(id => dispatch(updateLink, { id, weight })),
      )
    },
  }
}
