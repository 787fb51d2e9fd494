import { putRecords, updateProject } from '../../shared/commands'
import { applied, squash, type DocumentView, type Patch } from '../../shared/document'
import {
  importStarter,
  parseStarter,
  projectFields,
  templateOf,
  type StarterOptions,
  type StarterTemplate,
} from '../../shared/formats/cxStarter'
import { newDocument } from '../host/store/newDocument'
import { randomToken } from '../host/store/tokens'
import { asJson, type CliCommand, type CliContext } from './context'
import { changeFile, writeNew } from './documentFile'
import { KnownError } from '../../shared/ipc/contract'
import { readText } from './textFile'

/** Makes a document of a file of another form, or puts its content into one that is there. */
export const importCommand: CliCommand = {
  name: 'import',
  args: ['INPUT'],
  options: {
    output: { takes: 'FILE', short: 'o' },
    into: { takes: 'FILE' },
    template: { takes: 'KEY' },
  },
  async run(context, [input = ''], { output, into, template }) {
    if (output === undefined && into === undefined) throw new KnownError('cli.noOutput')
    const file = parseStarter(await readText(input))
    const wanted = template === undefined ? file.templates : [templateOf(file, template)]
    const options = starterOptions(context)
    const path =
      into === undefined
        ? await writeNew(
            context,
            output!,
            newDocument(importStarter(wanted, options), {
              author: '',
              at: new Date().toISOString(),
              appVersion: context.version,
            }),
          )
        : (
            await changeFile(
              context,
              into,
              doc => ({ command: 'document.import', patch: importInto(doc, wanted, options) }),
              output,
            )
          ).path
    if (file.ignored.length > 0) {
      context.tell(context.t($ => $.cli.ignored, { places: file.ignored.join(', ') }))
    }
    const imported = wanted.map(({ key, kind, title }) => ({ key, kind, title }))
    context.print(context.json ? asJson({ path, imported, ignored: file.ignored }) : path)
    return 0
  },
}

const starterOptions = ({ t }: CliContext): StarterOptions => {
  const names: Readonly<Record<string, string>> = t($ => $.terms.channel, { returnObjects: true })
  return {
    seed: randomToken(14),
    actor: randomToken(),
    channelName: key => (Object.hasOwn(names, key) ? names[key] : undefined),
  }
}

/** The records go in; of what the templates say about the document, only empty places are filled. */
function importInto(
  doc: DocumentView,
  templates: readonly StarterTemplate[],
  options: StarterOptions,
): Patch {
  const records = importStarter(templates, { ...options, existing: doc })
  const put = putRecords.run(doc, { records })
  const project = doc.project()
  const empty = Object.entries(projectFields(templates)).filter(
    ([name]) => project[name as 'title' | 'industry' | 'vision'] === '',
  )
  return squash(put, updateProject.run(applied(doc, put), Object.fromEntries(empty)))
}
