/** What is put in order at a start. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Documents } from './documents'
import type { HostState } from './hostState'
import { DamagedWorkingCopy, WorkingCopy } from './store/workingCopy'

/** Working copies of closed documents that are kept for a quick opening, besides those with unpublished edits. */
const keptCopies = 30

/**
 * Lets go of working copies that nothing needs. Where the app's state was lost, working copies nobody knows any more
 * may hold the only trace of an edit: they become documents again.
 */
export async function keepHouse(host: HostState, documents: Documents): Promise<void> {
  const { app, folders, log } = host
  const closed = app.files().filter(row => row.working !== null && row.openNow === 0 && row.ahead === 0)
  for (const { path } of closed.slice(keptCopies)) app.putFile(path, { working: null })
  const known = new Set(app.files().map(({ working }) => working))
  const names = (await readdir(folders.working)).filter(name => name.endsWith('.sqlite') && !known.has(name))
  for (const name of names) {
    try {
      if (app.rebuilt) await documents.recover(new WorkingCopy(join(folders.working, name)))
      else await discard(folders.working, name)
    } catch (error) {
      if (!(error instanceof DamagedWorkingCopy)) log(String(error))
    }
  }
}

const discard = (folder: string, name: string) =>
  Promise.all(['', '-wal', '-shm'].map(tail => rm(join(folder, name + tail), { force: true })))
