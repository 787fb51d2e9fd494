/** A journey of the form becomes records. */
import { defaultLanes } from '../../commands/journey'
import { makeInsight } from './insight'
import type { Making } from './make'
import type { StarterJourney, StarterTouchpoint } from './schema'
import { makeSegments } from './segments'

export type Ids = ReadonlyMap<string, string>

/** Where the parts of a journey that were made can be found by their keys. */
export interface JourneyIds {
  readonly journeyId: string
  readonly stage: Ids
  readonly touchpoint: Ids
  readonly segment: Ids
}

/** Adds everything a template says about one journey. */
export function makeJourney(making: Making, template: StarterJourney): void {
  template.departments.forEach(making.department)
  const segment = makeSegments(making, template.segments)
  const persona = makePersonas(making, template, segment)
  const first = template.personas[0]?.segment ?? template.segments[0]?.key
  const journeyId = making.add('journey', {
    key: template.key,
    title: template.title,
    summary: template.summary,
    scenario: template.scenario,
    startingPerception: template.startingPerception ?? null,
    state: template.state,
    relationship: template.relationship,
    personaIds: [...persona.values()],
    segmentId: (first && segment.get(first)) ?? null,
  })
  for (const role of defaultLanes) making.add('lane', { journeyId, role })

  const stage = new Map<string, string>()
  const touchpoint = new Map<string, string>()
  for (const { key, name, lifecycle, customerGoal, perceptionAfter, steps } of template.stages) {
    const stageId = making.add('stage', {
      journeyId,
      key,
      title: name,
      lifecycle: lifecycle ?? null,
      customerGoal,
      perceptionAfter: perceptionAfter ?? null,
    })
    stage.set(key, stageId)
    for (const step of steps) {
      const stepId = making.add('step', {
        stageId,
        key: step.key,
        title: step.name,
        customerAction: step.customerAction,
      })
      for (const one of step.touchpoints)
        touchpoint.set(one.key, makeTouchpoint(making, one, stepId, persona))
    }
  }
  for (const { from, to, contextKept, note } of template.channelHandovers) {
    making.add('flow', { fromId: touchpoint.get(from)!, toId: touchpoint.get(to)!, contextKept, note })
  }
  makeInsight(making, template, { journeyId, stage, touchpoint, segment })
}

const makePersonas = (making: Making, { personas }: StarterJourney, segment: Ids): Ids =>
  new Map(
    personas.map(persona => [
      persona.key,
      making.add('persona', {
        key: persona.key,
        title: persona.name,
        segmentId: (persona.segment && segment.get(persona.segment)) ?? null,
        goal: persona.goal,
        needs: persona.needs,
        frustrations: persona.frustrations,
        preferences: persona.preferences,
        preferredChannelIds: [...new Set(persona.preferredChannels.map(key => making.channel(key)))],
        quote: persona.quote,
      }),
    ]),
  )

function makeTouchpoint(making: Making, touchpoint: StarterTouchpoint, stepId: string, persona: Ids): string {
  const personaIds = [...new Set(touchpoint.personas.map(key => persona.get(key)!))]
  const id = making.add('touchpoint', {
    stepId,
    key: touchpoint.key,
    title: touchpoint.name,
    channelId: touchpoint.channel ? making.channel(touchpoint.channel) : null,
    personaIds,
    area: touchpoint.area ?? null,
    source: touchpoint.source,
    mode: touchpoint.mode,
    level: touchpoint.pyramidLevel ?? null,
    completeness: touchpoint.completeness ?? null,
    personalisation: touchpoint.personalisation,
    departmentId: touchpoint.department ? making.department(touchpoint.department) : null,
    systemIds: [...new Set(touchpoint.systems.map(making.system))],
    momentOfTruth: touchpoint.momentOfTruth,
    waitMinutes: touchpoint.waitMinutes ?? null,
    waitAvoidable: touchpoint.waitAvoidable,
    frontstage: touchpoint.frontstage,
    backstage: touchpoint.backstage,
  })
  const { emotion = null, expectation = null, experience = null, effort = null } = touchpoint
  if ([emotion, expectation, experience, effort].every(value => value === null)) return id
  for (const personaId of personaIds.length > 0 ? personaIds : [null]) {
    making.add('experience', { touchpointId: id, personaId, emotion, expectation, experience, effort })
  }
  return id
}
