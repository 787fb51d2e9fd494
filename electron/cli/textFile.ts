import { readFile, stat } from 'node:fs/promises'
import { KnownError } from '../../shared/ipc/contract'
import { answerFor } from '../host/guard/refuse'

/** Largest text that is read, in bytes. */
const largest = 256 * 1024 * 1024

/**
 * Reads a text file in UTF-8.
 * @throws KnownError file.*, cli.notText
 */
export async function readText(path: string): Promise<string> {
  let bytes: Buffer
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new KnownError('file.isFolder')
    if (!found.isFile()) throw new KnownError('file.notAFile')
    if (found.size > largest) throw new KnownError('file.tooBig', { megabytes: largest / 1024 / 1024 })
    bytes = await readFile(path)
  } catch (error) {
    throw answerFor(error)
  }
  if (bytes.length === 0) throw new KnownError('file.empty')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new KnownError('cli.notText')
  }
}
