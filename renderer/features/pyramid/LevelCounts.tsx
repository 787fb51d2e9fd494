import type { DocumentView } from '../../../shared/document'
import { journeyParts } from '../../../shared/queries'
import { useDocument } from '../../document/hooks'
import { PyramidGlyph } from '../../ui/PyramidGlyph'
import { useText } from '../../ui/text'
import styles from './Bars.module.css'
import { useSpokenLevel } from './useSpokenLevel'

/** '13 functional': how many touchpoints of the journey work on each level, base first. */
export function LevelCounts({ journeyId }: { journeyId: string }) {
  const t = useText()
  const spoken = useSpokenLevel()
  const levels = useDocument(document => countsOf(document, journeyId))
  return levels.map(({ level, at, number }) => (
    <span key={level.id} className={styles.count}>
      <PyramidGlyph at={at} of={levels.length} />
      <span>{capital(t($ => $.pyramid.count, { number, level: spoken({ level, at }) }))}</span>
    </span>
  ))
}

function countsOf(document: DocumentView, journeyId: string) {
  const { touchpoints } = journeyParts(document, journeyId)
  return document.project().pyramid.map((level, at) => ({
    level,
    at,
    number: touchpoints.filter(touchpoint => touchpoint.level === level.id).length,
  }))
}

/** Where the name stands first, it begins large. */
const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)
