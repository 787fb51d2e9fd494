/** Journeys laid over one another: how the same stretch felt to different segments. */
import type { DocumentView } from '../../document'
import type { Journey, Stage, Touchpoint } from '../../model'
import { lifecycles } from '../../model/stage'
import { meanEmotion } from '../emotion'
import { gapFigures } from '../gap'
import { ratingsAmong, ratingsOf, type Rating } from '../ratings'
import { journeyParts } from '../structure'

type Lifecycle = (typeof lifecycles)[number]

/** One stretch that the journeys have in common. */
export interface OverlayColumn {
  /** What the stages in it have in common, where that is a life-cycle type. */
  readonly lifecycle: Lifecycle | null
  /** The stages of each journey in it; several where a type comes again. */
  readonly stages: readonly (readonly Stage[])[]
  /** Mean emotion and mean gap of each journey; null where nothing was said. */
  readonly emotions: readonly (number | null)[]
  readonly gaps: readonly (number | null)[]
}

export interface OverlayPoint {
  readonly touchpoint: Touchpoint
  /** Place along the columns: 0 is the left edge of the first, 1 that of the second. */
  readonly at: number
  /** -2 … +2 */
  readonly emotion: number
}

export interface MissedTouchpoint {
  readonly journey: Journey
  readonly touchpoint: Touchpoint
  readonly stage: Stage
  readonly gap: number
}

export interface Overlay {
  readonly journeys: readonly Journey[]
  /** Whether the stages are matched by their life-cycle type; else by their place. */
  readonly byLifecycle: boolean
  readonly columns: readonly OverlayColumn[]
  /** The curve of each journey. */
  readonly curves: readonly (readonly OverlayPoint[])[]
  /** Touchpoints below what was expected, worst first. */
  readonly missed: readonly MissedTouchpoint[]
}

/**
 * Lays journeys over one another. Stages stand in one column when they are of the same life-cycle type; where a stage
 * has none, all are matched by their place: first to first.
 */
export function overlayOf(document: DocumentView, journeyIds: readonly string[]): Overlay {
  const journeys = journeyIds.flatMap(id => document.find('journey', id) ?? [])
  const parts = journeys.map(({ id }) => journeyParts(document, id))
  const ratings = parts.map(({ touchpoints }) => ratingsOf(document, touchpoints))
  const stages = parts.map(one => one.stages)
  const byLifecycle = stages.flat().length > 0 && stages.flat().every(({ stage }) => stage.lifecycle !== null)
  const longest = Math.max(0, ...stages.map(list => list.length))
  const groups = byLifecycle
    ? lifecycles
        .map(type => stages.map(list => list.filter(({ stage }) => stage.lifecycle === type)))
        .map((lists, at) => ({ lifecycle: lifecycles[at] ?? null, lists }))
        .filter(({ lists }) => lists.some(list => list.length > 0))
    : Array.from({ length: longest }, (_, at) => ({
        lifecycle: null,
        lists: stages.map(list => list.slice(at, at + 1)),
      }))
  const columns = groups.map(({ lifecycle, lists }): OverlayColumn => {
    const said = lists.map((list, n): Rating[] =>
      ratingsAmong(
        ratings[n]!,
        list.flatMap(({ touchpoints }) => touchpoints),
      ),
    )
    return {
      lifecycle,
      stages: lists.map(list => list.map(({ stage }) => stage)),
      emotions: said.map(meanEmotion),
      gaps: said.map(one => gapFigures(one).mean),
    }
  })
  const curves = journeys.map((_, n) =>
    groups.flatMap(({ lists }, column): OverlayPoint[] => {
      const touchpoints = lists[n]!.flatMap(one => one.touchpoints)
      return touchpoints.flatMap((touchpoint, at) => {
        const emotion = ratings[n]!.get(touchpoint.id)?.emotion ?? null
        return emotion === null ? [] : [{ touchpoint, at: column + (at + 0.5) / touchpoints.length, emotion }]
      })
    }),
  )
  const missed = journeys.flatMap((journey, n) =>
    stages[n]!.flatMap(({ stage, touchpoints }) =>
      touchpoints.flatMap((touchpoint): MissedTouchpoint[] => {
        const gap = ratings[n]!.get(touchpoint.id)?.gap ?? null
        return gap !== null && gap < 0 ? [{ journey, touchpoint, stage, gap }] : []
      }),
    ),
  )
  return { journeys, byLifecycle, columns, curves, missed: missed.toSorted((a, b) => a.gap - b.gap) }
}
