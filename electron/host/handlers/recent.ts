import { basename, dirname } from 'node:path'
import { stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { KnownError, type RecentEntry } from '../../../shared/ipc/contract'
import { conflictsKey, type FileRow } from '../store/appState'
import type { CallsOf, Context, Handlers } from './handlers'
import { pickToOpen } from './given'

/** How long the list waits for a place that does not answer, in milliseconds. */
const patience = 800

/** Most entries of the list. */
const longest = 100

export function recentHandlers(context: Context): Handlers<CallsOf<'recent'>> {
  const { host, documents } = context
  const rowOf = (handle: string): FileRow => {
    const row = host.app.fileByHandle(handle)
    if (!row) throw new KnownError('recent.gone')
    return row
  }
  const changed = () => host.emit('recent.changed', {})
  return {
    'recent.list': () =>
      Promise.all(
        host.app
          .files()
          .filter(({ listed }) => listed === 1)
          .slice(0, longest)
          .map(entryOf),
      ),
    'recent.pin': ({ recent, pinned }) => {
      host.app.putFile(rowOf(recent).path, { pinned: pinned ? 1 : 0 })
      changed()
      return {}
    },
    'recent.remove': ({ recent }) => {
      host.app.putFile(rowOf(recent).path, { listed: 0, pinned: 0 })
      changed()
      return {}
    },
    'recent.locate': async ({ recent }) => {
      const row = rowOf(recent)
      const picked = await pickToOpen(host)
      if (picked === null) return null
      const file = await documents.open(picked)
      if (file.path !== row.path) host.app.putFile(row.path, { listed: 0, pinned: 0 })
      if (row.pinned) host.app.putFile(file.path, { pinned: 1 })
      changed()
      return file.opened()
    },
  }
}

async function entryOf(row: FileRow): Promise<RecentEntry> {
  const counts = JSON.parse(row.counts) as Readonly<Record<string, number>>
  const there = stat(row.path).then(
    () => true,
    () => false,
  )
  const count = (type: string) => counts[type] ?? 0
  return {
    handle: row.handle,
    title: row.title,
    fileName: basename(row.path),
    folder: basename(dirname(row.path)),
    openedAt: row.openedAt,
    pinned: row.pinned === 1,
    missing: !(await Promise.race([there, sleep(patience, false, { ref: false })])),
    conflicts: counts[conflictsKey] ?? 0,
    counts: {
      journeys: count('journey'),
      touchpoints: count('touchpoint'),
      canvases: count('canvas'),
      notes: count('note'),
    },
    thumbnail: row.thumbnail,
  }
}
