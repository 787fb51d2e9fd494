import { receive, ReceivedCopies } from '../received'
import { asFile, pickToOpen } from './given'
import type { CallsOf, Context, Handlers } from './handlers'

export function mergeHandlers({ host, documents }: Context): Handlers<CallsOf<'merge'>> {
  const waiting = new ReceivedCopies()
  return {
    'merge.read': async ({ document, file }) => {
      const open = documents.get(document)
      const { documentId } = open.working
      const path = file ? null : await pickToOpen(host)
      if (!file && path === null) return null
      const copy = file
        ? await asFile(host, file.base64, given => receive(host, given, documentId, file.name))
        : await receive(host, path ?? '', documentId)
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
