import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { receive, ReceivedCopies, type ReceivedCopy } from '../received'
import { randomToken } from '../store/tokens'
import { pickToOpen } from './document'
import type { CallsOf, Context, Handlers } from './handlers'

export function mergeHandlers({ host, documents }: Context): Handlers<CallsOf<'merge'>> {
  const waiting = new ReceivedCopies()
  const fromBytes = async (documentId: string, name: string, base64: string): Promise<ReceivedCopy> => {
    const path = join(host.folders.incoming, `${randomToken()}.jboard`)
    try {
      await writeFile(path, Buffer.from(base64, 'base64'), { mode: 0o600 })
      return await receive(host, path, documentId, name)
    } finally {
      await rm(path, { force: true })
    }
  }
  return {
    'merge.read': async ({ document, file }) => {
      const open = documents.get(document)
      const { documentId } = open.working
      const path = file ? null : await pickToOpen(host)
      if (!file && path === null) return null
      const copy = file
        ? await fromBytes(documentId, file.name, file.base64)
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
