import type { T } from '../../../shared/i18n'
import { useDocument } from '../../document/hooks'
import { useText } from '../../ui/text'
import { titleOf } from './titleOf'

/** Says what the arrow keys have just led to, for those who hear the board. */
export function Spoken({ selection }: { selection: readonly string[] }) {
  const t = useText()
  const words = useDocument(document => {
    if (selection.length > 1) return t($ => $.inspector.selected, { count: selection.length })
    const record = document.get(selection[0])
    if (!record) return ''
    const title = titleOf(record) || t($ => $.board.unnamed.any)
    return t($ => $.board.spoken, { kind: kindOf(t, record.type), title })
  })
  return (
    <p className="visually-hidden" role="status">
      {words}
    </p>
  )
}

function kindOf(t: T, type: string): string {
  switch (type) {
    case 'stage':
      return t($ => $.terms.journey.stage)
    case 'step':
      return t($ => $.terms.journey.step)
    case 'touchpoint':
      return t($ => $.terms.journey.touchpoint)
    case 'painPoint':
      return t($ => $.terms.journey.painPoint)
    case 'lane':
      return t($ => $.terms.journey.lane)
    case 'flow':
      return t($ => $.terms.journey.handover)
    default:
      return t($ => $.inspector.card)
  }
}
