import { basename, dirname, join } from 'node:path'
import { KnownError, type OpenDocument } from '../../../shared/ipc/contract'
import { bytesOf } from '../adopt'
import { fileNameFrom, withExtension } from '../fileNames'
import { versionEntryOf } from './version'
import { fromTemplate, newCanvas, newJourney } from '../newRecords'
import type { OpenFile } from '../openFile'
import { pickedPath, refuseUnwritable } from '../places'
import { share } from '../share'
import { exportPicture } from './export'
import { pickToOpen } from './given'
import type { CallsOf, Context, Handlers } from './handlers'

export function documentHandlers(context: Context): Handlers<CallsOf<'document'>> {
  const { host, documents } = context
  const opened = (file: OpenFile): OpenDocument => file.opened()
  return {
    'document.create': async ({ template, blank, title }) => {
      const { language } = host.app.settings()
      const { records, name } =
        template !== null
          ? await fromTemplate(template, language, title)
          : await (blank === 'canvas' ? newCanvas : newJourney)(language, title)
      return opened(await documents.create(records, name))
    },
    'document.pickAndOpen': async () => {
      const path = await pickToOpen(host)
      return path === null ? null : opened(await documents.open(path))
    },
    'document.openRecent': async ({ recent }) => {
      const row = host.app.fileByHandle(recent)
      if (!row) throw new KnownError('recent.gone')
      return opened(await documents.open(row.path))
    },
    'document.openBytes': async ({ name, base64 }) =>
      opened(await documents.openBytes(name, Buffer.from(base64, 'base64'))),
    'document.save': ({ document, base, changes }) => ({
      revision: documents.get(document).save(base, changes),
    }),
    'document.publish': ({ document }) => documents.get(document).publish(),
    'document.saveAs': ({ document }) => saveAs(context, documents.get(document)),
    'document.download': async ({ document }) => {
      const file = documents.get(document)
      return { name: file.fileName, base64: (await file.bytes()).toString('base64') }
    },
    'document.share': ({ document, roots, leaveOut, name }) =>
      share(context, documents.get(document), { roots, leaveOut }, name),
    'document.export': ({ document, ...input }) => exportPicture(context, documents.get(document), input),
    'document.remember': ({ document, view }) => {
      documents.get(document).remember(view)
      return {}
    },
    'document.versions': ({ document }) =>
      host.versions.of(documents.get(document).working.documentId).map(versionEntryOf),
    'document.restore': ({ document, version }) => {
      const file = documents.get(document)
      file.restore(version)
      return opened(file)
    },
    'document.close': async ({ document }) => {
      await documents.close(documents.get(document))
      host.emit('recent.changed', {})
      return {}
    },
    'document.thumbnail': ({ document, scene }) => {
      documents.get(document).setThumbnail(scene)
      host.emit('recent.changed', {})
      return {}
    },
  }
}

async function saveAs({ host, documents }: Context, file: OpenFile) {
  if (!host.shell.pickSave) throw new KnownError('shell.noDialogs')
  const name = fileNameFrom(file.working.title()) || file.fileName
  const picked = await host.shell.pickSave(join(dirname(file.path), withExtension(name)))
  if (picked === null) return null
  const path = await pickedPath(picked)
  if (path !== file.path) {
    documents.refuseOurFolder(path)
    if (documents.at(path)) throw new KnownError('file.openElsewhere', { name: basename(path) })
    if (file.readOnly === 'file.newer') throw new KnownError('file.newer')
    await refuseUnwritable(path)
    await file.moveTo(path, await bytesOf(path))
  } else await file.publish()
  return { fileName: file.fileName, state: file.state() }
}
