import { bundledTemplates } from '../../../shared/formats/templates'
import type { StarterTemplate } from '../../../shared/formats/cxStarter'
import type { TemplateEntry } from '../../../shared/ipc/contract'
import type { CallsOf, Handlers } from './handlers'

export function templateHandlers(): Handlers<CallsOf<'template'>> {
  return { 'template.list': () => bundledTemplates().templates.map(entryOf) }
}

function entryOf(template: StarterTemplate): TemplateEntry {
  const { key, kind, title, industry } = template
  const touchpoints =
    template.kind === 'journey'
      ? template.stages.flatMap(stage => stage.steps).flatMap(step => step.touchpoints)
      : []
  const notes = template.kind === 'bmc' ? Object.values(template.blocks).flat() : []
  return { key, kind, title, industry, touchpoints: touchpoints.length, notes: notes.length, thumbnail: null }
}
