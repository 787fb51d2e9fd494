/** The words of a journey for its layout, made once for each language. */
import type { T } from '../i18n'
import { signed } from '../i18n/intl'
import type { BoardLabels } from '../layout/labels'
import type { laneRoles } from '../model/lane'

/** A wait as short as it can be said: '45 min', '12 h', '10 d'. */
function waitIn(t: T, language: string, minutes: number): string {
  const hours = minutes / 60
  const short = (value: number) => value.toLocaleString(language, { maximumFractionDigits: 1 })
  if (hours >= 48) return t($ => $.board.days, { days: short(hours / 24) })
  if (hours >= 10) return t($ => $.board.hours, { hours: short(hours) })
  return t($ => $.board.minutes, { count: minutes })
}

/** The words of a journey for its layout. */
export function boardLabels(t: T, language: string): BoardLabels {
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
