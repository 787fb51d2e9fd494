/** Files that the page gives or asks for: picked in a dialog, or handed over as bytes. */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KnownError } from '../../../shared/ipc/contract'
import type { HostState } from '../hostState'
import { randomToken } from '../store/tokens'

/** Asks for a file to open. Throws KnownError shell.noDialogs where there is nobody to ask. */
export function pickToOpen({ shell }: HostState): Promise<string | null> {
  if (!shell.pickOpen) throw new KnownError('shell.noDialogs')
  return shell.pickOpen()
}

/** Lays bytes down as a file of our own for as long as they are read. */
export async function asFile<R>(
  { folders }: HostState,
  base64: string,
  read: (path: string) => Promise<R>,
): Promise<R> {
  const path = join(folders.incoming, `${randomToken()}.jboard`)
  try {
    await writeFile(path, Buffer.from(base64, 'base64'), { mode: 0o600 })
    return await read(path)
  } finally {
    await rm(path, { force: true })
  }
}
