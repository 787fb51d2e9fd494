/** What the pyramid shows: gathered from the records, sorted, filtered. */
import type { DocumentView } from '../../../shared/document'
import { channelIcon, type IconName } from '../../../shared/layout/icons'
import type { Opportunity, Project, Touchpoint } from '../../../shared/model'
import {
  baseFirst,
  journeyParts,
  opportunitiesOf,
  painPointsOf,
  pyramidOf,
  ratingsOf,
  type JourneyParts,
  type PyramidLevel,
  type Ratings,
} from '../../../shared/queries'

/** Stands in a filter for touchpoints without a channel. */
export const NO_CHANNEL = ''

export interface Filters {
  /** null shows all. */
  readonly stageId: string | null
  readonly channelId: string | null
  readonly missedOnly: boolean
}

export const noFilters: Filters = { stageId: null, channelId: null, missedOnly: false }

export interface Row {
  readonly id: string
  readonly title: string
  readonly icon: IconName
  readonly channel: string
  readonly stage: string
  readonly momentOfTruth: boolean
  readonly expectation: number | null
  readonly experience: number | null
  readonly gap: number | null
}

export interface Level {
  readonly level: Project['pyramid'][number]
  /** Its place, 0 at the base. */
  readonly at: number
  readonly fulfilledPct: number | null
  /** How many reach what was expected, of how many that say both. */
  readonly met: number
  readonly rated: number
  readonly missed: number
  /** All touchpoints on it, whether rated or not. */
  readonly total: number
  /** Worst gap first, unrated last, else as the journey is walked. */
  readonly rows: readonly Row[]
}

export interface ChannelChoice {
  readonly id: string
  readonly title: string
  readonly icon: IconName
  /** Touchpoints that use it, in the stage chosen. */
  readonly count: number
}

export interface Warning {
  readonly levelId: string
  readonly met: number
  readonly rated: number
  readonly aiming: number
  readonly opportunities: number
}

/** Opportunities still open that work on one level; null gathers those without a level. */
export interface PlanRow {
  readonly levelId: string | null
  readonly ids: readonly string[]
}

export interface PyramidModel {
  readonly stages: readonly { readonly id: string; readonly title: string }[]
  readonly channels: readonly ChannelChoice[]
  /** Base first. */
  readonly levels: readonly Level[]
  readonly withoutLevel: readonly Row[]
  /** Touchpoints of the journey, and how many of them have one of the project's levels. */
  readonly touchpoints: number
  readonly levelled: number
  readonly warning: Warning | null
  readonly plan: readonly PlanRow[]
}

/**
 * The pyramid of a journey.
 * @param filters which touchpoints count; a stage or channel that is no longer there filters nothing
 */
export function pyramidModel(
  document: DocumentView,
  journeyId: string,
  filters: Pick<Filters, 'stageId' | 'channelId'>,
): PyramidModel {
  const parts = journeyParts(document, journeyId)
  const ratings = ratingsOf(document, parts.touchpoints)
  const { inStage, shown } = filtered(parts, filters)
  const levels = pyramidOf(document, shown, ratings)
  const whole = pyramidOf(document, parts.touchpoints, ratings)
  const known = new Set<string | null>(levels.map(({ id }) => id))
  const toRow = rowMaker(document, parts, ratings)
  const chances = opportunitiesOf(document, journeyId, parts, painPointsOf(document, parts)).filter(
    one => one.status === 'open' || one.status === 'chosen',
  )
  return {
    stages: parts.stages.map(({ stage: { id, title } }) => ({ id, title })),
    channels: channelChoices(document, parts.touchpoints, inStage),
    levels: levels.map((level, at) => ({
      ...levelOf(level, at),
      rows: sorted(level.touchpoints.map(toRow)),
    })),
    withoutLevel: shown.filter(({ level }) => !known.has(level)).map(toRow),
    touchpoints: parts.touchpoints.length,
    levelled: parts.touchpoints.filter(({ level }) => known.has(level)).length,
    warning: warningOf(document, whole, chances),
    plan: planOf(chances, levels),
  }
}

function filtered(parts: JourneyParts, { stageId, channelId }: Pick<Filters, 'stageId' | 'channelId'>) {
  const stage = parts.stages.find(one => one.stage.id === stageId)
  const inStage = stage ? stage.touchpoints : parts.touchpoints
  const wanted = (touchpoint: Touchpoint) => (touchpoint.channelId ?? NO_CHANNEL) === channelId
  const used = channelId !== null && parts.touchpoints.some(wanted)
  return { inStage, shown: used ? inStage.filter(wanted) : inStage }
}

const levelOf = ({ id, name, meaning, fulfilledPct, gap, touchpoints }: PyramidLevel, at: number) => ({
  level: { id, name, meaning },
  at,
  fulfilledPct,
  met: gap.exceeded + gap.met,
  rated: gap.exceeded + gap.met + gap.missed,
  missed: gap.missed,
  total: touchpoints.length,
})

function rowMaker(document: DocumentView, parts: JourneyParts, ratings: Ratings) {
  const stageOf = new Map(
    parts.stages.flatMap(({ stage, touchpoints }) => touchpoints.map(({ id }) => [id, stage.title])),
  )
  return ({ id, title, channelId, momentOfTruth }: Touchpoint): Row => {
    const channel = document.find('channel', channelId)
    const { expectation = null, experience = null, gap = null } = ratings.get(id) ?? {}
    return {
      id,
      title,
      momentOfTruth,
      icon: channel ? channelIcon(channel) : 'circle',
      channel: channel?.title ?? '',
      stage: stageOf.get(id) ?? '',
      expectation,
      experience,
      gap,
    }
  }
}

const sorted = (rows: Row[]): Row[] =>
  rows.toSorted((one, other) => (one.gap ?? Infinity) - (other.gap ?? Infinity) || 0)

/** The journey's channels, the most used first; the order does not change with the stage chosen. */
function channelChoices(
  document: DocumentView,
  all: readonly Touchpoint[],
  inStage: readonly Touchpoint[],
): ChannelChoice[] {
  const total = countBy(all)
  const here = countBy(inStage)
  return [...total]
    .toSorted(([one, a], [other, b]) => Number(one === NO_CHANNEL) - Number(other === NO_CHANNEL) || b - a)
    .map(([id]) => {
      const channel = document.find('channel', id)
      return {
        id,
        title: channel?.title ?? '',
        icon: channel ? channelIcon(channel) : 'circle',
        count: here.get(id) ?? 0,
      }
    })
}

function countBy(touchpoints: readonly Touchpoint[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { channelId } of touchpoints) {
    const id = channelId ?? NO_CHANNEL
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

/** The warning is about the journey as a whole, whatever is filtered: opportunities aim at the journey. */
function warningOf(
  document: DocumentView,
  levels: readonly PyramidLevel[],
  chances: readonly Opportunity[],
): Warning | null {
  const warning = baseFirst(document, levels, chances)
  if (!warning) return null
  const { exceeded, met, missed } = warning.level.gap
  return {
    levelId: warning.level.id,
    met: exceeded + met,
    rated: exceeded + met + missed,
    aiming: warning.opportunities.length,
    opportunities: chances.length,
  }
}

function planOf(chances: readonly Opportunity[], levels: readonly PyramidLevel[]): PlanRow[] {
  if (chances.length === 0) return []
  const known = new Set<string | null>(levels.map(({ id }) => id))
  const ids = (fits: (one: Opportunity) => boolean) => chances.filter(fits).map(({ id }) => id)
  const rest = ids(one => !known.has(one.level))
  return [
    ...levels.map(({ id }) => ({ levelId: id, ids: ids(one => one.level === id) })).toReversed(),
    ...(rest.length > 0 ? [{ levelId: null, ids: rest }] : []),
  ]
}
