import { closeOverlay } from '../../app/overlay'
import { useView } from '../../app/useView'
import { useDocument } from '../../document/hooks'
import { useText } from '../../ui/text'
import { Compare } from './Compare'
import { targetSides } from './sides'

/** The journey on screen, a target, beside the journey it came from: what was made otherwise. */
export function TargetCompare() {
  const t = useText()
  const { journeyId } = useView('journeyId')
  const titles = useDocument(document => {
    const target = document.find('journey', journeyId)
    const origin = document.find('journey', target?.derivedFromId)
    return target && origin ? { from: origin.title, to: target.title } : null
  })
  if (!titles || journeyId === null) return null
  const untitled = t($ => $.journey.untitled)
  const names = { from: titles.from || untitled, to: titles.to || untitled }
  return <Compare versions={[]} {...targetSides(journeyId)} names={names} onClose={closeOverlay} />
}
