/** Other copies of an open document, read and waiting to be merged. */
import { basename, join } from 'node:path'
import { rename, rm } from 'node:fs/promises'
import { KnownError, type Notice } from '../../shared/ipc/contract'
import { openForeign } from './guard/openForeign'
import type { HostState } from './hostState'
import { readCopy } from './store/merging'
import { randomToken } from './store/tokens'

export interface ReceivedCopy {
  /** A file of our own making. */
  readonly path: string
  readonly fileName: string
  readonly isPart: boolean
  /** What had to be put right to read it. */
  readonly notices: readonly Notice[]
}

/**
 * Examines a file that may be another copy of a document.
 * @param name as people know the file
 * @throws KnownError file.* saying what is wrong with it; merge.otherDocument when it is none; merge.newer when a newer
 *   version of the app made it
 */
export async function receive(
  { folders, spawnGuard }: Pick<HostState, 'folders' | 'spawnGuard'>,
  path: string,
  documentId: string,
  name = basename(path),
): Promise<ReceivedCopy> {
  const result = await openForeign(path, { spawn: spawnGuard, temporary: folders.incoming })
  try {
    if (!result.ok) throw new KnownError(result.error.code, { name, ...result.error.params })
    if (result.readOnly) throw new KnownError('merge.newer', { name })
    const copy = readCopy(result.path)
    if (copy.documentId !== documentId) throw new KnownError('merge.otherDocument', { name })
    const kept = join(folders.incoming, `${randomToken(16)}.jboard`)
    await rename(result.path, kept)
    return { path: kept, fileName: name, isPart: copy.isPart, notices: result.notices }
  } finally {
    await result.discard()
  }
}

/** Copies that wait, by their handles. */
export class ReceivedCopies {
  readonly #waiting = new Map<string, ReceivedCopy & { readonly document: string }>()

  add(document: string, copy: ReceivedCopy): string {
    const plan = `plan-${randomToken(16)}`
    this.#waiting.set(plan, { ...copy, document })
    return plan
  }

  /** Throws KnownError merge.gone. */
  get(document: string, plan: string): ReceivedCopy {
    const found = this.#waiting.get(plan)
    if (found?.document !== document) throw new KnownError('merge.gone')
    return found
  }

  async drop(plan: string): Promise<void> {
    const found = this.#waiting.get(plan)
    this.#waiting.delete(plan)
    if (found) await rm(found.path, { force: true })
  }
}
