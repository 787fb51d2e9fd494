/** What a journey of the form knows beside its map: pains, opportunities, readings, checklists. */
import type { Fields } from '../../document'
import type { JourneyIds } from './journey'
import type { Making } from './make'
import type { StarterJourney } from './schema'

/** Adds pain points with their evidence, opportunities with their actions, metrics with their readings, checklists. */
export function makeInsight(making: Making, template: StarterJourney, ids: JourneyIds): void {
  const { journeyId } = ids
  const pains = new Map(
    template.painPoints.map(({ key, touchpoint, evidence, causeLayer = null, ...pain }) => {
      const id = making.add('painPoint', {
        ...pain,
        key,
        causeLayer,
        touchpointIds: [ids.touchpoint.get(touchpoint)!],
      })
      for (const { source, quote } of evidence)
        making.add('evidence', { targetIds: [id], source, text: quote })
      return [key, id]
    }),
  )
  const departments = new Set(template.departments)
  for (const opportunity of template.opportunities) {
    const opportunityId = making.add('opportunity', {
      journeyId,
      key: opportunity.key,
      title: opportunity.title,
      painPointIds: [...new Set(opportunity.painPoints.map(key => pains.get(key)!))],
      impact: opportunity.impact ?? null,
      effort: opportunity.effort ?? null,
      level: opportunity.pyramidLevel ?? null,
    })
    for (const { dueInDays = null, ...action } of opportunity.actions) {
      const departmentId = departments.has(action.owner) ? making.department(action.owner) : null
      making.add('action', { ...action, opportunityId, dueInDays, departmentId })
    }
  }
  makeReadings(making, template, ids)
  for (const list of template.checklists) making.add('checklistRun', { list, journeyId })
}

const methods = { csat: 'topBox', nps: 'promoters', ces: 'mean' } as const

/** One metric for each kind and scale; an empty title shows the kind's name in the reader's language. */
function makeReadings(making: Making, { metricReadings, customerCounts }: StarterJourney, ids: JourneyIds) {
  const metrics = new Map<string, string>()
  const metricOf = (name: string, fields: Fields<'metric'>) => {
    const id = metrics.get(name) ?? making.add('metric', fields)
    metrics.set(name, id)
    return id
  }
  for (const { metric: kind, scale, scope, period, responses } of metricReadings) {
    const [scaleMin = 0, scaleMax = 10] = scale.split('-').map(Number)
    const metricId = metricOf(`${kind} ${scale}`, { kind, scaleMin, scaleMax, method: methods[kind] })
    making.add('reading', { metricId, scopeId: scopeOf(scope, ids), period, counts: responses })
  }
  if (customerCounts) {
    const metricId = metricOf('retention', {
      kind: 'retention',
      scaleMin: 0,
      scaleMax: 100,
      method: 'rate',
      unit: '%',
    })
    const { period, start, new: gained, end } = customerCounts
    making.add('reading', { metricId, scopeId: ids.journeyId, period, start, gained, end })
  }
}

function scopeOf(scope: StarterJourney['metricReadings'][number]['scope'], ids: JourneyIds): string {
  if (scope === 'journey') return ids.journeyId
  if ('stage' in scope) return ids.stage.get(scope.stage)!
  if ('touchpoint' in scope) return ids.touchpoint.get(scope.touchpoint)!
  return ids.segment.get(scope.segment)!
}
