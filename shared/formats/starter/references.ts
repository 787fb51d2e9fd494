/** The names inside a template must be given once and must be there. */
import { KnownError } from '../../ipc/contract'
import type { StarterCanvas, StarterJourney, StarterTemplate } from './schema'

/** Keys seen so far, by what they name; a second giving or a missing one is refused with its place. */
class Names {
  readonly #known = new Map<string, Set<string>>()

  give(kind: string, key: string, place: string) {
    const known = this.#known.get(kind) ?? new Set()
    if (known.has(key)) throw new KnownError('import.duplicateKey', { place, key })
    this.#known.set(kind, known.add(key))
  }

  need(kind: string, key: string | null | undefined, place: string) {
    if (key === null || key === undefined || this.#known.get(kind)?.has(key)) return
    throw new KnownError('import.unknownKey', { place, key })
  }
}

/** @throws KnownError import.duplicateKey or import.unknownKey, with the place */
export function checkReferences(templates: readonly StarterTemplate[]): void {
  const keys = new Names()
  templates.forEach((template, at) => {
    const place = `templates[${at}]`
    keys.give('template', template.key, `${place}.key`)
    const names = new Names()
    template.segments.forEach((segment, n) =>
      names.give('segment', segment.key, `${place}.segments[${n}].key`),
    )
    template.segments.forEach((segment, n) =>
      segment.dependsOn.forEach((key, m) =>
        names.need('segment', key, `${place}.segments[${n}].dependsOn[${m}]`),
      ),
    )
    if (template.kind === 'journey') checkJourney(template, names, place)
    else checkCanvas(template, names, place)
  })
}

function checkJourney(journey: StarterJourney, names: Names, place: string) {
  journey.personas.forEach((persona, n) => {
    names.give('persona', persona.key, `${place}.personas[${n}].key`)
    names.need('segment', persona.segment, `${place}.personas[${n}].segment`)
  })
  journey.stages.forEach((stage, n) => {
    const inStage = `${place}.stages[${n}]`
    names.give('stage', stage.key, `${inStage}.key`)
    stage.steps.forEach((step, m) => {
      const inStep = `${inStage}.steps[${m}]`
      names.give('step', step.key, `${inStep}.key`)
      step.touchpoints.forEach((touchpoint, k) => {
        const here = `${inStep}.touchpoints[${k}]`
        names.give('touchpoint', touchpoint.key, `${here}.key`)
        touchpoint.personas.forEach((key, p) => names.need('persona', key, `${here}.personas[${p}]`))
      })
    })
  })
  journey.channelHandovers.forEach(({ from, to }, n) => {
    names.need('touchpoint', from, `${place}.channelHandovers[${n}].from`)
    names.need('touchpoint', to, `${place}.channelHandovers[${n}].to`)
  })
  journey.painPoints.forEach((pain, n) => {
    names.give('painPoint', pain.key, `${place}.painPoints[${n}].key`)
    names.need('touchpoint', pain.touchpoint, `${place}.painPoints[${n}].touchpoint`)
  })
  journey.opportunities.forEach((opportunity, n) => {
    const here = `${place}.opportunities[${n}]`
    names.give('opportunity', opportunity.key, `${here}.key`)
    opportunity.painPoints.forEach((key, m) => names.need('painPoint', key, `${here}.painPoints[${m}]`))
  })
  journey.metricReadings.forEach(({ scale, scope, responses }, n) => {
    const here = `${place}.metricReadings[${n}]`
    if (scope !== 'journey') {
      for (const [kind, key] of Object.entries(scope)) names.need(kind, key, `${here}.scope.${kind}`)
    }
    const [min = 0, max = 0] = scale.split('-').map(Number)
    for (const answer of Object.keys(responses)) {
      if (Number(answer) >= min && Number(answer) <= max) continue
      throw new KnownError('import.badValue', {
        place: `${here}.responses.${answer}`,
        allowed: `${min} … ${max}`,
      })
    }
  })
}

function checkCanvas(canvas: StarterCanvas, names: Names, place: string) {
  for (const [block, notes] of Object.entries(canvas.blocks)) {
    notes.forEach((note, n) => {
      const here = `${place}.blocks.${block}[${n}]`
      names.give('note', note.key, `${here}.key`)
      note.segments.forEach((key, m) => names.need('segment', key, `${here}.segments[${m}]`))
      if (block === 'customerSegments' && note.segments.length === 1) names.give('side', note.key, here)
    })
  }
  canvas.links.forEach(({ from, to, type }, n) => {
    // a need joins two segments, so each end must be a note that stands for exactly one
    const end = type === 'needs' ? 'side' : 'note'
    names.need(end, from, `${place}.links[${n}].from`)
    names.need(end, to, `${place}.links[${n}].to`)
  })
  canvas.loyaltyProgrammes.forEach(({ segment }, n) =>
    names.need('segment', segment, `${place}.loyaltyProgrammes[${n}].segment`),
  )
}
