/** The records a new document begins with. */
import { addCanvas, addJourney, updateProject } from '../../shared/commands'
import { completed, Doc, type Command } from '../../shared/document'
import { importStarter, templateOf } from '../../shared/formats/cxStarter'
import { bundledTemplates } from '../../shared/formats/templates'
import { textsIn } from '../../shared/i18n'
import type { Language } from '../../shared/ipc/contract'
import { recordTypes, type RawRecord } from '../../shared/model'
import { lifecycles } from '../../shared/model/stage'
import { randomToken } from './store/tokens'

export interface Beginning {
  readonly records: Iterable<RawRecord>
  /** The document's title, from which its file is named. */
  readonly name: string
}

/** A document with one journey of the usual stages of a life cycle (R1), all of it in the person's language. */
export async function newJourney(language: Language, wanted?: string): Promise<Beginning> {
  const { t } = await textsIn(language)
  const name = wanted?.trim() || t($ => $.journey.untitled)
  const doc = emptyDoc()
  const stages = lifecycles.flatMap(lifecycle =>
    lifecycle === 'leave' ? [] : [{ title: t($ => $.journey.defaultStages[lifecycle]), lifecycle }],
  )
  run(doc, updateProject, { title: name })
  run(doc, addJourney, { title: name, stages })
  return { records: doc.records(), name }
}

/** A document with one empty canvas, named in the person's language. */
export async function newCanvas(language: Language, wanted?: string): Promise<Beginning> {
  const { t } = await textsIn(language)
  const name = wanted?.trim() || t($ => $.canvas.untitled)
  const doc = emptyDoc()
  run(doc, updateProject, { title: name })
  run(doc, addCanvas, { title: name })
  return { records: doc.records(), name }
}

/**
 * A document with the content of one of the app's templates.
 * @throws KnownError template.unknown
 */
export async function fromTemplate(key: string, language: Language, wanted?: string): Promise<Beginning> {
  const { t } = await textsIn(language)
  const names = t($ => $.terms.channel, { returnObjects: true }) as Readonly<
    Record<string, string | undefined>
  >
  const records = importStarter(templateOf(bundledTemplates(), key), {
    seed: randomToken(14),
    actor: randomToken(),
    channelName: channel => (Object.hasOwn(names, channel) ? names[channel] : undefined),
  })
  const doc = new Doc(records)
  const title = wanted?.trim()
  if (title) run(doc, updateProject, { title })
  return { records: doc.records(), name: doc.project().title }
}

function emptyDoc(): Doc {
  const id = `project:${randomToken(14)}`
  return new Doc([{ ...recordTypes.project.defaults(), id, type: 'project' }])
}

function run<A extends object>(doc: Doc, command: Command<A>, args: Partial<A>) {
  const session = { actor: randomToken(), random: () => randomToken(14), now: () => '' }
  doc.apply(command.run(doc, completed(command, args, session)))
}
