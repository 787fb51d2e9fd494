/** The layout of the journey on screen, computed once per change and kept for everyone who asks. */
import { useMemo } from 'react'
import type { T } from '../../../shared/i18n'
import type { JourneyLayout } from '../../../shared/layout/boxes'
import { layoutJourney } from '../../../shared/layout/journeyLayout'
import type { laneRoles } from '../../../shared/model/lane'
import type { BoardLabels } from '../../../shared/layout/labels'
import { useView } from '../../app/useView'
import type { ViewState } from '../../app/view'
import { useSession, useVersion } from '../../document/hooks'
import type { DocumentSession } from '../../document/session'
import { signed } from '../../ui/number'
import { useLanguage, useText } from '../../ui/text'

interface Drawn {
  readonly session: DocumentSession
  readonly version: number
  readonly journeyId: string
  readonly labels: BoardLabels
  readonly layout: JourneyLayout
}

let last: Drawn | undefined

/** The layout as it was last drawn or, after a change, as it is now; for keys and menus of the board on screen. */
export function layoutOf(session: DocumentSession, view: ViewState): JourneyLayout {
  if (!last) throw new Error('the board has not been drawn yet')
  return layoutIn(session, view.journeyId ?? '', last.labels)
}

/** The layout for the component that draws it; changes with the document, the journey and the language. */
export function useLayout(): JourneyLayout {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const { journeyId } = useView('journeyId')
  useVersion()
  const labels = useMemo(() => boardLabels(t, language), [t, language])
  return layoutIn(session, journeyId ?? '', labels)
}

function layoutIn(session: DocumentSession, journeyId: string, labels: BoardLabels): JourneyLayout {
  const { version } = session
  const same = last?.session === session && last.journeyId === journeyId ? last : undefined
  if (same?.version === version && same.labels === labels) return same.layout
  const options = { labels, placeholders: session.readOnly === null }
  const layout = layoutJourney(session.doc, journeyId, options, same?.layout)
  last = { session, version, journeyId, labels, layout }
  return layout
}

/** A wait as short as it can be said: '45 min', '12 h', '10 d'. */
function waitIn(t: T, language: string, minutes: number): string {
  const hours = minutes / 60
  const short = (value: number) => value.toLocaleString(language, { maximumFractionDigits: 1 })
  if (hours >= 48) return t($ => $.board.days, { days: short(hours / 24) })
  if (hours >= 10) return t($ => $.board.hours, { hours: short(hours) })
  return t($ => $.board.minutes, { count: minutes })
}

function boardLabels(t: T, language: string): BoardLabels {
  const names = {
    touchpoints: t($ => $.board.lanes.touchpoints),
    emotion: t($ => $.board.lanes.emotion),
    pains: t($ => $.board.lanes.pains),
    customer: t($ => $.board.lanes.customer),
    thoughts: t($ => $.board.lanes.thoughts),
    quotes: t($ => $.board.lanes.quotes),
    pictures: t($ => $.board.lanes.pictures),
    frontstage: t($ => $.board.lanes.frontstage),
    backstage: t($ => $.board.lanes.backstage),
    support: t($ => $.board.lanes.support),
    systems: t($ => $.board.lanes.systems),
    custom: t($ => $.board.lanes.custom),
  } satisfies Record<(typeof laneRoles)[number], string>
  return {
    lanes: names,
    lineOfVisibility: t($ => $.terms.journey.lineOfVisibility),
    unplaced: t($ => $.board.unplaced),
    untitled: t($ => $.board.unnamed.any),
    addStage: t($ => $.board.add.stage),
    addStep: t($ => $.board.add.step),
    addTouchpoint: t($ => $.board.add.touchpoint),
    emotion: value => signed(value, language),
    mean: value => signed(value, language, 1),
    wait: minutes => waitIn(t, language, minutes),
    gap: (expected, got) => t($ => $.board.gap, { expected, got }),
  }
}
