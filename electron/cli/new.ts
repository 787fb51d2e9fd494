import { basename, extname } from 'node:path'
import { fromTemplate, newJourney } from '../host/newRecords'
import { newDocument } from '../host/store/newDocument'
import { asJson, type CliCommand } from './context'
import { writeNew } from './documentFile'

/** Makes a document: of the usual stages, or of a template. */
export const newCommand: CliCommand = {
  name: 'new',
  args: ['FILE'],
  options: { template: { takes: 'KEY' } },
  async run(context, [file = ''], { template }) {
    const { records } =
      template === undefined
        ? await newJourney(context.language, basename(file, extname(file)))
        : await fromTemplate(template, context.language)
    const by = { author: '', at: new Date().toISOString(), appVersion: context.version }
    const rows = newDocument(records, by)
    const path = await writeNew(context, file, rows)
    context.print(context.json ? asJson({ path, documentId: rows.meta['documentId'] }) : path)
    return 0
  },
}
