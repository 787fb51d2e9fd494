/** A journey in numbers, named and rounded as the templates state them. */
import type { DocumentView } from '../document'
import { emotionByStage, meanEmotion } from './emotion'
import { backOfficeShare, byRisk, painPointsOf } from './friction'
import { gapFigures } from './gap'
import { brokenHandovers, handoversOf } from './handovers'
import { reactiveShare, touchpointsByPersona } from './personas'
import { actionsOf, opportunitiesOf } from './plan'
import { pyramidOf } from './pyramid'
import { ratingsOf } from './ratings'
import { newest, readingsOf } from './readings'
import { rounded } from './rounding'
import { channelCount, figureNames, journeyParts } from './structure'
import { waitingOf } from './waiting'

export type Figure = number | string | null
export type Figures = Readonly<Record<string, Figure | Readonly<Record<string, number | null>>>>

/**
 * Every figure of a journey, two decimals, half away from zero; null where there is nothing to count. Stages, personas
 * and pain points are named by their key, else by their id. `touchpointsByPersona` stands in journeys of several
 * personas, `retentionPct` and `churnPct` in those with such a reading (the newest).
 */
export function figuresOf(document: DocumentView, journeyId: string): Figures {
  const journey = document.find('journey', journeyId)
  const parts = journeyParts(document, journeyId)
  const { stages, touchpoints } = parts
  const ratings = ratingsOf(document, touchpoints)
  const all = [...ratings.values()]
  const gap = gapFigures(all)
  const levels = pyramidOf(document, touchpoints, ratings)
  const waiting = waitingOf(touchpoints)
  const pains = painPointsOf(document, parts)
  const handovers = handoversOf(document, parts)
  const opportunities = opportunitiesOf(document, journeyId, parts, pains)
  const personas = (journey?.personaIds ?? []).flatMap(id => document.find('persona', id) ?? [])
  const stageNames = figureNames(stages.map(({ stage }) => stage))
  const painNames = figureNames(pains)
  const personaNames = figureNames(personas)
  const [top] = byRisk(pains)
  return {
    stages: stages.length,
    steps: parts.steps.length,
    touchpoints: touchpoints.length,
    channelsUsed: channelCount(touchpoints),
    meanEmotion: rounded(meanEmotion(all)),
    meanEmotionByStage: Object.fromEntries(
      emotionByStage(parts, ratings).map(({ stage, emotion }) => [
        stageNames.get(stage.id)!,
        rounded(emotion),
      ]),
    ),
    meanGap: rounded(gap.mean),
    gapExceeded: gap.exceeded,
    gapMet: gap.met,
    gapMissed: gap.missed,
    worstGap: rounded(gap.worst),
    touchpointsByPyramidLevel: Object.fromEntries(levels.map(level => [level.id, level.touchpoints.length])),
    fulfilledByPyramidLevelPct: Object.fromEntries(
      levels.map(level => [level.id, rounded(level.fulfilledPct)]),
    ),
    momentsOfTruth: touchpoints.filter(touchpoint => touchpoint.momentOfTruth).length,
    totalWaitMinutes: rounded(waiting.total),
    avoidableWaitMinutes: rounded(waiting.avoidable),
    painPoints: pains.length,
    backOfficePainSharePct: rounded(backOfficeShare(pains)),
    topPainByRisk: top ? painNames.get(top.id)! : null,
    handovers: handovers.length,
    brokenHandovers: brokenHandovers(handovers).length,
    opportunities: opportunities.length,
    actions: actionsOf(document, opportunities, pains).length,
    reactiveSharePct: rounded(reactiveShare(touchpoints)),
    ...(personas.length > 1
      ? {
          touchpointsByPersona: Object.fromEntries(
            touchpointsByPersona(personas, touchpoints).map(one => [
              personaNames.get(one.persona.id)!,
              one.touchpoints,
            ]),
          ),
        }
      : {}),
    ...retentionOf(document, journeyId, parts),
  }
}

function retentionOf(document: DocumentView, journeyId: string, parts: ReturnType<typeof journeyParts>) {
  const readings = readingsOf(document, journeyId, parts).filter(({ metric }) => metric.kind === 'retention')
  const last = newest(readings)
  if (!last) return {}
  if ('refused' in last.answer) return { retentionPct: null, churnPct: null }
  const { retentionPct = null, churnPct = null } = last.answer.figures
  return { retentionPct: rounded(retentionPct), churnPct: rounded(churnPct) }
}
