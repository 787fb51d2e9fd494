import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { temporaryIn } from '../places'
import { syncPath } from '../store/rows'

/**
 * Writes a file so that it is there whole or not at all: beside its place, synced, renamed over it.
 * @throws errors of the file system; nothing stays behind then
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  const temporary = temporaryIn(folder)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    syncPath(folder)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
