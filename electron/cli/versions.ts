import { truePath } from '../host/places'
import { asJson, type CliCommand } from './context'
import { guarded } from './documentFile'
import { keptVersions } from './keptVersions'

/** Lists the earlier versions kept of a file, newest first. */
export const versionsCommand: CliCommand = {
  name: 'versions',
  args: ['FILE'],
  async run(context, [file = '']) {
    const path = await truePath(file)
    const documentId = await guarded(context, path, ({ facts }) => facts.documentId)
    const list = keptVersions(context, documentId).filter(version => version.path === path)
    if (context.json) {
      context.print(asJson(list.map(({ id, at, revision, bytes }) => ({ id, at, revision, bytes }))))
    } else if (list.length === 0) context.print(context.t($ => $.cli.noVersions))
    for (const { at, revision, bytes } of context.json ? [] : list) {
      const kilobytes = Math.ceil(bytes / 1024)
      context.print(context.t($ => $.cli.version, { at, revision, kilobytes }))
    }
    return 0
  },
}
