import { Doc } from '../../../shared/document'
import { importStarter, type StarterTemplate } from '../../../shared/formats/cxStarter'
import { bundledTemplates } from '../../../shared/formats/templates'
import type { TemplateEntry } from '../../../shared/ipc/contract'
import type { CallsOf, Handlers } from './handlers'

export function templateHandlers(): Handlers<CallsOf<'template'>> {
  // The templates never change while the app runs.
  let entries: Promise<TemplateEntry[]> | undefined
  return {
    'template.list': () => (entries ??= Promise.all(bundledTemplates().templates.map(entryOf))),
  }
}

async function entryOf(template: StarterTemplate): Promise<TemplateEntry> {
  const { key, kind, title, industry } = template
  const touchpoints =
    template.kind === 'journey'
      ? template.stages.flatMap(stage => stage.steps).flatMap(step => step.touchpoints)
      : []
  const notes = template.kind === 'bmc' ? Object.values(template.blocks).flat() : []
  return {
    key,
    kind,
    title,
    industry,
    touchpoints: touchpoints.length,
    notes: notes.length,
    thumbnail: await thumbnailOf(template),
  }
}

/** The painter is loaded when the templates are first asked for; a start without Home does without it. */
async function thumbnailOf(template: StarterTemplate): Promise<string | null> {
  const { documentThumbnail } = await import('../../../shared/layout/documentThumbnail')
  const { smallThumbnail } = await import('../../../shared/layout/thumbnail')
  const records = importStarter(template, { seed: 'picture', actor: 'picture', channelName: () => undefined })
  const scene = documentThumbnail(new Doc(records), smallThumbnail)
  return scene && JSON.stringify(scene)
}
