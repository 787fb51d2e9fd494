/**
 * `cx-starter-templates`: journeys and canvases as plain data. The app's own templates are such a file, and any other
 * file of the form is imported the same way.
 */
import { KnownError } from '../ipc/contract'
import type { RawRecord } from '../model'
import { makeCanvas } from './starter/canvas'
import { makeJourney } from './starter/journey'
import { Making, type StarterOptions } from './starter/make'
import type { StarterFile, StarterTemplate } from './starter/schema'

export { knownChannels } from './starter/channels'
export type { StarterOptions } from './starter/make'
export { parseStarter, readStarter, type ParsedStarter } from './starter/parse'
export type { StarterCanvas, StarterFile, StarterJourney, StarterTemplate } from './starter/schema'

/**
 * The records that templates become: a project (unless they go into an existing document) and everything in it.
 * Templates of one import share channels, departments and systems.
 * @param templates one template or several
 * @returns records of an empty document's whole content, or those to put into `options.existing`
 */
export function importStarter(
  templates: StarterTemplate | readonly StarterTemplate[],
  options: StarterOptions,
): RawRecord[] {
  const list = Array.isArray(templates)
    ? (templates as readonly StarterTemplate[])
    : [templates as StarterTemplate]
  const making = new Making(options)
  if (!options.existing) making.add('project', projectFields(list))
  for (const template of list) {
    if (template.kind === 'journey') makeJourney(making, template)
    else makeCanvas(making, template)
  }
  return making.records()
}

/** What templates say about the document as a whole; several of them each in a line. */
export function projectFields(templates: readonly StarterTemplate[]) {
  const joined = (field: 'title' | 'industry' | 'vision', between: string, most: number) =>
    [...new Set(templates.map(template => template[field]).filter(Boolean))].join(between).slice(0, most)
  return {
    title: joined('title', ' · ', 500),
    industry: joined('industry', ' · ', 500),
    vision: joined('vision', '\n', 20_000),
  }
}

/**
 * The template of a key.
 * @throws KnownError template.unknown with the keys there are
 */
export function templateOf(file: StarterFile, key: string): StarterTemplate {
  const template = file.templates.find(one => one.key === key)
  if (!template)
    throw new KnownError('template.unknown', { key, known: file.templates.map(one => one.key).join(', ') })
  return template
}
