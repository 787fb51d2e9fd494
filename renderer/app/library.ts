/** The documents opened before and the templates: what Home shows and the palette finds. */
import { create } from 'zustand'
import type { RecentEntry, TemplateEntry } from '../../shared/ipc/contract'
import { attempt, useApp } from './store'

interface Library {
  /** Null until the host has answered. */
  readonly recent: readonly RecentEntry[] | null
  readonly templates: readonly TemplateEntry[] | null
}

export const useLibrary = create<Library>(() => ({ recent: null, templates: null }))

/** Asks for the recent list anew, and for the templates once. Problems become messages. */
export async function loadLibrary(): Promise<void> {
  const { bridge } = useApp.getState()
  await Promise.all([
    attempt(async () => useLibrary.setState({ recent: await bridge.call('recent.list', {}) })),
    attempt(async () => {
      if (!useLibrary.getState().templates) {
        useLibrary.setState({ templates: await bridge.call('template.list', {}) })
      }
    }),
  ])
}

/** Keeps the lists as the host has them until the returned function is called. */
export function watchLibrary(): () => void {
  void loadLibrary()
  return useApp.getState().bridge.on('recent.changed', () => void loadLibrary())
}

/** What a document is called in lists: its title, or its file's name while it has none. */
export const nameOf = (entry: Pick<RecentEntry, 'title' | 'fileName'>) =>
  entry.title.trim() || entry.fileName.replace(/\.jboard$/i, '')
