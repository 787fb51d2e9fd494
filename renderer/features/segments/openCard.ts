import { goTo } from '../../app/store'
import { useSegments } from './segmentsState'

/** Shows the card of a segment, opened. */
export function openCard(id: string): void {
  useSegments.setState(({ folded }) => ({ pane: 'cards', folded: folded.filter(one => one !== id) }))
  goTo('segments', { selection: [id] })
}
