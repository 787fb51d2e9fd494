import { KnownError, type InputOf } from '../../../shared/ipc/contract'
import { receive, ReceivedCopies, type ReceivedCopy } from '../received'
import { asFile, pickToOpen } from './given'
import type { CallsOf, Context, Handlers } from './handlers'

export function mergeHandlers(context: Context): Handlers<CallsOf<'merge'>> {
  const { host, documents } = context
  const waiting = new ReceivedCopies()
  return {
    'merge.read': async ({ document, file }) => {
      const open = documents.get(document)
      const copy = await readCopy(context, open.working.documentId, file)
      if (!copy) return null
      for (const notice of copy.notices) host.notify(notice)
      const plan = waiting.add(document, copy)
      const entries = JSON.stringify(open.working.previewMerge(copy.path))
      return { plan, fileName: copy.fileName, isPart: copy.isPart, entries }
    },
    'merge.apply': async ({ document, plan, wish }) => {
      const open = documents.get(document)
      const { path } = waiting.get(document, plan)
      // what was there before stays among the earlier versions
      await open.publish()
      open.merge(path, wish)
      await waiting.drop(plan)
      return open.opened()
    },
    'merge.drop': async ({ plan }) => {
      await waiting.drop(plan)
      return {}
    },
  }
}

/** The copy that is meant; null when the person changed their mind. Throws as `receive` does. */
async function readCopy(
  { host, documents }: Context,
  documentId: string,
  file: InputOf<'merge.read'>['file'],
): Promise<ReceivedCopy | null> {
  if (!file) {
    const path = await pickToOpen(host)
    return path === null ? null : receive(host, path, documentId)
  }
  if ('base64' in file) return asFile(host, file.base64, given => receive(host, given, documentId, file.name))
  const other = documents.get(file.from)
  // of what a newer version wrote we know only a part
  if (other.readOnly === 'file.newer') throw new KnownError('merge.newer', { name: other.fileName })
  return other.asFile(path => receive(host, path, documentId, other.fileName))
}
