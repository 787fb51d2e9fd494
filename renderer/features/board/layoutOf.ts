/** The layout of the journey on screen, computed once per change and kept for everyone who asks. */
import { useMemo } from 'react'
import { boardLabels } from '../../../shared/export/boardLabels'
import type { JourneyLayout } from '../../../shared/layout/boxes'
import { layoutJourney } from '../../../shared/layout/journeyLayout'
import type { BoardLabels } from '../../../shared/layout/labels'
import { useView } from '../../app/useView'
import type { ViewState } from '../../app/view'
import { useConflictsOf } from '../../document/conflicts'
import { useSession, useVersion } from '../../document/hooks'
import type { DocumentSession } from '../../document/session'
import { useLanguage, useText } from '../../ui/text'

interface Drawn {
  readonly session: DocumentSession
  readonly version: number
  readonly journeyId: string
  readonly labels: BoardLabels
  readonly conflicts: Conflicts
  readonly layout: JourneyLayout
}

/** How many fields of a record are in conflict. */
type Conflicts = (recordId: string) => number

let last: Drawn | undefined

/** The layout as it was last drawn or, after a change, as it is now; for keys and menus of the board on screen. */
export function layoutOf(session: DocumentSession, view: ViewState): JourneyLayout {
  if (!last) throw new Error('the board has not been drawn yet')
  return layoutIn(session, view.journeyId ?? '', last.labels, last.conflicts)
}

/** The layout for the component that draws it; changes with the document, the journey and the language. */
export function useLayout(): JourneyLayout {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const { journeyId } = useView('journeyId')
  useVersion()
  const labels = useMemo(() => boardLabels(t, language), [t, language])
  const conflicts = useConflictsOf()
  return layoutIn(session, journeyId ?? '', labels, conflicts)
}

function layoutIn(
  session: DocumentSession,
  journeyId: string,
  labels: BoardLabels,
  conflicts: Conflicts,
): JourneyLayout {
  const { version } = session
  const same = last?.session === session && last.journeyId === journeyId ? last : undefined
  if (same?.version === version && same.labels === labels && same.conflicts === conflicts) return same.layout
  const options = { labels, placeholders: session.readOnly === null, comments: true, conflicts }
  const layout = layoutJourney(session.doc, journeyId, options, same?.layout)
  last = { session, version, journeyId, labels, conflicts, layout }
  return layout
}
