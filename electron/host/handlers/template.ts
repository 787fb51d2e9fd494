import { bundledTemplates } from '../../../shared/formats/templates'
import { importStarter, type StarterTemplate } from '../../../shared/formats/cxStarter'
import { Doc } from '../../../shared/document'
import type { TemplateEntry } from '../../../shared/ipc/contract'
import { documentThumbnail } from '../../../shared/layout/documentThumbnail'
import { smallThumbnail } from '../../../shared/layout/thumbnail'
import type { CallsOf, Handlers } from './handlers'

export function templateHandlers(): Handlers<CallsOf<'template'>> {
  // the templates are part of the app: their pictures are painted once
  let entries: TemplateEntry[] | undefined
  return { 'template.list': () => (entries ??= bundledTemplates().templates.map(entryOf)) }
}

function entryOf(template: StarterTemplate): TemplateEntry {
  const { key, kind, title, industry } = template
  const touchpoints =
    template.kind === 'journey'
      ? template.stages.flatMap(stage => stage.steps).flatMap(step => step.touchpoints)
      : []
  const notes = template.kind === 'bmc' ? Object.values(template.blocks).flat() : []
  const picture = documentThumbnail(new Doc(importStarter(template, drawn)), smallThumbnail)
  return {
    key,
    kind,
    title,
    industry,
    touchpoints: touchpoints.length,
    notes: notes.length,
    thumbnail: picture && JSON.stringify(picture),
  }
}

/** Records made only to be painted; nobody sees their ids. */
const drawn = { seed: 'picture', actor: 'picture', channelName: () => undefined }
