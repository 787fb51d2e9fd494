/** Takes in files we did not just write: through the guard into a working copy of our own. */
import { readFile, rename, stat } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { KnownError, type Notice } from '../../shared/ipc/contract'
import { openForeign, type GuardedFile } from './guard/openForeign'
import type { HostState } from './hostState'
import { syncPath } from './store/rows'
import { randomToken } from './store/tokens'
import { WorkingCopy } from './store/workingCopy'

export interface Adopted {
  readonly working: WorkingCopy
  readonly readOnly: string | null
  readonly notices: readonly Notice[]
  /** SHA-256 of the received bytes. */
  readonly sha256: string
  /** Why the file could be read in part only; null when all of it was. */
  readonly salvaged: Notice | null
}

/** SHA-256 of a file's bytes; null when it is not there, or nothing that can be read as a file. */
export async function bytesOf(path: string): Promise<string | null> {
  try {
    // a pipe would never end
    if (!(await stat(path)).isFile()) return null
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  } catch {
    return null
  }
}

/**
 * Examines a file and makes a working copy of its content.
 * @throws KnownError file.* saying what is wrong with the file
 */
export async function adopt(host: HostState, path: string): Promise<Adopted> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    const before = await bytesOf(path)
    const result = await openForeign(path, {
      spawn: host.spawnGuard,
      salvage: true,
      temporary: host.folders.incoming,
    })
    try {
      const good = result.ok ? result : result.salvaged
      if (!good) throw new KnownError(...partsOf(result.ok ? undefined : result.error))
      // Replaced while it was examined: what was read may not be what is there.
      if (before === null || (await bytesOf(path)) !== before) continue
      return {
        working: await taken(host, good),
        readOnly: good.readOnly,
        notices: good.notices,
        sha256: before,
        salvaged: result.ok ? null : result.error,
      }
    } finally {
      await result.discard()
    }
  }
  throw new KnownError('file.unreadable', { reason: 'EBUSY' })
}

const partsOf = (error: Notice | undefined) =>
  [error?.code ?? 'file.unreadable', error?.params ?? {}] as const

/** Moves a fresh file of the guard's to the working copies and opens it. */
async function taken({ folders }: HostState, { path }: GuardedFile): Promise<WorkingCopy> {
  const place = join(folders.working, `${randomToken(16)}.sqlite`)
  await rename(path, place)
  syncPath(folders.working)
  try {
    return new WorkingCopy(place)
  } catch {
    throw new KnownError('file.damaged')
  }
}
