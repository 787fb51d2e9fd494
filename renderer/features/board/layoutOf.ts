/** The layout of the journey on screen, computed once per change and kept for everyone who asks. */
import { useMemo } from 'react'
import type { T } from '../../../shared/i18n'
import type { JourneyLayout } from '../../../shared/layout/boxes'
import { layoutJourney } from '../../../shared/layout/journeyLayout'
import { laneRoles } from '../../../shared/model/lane'
import type { BoardLabels } from '../../../shared/layout/labels'
import { useView } from '../../app/useView'
import type { ViewState } from '../../app/view'
import { useSession, useVersion } from '../../document/hooks'
import type { DocumentSession } from '../../document/session'
import { signed } from '../../ui/number'
import { useLanguage, useText } from '../../ui/text'

let labels: BoardLabels | undefined
let last:
  | {
      session: DocumentSession
      version: number
      journeyId: string
      labels: BoardLabels
      layout: JourneyLayout
    }
  | undefined

/** The layout as it was last drawn or, after a change, as it is now. */
export function layoutOf(session: DocumentSession, view: ViewState): JourneyLayout {
  const journeyId = view.journeyId ?? ''
  if (!labels) throw new Error('the board has not been drawn yet')
  if (
    last?.session !== session ||
    last.version !== session.version ||
    last.journeyId !== journeyId ||
    last.labels !== labels
  ) {
    const before = last?.session === session && last.journeyId === journeyId ? last.layout : undefined
    const layout = layoutJourney(
      session.doc,
      journeyId,
      { labels, placeholders: session.readOnly === null },
      before,
    )
    last = { session, version: session.version, journeyId, labels, layout }
  }
  return last.layout
}

/** The layout for the component that draws it; changes with the document, the journey and the language. */
export function useLayout(): JourneyLayout {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const view = useView()
  useVersion()
  labels = useMemo(() => boardLabels(t, language), [t, language])
  return layoutOf(session, view)
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
    wait: minutes => t($ => $.board.minutes, { count: minutes }),
    gap: (expected, got) => t($ => $.board.gap, { expected, got }),
  }
}
